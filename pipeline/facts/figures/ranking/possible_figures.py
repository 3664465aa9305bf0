"""Every number that might be a figure, for the question whether an article tells of sales at all."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Document
from pipeline.facts.figures.counts import Count
from pipeline.facts.figures.elliptic_changes import Change
from pipeline.facts.figures.ranking.number_features import NumberFeatures
from pipeline.facts.figures.ranking.option import Option
from pipeline.facts.figures.ranking.rankers import NUMBERS, PASSED_OVER, Rankers
from pipeline.facts.figures.read import read_figures
from pipeline.facts.figures.setting import Setting
from pipeline.facts.numbers import Quantity
from pipeline.facts.possible_fact import PossibleFact
from pipeline.organizations.mention import OrganizationMention

UNITS = {"count": "vehicles", "share": "percent", "change": "change"}


class _Recorder(Rankers):
    """Leaves everything as the rules have it, and keeps what was asked of numbers."""

    asks_of_the_known = True

    def __init__(self) -> None:
        super().__init__({})
        self.asked: list[PossibleFact] = []
        self._of_other_things = False

    def asks(self, question: str) -> bool:
        return question in NUMBERS

    def counts(
        self,
        counts: Sequence[Count],
        changes: Sequence[Change],
        features: NumberFeatures,
        differences: Sequence[Count] = (),
    ) -> list[Count]:
        self._of_other_things = features.tells_of_no_sales
        indexes = {one.start: index for index, one in enumerate(features.passage.quantities)}
        for change in changes:
            if (index := indexes.get(change.start)) is not None:
                self._keep("change", abs(change.value), features.of(index, "change"))
        return super().counts(counts, changes, features, differences)

    def certainty(self, question: str, quantity: Quantity, verdict: str, features: Sequence[str]) -> float:
        self._keep(question, quantity.value, features)
        return float(verdict != PASSED_OVER)

    def _keep(self, question: str, value: float, features: Sequence[str]) -> None:
        """A headline on other vehicles than sold ones says so of every number under it."""
        told = [*features, "of other things"] if self._of_other_things else features
        signs = [question, *(f"{question}: {feature}" for feature in told)]
        self.asked.append(PossibleFact("", UNITS[question], value, signs))

    def decide(self, field: str, options: Sequence[Option], ruled: int, setting: Setting) -> tuple[int, float]:
        del field, options, setting
        return ruled, 1.0


def possible_figures(document: Document, organizations: Sequence[OrganizationMention]) -> list[PossibleFact]:
    """The numbers that may count vehicles, and the percentages that may be shares or changes, as the ranking sees them.

    Args:
        document: headline and text.
        organizations: those the document names.
    """
    recorder = _Recorder()
    read_figures(document, organizations, recorder)
    return recorder.asked
