"""Counts of rows found, spare and right, by set of articles, in the manner of `tests.quality.press_score`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.article import Compliance
from tests.quality.compliance_score import FIELDS, _agrees, _close
from tools.compliance_examples import Example


class Table:
    """The figures of one reader."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._counts: dict[str, Counter[str]] = {}

    def add(self, example: Example, rows: Iterable[Compliance]) -> None:
        """Counts the rows that a reader gives for an article."""
        left = list(rows)
        counts = self._counts.setdefault(example.set_name, Counter())
        for label in example.labels:
            counts["labelled"] += 1
            row = next((one for one in left if _agrees(label, one)), None)
            if row is not None:
                left.remove(row)
                counts["found"] += 1
                counts.update(name for name in FIELDS if _close(label[name], getattr(row, name)))
        counts["spare"] += len(left)

    def printed(self) -> str:
        """A line for each set of articles."""
        lines = []
        for name, counts in sorted(self._counts.items()):
            labelled, found = counts["labelled"], max(1, counts["found"])
            figures = f"found {counts['found'] / labelled:.3f}, spare {counts['spare'] / labelled:.3f}"
            fields = ", ".join(f"{field} {counts[field] / found:.2f}" for field in FIELDS)
            lines.append(f"{self._name:8} {name:14} {labelled} rows: {figures}; {fields}\n")
        return "".join(lines)
