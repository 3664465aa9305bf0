"""A number in its neighbourhood: what the fields of its row are chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a number stands; offsets count in the passage."""

    passage: Passage
    """The sentence with the number."""
    before: Passage | None
    """The neighbouring sentence before, if any."""
    context: Context
    """Of headline, heading and lead."""
    start: int
    end: int
    """Of the number with its noun."""
    numbers: Sequence[tuple[int, int]]
    """Spans of the numbers of the passage that are figures."""
    is_share: bool = False
    """Whether the number is a share of the market: a country has none."""

    @property
    def next_start(self) -> int:
        """Where the next figure begins, or the sentence ends."""
        return min((start for start, _ in self.numbers if start > self.start), default=len(self.passage.text))

    def crosses_another(self, left: int, right: int) -> bool:
        """Whether another figure begins between the two offsets."""
        return any(left <= start < right for start, _ in self.numbers if start != self.start)
