"""Figures read from tables."""

from __future__ import annotations

from pipeline.article import Figure
from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.organizations.find import find_organizations


def figures(*lines: str, headline: str = "Immatriculations en France", language: str = "fr") -> list[Figure]:
    document = Document(headline, "\n".join(lines), language)
    return read_figures(document, find_organizations(document))


def test_counts_with_their_change_and_share() -> None:
    found = figures(
        "Rang | Marque | Mai 2021 | Mai 2020 | Évol. | Part de marché",
        "1 | Skoda | 4 210 | 2 105 | +100 % | 3,1 %",
        "2 | Kia | 3 950 | 4 020 | -1,7 % | 2,9 %",
    )

    assert [(one.subject, one.metric, one.value, one.change_pct, one.period) for one in found] == [
        ("Skoda", "registrations", 4210, 100, "2021-05"),
        ("Skoda", "registrations", 2105, None, "2020-05"),
        ("Skoda", "market_share", 3.1, None, "2021-05"),
        ("Kia", "registrations", 3950, -1.7, "2021-05"),
        ("Kia", "registrations", 4020, None, "2020-05"),
        ("Kia", "market_share", 2.9, None, "2021-05"),
    ]
    assert {one.geography for one in found} == {"FR"}


def test_the_evidence_is_the_row_with_its_header() -> None:
    found = figures("Marque | Mai 2021 | Évolution", "Skoda | 4 210 | + 2 %")

    assert {span.quote for span in found[0].evidence} >= {"Skoda", "4 210", "+ 2 %", "Mai 2021"}


def test_a_change_after_each_count_and_a_cumulative_column() -> None:
    found = figures(
        "Marke | Mai 2022 | Veränderung in % | Jan-Mai 2022 | Veränderung in %",
        "Opel | 12.345 | -2,1 | 60.100 | +3,4",
        "Ford | 10.234 | +1,5 | 51.200 | -0,8",
        headline="Neuzulassungen in Deutschland",
        language="de",
    )

    assert [(one.value, one.change_pct, one.period) for one in found[:2]] == [
        (12_345, -2.1, "2022-05"),
        (60_100, 3.4, None),
    ]


def test_segments_and_countries_in_the_first_column() -> None:
    fuels = figures("Énergie | Immatriculations", "Diesel | 4 210", "Essence | 9 300")
    countries = figures("Pays | Ventes", "Italie | 4 210", "Espagne | 3 950", headline="Skoda en Europe")

    assert [one.segment for one in fuels] == ["diesel", "petrol"]
    assert [one.geography for one in countries] == ["IT", "ES"]


def test_thousands() -> None:
    found = figures("Sales in thousands", "Brand | 2021", "Skoda | 470.5", headline="Car sales", language="en")

    assert [one.value for one in found] == [470_500]


def test_a_total_row_without_a_rank() -> None:
    found = figures("Rang | Marque | Ventes", "1 | Skoda | 4 210", "2 | Kia | 3 950", "Total | 8 160")

    assert found[-1].subject == "Total"
    assert found[-1].value == 8_160


def test_prices_and_production_give_nothing() -> None:
    assert figures("Modèle | Prix en €", "Fabia | 17 900", "Leon | 24 500") == []
    assert figures("Usine | Production", "Martorell | 385 000", "Mulhouse | 210 000") == []


def test_a_header_without_rows_gives_nothing() -> None:
    assert figures("Marque | Ventes") == []


def test_a_table_wider_than_any_of_registrations_is_not_read_and_the_text_around_it_is() -> None:
    wide = [" | ".join(["Marque", *["Mai 2021"] * 3_000]), " | ".join(["Skoda", *["4 210"] * 3_000])]
    found = figures("Skoda a immatriculé 4 330 voitures en mai 2021.", *wide)
    assert [one.value for one in found] == [4330]
