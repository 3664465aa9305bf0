"""What is said of a maker without an idiom: by comparison, by distance, by the tenor of the words."""

from __future__ import annotations

import pytest

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations


def rows_of(text: str, language: str = "en", title: str = "Fleet CO2 targets", published: str = "2022-06-01"):
    document = Document(title, text, language, published)
    return read_compliance(document, find_organizations(document))


def row_of(text: str, name: str, language: str = "en", published: str = "2022-06-01") -> Compliance:
    return next(row for row in rows_of(text, language, published=published) if row.organization == name)


@pytest.mark.parametrize(
    ("language", "text", "actual", "target", "outcome"),
    [
        ("fr", "En 2021, Renault s'est présenté avec 98 g/km pour une cible de 101 g.", 98, 101, "met"),
        ("en", "In 2021 Ford stood at 118 g/km on a target of 115.", 118, 115, "missed"),
        ("de", "Im Jahr 2021 kam Opel auf 108 Gramm je Kilometer, nötig wären 111.", 108, 111, "met"),
    ],
)
def test_two_numbers_decide(language, text, actual, target, outcome):
    (row,) = rows_of(text, language)

    assert (row.actual_g_km, row.target_g_km, row.outcome) == (actual, target, outcome)


def test_what_must_still_be_cut_is_a_distance():
    row = row_of("In 2022 Ford must shed 12 grams of CO2 to reach its target.", "Ford")

    assert (row.gap_g_km, row.outcome) == (12, "at_risk")


def test_a_worry_before_the_year_is_over_is_a_risk():
    row = row_of("Renault redoute une lourde facture de CO2 en 2025.", "Renault", "fr", "2024-10-01")

    assert row.outcome == "at_risk"


def test_a_negation_turns_the_tone_round():
    row = row_of("BMW n'aura pas d'amende à craindre pour ses émissions de CO2 de 2021.", "BMW", "fr")

    assert row.outcome == "met"


def test_a_helper_is_not_told_of():
    rows = rows_of("In 2021 Ford, with Volvo at its side, escaped any CO2 penalty.")

    assert [(row.organization, row.outcome) for row in rows] == [("Ford", "met")]


def test_not_only_denies_nothing():
    row = row_of("Volvo Cars not only met its 2021 CO2 target, it beat it by 40 g/km.", "Volvo Cars")

    assert row.outcome == "met"


def test_a_sentence_without_a_name_means_the_first_of_two():
    rows = rows_of("Daimler and BMW met their 2021 CO2 targets. The former emitted 115 g/km.")

    assert {row.organization: row.actual_g_km for row in rows} == {"Daimler": 115, "BMW": None}


def test_a_page_on_taxes_says_nothing_of_fleets():
    text = "Renault salue le barème. Le malus grimpera au-delà de 225 g/km. La taxe au poids inquiète Peugeot."

    assert rows_of(text, "fr", title="Le malus de 2023") == []
