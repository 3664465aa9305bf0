"""Sums and grams that stand beside a target and have nothing to do with it."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import chosen, document

PUBLISHED = "2021-04-12"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "VW missed its 2020 CO2 target by 0.5 g/km. Operating profit was 10 billion euros."),
        ("fr", "VW a manqué son objectif CO2 2020 de 0,5 g/km. Son bénéfice atteint 10 milliards d'euros."),
        ("de", "VW verfehlte sein CO2-Ziel 2020 um 0,5 Gramm. Der Gewinn lag bei 10 Milliarden Euro."),
        ("es", "VW falló su objetivo de CO2 de 2020 por 0,5 g/km. Ganó 10.000 millones de euros."),
        ("it", "VW ha mancato il target CO2 2020 di 0,5 g/km. L'utile è stato di 10 miliardi di euro."),
        ("de", "VW verfehlte sein CO2-Ziel 2020 um 4 Gramm. Der Konzern setzte 127 Milliarden Euro um."),
        ("en", "VW missed its 2020 CO2 target of 95 g/km at 98. It will invest 2 billion euros in batteries."),
    ],
)
def test_what_is_earned_or_invested_is_no_bill(language: str, text: str) -> None:
    (row,) = chosen(document(language, text, headline="CO2: VW", published=PUBLISHED))

    assert (row.outcome, row.penalty_eur) == ("missed", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mazda missed its 2020 CO2 target. The fine of 120 million euros will eat into its profit."),
        ("fr", "Mazda a manqué son objectif CO2 2020. L'amende de 120 millions d'euros pèse sur le résultat net."),
        ("de", "Mazda verfehlte 2020 das CO2-Ziel. Eine Strafe von 120 Millionen Euro drückt den Gewinn."),
        (
            "en",
            "Mazda, which invested 2 billion euros in hybrids, missed its 2020 CO2 target and must pay "
            "120 million euros.",
        ),
    ],
)
def test_a_bill_stays_one_beside_profits_and_investments(language: str, text: str) -> None:
    (row,) = chosen(document(language, text, headline="CO2: Mazda", published=PUBLISHED))

    assert row.penalty_eur == 120_000_000


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "BMW met its 2020 CO2 target. Brussels fined BMW 12 million euros for late warranty repairs."),
        ("fr", "BMW respecte son objectif CO2 2020. BMW a écopé d'une amende de 12 millions d'euros pour entente."),
        ("de", "BMW hielt 2020 sein CO2-Ziel ein. Wegen des Kartells zahlt BMW 373 Millionen Euro Strafe."),
        ("es", "BMW cumplió su objetivo de CO2 de 2020. Por el cártel, BMW paga una multa de 373 millones de euros."),
        ("it", "BMW ha rispettato il target CO2 2020. Per il cartello BMW paga una multa di 373 milioni di euro."),
        ("en", "BMW met its 2020 target and so avoided a fine that could have reached 500 million euros."),
        (
            "fr",
            "BMW a respecté son objectif CO2 2020 et évité une amende qui aurait pu atteindre 500 millions d'euros.",
        ),
    ],
)
def test_a_fine_for_anything_else_and_one_that_was_avoided_leave_the_target_met(language: str, text: str) -> None:
    (row,) = chosen(document(language, text, headline="CO2: BMW", published=PUBLISHED))

    assert (row.outcome, row.penalty_eur) == ("met", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mazda must cut its fleet average to 94 g/km in 2021. The CX-30 emits 141 g/km."),
        ("fr", "Mazda doit ramener sa moyenne à 94 g/km en 2021. Le CX-30 émet 141 g/km."),
        ("es", "Mazda debe bajar la media de su flota a 94 g/km en 2021. El CX-30 emite 141 g/km."),
        ("it", "Mazda deve ridurre la media della flotta a 94 g/km nel 2021. La CX-30 emette 141 g/km."),
    ],
)
def test_what_one_model_emits_is_no_average(language: str, text: str) -> None:
    (row,) = chosen(document(language, text, headline="CO2: Mazda", published=PUBLISHED))

    assert (row.target_g_km, row.actual_g_km) == (94, None)
