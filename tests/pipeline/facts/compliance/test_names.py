"""What rows call their bodies, and what only looks like a body."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import chosen, document, names_in, page_of, rows_of


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "En 2024, le marché britannique a dépassé de 8 g sa cible de CO2.", "marché britannique"),
        ("en", "In 2024 the Irish car market overshot its CO2 target by 8 g.", "Irish car market"),
        ("de", "Der britische Markt lag 2024 um 8 g über seinem CO2-Ziel.", "britische Markt"),
        ("es", "En 2024, el mercado español superó en 8 g su objetivo de CO2.", "mercado español"),
        ("it", "Nel 2024 il mercato italiano ha superato di 8 g il suo obiettivo di CO2.", "mercato italiano"),
        ("fr", "En 2024, le marché danois a dépassé de 8 g sa cible de CO2.", "marché danois"),
        ("en", "In 2024 the Danish market overshot its CO2 target by 8 g.", "Danish market"),
        ("de", "Der dänische Markt lag 2024 um 8 g über seinem CO2-Ziel.", "dänische Markt"),
        ("es", "En 2024, el mercado danés superó en 8 g su objetivo de CO2.", "mercado danés"),
        ("it", "Nel 2024 il mercato danese ha superato di 8 g il suo obiettivo di CO2.", "mercato danese"),
    ],
)
def test_a_market_is_called_as_its_sentence_calls_it(language: str, text: str, name: str) -> None:
    assert name in rows_of(document(language, text, published="2025-02-03"))


def test_a_market_that_its_sentence_names_by_its_noun_keeps_it() -> None:
    page = document("en", "In 2024 Ireland, an Irish market for hybrids, overshot its CO2 target by 8 g.")

    assert "Ireland" in rows_of(page)


def test_what_the_rules_call_a_market_is_no_body_of_its_own() -> None:
    text = "La France achète des voitures neuves. En 2024, le marché français a dépassé de 8 g sa cible de CO2."

    (row,) = chosen(document("fr", text, published="2025-02-03"))

    assert (row.organization, row.gap_g_km) == ("marché français", 8.0)


@pytest.mark.parametrize(
    ("headline", "text", "name"),
    [
        ("JLR verfehlt CO2-Ziel", "Jaguar Land Rover hat sein CO2-Ziel 2024 um 3 g verfehlt.", "Jaguar Land Rover"),
        ("VW in Not", "Volkswagen hat sein CO2-Ziel 2024 um 3 g verfehlt.", "Volkswagen"),
    ],
)
def test_an_abbreviation_gives_way_to_the_full_name_wherever_it_stands(headline: str, text: str, name: str) -> None:
    text += "\nIn der Zentrale herrscht Ruhe."

    assert set(rows_of(document("de", text, headline=headline, published="2025-02-03"))) == {name}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre de l'Industrie veut reporter l'objectif CO2 de 2030."),
        ("en", "China's industry ministry wants to delay the CO2 target for 2030."),
        ("de", "Der Verband der Automobilindustrie will das CO2-Ziel für 2030 verschieben."),
        ("es", "La patronal de los fabricantes pide aplazar el objetivo de CO2 de 2030."),
        ("it", "L'associazione dei costruttori chiede il rinvio dell'obiettivo di CO2 del 2030."),
    ],
)
def test_offices_and_federations_are_no_makers(language: str, text: str) -> None:
    readings = page_of(document(language, text)).readings

    assert not [group for reading in readings for group in reading.groups_of_kind("makers")]


def test_makers_beside_a_federation_are_makers() -> None:
    assert ["carmakers"] in names_in(document("en", "The federation says that carmakers will miss the CO2 target."))


def test_the_maker_of_a_country_is_the_one_named_before() -> None:
    text = "Mazda baut sparsame Autos. Trotzdem dürfte der japanische Hersteller sein Ziel von 94 g CO2 2020 verfehlen."

    found = rows_of(document("de", text, published="2020-01-16"))

    assert set(found) == {"Mazda"}
    assert found["Mazda"].outcome == "at_risk"


def test_a_shop_is_no_market() -> None:
    text = "Der britische Supermarkt Tesco und der britische Automarkt haben 2025 das CO2-Ziel verfehlt."
    assert "britische Supermarkt" not in {
        row.organization for row in chosen(document("de", text, published="2026-03-10"))
    }
