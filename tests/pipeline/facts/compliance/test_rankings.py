"""Averages that stand right behind the names of a ranking."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.compliance.reading_rows import document, page_of, rows_of


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("fr", "Les voitures neuves ont émis 131 g de CO2 par km en moyenne en 2011.",
         "En tête du classement, Kia (124,2), Fiat (126,5) et Dacia (129,1)."),
        ("en", "New cars averaged 131 g of CO2 per km in 2011.",
         "Kia (124.2), Fiat (126.5) and Dacia (129.1) lead the table."),
        ("de", "Neuwagen stießen 2011 im Schnitt 131 g CO2 je km aus.",
         "Vorn liegen Kia (124,2), Fiat (126,5) und Dacia (129,1)."),
        ("es", "Los coches nuevos emitieron de media 131 g de CO2 por km en 2011.",
         "Por marcas, Kia (124,2), Fiat (126,5) y Dacia (129,1) encabezan la lista."),
        ("it", "Le auto nuove hanno emesso in media 131 g di CO2 per km nel 2011.",
         "Guidano Kia (124,2), Fiat (126,5) e Dacia (129,1)."),
    ],
)  # fmt: skip
def test_numbers_in_brackets_behind_the_names_of_a_list(language: str, before: str, text: str) -> None:
    found = rows_of(document(language, f"{before} {text}", published="2012-03-01"))

    assert {name: found[name].actual_g_km for name in ("Kia", "Fiat", "Dacia")} == {
        "Kia": 124.2,
        "Fiat": 126.5,
        "Dacia": 129.1,
    }


def test_a_name_and_its_number_a_line_under_the_unit() -> None:
    text = (
        "Average CO2 emissions of 2011 by brand, in g/km:\n1. Kia: 124.2 (3)\n2. Fiat: 126.5 (1)\n3. Dacia: 129.1 (2)"
    )
    found = rows_of(document("en", text, headline="Fleet CO2 emissions by brand", published="2012-03-01"))

    assert {name: found[name].actual_g_km for name in ("Kia", "Fiat", "Dacia")} == {
        "Kia": 124.2,
        "Fiat": 126.5,
        "Dacia": 129.1,
    }


def test_numbers_of_a_page_without_grams_are_none() -> None:
    text = "Kia (124.2), Fiat (126.5) and Dacia (129.1) rose on the exchange."
    assert not rows_of(document("en", text, headline="Shares", published="2012-03-01"))


@pytest.mark.parametrize(
    "text",
    [
        "The EU fleet target for 2021 is 95 g/km. Sales in thousands: Ford (120), Opel (95) and Kia (88).",
        "Average CO2 emissions were 118 g/km in 2021. Dealer numbers also grew: Ford (220), Opel (180) and Kia (150).",
        "Average CO2 emissions were 118 g/km in 2021. Peugeot (208), Fiat (124) and Mazda (121) have good models.",
        "Average CO2 emissions were 118 g/km in 2021. Peugeot (208), Fiat (124) and Mazda (121) please the jury.",
        "Average CO2 emissions were 118 g/km in 2021.\nFord: 220\nOpel: 180",
        "The fleet target is 95 g/km, and these are the sales:\nFord: 120\nOpel: 98",
        "Average CO2 emissions of 2020, in g/km:\nMazda 121\nBMW 116\nAudi 100\nAudi 80",
    ],
)
def test_sales_dealers_and_models_are_no_averages(text: str) -> None:
    readings = page_of(document("en", text)).readings
    assert not [one for reading in readings[2:] for one in reading.grams]


def test_whole_numbers_in_lines_under_the_unit_are_averages() -> None:
    text = "Average CO2 emissions of new vehicles in 2020, in g/km:\nPeugeot: 98\nFiat: 101\nKia: 99"
    lines = page_of(document("en", text)).readings[2:]
    assert [[one.value for one in reading.grams] for reading in lines] == [[98.0], [101.0], [99.0]]
