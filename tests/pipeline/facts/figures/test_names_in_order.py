"""Whose each number is where names and numbers are listed in the same order."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text", "subjects"),
    [
        ("en", "In May 2021 BMW, Audi and Kia sold 1,200, 900 and 3,500 cars respectively.", ["BMW", "Audi", "Kia"]),
        (
            "fr",
            "Chez Orvelio, Tarsac et Norvo, on a livré respectivement 1 200, 1 900 et 1 640 voitures en mai 2021.",
            ["Orvelio", "Tarsac", "Norvo"],
        ),
        (
            "it",
            "A maggio 2021 Fiat, Seat e Kia hanno immatricolato nell'ordine 4.210, 1.990 e 1.120 vetture.",
            ["Fiat", "Seat", "Kia"],
        ),
        (
            "de",
            "Im Mai 2021 verkauften Opel, Seat und Kia in Österreich 1.857, 1.214 beziehungsweise 870 Autos.",
            ["Opel", "Seat", "Kia"],
        ),
        (
            "es",
            "En mayo de 2021 Seat, Kia y Opel vendieron 4.210, 1.990 y 1.120 coches, por este orden.",
            ["Seat", "Kia", "Opel"],
        ),
    ],
)
def test_names_in_the_order_of_the_numbers(language: str, text: str, subjects: list[str]) -> None:
    assert [one.subject for one in figures(text, language=language, published="2021-06-03")] == subjects


def test_countries_in_the_order_of_the_numbers() -> None:
    text = "Registrations in France and Italy reached 12,200 and 9,100 cars respectively in May 2021."

    found = figures(text, language="en", published="2021-06-03")

    assert [(one.subject, one.geography) for one in found] == [("France", "FR"), ("Italy", "IT")]


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        (
            "en",
            "In Spain and Portugal, Renault sold 30,000 and 5,000 cars respectively.",
            [("Renault", "ES"), ("Renault", "PT")],
        ),
        (
            "fr",
            "En Espagne et au Portugal, Renault a immatriculé respectivement 30 000 et 5 000 voitures.",
            [("Renault", "ES"), ("Renault", "PT")],
        ),
        (
            "de",
            "VW verkaufte im Mai und Juni 30.000 beziehungsweise 25.000 Autos.",
            [("VW", "DE"), ("VW", "DE")],
        ),
        (
            "fr",
            "À Lyon et Paris, le groupe Norvo a vendu respectivement 3 000 et 5 000 voitures.",
            [("groupe Norvo", "FR"), ("groupe Norvo", "FR")],
        ),
        (
            "en",
            "Ford sold 12,000 and 5,000 cars in Leeds and York respectively.",
            [("Ford", "GB"), ("Ford", "GB")],
        ),
        (
            "en",
            "Renault sold 12,000 and 5,000 hybrids and diesels respectively.",
            [("Renault", "World"), ("Renault", "World")],
        ),
        (
            "en",
            "Edna Holm and Rob Tarn say Kia sold 9,000 and 7,000 cars in Q1 and Q2 respectively.",
            [("Kia", "World"), ("Kia", "World")],
        ),
    ],
)
def test_places_months_kinds_and_people_in_order_are_not_who_sold(
    language: str, text: str, rows: list[tuple[str, str]]
) -> None:
    found = figures(text, language=language, published="2021-07-05")

    assert [(one.subject, one.geography) for one in found] == rows


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "Ford and Kia ranked first and second respectively; Ford sold 12,000 cars and 5,000 vans.", "Ford"),
        ("en", "Ford and Opel sold 12,000 cars in 2020 and 14,000 in 2021 respectively.", "Ford"),
        (
            "en",
            "Ford sold 12,000 cars and 5,000 vans and its Puma and Kuga came first and third respectively.",
            "Ford",
        ),
        ("en", "Ford sold 12,000 cars and 5,000 vans in May and June respectively.", "Ford"),
        ("en", "Ford and Opel sold 12,000 cars and 5,000 vans respectively.", "Ford"),
        ("de", "VW und Opel verkauften jeweils 30.000 Autos und 5.000 Transporter.", "VW"),
    ],
)
def test_an_order_of_something_else(language: str, text: str, subject: str) -> None:
    """The word for it stands in another clause, or orders years, ranks or kinds of cars."""
    assert [one.subject for one in figures(text, language=language, published="2021-07-05")] == [subject, subject]


def test_changes_in_the_same_order() -> None:
    found = figures("Ford and Opel sold 12,000 and 9,000 cars, up 3% and 5% respectively.", language="en")

    assert [one.subject for one in found] == ["Ford", "Opel"]
