"""The sample pages through the whole line: what `samples/expected.json` says of each must come out."""

import json
import time
from collections.abc import Mapping
from datetime import datetime, timezone
from functools import cache
from pathlib import Path

import pytest

from pipeline.article import Article
from pipeline.page import RawPage
from pipeline.process import process

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
NAMES = sorted(EXPECTED)
FACTS = [
    (name, kind, number)
    for name in NAMES
    for kind in ("moves", "figures", "compliance")
    for number in range(len(EXPECTED[name].get(kind, ())))
]


@cache
def article(name: str) -> Article:
    packed = "gzip" if name.endswith(".gz") else None
    page = RawPage(body=(SAMPLES / name).read_bytes(), content_encoding=packed)
    return process(page, now=datetime(2026, 1, 1, tzinfo=timezone.utc), clock=time.monotonic)


def holds(fact: object, expected: Mapping[str, object]) -> bool:
    return all(getattr(fact, field) == value for field, value in expected.items())


def test_every_page_is_described():
    pages = {path.name for path in SAMPLES.iterdir() if ".html" in path.suffixes}
    assert pages == set(EXPECTED)


def test_the_pages_cover_what_they_promise():
    types = [EXPECTED[name]["type"] for name in NAMES]
    assert len(NAMES) == 15
    assert set(types) == {"appointment", "sales_figures", "co2_compliance", "other"}
    assert {EXPECTED[name]["language"] for name in NAMES} == {"fr", "en", "de", "es", "it"}


def test_one_page_is_not_utf_8():
    body = (SAMPLES / "de-co2-table-layout.html").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")
    assert b"\x84" in body  # a quotation mark that iso-8859-1, as declared, does not have


@pytest.mark.parametrize("name", NAMES)
def test_metadata(name):
    expected, found = EXPECTED[name], article(name)
    assert found.headline == expected["headline"]
    assert found.language == expected["language"]
    assert found.published == expected["published"]
    assert found.canonical_url == expected["url"]


@pytest.mark.parametrize("name", NAMES)
def test_text(name):
    found = article(name)
    assert [words for words in EXPECTED[name]["present"] if words not in found.text] == []
    assert [words for words in EXPECTED[name]["absent"] if words in found.text] == []
    assert not found.text.startswith(found.headline or "-")


@pytest.mark.parametrize("name", NAMES)
def test_teasers_stand_apart(name):
    found = article(name)
    assert len(found.related) == EXPECTED[name]["related"]
    # Links are absolute, by the address the page states of itself where it came without one.
    assert all((each.url or "https://").startswith(("https://", "http://")) for each in found.related)


def test_links_of_teasers_are_absolute_by_the_address_that_the_page_states_of_itself():
    related = article("fr-appointment-managing-director.html").related
    assert related[0].url == "https://courrier-reseaux.example/article/occasion-norvane-41198"


@pytest.mark.parametrize("name", NAMES)
def test_type(name):
    assert article(name).type == EXPECTED[name]["type"]


@pytest.mark.parametrize(("name", "kind", "number"), FACTS)
def test_main_facts(name, kind, number):
    expected = EXPECTED[name][kind][number]
    assert any(holds(fact, expected) for fact in getattr(article(name).facts, kind)), getattr(article(name).facts, kind)


@pytest.mark.parametrize("name", [name for name in NAMES if EXPECTED[name]["type"] == "other"])
def test_pages_of_no_type_state_no_facts(name):
    facts = article(name).facts
    assert (facts.moves, facts.figures, facts.compliance) == ([], [], [])


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_stands_where_it_says(name):
    found = article(name)
    facts = [*found.facts.moves, *found.facts.figures, *found.facts.compliance]
    for span in [span for part in [*found.types, *facts] for span in part.evidence]:
        assert getattr(found, span.field)[span.start : span.end] == span.quote
