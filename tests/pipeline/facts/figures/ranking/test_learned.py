"""What the learned weights change for a reader of the figures; the rules alone are `Rankers({})`."""

from __future__ import annotations

import pytest

from pipeline.article import Figure
from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.facts.figures.ranking.rankers import Rankers
from pipeline.organizations.find import find_organizations


def read(language: str, headline: str, text: str, published: str, rankers: Rankers | None = None) -> list[Figure]:
    document = Document(headline, text, language, published)
    return read_figures(document, find_organizations(document), rankers)


UNUSUAL = [
    (
        "it",
        "Il martello lavora",
        "All'asta di Lorenzago sono passate a maggio 4.310 auto usate. Le citycar erano 1.760.",
        4310,
    ),
    (
        "en",
        "Auction hall hums",
        "Marlow Auctions knocked down 4,310 used cars in May. Hatchbacks made up the bulk: 2,760.",
        4310,
    ),
]


@pytest.mark.parametrize(("language", "headline", "text", "value"), UNUSUAL)
def test_numbers_in_words_that_no_list_knows_are_read(language: str, headline: str, text: str, value: int) -> None:
    rows = read(language, headline, text, "2024-06-05")

    assert not read(language, headline, text, "2024-06-05", Rankers({}))
    assert (value, "vehicles", "used", "2024-05") in [(one.value, one.unit, one.segment, one.period) for one in rows]


@pytest.mark.parametrize(("language", "headline", "text", "value"), UNUSUAL)
def test_such_a_row_is_less_sure_and_quotes_its_number(language: str, headline: str, text: str, value: int) -> None:
    row = next(one for one in read(language, headline, text, "2024-06-05") if one.value == value)

    assert row.confidence <= 0.65
    assert any(f"{value:,}"[:1] in span.quote for span in row.evidence)
    for span in row.evidence:
        assert {"headline": headline, "text": text}[span.field][span.start : span.end] == span.quote


def test_the_period_of_the_sentence_before_holds_for_the_next() -> None:
    text = "Britons ordered 2,310 caravans between January and March. Motorhomes came to 3,420."

    rows = read("en", "Caravans are back", text, "2024-04-12")

    assert [(one.value, one.period) for one in rows] == [(2310, "2024-Q1"), (3420, "2024-Q1")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'an passé, 52 300 voitures ont été volées en France."),
        ("en", "The Marlow works built 4,310 cars in May and recalled 1,200 of them."),
        ("de", "Die Halle in Kassel fasst 2.400 Autos und hat 310 Beschäftigte."),
        ("es", "El taller cobró 4.310 euros por revisar 12 frenos."),
    ],
)
def test_numbers_of_other_things_give_no_row(language: str, text: str) -> None:
    assert not read(language, "Notes of the month", text, "2024-06-05")


def test_what_nothing_was_learned_of_stays_as_the_rules_have_it() -> None:
    text = "Kia registered 9,200 cars in Britain in March, up 4 per cent."

    assert read("en", "Kia grows", text, "2024-04-03", Rankers({})) == read("en", "Kia grows", text, "2024-04-03")


VANS = (
    "en",
    "Vans: a slow spring",
    "British buyers registered 24,300 vans in April. Renault sold 3,120 and Iveco came to 1,890.",
)


def test_an_article_about_vans_counts_vans_where_a_sentence_names_none() -> None:
    rows = {one.value: one.segment for one in read(*VANS, "2024-05-06")}

    assert rows == {24_300: "lcv", 3_120: "lcv", 1_890: "lcv"}


def test_who_leads_the_ranking_of_electric_cars_sold_those() -> None:
    text = "In Österreich wurden im Mai 2.140 Elektroautos neu zugelassen. Skoda führt mit 610 Stück vor Hyundai."

    rows = read("de", "Der Stecker hält Wort", text, "2024-07-03")

    assert [(one.subject, one.segment) for one in rows][1:] == [("Skoda", "bev")]


def test_a_segment_on_the_other_side_of_a_name_is_not_the_numbers() -> None:
    rows = read("en", "Skoda grows", "Despite weak diesels, Skoda sold 12,400 cars in Ireland in May.", "2024-06-03")

    assert [one.segment for one in rows] == [None]


def test_an_article_without_a_segment_has_none() -> None:
    rows = read("en", "Skoda had a good May", "Skoda sold 12,400 cars in May.", "2024-06-03")

    assert [one.segment for one in rows] == [None]
