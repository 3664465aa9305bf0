"""Averages of classes of vehicles and of lists of markets, exceptions, halves and the year after."""

from __future__ import annotations

import pytest

from pipeline.facts.compliance.halves import with_halves
from tests.pipeline.facts.compliance.reading_rows import chosen, document, names_in, page_of, rows_of


@pytest.mark.parametrize(
    ("language", "text", "name", "actual"),
    [
        (
            "fr",
            "Les fourgonnettes neuves ont émis en moyenne 184,2 g/km de CO2 en 2023.",
            "fourgonnettes neuves",
            184.2,
        ),
        ("de", "Bei Lieferwagen lag der CO2-Durchschnitt 2023 bei 181 Gramm je Kilometer.", "Lieferwagen", 181),
        ("it", "I furgoni nuovi hanno emesso in media 158 g/km di CO2 nel 2023.", "furgoni nuovi", 158),
    ],
)
def test_vans_of_nobody_have_an_average_of_their_own(language: str, text: str, name: str, actual: float) -> None:
    assert rows_of(document(language, text, published="2024-06-20"))[name].actual_g_km == actual


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Ford met its car target in 2023. Its vans averaged 171 g/km of CO2.", "Ford"),
        ("en", "In the European Union new vans averaged 181 g/km of CO2 in 2023.", "European Union"),
        ("fr", "Les utilitaires de Renault ont émis en moyenne 171 g/km de CO2 en 2023.", "Renault"),
    ],
)
def test_vans_of_a_maker_or_a_market_are_its_own(language: str, text: str, name: str) -> None:
    rows = rows_of(document(language, text, published="2024-06-20"))

    assert set(rows) == {name}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Dans l'Union, en Islande et en Norvège, les voitures neuves ont émis en moyenne 107 g/km.", "l'Union"),
        ("en", "New cars in the EU, Iceland and Norway averaged 107 g/km of CO2.", "EU"),
    ],
)
def test_an_average_of_the_union_and_its_neighbours_is_the_unions(language: str, text: str, name: str) -> None:
    assert name in rows_of(document(language, text, published="2024-06-20"))


def test_an_average_of_one_country_is_not_that_of_the_union_named_before() -> None:
    text = "The EU has set a limit, but in Norway new cars averaged 30 g/km of CO2 in 2023."

    assert all(row.actual_g_km != 30 for name, row in rows_of(document("en", text)).items() if name == "EU")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "All makers met their CO2 target in 2021. The only exception is Honda, 4 g/km over its limit."),
        ("de", "Mit Ausnahme von Honda haben 2021 alle Hersteller ihr CO2-Ziel erreicht."),
        ("it", "Nel 2021 fa eccezione Honda, che ha superato di 4 g/km il limite di CO2."),
    ],
)
def test_an_exception_is_no_exemption(language: str, text: str) -> None:
    assert all(row.outcome != "exempt" for row in rows_of(document(language, text, published="2022-06-20")).values())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Brussels granted Ferrari an exception from the EU's CO2 target for 2022."),
        ("de", "Ferrari hat für 2022 eine Ausnahme vom CO2-Ziel der EU."),
    ],
)
def test_an_exception_that_is_granted_is_one(language: str, text: str) -> None:
    assert rows_of(document(language, text, published="2022-06-20"))["Ferrari"].outcome == "exempt"


@pytest.mark.parametrize(
    ("language", "text", "grams"),
    [
        ("fr", "Renault termine 2021 un gramme et demi sous sa cible de CO2.", -1.5),
        ("en", "Renault ended 2021 two grams and a half over its CO2 target.", 2.5),
        ("it", "Nel 2021 Renault ha chiuso due grammi e mezzo sotto il suo obiettivo di CO2.", -2.5),
    ],
)
def test_a_half_behind_its_unit_counts(language: str, text: str, grams: float) -> None:
    (reading,) = page_of(document(language, text)).readings[1:]

    assert [one.value for one in reading.grams] == [grams]


def test_a_half_of_something_else_is_left_alone() -> None:
    (reading,) = page_of(document("en", "Half of the makers, and a half of the pools, missed 95 g/km.")).readings[1:]

    assert [one.value for one in reading.grams] == [95]
    assert with_halves([], ()) == []


def test_the_following_year_is_the_one_after_the_year_named_last() -> None:
    text = "Subaru missed its CO2 target in 2020, 3 g over.\nIn the following year it was 2 g under its target."

    assert [[(one.year, one.last) for one in reading.years] for reading in page_of(document("en", text)).readings] == [
        [],
        [(2020, 2020)],
        [(2021, 2021)],
    ]


def test_the_following_year_of_no_year_is_none() -> None:
    readings = page_of(document("en", "In the following year Subaru met its CO2 target.")).readings

    assert not any(reading.years for reading in readings)


def test_who_only_counts_is_no_maker() -> None:
    text = "Green group Motion & Air said Fiat was 4 g/km over its CO2 limit.\nThe group Arvalo Motors was 2 g under."

    names = [name for sentence in names_in(document("en", text)) for name in sentence]

    assert "Fiat" in names
    assert not any("Motion" in name for name in names)
    assert any("Arvalo" in name for name in names)


def test_a_maker_called_by_two_names_has_one_row_a_year() -> None:
    page = document(
        "de",
        "Der Volkswagen-Konzern hat 2024 seinen Flottengrenzwert verfehlt. Er kam auf 121,4 Gramm CO2 je Kilometer, "
        "erlaubt waren 118,2 Gramm.",
        headline="VW-Konzern verfehlt CO2-Ziel 2024",
        published="2025-02-11",
    )

    assert [(row.year, row.outcome) for row in chosen(page)] == [(2024, "missed")]
