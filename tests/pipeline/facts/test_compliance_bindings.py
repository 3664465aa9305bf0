"""Of whom a statement on fleet targets is, and in which row its pieces stand."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations


def rows(language: str, headline: str, text: str, published: str = "2021-02-01") -> list[Compliance]:
    document = Document(headline, text, language, published)
    return read_compliance(document, find_organizations(document))


def told(found: list[Compliance], *fields: str) -> dict[str, Any]:
    return {row.organization or "": tuple(getattr(row, field) for field in fields) for row in found}


def test_a_maker_called_by_its_country_is_the_one_of_that_country() -> None:
    found = rows(
        "de",
        "Mazda und Volvo legen ihre CO2-Bilanz für 2020 vor",
        "Mazda und Volvo haben ihre CO2-Werte genannt. Die Schweden liegen weit unter ihrem Grenzwert.",
    )

    assert told(found, "outcome") == {"Volvo": ("met",)}


def test_if_may_only_set_one_maker_against_another() -> None:
    found = rows(
        "fr",
        "CO2 2020 : le bilan des constructeurs",
        "Si Renault et Kia remplissent leurs objectifs CO2 de 2020, Ford manque le sien de 2,8 g/km.",
    )

    assert told(found, "outcome") == {"Renault": ("met",), "Kia": ("met",), "Ford": ("missed",)}


def test_more_than_a_quota_is_good() -> None:
    found = rows(
        "fr",
        "Mandat ZEV : le point au Royaume-Uni",
        "Kia a déjà dépassé le quota de voitures électriques imposé par le mandat ZEV pour 2024.",
        "2024-12-01",
    )

    assert told(found, "outcome", "rule") == {"Kia": ("met", "uk_zev")}


def test_a_list_of_fines_that_would_be_due() -> None:
    found = rows(
        "fr",
        "CO2 : les amendes à venir",
        "Selon l'étude, Ford écoperait d'une amende CO2 de 2,4 milliards d'euros, Renault de 1,8 milliard en 2021.",
        "2019-12-01",
    )

    assert told(found, "outcome", "penalty_eur") == {
        "Ford": ("at_risk", 2_400_000_000),
        "Renault": ("at_risk", 1_800_000_000),
    }


def test_what_there_is_to_pay_stands_in_the_row_that_says_why() -> None:
    found = rows(
        "fr",
        "CO2 : Ford rate son objectif 2020",
        "Ford a manqué de 0,5 g/km son objectif CO2 de 2020. L'addition devrait dépasser 100 millions d'euros.",
    )

    assert told(found, "gap_g_km", "penalty_eur") == {"Ford": (0.5, 100_000_000)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ford finit 2020 à 113,6 g/km (plafond : 125,1 g/km)."),
        ("en", "Ford averaged 113.6 g/km in 2020, against the 125.1 g/km that Brussels allows."),
    ],
)
def test_a_labelled_limit_and_one_that_is_allowed(language: str, text: str) -> None:
    found = rows(language, "CO2 2020: Ford", text)

    assert told(found, "target_g_km", "actual_g_km", "outcome") == {"Ford": (125.1, 113.6, "met")}


def test_what_must_come_down_is_the_average_and_to_what_the_target() -> None:
    found = rows(
        "de",
        "CO2-Ziele 2025: Ford unter Druck",
        "Ford muss seine CO2-Emissionen bis 2025 von 118 auf 95 Gramm pro Kilometer senken.",
        "2024-05-01",
    )

    assert told(found, "target_g_km", "actual_g_km", "outcome") == {"Ford": (95, 118, "at_risk")}


def test_a_market_does_not_get_the_average_of_a_maker() -> None:
    found = rows(
        "de",
        "CO2-Bilanz 2020",
        "Ford hat den CO2-Ausstoß seiner Flotte in Europa 2020 auf 104 Gramm gedrückt und liegt unter dem Zielwert.",
    )

    assert told(found, "actual_g_km", "outcome") == {"Ford": (104, "met")}


def test_a_promise_of_an_open_year_is_no_result() -> None:
    found = rows(
        "fr", "Objectif CO2 2025 : Renault promet", "Renault assure qu'il sera dans les clous en 2025.", "2025-06-01"
    )

    assert told(found, "outcome") == {"Renault": ("unknown",)}
