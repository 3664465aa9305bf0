"""What a sentence leaves to those around it: its maker, its change, its way of counting, its being a share."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.headline_company import with_headline_company
from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia a vendu 52 300 voitures en mai 2021. Les modèles électriques ont représenté 4 100 unités."),
        ("en", "Kia sold 52,300 cars in May 2021. Electric models reached 4,100 units."),
        ("es", "Kia vendió 52.300 coches en mayo de 2021. Los eléctricos alcanzaron 4.100 unidades."),
    ],
)
def test_a_text_that_opens_with_a_maker_goes_on_about_it(language: str, text: str) -> None:
    found = figures(text, language=language)

    assert [(one.subject, one.value, one.segment) for one in found] == [("Kia", 52_300, None), ("Kia", 4_100, "bev")]


def test_a_ranking_stays_in_the_segment_of_the_first_figure() -> None:
    found = figures("En mai 2021, 30 200 utilitaires ont été immatriculés en France. Kia en a vendu 4 100 unités.")

    assert [(one.value, one.segment) for one in found] == [(30_200, "lcv"), (4_100, "lcv")]


def test_electric_cars_on_the_used_market_are_electric() -> None:
    found = figures("En mai 2021, 9 800 voitures électriques d'occasion ont été vendues en France.")

    assert [one.segment for one in found] == ["bev"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kia sold 52,300 cars in May 2021. Down 2.4%."),
        ("es", "Kia vendió 52.300 coches en mayo de 2021. Bajan un 2,4 %."),
        ("fr", "Kia a vendu 52 300 voitures en mai 2021. Un an plus tôt : 53 600. Baisse : 2,4 %."),
    ],
)
def test_a_change_in_a_short_sentence_of_its_own(language: str, text: str) -> None:
    assert [(one.value, one.change_pct) for one in figures(text, language=language)] == [(52_300, -2.4)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le diesel pèse 24 % du marché en mai 2021. L'essence tient encore 38 %. Reste 17 % pour les hybrides."),
        ("en", "Diesel took 24% of the market in May 2021. Petrol is still on 38%. That leaves 17% for hybrids."),
    ],
)
def test_shares_behind_shares_need_no_word_for_it(language: str, text: str) -> None:
    found = figures(text, language=language)

    assert [(one.value, one.segment) for one in found] == [(24, "diesel"), (38, "petrol"), (17, "hybrid")]
    assert {one.metric for one in found} == {"market_share"}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Kia a livré 2 100 voitures en mai 2021, dont 640 en France.", 640),
        ("en", "Kia delivered 2,100 cars in May 2021. China took 332.", 332),
        ("en", "In May 2021 Kia led on 52 registrations, Ford followed on 38, Opel on 31.", 31),
    ],
)
def test_bare_numbers_that_count(language: str, text: str, value: float) -> None:
    assert value in [one.value for one in figures(text, language=language)]


def test_a_table_without_a_header_is_read() -> None:
    found = figures("Registrations in May 2021:\nKia | 10,846 | +39.4%\nFord | 1,705 | +22.0%", language="en")

    assert [(one.subject, one.value, one.change_pct) for one in found] == [("Kia", 10_846, 39.4), ("Ford", 1_705, 22)]


def test_the_same_period_of_last_year_is_one_of_comparison() -> None:
    found = figures(
        "En octobre 2020, le diesel pèse 27 % du marché, alors qu'il était à un tiers à la même époque en 2019. "
        "L'essence tient 46 %."
    )

    assert {one.period for one in found} == {"2020-10"}


def test_the_name_that_opens_the_headline_and_is_taken_up_is_a_company() -> None:
    document = Document("Voltorel change de cap", "Hier, chez Voltorel, on comptait 12 300 ventes.", "fr", None)

    assert {one.record.name for one in with_headline_company(document, [])} == {"Voltorel"}


def test_a_town_of_the_headline_is_no_company() -> None:
    document = Document("Rumbo a Esmirna", "Los coches salen hacia Esmirna. En Esmirna esperan.", "es", None)

    assert not with_headline_company(document, [])
