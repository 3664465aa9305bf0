"""Whose bill a sum is, in which currency, and for whom a limit without a name holds."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import chosen, document, rows_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Ford a manqué son objectif CO2 de 2023 : amende de 70 millions de livres (environ 80 millions d'euros).",
        ),
        ("en", "Ford missed its CO2 target for 2023 and pays a fine of 70 million pounds, or about 80 million euros."),
        ("de", "Ford hat sein CO2-Ziel 2023 verfehlt: Strafe von 70 Millionen Pfund (rund 80 Millionen Euro)."),
        ("es", "Ford incumplió su objetivo de CO2 de 2023: multa de 70 millones de libras (80 millones de euros)."),
        ("it", "Ford ha mancato l'obiettivo CO2 del 2023: multa di 70 milioni di sterline (circa 80 milioni di euro)."),
    ],
)
def test_a_sum_that_is_given_again_in_euro_is_that_sum(language: str, text: str) -> None:
    assert rows_of(document(language, text, published="2024-03-01"))["Ford"].penalty_eur == 80_000_000


BILL = (
    "Ford a manqué son objectif CO2 en 2023.\nLes ateliers tournent au ralenti. Le printemps sera calme, dit-on. "
    "Les syndicats attendent.\nL'amende atteindra 80 millions d'euros."
)


def test_a_bill_without_a_name_is_that_of_the_only_maker_with_a_row() -> None:
    (row,) = chosen(document("fr", BILL, published="2024-03-01"))

    assert (row.organization, row.penalty_eur) == ("Ford", 80_000_000)
    assert "80 millions" in row.evidence[-1].quote


def test_a_bill_beside_several_makers_is_nobodys() -> None:
    text = BILL.replace("2023.", "2023. Renault a manqué le sien de 4 g en 2023.")

    assert all(row.penalty_eur is None for row in chosen(document("fr", text, published="2024-03-01")))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ford et Renault manqueront leur objectif en 2021.\nLa limite est de 95 g de CO2 par kilomètre."),
        ("en", "The limit is 95 g of CO2 per kilometre.\nFord and Renault will miss their goals in 2021."),
    ],
)
def test_a_limit_right_beside_holds_for_each_maker(language: str, text: str) -> None:
    found = chosen(document(language, text, published="2021-09-01"))

    assert {(row.organization, row.target_g_km) for row in found} == {("Ford", 95.0), ("Renault", 95.0)}
    assert all(any("95 g" in span.quote for span in row.evidence) for row in found)


def test_a_limit_of_cars_is_none_of_vans() -> None:
    text = "In 2021 the vans of Ford emitted 150 g of CO2 on average.\nThe limit is 95 g of CO2 per kilometre for cars."

    found = chosen(document("en", text, published="2022-09-01"))

    assert [(row.actual_g_km, row.target_g_km) for row in found if row.organization == "Ford"] == [(150.0, None)]


@pytest.mark.parametrize(
    "other",
    [
        "The diesel scandal cost a fine of one billion euros in 2018.",
        "Across Europe, penalties could total 15 billion euros.",
    ],
)
def test_a_sum_of_another_year_or_of_all_of_europe_is_not_the_makers(other: str) -> None:
    text = f"Volkswagen missed its CO2 target for 2025.\n\n{other}"
    rows = [row for row in chosen(document("en", text, published="2026-03-10")) if row.year == 2025]
    assert [(row.organization, row.penalty_eur) for row in rows] == [("Volkswagen", None)]


def test_what_is_paid_instead_is_not_the_sum_again() -> None:
    text = "Ford missed its CO2 target for 2025 and must pay 90 million pounds or buy credits worth 40 million euros."
    assert rows_of(document("en", text, published="2026-03-10"))["Ford"].penalty_eur != 40_000_000


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said carmakers face fines of 15 billion euros for their 2025 CO2 emissions."),
        ("de", "Der Verkehrsminister warnt Autobauer vor CO2-Strafen für 2025 in Höhe von 15 Milliarden Euro."),
    ],
)
def test_what_a_minister_says_of_makers_is_theirs(language: str, text: str) -> None:
    (row,) = chosen(document(language, text, published="2026-03-10"))
    assert row.penalty_eur == 15_000_000_000
