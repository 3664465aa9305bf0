"""Floors for the moves read from our own labelled articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Move
from tests.pipeline.facts.reading_moves import moves_of

pytestmark = pytest.mark.no_cover  # many articles; coverage would triple their time

QUALITY = Path(__file__).parents[2] / "quality"


def articles(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUALITY / name).read_text(encoding="utf-8").splitlines()]


def read(article: dict[str, Any]) -> list[Move]:
    return moves_of(article["text"], article["lang"], headline=article["title"], published=article["published"])


def rates(name: str) -> tuple[float, dict[str, float]]:
    right = labelled = given = 0
    fields: dict[str, list[bool]] = {field: [] for field in ("role", "organization", "effective_date", "predecessor")}
    for article in articles(name):
        moves = read(article)
        given += len(moves)
        labelled += len(article["moves"])
        for gold in article["moves"]:
            match = next((one for one in moves if (one.person, one.event) == (gold["person"], gold["event"])), None)
            if match is None:
                continue
            moves.remove(match)
            right += 1
            for field, results in fields.items():
                results.append(_same(gold[field], getattr(match, field)))
    return 2 * right / (labelled + given), {field: sum(results) / len(results) for field, results in fields.items()}


def _same(gold: str | None, given: str | None) -> bool:
    if not gold or not given:
        return not gold and not given
    a, b = set(gold.lower().split()), set(given.lower().split())
    return 2 * len(a & b) / (len(a) + len(b)) >= 0.5 or a <= b or b <= a


@pytest.mark.parametrize(
    ("name", "rows", "fields"),
    [
        ("moves_forms.jsonl", 0.98, 0.87),
        ("moves.jsonl", 0.86, 0.84),
        ("moves_unseen_names.jsonl", 0.94, 0.79),
        ("moves_press_forms.jsonl", 0.94, 0.85),
        ("moves_unseen_forms.jsonl", 0.96, 0.92),
        ("moves_unseen_forms_later.jsonl", 0.94, 0.82),
    ],
)
def test_moves_of_our_own_articles_stay_above_the_floor(name: str, rows: float, fields: float) -> None:
    f1, right = rates(name)
    assert f1 >= rows
    assert min(right.values()) >= fields, right


@pytest.mark.parametrize("name", ["moves_forms.jsonl", "moves_unseen_forms.jsonl", "moves_unseen_forms_later.jsonl"])
def test_rumours_and_obituaries_of_our_own_articles_give_no_move(name: str) -> None:
    quiet = [article for article in articles(name) if not article["moves"]]
    assert len(quiet) >= 5
    assert all(read(article) == [] for article in quiet)
