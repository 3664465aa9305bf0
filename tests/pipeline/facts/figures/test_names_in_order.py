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
