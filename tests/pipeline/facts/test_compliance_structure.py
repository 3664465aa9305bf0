"""What the build of sentences and tables says: whose fleet, which of two values, which year, and whom a rule binds."""

from __future__ import annotations

import pytest

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations


def rows_of(text: str, language: str, title: str = "CO2", published: str = "2021-06-01") -> list[Compliance]:
    document = Document(title, text, language, published)
    return read_compliance(document, find_organizations(document))


def said(row: Compliance) -> tuple[str | None, int | None, float | None, float | None, str]:
    return row.organization, row.year, row.target_g_km, row.actual_g_km, row.outcome


FLEETS_OF_A_MAKER = [
    (
        "it",
        "Ecco Renault. Nel 2020 la media europea del gruppo era di 104 grammi di CO2, l'obiettivo 96 g/km.",
    ),
    (
        "es",
        "Ahora Renault. En 2020 la flota europea de la marca emitió 104 g/km de CO2, el objetivo era 96 g/km.",
    ),
]


@pytest.mark.parametrize(("language", "text"), FLEETS_OF_A_MAKER)
def test_the_european_fleet_of_the_group_is_the_groups(language: str, text: str) -> None:
    assert said(rows_of(text, language)[0]) == ("Renault", 2020, 96, 104, "missed")


def test_a_verdict_says_which_of_two_values_is_the_target() -> None:
    text = "L'objectif CO2 de Renault, établi à 110 g/km, a été respecté en 2020, la moyenne s'élevant à 108 g/km."

    assert said(rows_of(text, "fr")[0]) == ("Renault", 2020, 110, 108, "met")


CLASSES = [
    (
        "fr",
        "Le CO2 des camions neufs devra baisser de 15 % en 2025 et de 30 % en 2030.",
        "camions neufs",
    ),
    ("en", "Average CO2 from new lorries would have to fall by 15% in 2025 and by 30% in 2030.", "new lorries"),
    ("de", "Der CO2-Ausstoß neuer Pkw muss um 15 Prozent bis 2025 und um 30 Prozent bis 2030 sinken.", "neuer Pkw"),
]


@pytest.mark.parametrize(("language", "text", "name"), CLASSES)
def test_a_rule_binds_a_class_of_vehicles(language: str, text: str, name: str) -> None:
    rows = rows_of(text, language, published="2019-03-01")

    assert [said(row) for row in rows] == [(name, 2025, None, None, "unknown"), (name, 2030, None, None, "unknown")]


def test_a_table_is_of_the_year_of_the_target_that_its_averages_are_held_against() -> None:
    text = (
        "Bruxelles fixe un plafond de 147 g de CO2 pour 2020.\n"
        "Constructeur | Moyenne 2016 | Écart avec 147 g\nRenault | 151 | +4\nFord | 174 | +27"
    )

    rows = [said(row) for row in rows_of(text, "fr", published="2017-11-01") if row.actual_g_km]

    assert rows == [("Renault", 2020, 147, 151, "at_risk"), ("Ford", 2020, 147, 174, "at_risk")]


def test_the_rows_of_a_table_may_be_years() -> None:
    text = "Année | Moyenne | Cible | Écart\n2019 | 96 | 98 | -2\n2020 | 99 | 95 | +4"

    rows = [said(row) for row in rows_of(text, "fr", title="CO2 : le bilan de Renault face à son objectif")]

    assert ("Renault", 2019, 98, 96, "met") in rows
    assert ("Renault", 2020, 95, 99, "missed") in rows


def test_shares_promised_and_reached_give_an_outcome_and_no_grams() -> None:
    text = (
        "Le CO2 des camions doit baisser.\nConstructeur | Baisse promise en 2025 | Obtenue à ce jour\n"
        "Scania | 15 % | 6 %\nDAF | 15 % | 16 %"
    )

    rows = [said(row) for row in rows_of(text, "fr", published="2019-07-01") if row.organization in ("Scania", "DAF")]

    assert rows == [("Scania", 2025, None, None, "at_risk"), ("DAF", 2025, None, None, "met")]


def test_a_target_may_leave_out_its_unit_behind_the_average() -> None:
    text = "Hyundai termine 2020 à 97,8 g/km de CO2. Son objectif européen était de 98."

    assert said(rows_of(text, "fr")[0]) == ("Hyundai", 2020, 98, 97.8, "met")


def test_what_others_are_spared_is_no_exemption_of_the_maker_before() -> None:
    text = "Audi liegt 2020 bei 149 g/km CO2, Ziel der Flotte. Sondereffekte bleiben außen vor."

    assert all(row.outcome != "exempt" for row in rows_of(text, "de"))
