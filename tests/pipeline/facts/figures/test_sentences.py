"""Figures read from sentences."""

from __future__ import annotations

import pytest

from pipeline.article import Figure
from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.organizations.find import find_organizations


def figures(text: str, *, headline: str = "", language: str = "fr", published: str | None = None) -> list[Figure]:
    document = Document(headline, text, language, published)
    found = read_figures(document, find_organizations(document))
    for figure in found:
        assert 0 <= figure.confidence <= 1
        assert figure.evidence
        for span in figure.evidence:
            assert getattr(document, span.field)[span.start : span.end] == span.quote
    return found


def values(text: str, **options: str | None) -> list[tuple[float | None, float | None]]:
    return [(one.value, one.change_pct) for one in figures(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text", "value", "change"),
    [
        ("fr", "Renault a vendu 52 300 voitures en mai 2021, en hausse de 4,5 %.", 52_300, 4.5),
        ("fr", "Les ventes de Renault ont reculé de 4,5 % en mai 2021, à 52 300 unités.", 52_300, -4.5),
        ("fr", "Renault a immatriculé 52 300 véhicules (- 4,5 %) en mai 2021.", 52_300, -4.5),
        ("fr", "Renault a livré 52 300 véhicules en mai 2021, soit 4,5 % de moins qu'en mai 2020.", 52_300, -4.5),
        ("fr", "Les ventes de Renault (+4,5 % à 52 300) ont progressé en mai 2021.", 52_300, 4.5),
        ("fr", "Les ventes de Renault ont doublé en mai 2021, à 52 300 unités.", 52_300, 100),
        ("en", "Ford sold 52,300 cars in May 2021, down 4.5% on the year before.", 52_300, -4.5),
        ("en", "In May 2021, Ford sales fell 4.5 pct to 52,300 from 54,700.", 52_300, -4.5),
        ("de", "Opel verkaufte im Mai 2021 52.300 Autos, 4,5 Prozent weniger als im Vorjahr.", 52_300, -4.5),
        ("de", "BMW lieferte im Mai 2021 52.300 Fahrzeuge aus, ein Plus von 4,5 Prozent.", 52_300, 4.5),
        ("es", "Kia matriculó 52.300 turismos en mayo de 2021, un 4,5 % menos.", 52_300, -4.5),
        ("it", "Fiat ha immatricolato 52.300 vetture a maggio 2021, il 4,5% in meno.", 52_300, -4.5),
        ("it", "Le consegne di Fiat sono state 52.300 (+4,5%) a maggio 2021.", 52_300, 4.5),
    ],
)
def test_a_count_with_its_change(language: str, text: str, value: float, change: float) -> None:
    found = figures(text, language=language)

    assert [(one.value, one.change_pct, one.period) for one in found] == [(value, change, "2021-05")]


def test_market_and_maker_of_one_sentence_keep_their_own_change() -> None:
    found = figures(
        "Dans un marché en baisse de 3 % à 120 400 immatriculations, Kia a vendu 4 210 voitures, en hausse de 9 %.",
        headline="Le marché français en mai 2021",
    )

    assert [(one.value, one.change_pct) for one in found] == [(120_400, -3), (4_210, 9)]
    assert found[1].subject == "Kia"


def test_a_list_of_makers() -> None:
    found = figures("Immatriculations en Italie en mai 2021 : Skoda 4 210 (+2 %), Kia 3 950 (-1 %), Ford 3 120 (+8 %).")

    assert [(one.subject, one.value, one.change_pct) for one in found] == [
        ("Skoda", 4_210, 2),
        ("Kia", 3_950, -1),
        ("Ford", 3_120, 8),
    ]
    assert {one.geography for one in found} == {"IT"}


def test_an_elliptical_verb_gives_its_direction_to_the_next() -> None:
    assert values("Au premier semestre 2021, les ventes de Skoda cèdent 2 % à 214 000 unités, Kia 6 % à 117 000.") == [
        (214_000, -2),
        (117_000, -6),
    ]


def test_respectively_keeps_the_order() -> None:
    found = figures(
        "En France (- 20 %) et en Italie (- 7 %), 24 100 et 39 500 voitures ont respectivement été livrées.",
        headline="Skoda : les ventes de 2021",
    )

    assert [(one.value, one.change_pct, one.geography) for one in found] == [(24_100, -20, "FR"), (39_500, -7, "IT")]


def test_the_value_of_an_earlier_period_is_no_figure_of_this_one() -> None:
    assert values("Skoda a vendu 52 300 voitures en mai 2021, contre 54 700 un an plus tôt.") == [(52_300, None)]


def test_the_value_of_an_earlier_period_with_its_date_has_a_row_of_its_own() -> None:
    found = figures("Skoda a vendu 52 300 voitures en 2021, contre 54 700 en 2020.")

    assert [(one.value, one.period) for one in found] == [(52_300, "2021"), (54_700, "2020")]


@pytest.mark.parametrize(
    "text",
    [
        "Skoda a produit 52 300 voitures en mai 2021.",
        "Skoda rappelle 52 300 voitures vendues avec un airbag défectueux.",
        "Skoda va supprimer 52 300 emplois malgré ses ventes.",
        "Les ventes de Skoda rapportent 52 300 euros.",
        "L'an passé, 52 300 voitures ont été volées en France.",
        "Skoda a vendu sa première voiture il y a 40 ans, avec 120 ch.",
    ],
)
def test_other_numbers_give_no_figure(text: str) -> None:
    assert figures(text, published="2021-06-02") == []


def test_a_difference_is_no_level() -> None:
    assert values("Skoda a vendu 105 000 voitures en 2021, soit une hausse de 5 % (5 000 voitures).") == [(105_000, 5)]
    assert values("Skoda a vendu 105 000 voitures en 2021, soit 5 000 de plus.") == [(105_000, None)]


@pytest.mark.parametrize(
    ("language", "text", "value", "segment"),
    [
        ("fr", "En mai 2021, l'électrique pèse 7,5 % du marché français.", 7.5, "bev"),
        ("fr", "La part de marché du diesel recule à 21,5 % en mai 2021.", 21.5, "diesel"),
        ("en", "BEVs took 17.5% of the UK market in May 2021.", 17.5, "bev"),
        ("de", "Der Marktanteil der Diesel lag im Mai 2021 bei 21,5 Prozent.", 21.5, "diesel"),
        ("es", "El diésel alcanzó una cuota de mercado del 21,5 % en mayo de 2021.", 21.5, "diesel"),
        ("it", "A maggio 2021 la benzina scende al 31,5% del mercato.", 31.5, "petrol"),
    ],
)
def test_market_shares(language: str, text: str, value: float, segment: str) -> None:
    found = figures(text, language=language)

    assert [(one.metric, one.unit, one.value, one.segment, one.change_pct) for one in found] == [
        ("market_share", "percent", value, segment, None)
    ]


def test_a_change_in_points_is_not_in_percent() -> None:
    found = figures("Kia atteint 4,5 % de part de marché en mai 2021, en hausse de 0,3 point.")

    assert [(one.value, one.change_pct) for one in found] == [(4.5, None)]


def test_targets_and_forecasts() -> None:
    found = figures("Skoda vise 600 000 ventes en 2025.", published="2021-06-02")

    assert [(one.value, one.period, one.forecast) for one in found] == [(600_000, "2025", True)]


def test_a_makers_total_is_the_worlds_and_its_country_is_the_one_beside() -> None:
    found = figures(
        "Skoda a vendu 470 000 voitures. En Allemagne, la marque a livré 98 000 unités.", headline="Skoda en 2021"
    )

    assert [(one.value, one.geography) for one in found] == [(470_000, "World"), (98_000, "DE")]
    assert {one.subject for one in found} == {"Skoda"}
    assert {one.period for one in found} == {"2021"}


def test_a_model_without_its_maker() -> None:
    found = figures("Skoda a vendu 470 000 voitures en 2021. La Fabia reste en tête avec 91 000 ventes.")

    assert [one.subject for one in found] == ["Skoda", "Fabia"]


def test_a_cumulative_period_has_no_name() -> None:
    found = figures(
        "Sur dix mois, Skoda a vendu 391 000 voitures.", headline="Skoda en octobre", published="2021-11-03"
    )

    assert [one.period for one in found] == [None]


def test_a_heading_names_the_model_of_its_paragraph() -> None:
    found = figures("1. Kia Niro\nIl s'en est vendu 12 400 en 2021.\n2. Skoda Fabia\nIl s'en est vendu 11 300 en 2021.")

    assert [(one.subject, one.value) for one in found] == [("Kia Niro", 12_400), ("Skoda Fabia", 11_300)]


def test_the_change_of_the_sentence_before() -> None:
    found = figures("Les ventes de Skoda ont baissé de 6 % en 2021. La marque a écoulé 470 000 voitures.")

    assert [(one.value, one.change_pct, one.subject) for one in found] == [(470_000, -6, "Skoda")]


def test_the_text_wins_over_the_headline() -> None:
    found = figures("Skoda a vendu 52 300 voitures en mai 2021 (+ 2 %).", headline="Skoda vend 52 300 voitures")

    assert [(one.value, one.change_pct) for one in found] == [(52_300, 2)]


@pytest.mark.parametrize("text", ["", "...", "| |", "% 12 %", "2021"])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert figures(text) == []


def test_a_list_without_breaks_is_let_go_in_time() -> None:
    assert figures("Renault a vendu 52 300 voitures (+ 3 %), " * 400) == []
