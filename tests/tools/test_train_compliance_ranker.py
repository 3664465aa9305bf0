"""Learning the weights of compliance."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

pytest.importorskip("sklearn")

from tools.compliance_examples import read_examples
from tools.compliance_fitting import fit_ranker, written
from tools.compliance_table import Table

QUALITY = Path(__file__).parents[1] / "quality"


def test_the_same_articles_give_the_same_weights() -> None:
    examples = read_examples([QUALITY / "compliance_unseen_forms_2.jsonl"])

    first, second = (orjson.dumps(written(fit_ranker(examples))) for _ in range(2))

    assert first == second
    assert b"rules: row" in first


def test_counts_what_is_found_and_what_is_spare() -> None:
    (example, *_) = read_examples([QUALITY / "compliance_unseen_forms_4.jsonl"])
    table = Table("rules")
    table.add(example, [*example.page.rows, *example.page.rows[:1]])

    assert "found 1.000, spare 0.333" in table.printed()
