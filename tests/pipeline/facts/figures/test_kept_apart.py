"""What stands near a number and is not its own: a source, another model's kind, another time, another country."""

from __future__ import annotations

import pytest

from pipeline.article import Figure
from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.organizations.find import find_organizations


def figures_of(language: str, headline: str, text: str, published: str = "2024-06-05") -> dict[float | None, Figure]:
    document = Document(headline, text, language, published)
    return {row.value: row for row in read_figures(document, find_organizations(document))}


@pytest.mark.parametrize(
    ("language", "text", "value", "maker"),
    [
        ("en", "According to SMMT Ford registered 9,812 cars in the UK in May, and Kia 8,900.", 9_812, "Ford"),
        ("fr", "Selon Dataforce Renault a immatriculé 24 120 voitures en France en mai.", 24_120, "Renault"),
        ("es", "Según Anfac Seat matriculó 7.412 turismos en España en mayo.", 7_412, "Seat"),
        ("it", "Secondo Dataforce Fiat ha immatricolato 14.412 auto in Italia a maggio.", 14_412, "Fiat"),
    ],
)
def test_a_maker_right_behind_a_source_is_no_source(language: str, text: str, value: int, maker: str) -> None:
    assert figures_of(language, "", text)[value].subject == maker


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        (
            "de",
            "Kia hat im Mai in Deutschland 6.900 Autos zugelassen. Der Transporter PV5 kommt 2025. "
            "Der Sportage kam auf 2.100 Neuzulassungen.",
            2_100,
        ),
        (
            "fr",
            "Renault a immatriculé 24 000 voitures en mai. Un utilitaire électrique arrivera en 2025. "
            "La Clio totalise 9 100 immatriculations.",
            9_100,
        ),
    ],
)
def test_a_van_that_is_only_announced_makes_no_van_of_the_next_model(language: str, text: str, value: int) -> None:
    assert figures_of(language, "", text)[value].segment is None


def test_three_quarters_of_the_cars_are_no_period() -> None:
    text = "Norway registered 11,500 cars in May. Three quarters were electric. Tesla sold 2,165 cars."
    assert figures_of("en", "", text)[2_165].period == "2024-05"


def test_the_last_twelve_months_are_no_calendar_year() -> None:
    text = "Ferrari sold 13,663 cars in 2023. Over the last 12 months it sold 13,900 cars."
    rows = figures_of("en", "", text, "2024-11-20")
    assert (rows[13_663].period, rows[13_900].period) == ("2023", None)


def test_a_comparison_with_the_year_before_last_dates_nothing_in_february() -> None:
    text = "Il mercato italiano resta in calo rispetto al 2023. Sono state immatricolate 133.692 auto, il 5,8% in meno."
    assert figures_of("it", "", text, "2025-02-04")[133_692].period is None


def test_a_country_somebody_strives_for_a_place_in_is_where_it_has_sold() -> None:
    headline = "Chery eyes UK top ten after selling 5,102 cars in March"
    assert figures_of("en", headline, "Chery sold 5,102 cars in March.", "2024-04-04")[5_102].geography == "GB"
