"""Numbers as five languages write them."""

from __future__ import annotations

import pytest

from pipeline.facts.numbers import Quantity, find_quantities


def only(text: str, language: str) -> Quantity:
    found = find_quantities(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "soit 12 345 unités", 12345),
        ("fr", "soit 12\u00a0345 unités", 12345),
        ("fr", "soit 12\u202f345 unités", 12345),
        ("fr", "soit 12\u2009345 unités", 12345),
        ("fr", "soit 1.234.567 unités", 1234567),
        ("fr", "soit 7.432 véhicules", 7432),
        ("fr", "soit 2'345'678 unités", 2345678),
        ("fr", "soit 98’700 unités", 98700),
        ("fr", "soit 97531 unités", 97531),
        ("fr", "2,35 millions d'unités", 2_350_000),
        ("fr", "6,73 millions d'unités", 6_730_000),
        ("fr", "près d'un million de voitures", 1_000_000),
        ("fr", "deux millions et demi de ventes", 2_500_000),
        ("fr", "un demi-million de ventes", 500_000),
        ("fr", "vingt-deux mille commandes", 22_000),
        ("fr", "40 milliers de commandes", 40_000),
        ("en", "300,400 units", 300_400),
        ("en", "1,234,567 units", 1_234_567),
        ("en", "Golf: 31.842", 31_842),
        ("en", "1.2m cars", 1_200_000),
        ("en", "two million cars", 2_000_000),
        ("en", "half a million cars", 500_000),
        ("en", "one and a half million cars", 1_500_000),
        ("de", "215.300 Autos", 215_300),
        ("de", "32'100 Autos", 32_100),
        ("de", "1,2 Mio. Autos", 1_200_000),
        ("de", "eine halbe Million Autos", 500_000),
        ("de", "zweihunderttausend Autos", 200_000),
        ("es", "41.207 unidades", 41_207),
        ("es", "20 mil unidades", 20_000),
        ("es", "medio millón de coches", 500_000),
        ("es", "dos millones de coches", 2_000_000),
        ("it", "58.204 vetture", 58_204),
        ("it", "50mila vetture", 50_000),
        ("it", "mezzo milione di vetture", 500_000),
    ],
)
def test_counts_in_every_form(language: str, text: str, value: float) -> None:
    found = only(text, language)

    assert found.kind == "count"
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "text", "kind", "signed"),
    [
        ("fr", "(+ 3,1 %)", "percent", 3.1),
        ("fr", "(– 14,7\u00a0%)", "percent", -14.7),
        ("fr", "une hausse de 27.2 %", "percent", 27.2),
        ("fr", "recule de 0,3 pour cent", "percent", 0.3),
        ("fr", "en progression de 2,9 points", "points", 2.9),
        ("fr", "+0,3 pt", "points", 0.3),
        ("en", "rose 37.5 pct", "percent", 37.5),
        ("en", "-3%", "percent", -3),
        ("en", "0.4 percentage points", "points", 0.4),
        ("de", "5,3 Prozent weniger", "percent", 5.3),
        ("de", "0,4 Prozentpunkte weniger", "points", 0.4),
        ("es", "un 8 % menos", "percent", 8),
        ("es", "dos puntos porcentuales", "points", 2),
        ("it", "il 9,4% in meno", "percent", 9.4),
        ("it", "2,3 punti percentuali", "points", 2.3),
        ("fr", "98,5 g/km", "grams", 98.5),
        ("fr", "un demi-gramme de trop", "grams", 0.5),
        ("de", "131 Gramm", "grams", 131),
        ("en", "95g/km", "grams", 95),
    ],
)
def test_percent_points_and_grams_are_told_apart(language: str, text: str, kind: str, signed: float) -> None:
    found = only(text, language)

    assert found.kind == kind
    assert found.signed == pytest.approx(signed)


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"),
    [
        ("fr", "37 millions d'euros", 37e6, "EUR"),
        ("fr", "2 800 €", 2800, "EUR"),
        ("en", "GBP12,000 a car", 12000, "GBP"),
        ("en", "$4.2bn", 4.2e9, "USD"),
        ("de", "2,5 Mrd. Euro", 2.5e9, "EUR"),
    ],
)
def test_money_carries_its_currency(language: str, text: str, value: float, currency: str) -> None:
    found = only(text, language)

    assert (found.kind, found.unit) == ("money", currency)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "text", "percent"),
    [
        ("fr", "un sur cinq", 20),
        ("fr", "huit voitures sur dix", 80),
        ("en", "one in five", 20),
        ("de", "jeder vierte Neuwagen", 25),
        ("de", "drei von zehn", 30),
        ("es", "uno de cada cinco", 20),
        ("it", "uno su quattro", 25),
    ],
)
def test_shares_in_words_are_percentages(language: str, text: str, percent: float) -> None:
    found = only(text, language)

    assert found.kind == "percent"
    assert found.value == pytest.approx(percent)


def test_doubling_is_a_factor() -> None:
    assert only("les ventes ont doublé", "fr").kind == "factor"
    assert only("die Zahl hat sich verdreifacht", "de").value == 3


@pytest.mark.parametrize("text", ["la e-208", "le CO2", "le 16e", "la 6ème place", "n°10 000", "une voiture"])
def test_names_ordinals_and_articles_are_no_numbers(text: str) -> None:
    assert find_quantities(text, "fr") == []


def test_a_year_keeps_apart_from_the_number_behind_it() -> None:
    found = find_quantities("en 2020 71 402 voitures", "fr")

    assert [(one.kind, one.value) for one in found] == [("year", 2020), ("count", 71402)]


def test_what_measures_something_else_is_a_measure() -> None:
    assert {one.kind for one in find_quantities("600 ch, 2.339 mètres, 40 jours et 3 ans", "fr")} == {"measure"}


def test_a_dash_before_a_count_is_no_sign() -> None:
    found = find_quantities("- 88 120 voitures", "fr")

    assert [(one.value, one.sign) for one in found] == [(88120, 0)]


def test_the_span_is_the_number_with_its_unit() -> None:
    text = "soit (+ 3,1 %) de plus"
    found = only(text, "fr")

    assert text[found.start : found.end] == "+ 3,1 %"


def test_an_unknown_language_reads_english_forms() -> None:
    assert [one.value for one in find_quantities("1,234 units, 5.5%", None)] == [1234, 5.5]
