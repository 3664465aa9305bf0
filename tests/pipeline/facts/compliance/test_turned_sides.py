"""Where more is better, a maker below its standard misses it."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import chosen, document, rows_of


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "Ford's fleet stayed below the CAFE standard for 2019 in the United States.", "missed"),
        ("en", "Ford's fleet came in above the CAFE standard for 2019 in the United States.", "met"),
        ("en", "Ford stayed under the quota of the ZEV mandate in Britain in 2024.", "missed"),
        ("fr", "Ford a fini 2019 au-dessus de la norme CAFE aux États-Unis.", "met"),
        ("fr", "Ford a fini 2019 au-dessous de la norme CAFE américaine.", "missed"),
        ("de", "Ford blieb 2019 unter dem CAFE-Standard der USA.", "missed"),
        ("de", "Ford lag 2019 in den USA über der CAFE-Vorgabe.", "met"),
        ("es", "Ford quedó en 2019 por debajo de la norma CAFE de Estados Unidos.", "missed"),
        ("es", "Ford quedó en 2019 por encima de la norma CAFE de Estados Unidos.", "met"),
        ("it", "Ford nel 2019 è rimasta sotto la soglia del CAFE, la norma degli Stati Uniti.", "missed"),
    ],
)
def test_below_a_standard_of_consumption_or_a_quota_is_a_miss(language: str, text: str, outcome: str) -> None:
    (row,) = chosen(document(language, text, published="2025-04-01"))

    assert row.outcome == outcome


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ford stayed below its European CO2 limit in 2022."),
        ("en", "Ford's CO2 emissions stayed below the American CAFE standard for 2019."),
        ("de", "Ford blieb 2022 unter dem CO2-Grenzwert der EU."),
    ],
)
def test_below_a_limit_of_emissions_is_none(language: str, text: str) -> None:
    assert rows_of(document(language, text, published="2025-04-01"))["Ford"].outcome == "met"


def test_who_falls_short_of_a_standard_misses_it_whatever_the_words_for_sides() -> None:
    text = "Ford fell short of the CAFE standard for 2019 in the United States."

    assert rows_of(document("en", text, published="2025-04-01"))["Ford"].outcome == "missed"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ford missed the CAFE standard by over 2 mpg in 2020."),
        ("de", "Ford verfehlte die britische ZEV-Quote 2024 um über drei Punkte."),
        ("it", "Ford ha mancato la quota ZEV britannica di oltre tre punti nel 2024."),
    ],
)
def test_by_how_much_a_standard_was_missed_is_no_side(language: str, text: str) -> None:
    assert chosen(document(language, text, published="2025-02-01"))[0].outcome == "missed"


def test_the_quota_of_a_mandate_is_one_of_britain() -> None:
    (row,) = chosen(document("en", "Ford came in well under the ZEV quota of 22% for 2024.", published="2025-02-01"))

    assert (row.outcome, row.rule) == ("missed", "uk_zev")
