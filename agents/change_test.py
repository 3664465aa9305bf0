"""Tells that a source has left its own history: cumulative sums, with the history learned as pages come.

Page's CUSUM test: each page adds the logarithm of how much likelier it is under a change
than under the history; the sum never falls below zero, and a sum over the threshold is a
change. With a known history, a threshold of ln(n) raises a false alarm less often than
once in n pages (Lorden's bound). The history here is learned, so a margin is put on it, and
the rate is measured: `tools/simulate_sources.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt

LEARNING_PAGES = 50
"""Pages before anything is tested: a share of 10 % is then known to within 4 points."""
MEMORY_PAGES = 1_000
"""How far the history reaches back: what changes over months is the new normal."""
THRESHOLD = 14.0
"""Less than one false alarm in e^14, a million pages, were the history known."""
CLEARED = 3.0
"""A sum below this, after a change, is the old history again."""
CEILING = 18.0
"""The sum grows no further, so that a mended source is well again after some dozen pages."""


@dataclass(slots=True)
class ShareChange:
    """Tests whether a share of the pages (without a text, without a date) has grown."""

    seen: float = 0.0
    hits: float = 0.0
    total: float = 0.0
    changed: bool = False

    @property
    def share(self) -> float:
        """The share in the history, drawn a little towards a tenth while little is known."""
        return (self.hits + 0.2) / (self.seen + 2.0)

    def add(self, *, hit: bool) -> bool:
        """Takes one page; whether the share is changed now."""
        if self.seen >= LEARNING_PAGES:
            margin = 2.0 * sqrt(self.share * (1 - self.share) / self.seen) + 0.01
            base = min(0.98, self.share + margin)
            # The least change worth a word: halfway between the history and every page.
            changed = (base + 1.0) / 2
            self.total = _step(self.total, log(changed / base) if hit else log((1 - changed) / (1 - base)))
            self.changed = _verdict(self.total, changed=self.changed)
        if not self.changed:
            keep = min(1.0, (MEMORY_PAGES - 1) / max(1.0, self.seen))
            self.seen = self.seen * keep + 1
            self.hits = self.hits * keep + hit
        return self.changed


@dataclass(slots=True)
class LevelChange:
    """Tests whether a level (the logarithm of the text's length) has moved up or down."""

    seen: float = 0.0
    mean: float = 0.0
    variance: float = 0.0
    above: float = 0.0
    below: float = 0.0
    changed: bool = False

    def add(self, value: float) -> bool:
        """Takes one page's value; whether the level is changed now."""
        if self.seen >= LEARNING_PAGES:
            deviation = max(sqrt(self.variance), 0.15) * 1.15
            # Bounded, so that one very long page is no change; with an allowance for a mean that is only estimated.
            distance = max(-3.0, min(3.0, (value - self.mean) / deviation))
            self.above = _step(self.above, distance - 0.25 - 0.5)
            self.below = _step(self.below, -distance - 0.25 - 0.5)
            self.changed = _verdict(max(self.above, self.below), changed=self.changed)
        if not self.changed:
            self.seen = min(self.seen + 1, MEMORY_PAGES)
            step = value - self.mean
            self.mean += step / self.seen
            self.variance += (step * (value - self.mean) - self.variance) / self.seen
        return self.changed


def _step(total: float, gain: float) -> float:
    return min(CEILING, max(0.0, total + gain))


def _verdict(total: float, *, changed: bool) -> bool:
    return total > CLEARED if changed else total > THRESHOLD
