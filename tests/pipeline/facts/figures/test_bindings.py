"""Whose a number is, of which period, and which numbers are no figure."""

from __future__ import annotations

import pytest

from pipeline.facts.periods import find_periods
from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("fr", "Kia, dont le Niro séduit, a vendu 52 300 voitures en mai 2021.", "Kia"),
        ("fr", "Kia, distribué par le groupe Vaumond, a vendu 52 300 voitures en mai 2021.", "Kia"),
        ("fr", "Avec 52 300 ventes en mai 2021, Kia devance tout le monde.", "Kia"),
        ("fr", "Kia profite de la chute de Ford et a vendu 52 300 voitures en mai 2021.", "Kia"),
        ("en", "With 52,300 sales in May 2021, Kia came first.", "Kia"),
    ],
)
def test_asides_and_objects_are_not_who_sold(language: str, text: str, subject: str) -> None:
    assert [(one.subject, one.value) for one in figures(text, language=language)] == [(subject, 52_300)]


def test_countries_of_a_market_keep_their_numbers_where_the_headline_names_a_maker() -> None:
    found = figures(
        "Le marché européen a gagné 2 % à 1 250 000 unités. "
        "L'Italie avance de 3 % à 140 200 et l'Espagne de 1 % à 98 300.",
        headline="Europe : mai profite à tous, sauf à Kia",
        published="2021-06-03",
    )

    assert [(one.subject, one.geography) for one in found][1:] == [("Italie", "IT"), ("Espagne", "ES")]


def test_a_name_before_a_colon_is_the_maker_of_the_headline() -> None:
    found = figures("Hier, Orvelia a livré 52 300 véhicules au monde.", headline="Orvelia : un mois record")

    assert [one.subject for one in found] == ["Orvelia"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Kia a vendu 4 100 voitures en juin 2021. Depuis janvier, la marque en a vendu 21 300.", "2021-H1"),
        ("Kia a vendu 4 100 voitures en mai 2021. Depuis janvier, la marque en a vendu 21 300.", None),
        ("Kia a vendu 4 100 voitures en mai 2021. Sur l'ensemble de l'exercice, la marque table sur 21 300.", "2021"),
        ("Kia a vendu 4 100 voitures en mars 2021. Sur trois mois, la marque en a vendu 21 300.", "2021-Q1"),
    ],
)
def test_runs_and_whole_years_are_dated_by_the_article(text: str, period: str | None) -> None:
    found = figures(text, published="2021-07-02")

    assert [(one.value, one.period) for one in found][1:] == [(21_300, period)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "in the three months to September 2024", "2024-Q3"),
        ("fr", "à fin juin 2023", "2023-H1"),
        ("es", "hasta junio de 2023", "2023-H1"),
        ("de", "bis Ende März 2023", "2023-Q1"),
    ],
)
def test_months_up_to_a_month(language: str, text: str, value: str) -> None:
    assert [one.value for one in find_periods(text, language)] == [value]


def test_an_earlier_value_is_of_the_same_part_of_its_year() -> None:
    found = figures("Kia a vendu 4 100 voitures en mars 2021, contre 3 900 en 2020.")

    assert [(one.value, one.period) for one in found] == [(4_100, "2021-03"), (3_900, "2020-03")]


def test_a_change_told_in_the_next_sentence() -> None:
    found = figures("Kia a vendu 4 100 voitures en mars 2021. Un volume en hausse de 8 %.")

    assert [(one.value, one.change_pct) for one in found] == [(4_100, 8)]


def test_changes_of_a_list_stand_behind_it_in_order() -> None:
    found = figures("Kia et Ford ont vendu respectivement 4 100 et 5 200 voitures en mars 2021 (soit -8 % et -9 %).")

    assert [(one.value, one.change_pct) for one in found] == [(4_100, -8), (5_200, -9)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales started well: prices lie between 28,800 and 38,800 yuan."),
        ("en", "Most of the top 20 models lost sales in May 2021."),
        ("fr", "Les ventes reprendront avec 16 nouveaux modèles en 2021."),
        ("fr", "Kia vend bien, et sa marge atteint 4,6 % du marché visé."),
        ("fr", "Vendu à son premier client, ce roadster de 1930 livré neuf est une pièce de musée."),
    ],
)
def test_prices_ranks_launches_margins_and_years_are_no_figures(language: str, text: str) -> None:
    assert figures(text, language=language) == []


def test_a_share_of_its_own_sales_is_no_market_share() -> None:
    found = figures(
        "Kia a vendu 4 100 voitures en mars 2021. Le Niro représente 40 % de ses ventes.", headline="Kia en forme"
    )

    assert [one.metric for one in found] == ["sales"]


def test_the_headline_only_rounds() -> None:
    found = figures("Kia a vendu 60 240 voitures en 2021.", headline="Kia vend plus de 60 000 voitures en 2021")

    assert [one.value for one in found] == [60_240]


def test_a_country_that_a_headline_speaks_of_is_not_where_a_maker_sold() -> None:
    found = figures(
        "Kia sold 60,240 cars in 2021.", headline="Kia sales slip as China sours", language="en", published="2022-01-05"
    )

    assert [one.geography for one in found] == ["World"]
