"""Floors under the quality of `facts.figures`, over articles written for this test in forms the rules did not know."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Figure
from pipeline.document import Document
from pipeline.facts.figures import read_figures
from pipeline.organizations.find import find_organizations

ARTICLES = [json.loads(line) for line in (Path(__file__).parent / "figures.jsonl").read_text("utf-8").splitlines()]

ROW_RECALL_FLOOR = 0.95
FIELD_FLOORS = {
    "metric": 0.9,
    "subject": 0.85,
    "change_pct": 0.95,
    "period": 0.95,
    "geography": 0.95,
    "segment": 0.9,
    "forecast": 0.95,
}


def read(article: dict[str, Any]) -> list[Figure]:
    document = Document(article["title"], article["text"], article["lang"], article["published"])
    return read_figures(document, find_organizations(document))


def same(field: str, wanted: Any, said: Any) -> bool:
    if field == "subject":
        left, right = (str(one or "").casefold() for one in (wanted, said))
        return bool(left and right) and (left in right or right in left)
    return bool(wanted == said)


@pytest.fixture(scope="module")
def measured() -> Counter[str]:
    counts: Counter[str] = Counter()
    for article in ARTICLES:
        rows = read(article)
        for wanted in article["figures"]:
            counts["wanted"] += 1
            row = next((one for one in rows if (one.value, one.unit) == (wanted["value"], wanted["unit"])), None)
            if row is None:
                continue
            counts["found"] += 1
            for field in FIELD_FLOORS:
                counts[field] += same(field, wanted[field], getattr(row, field))
    return counts


def test_rows_are_found(measured: Counter[str]) -> None:
    assert measured["found"] / measured["wanted"] >= ROW_RECALL_FLOOR


@pytest.mark.parametrize("field", FIELD_FLOORS)
def test_fields_are_right(measured: Counter[str], field: str) -> None:
    assert measured[field] / measured["found"] >= FIELD_FLOORS[field]


def test_what_is_not_labelled_is_rare(measured: Counter[str]) -> None:
    rows = sum(len(read(article)) for article in ARTICLES)

    assert rows <= 1.2 * measured["wanted"]
