"""Floors under the quality of `facts.compliance`, over articles written before a look at the rules."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.quality.compliance_score import score

pytestmark = pytest.mark.no_cover  # many articles; coverage would triple their time

FLOORS = {
    # File: rows found, all fields, outcome.
    "compliance_unseen_forms": (0.97, 0.97, 0.93),
    "compliance_unseen_forms_2": (0.9, 0.97, 0.85),
    "compliance_unseen_forms_3": (0.93, 0.98, 0.86),
    "compliance_unseen_forms_4": (1.0, 1.0, 1.0),
}
"""What each file reached after its general kinds of error were mended; first contact stands in
docs/quality/compliance.md."""


def articles(name: str) -> list[dict[str, Any]]:
    lines = (Path(__file__).parent / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def measured(name: str) -> dict[str, Any]:
    return score(articles(name))


@pytest.mark.parametrize("name", FLOORS)
def test_rows_are_found_and_right(name: str) -> None:
    rows, fields, outcome = FLOORS[name]

    reached = measured(name)

    assert reached["recall"] >= rows
    assert reached["all_fields"] >= fields
    assert reached["fields"]["outcome"] >= outcome


@pytest.mark.parametrize("name", FLOORS)
def test_articles_of_no_type_have_no_row_and_few_are_spare(name: str) -> None:
    reached = measured(name)

    assert not reached.get("false")
    assert reached["spare"] <= 0.25 * reached["labelled"]
