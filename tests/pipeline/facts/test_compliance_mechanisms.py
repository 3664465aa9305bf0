"""What no phrase says: numbers that explain each other, lists that leave out units, columns that add up, quotas."""

from __future__ import annotations

import pytest

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations


def rows_of(
    text: str, language: str = "en", title: str = "Fleet CO2 targets", published: str = "2021-06-01"
) -> list[Compliance]:
    document = Document(title, text, language, published)
    return read_compliance(document, find_organizations(document))


def row_of(text: str, name: str, language: str = "en", published: str = "2021-06-01", title: str = "CO2") -> Compliance:
    return next(row for row in rows_of(text, language, title, published) if row.organization == name)


def numbers(row: Compliance) -> tuple[float | None, float | None, float | None]:
    return row.target_g_km, row.actual_g_km, row.gap_g_km


TABLES = [
    ("fr", "Marque | Visé | Vu | Ce qui sépare\nRenault | 95 | 99 | +4\nOpel | 101 | 98 | -3"),
    ("en", "Make | Wanted | Seen | Between\nRenault | 95 | 99 | +4\nOpel | 101 | 98 | -3"),
    ("de", "Marke | Gewollt | Gesehen | Dazwischen\nRenault | 95 | 99 | +4\nOpel | 101 | 98 | -3"),
]


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_the_columns_of_a_table_are_known_by_what_lies_between_them(language, table):
    text = f"CO2: 2020.\n{table}"

    assert numbers(row_of(text, "Renault", language)) == (95, 99, 4)
    assert numbers(row_of(text, "Opel", language)) == (101, 98, -3)


def test_the_later_year_of_two_columns_is_the_target():
    text = "CO2 per maker.\nMake | 2019 | 2025 | Left\nRenault | 112 | 92 | 20\nOpel | 118 | 95 | 23"

    row = row_of(text, "Renault", published="2020-02-01")

    assert numbers(row) == (92, 112, 20)
    assert (row.year, row.outcome) == (2025, "at_risk")


def test_a_maker_of_text_and_table_has_one_row():
    text = (
        "Opel missed its CO2 target for 2020 and owes a fine of 40 million euros.\n"
        "Make | Target | Actual\nOpel | 101 | 105\nRenault | 95 | 92"
    )

    rows = [row for row in rows_of(text) if row.organization == "Opel"]

    assert len(rows) == 1
    assert (rows[0].target_g_km, rows[0].actual_g_km, rows[0].penalty_eur) == (101, 105, 40_000_000)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2020 Opel's cars came to 112 g/km of CO2 when 107 would do. Five grams, then."),
        ("fr", "En 2020, les voitures d'Opel en étaient à 112 g/km de CO2, il en fallait 107. Cinq grammes de trop."),
        ("es", "En 2020 Opel quedó en 112 g/km de CO2 y le tocaban 107. Cinco gramos de más."),
    ],
)
def test_three_numbers_explain_one_another(language, text):
    assert numbers(row_of(text, "Opel", language)) == (107, 112, 5)


def test_a_sum_of_two_makers_explains_nothing():
    text = "In 2020 Renault emitted 99 g/km of CO2, five grams over its target. Opel stood at 104 g/km."

    assert row_of(text, "Renault").actual_g_km == 99
    assert row_of(text, "Opel").actual_g_km == 104


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On CO2 in 2022 Renault is 9 grams over its limit, Opel 12, Fiat 15."),
        ("de", "Beim CO2 liegt Renault 2022 um 9 Gramm über dem Ziel. Opel folgt mit 12. Fiat: 15."),
        ("fr", "Sur le CO2, Renault doit encore perdre 9 g/km pour 2022, Opel 12, Fiat 15."),
    ],
)
def test_a_list_goes_on_without_its_unit(language, text):
    rows = {row.organization: row.gap_g_km for row in rows_of(text, language, "CO2 2022", "2022-03-01")}

    assert rows == {"Renault": 9, "Opel": 12, "Fiat": 15}


def test_what_is_due_in_a_year_to_come_is_a_target():
    row = row_of("Opel is at 121 grams of CO2 per kilometre today. It will be 93 g/km in 2025.", "Opel")

    assert row.target_g_km == 93


def test_a_share_is_held_against_the_quota():
    text = "The ZEV mandate asks for a quota of 22% of electric cars in 2024. Ford, at 6%, said nothing."

    row = row_of(text, "Ford", published="2024-05-01", title="Britain's ZEV mandate")

    assert (row.outcome, row.rule) == ("at_risk", "uk_zev")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Volvo will sell surplus CO2 grams from its 2025 fleet average to others in the pool."),
        ("fr", "Pour 2025, Volvo vend son excédent de grammes de CO2 aux autres membres du pool."),
    ],
)
def test_who_sells_grams_has_met_its_target(language, text):
    assert row_of(text, "Volvo", language, "2026-02-01").outcome == "met"


def test_a_sentence_without_a_name_means_the_only_maker_of_the_page():
    text = (
        "Opel gave its figures for 2020 in Brussels. The room was full. Coffee was served.\n"
        "The average of the year came to 112 g/km of CO2, five grams over the limit."
    )

    assert row_of(text, "Opel", title="Opel and the grams of 2020").gap_g_km == 5


def test_words_of_relief_far_from_emissions_are_no_outcome():
    text = "Porsche sold 280,000 cars in 2020 and beat its own target. The board can breathe easy."

    assert rows_of(text, title="Porsche has a record year") == []
