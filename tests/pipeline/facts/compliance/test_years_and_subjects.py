"""Which year a row is of, and whom a sentence without a maker's name is about."""

from __future__ import annotations

import pytest

from pipeline.facts.compliance.possible_bodies import possible_bodies
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.compliance.year_order import YearOrder
from tests.pipeline.facts.compliance.reading_rows import chosen, document, page_of, rows_of


def test_a_year_behind_co2_is_a_year() -> None:
    page = document("es", "El promedio cayó a 98 g/km.", headline="Balance CO2 2025: quién cumple")
    assert [one.year for one in page_of(page).readings[0].years] == [2025]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'année écoulée, Kia a tenu son objectif CO2."),
        ("en", "In the year just ended Kia met its CO2 target."),
        ("de", "Im abgelaufenen Jahr hat Kia sein CO2-Ziel erreicht."),
        ("es", "En el último ejercicio Kia cumplió su objetivo de CO2."),
        ("it", "Nell'anno appena concluso Kia ha rispettato il suo obiettivo di CO2."),
    ],
)
def test_last_year_has_many_names(language: str, text: str) -> None:
    assert rows_of(document(language, text, published="2026-01-20"))["Kia"].year == 2025


def test_the_year_of_an_opening_holds_where_the_sentence_behind_it_tells_of_emissions() -> None:
    text = (
        "Nun liegt die Abrechnung für 2012 vor. Im Durchschnitt stießen Neuwagen in der Schweiz 151 Gramm CO2 aus.\n"
        "Andere hatten weniger Glück. Auch Opel Switzerland hat die Vorgabe verfehlt.\n"
        "130 Gramm im Schnitt sind ab 2015 verlangt."
    )
    assert rows_of(document("de", text, headline="Erste Abrechnung"))["Opel Switzerland"].year == 2012


def test_the_order_of_names_and_years() -> None:
    text = "In 2024 Kia met its CO2 target. For 2025 Ford is at risk of missing its CO2 target."
    page = page_of(document("en", text, published="2025-06-01"))
    bodies = possible_bodies(page, [])
    order = YearOrder(PageSigns(page, bodies))
    kia = next(one for one in bodies if one.name == "Kia")

    assert "last named before" in set(order.signs_of(kia, 2024))
    assert "next named, one before" in set(order.signs_of(kia, 2025))
    assert "not the last named before" in set(order.signs_of(kia, 2025))


def test_we_in_a_market_is_the_maker_that_speaks() -> None:
    text = (
        "Suzuki France arrête le Jimny. Le président de Suzuki France s'en explique.\n"
        "Avec les voitures vendues aujourd'hui, nous serions à 112 g en Europe quand on attend de nous 95,4 g en 2025."
    )
    found = rows_of(document("fr", text, headline="Suzuki France et le CO2", published="2024-10-03"))

    assert found["Suzuki France"].actual_g_km == 112
    assert "Europe" not in found


def test_an_average_on_a_page_about_one_countrys_sales_is_that_countrys() -> None:
    text = (
        "Il mercato italiano dell'auto chiude settembre con 126.340 immatricolazioni.\n"
        "La media delle nuove immatricolazioni è di 112,7 g/km di CO2. L'Italia resta lontana dai 93,6 g/km che "
        "l'Europa si attende."
    )
    found = rows_of(document("it", text, headline="Auto, settembre in rialzo", published="2025-10-01"))

    assert found["Italia"].actual_g_km == 112.7
    assert "Europa" not in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Sans le pool de Tesla, Ford aurait dépassé sa limite de CO2 de 11 g en 2024."),
        ("en", "Ford would have been 11 g above its CO2 limit in 2024 without its pool."),
    ],
)
def test_what_would_have_been_missed_without_help_was_at_risk(language: str, text: str) -> None:
    assert rows_of(document(language, text, published="2025-02-01"))["Ford"].outcome == "at_risk"


def test_a_headline_on_makers_at_large_only_announces_what_follows_of_each() -> None:
    page = document(
        "fr", "Kia a manqué son objectif CO2 de 2,8 g/km.", headline="CO2 2020 : le bilan des constructeurs"
    )
    assert set(rows_of(page)) == {"Kia"}


def test_a_company_of_a_country_is_no_double_of_the_country() -> None:
    text = (
        "Les voitures neuves mises en circulation en Suisse en 2019 ont rejeté 137,4 g de CO2 par kilomètre en "
        "moyenne, alors que la loi en tolérait 130.\nToyota Suisse a tenu son objectif de CO2 en 2019."
    )
    page = document("fr", text, headline="Sanctions CO2 en Suisse", published="2020-06-19")
    assert {row.organization for row in chosen(page)} >= {"Suisse", "Toyota Suisse"}


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("es", "Seat cumplió el objetivo de 2020. Volkswagen no lo cumplió por 0,5 g.", "Volkswagen", "missed"),
        ("en", "Stellantis will pay Tesla for 2020.", "Stellantis", "missed"),
        ("en", "Fiat will have to pay for 2020.", "Fiat", "missed"),
    ],
)
def test_a_miss_or_a_bill_of_a_year_that_is_over_is_no_risk(language: str, text: str, name: str, expected: str) -> None:
    rows = chosen(document(language, text, published="2021-07-20"))
    assert {row.organization: row.outcome for row in rows}[name] == expected


def test_an_average_that_is_also_called_a_target_is_where_it_stands() -> None:
    text = (
        "Der Flottenwert von BMW lag bis 30. Juni bei 104 g/km. Der Abstand zum Ziel 2021 (126 g/km) beträgt 22 Gramm."
    )
    (row,) = chosen(document("de", text, published="2021-07-20"))
    assert (row.actual_g_km, row.target_g_km) == (104.0, 126.0)


def test_one_sentence_has_one_outcome_of_a_body() -> None:
    rows = chosen(document("en", "Emil Frey, who imports Kia and Mitsubishi, met the 2020 target."))
    assert {row.outcome for row in rows} == {"met"}


def test_a_text_without_full_stops_is_read_in_pieces() -> None:
    text = "Volkswagen met its CO2 target of 95 g/km in 2021 and Renault missed it by 3 g, " * 100
    page = page_of(document("en", text))
    pieces = [reading.sentence for reading in page.readings[1:]]

    assert max(len(one.text) for one in pieces) <= 2000
    assert all(page.document.text[one.start : one.end] == one.text for one in pieces)
