"""What single words beside grams make of their part in the statement."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import document, page_of

Part = tuple[float, str]


def parts_of(language: str, text: str) -> set[Part]:
    """The grams of the text with their parts."""
    return {(one.value, one.role) for reading in page_of(document(language, text)).readings for one in reading.grams}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La flotte a fait mieux que la barre : 115,2 g/km.", (115.2, "actual")),
        ("en", "Its average stayed above the target: 119 g/km.", (119.0, "actual")),
        ("de", "Der Durchschnitt liegt über dem Ziel: 119 g/km.", (119.0, "actual")),
        ("it", "Le emissioni medie si allontanano dall'obiettivo: 119,9 g/km.", (119.9, "actual")),
        ("fr", "Plafond de CO2 : 125 g/km.", (125.0, "target")),
    ],
)
def test_a_colon_may_open_the_average_that_is_held_against_a_target(language: str, text: str, expected: Part) -> None:
    assert expected in parts_of(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le groupe chiffre l'écart (12,5 g/km) pour la première fois."),
        ("en", "The group puts a figure on the gap (12.5 g/km) to its CO2 target."),
        ("de", "Der Konzern beziffert die Lücke (12,5 g/km) zum CO2-Ziel."),
        ("es", "El grupo cifra la brecha (12,5 g/km) con su objetivo."),
        ("it", "Il gruppo quantifica lo scarto (12,5 g/km) dal suo obiettivo."),
    ],
)
def test_a_noun_of_distance_says_what_the_number_in_brackets_is(language: str, text: str) -> None:
    assert (12.5, "gap") in parts_of(language, text)


def test_grams_less_than_a_year_before_are_no_distance_from_a_target() -> None:
    assert (6.0, "change") in parts_of("fr", "128 g de CO2, soit 6 g de mieux qu'un an plus tôt.")


def test_only_the_number_nearest_to_individual_is_the_makers_own_target() -> None:
    text = "Aston Martin n'a pas à viser les 130 g : son plafond individuel est fixé à 297 g/km."
    reading = page_of(document("fr", text)).readings[1]
    assert {one.value: one.own for one in reading.grams} == {130.0: False, 297.0: True}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the six months to December 31, the brand stood 11 g/km over its limit."),
        ("fr", "Au 31 décembre, la marque dépassait son plafond de 11 g/km."),
        ("de", "Am 31. Dezember lag die Marke 11 g/km über ihrem Grenzwert."),
    ],
)
def test_days_of_the_month_are_no_grams(language: str, text: str) -> None:
    assert 31.0 not in {value for value, _ in parts_of(language, text)}


def test_what_brussels_expects_is_a_target() -> None:
    text = "La media in Italia è lontana dai 93,6 g/km che l'Europa si attende."
    assert (93.6, "target") in parts_of("it", text)
