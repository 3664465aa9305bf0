"""Where the learned weights have their say: which numbers of a sentence are figures, and what fills a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import cast

from pipeline.article import Metric, Segment
from pipeline.facts.figures.choose_place import ABROAD
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.counts import Count, passed_over
from pipeline.facts.figures.elliptic_changes import Change
from pipeline.facts.figures.percentages import Share, may_be_share
from pipeline.facts.figures.ranking.article_segments import ArticleSegments
from pipeline.facts.figures.ranking.metric_options import metric_options
from pipeline.facts.figures.ranking.number_features import NumberFeatures
from pipeline.facts.figures.ranking.option import Option
from pipeline.facts.figures.ranking.period_options import PeriodOptions
from pipeline.facts.figures.ranking.place_options import PlaceOptions
from pipeline.facts.figures.ranking.ranker import Ranker, learned_ranker
from pipeline.facts.figures.ranking.segment_options import SegmentOptions
from pipeline.facts.figures.ranking.subject_features import subject_features
from pipeline.facts.figures.ranking.subject_options import Mentions, sells_nothing, subject_options
from pipeline.facts.figures.setting import Setting
from pipeline.facts.numbers import Quantity

FIELDS = ("subject", "metric", "period", "geography", "segment")
NUMBERS = ("count", "share")
"""What is asked of a number: whether it counts vehicles, whether it is a share of the market."""
PASSED_OVER = "none"
"""The rules' verdict on a number that is neither count nor share nor change."""
_DROPPED_BELOW = 0.3
"""Below this probability a percentage is no share though the rules take it for one."""


class Rankers:
    """The learned choices for the numbers of one document; what nothing was learned of stays as the rules have it."""

    asks_of_the_known = False
    """Whether counts that the rules know are asked of too: to learn from them."""

    def __init__(self, rankers: Mapping[str, Ranker]) -> None:
        self._rankers = rankers
        self._mentions = Mentions()
        self._segments: ArticleSegments | None = None

    def asks(self, question: str) -> bool:
        """Whether anything was learned of a field or a kind of number."""
        return question in self._rankers

    def certainty(self, question: str, quantity: Quantity, verdict: str, features: Sequence[str]) -> float:
        """How sure it is that the number is a figure: 0 where it is none, 1 where the rules say that it is one."""
        ranker = self._rankers[question]
        probability = ranker.probability(features)
        if verdict != PASSED_OVER:
            return 1.0 if probability >= _DROPPED_BELOW else 0.0
        return probability if probability >= ranker.threshold else 0.0

    def decide(self, field: str, options: Sequence[Option], ruled: int, setting: Setting) -> tuple[int, float]:
        """Which option fills the field of the setting's number, and how probable it is."""
        del setting
        return self._rankers[field].best([one.features for one in options], ruled)

    def counts(
        self,
        counts: Sequence[Count],
        changes: Sequence[Change],
        features: NumberFeatures,
        differences: Sequence[Count] = (),
    ) -> list[Count]:
        """The counts of a sentence, with those that the rules passed over; what they take for one nearly always is.

        Args:
            counts: those of the rules.
            changes: the changes in percent of the sentence.
            features: of the sentence's numbers.
            differences: numbers of vehicles by which a count has changed, which are none.
        """
        passage, rules = features.passage, {one.start: one for one in counts}
        settled = {one.start for one in changes} | {one.start for one in differences}
        settled |= {one.start for one in counts if one.prior}
        found = list(counts)
        for index, quantity in enumerate(passage.quantities if self.asks("count") else ()):
            known = rules.get(quantity.start)
            if quantity.start in settled or (known and not self.asks_of_the_known):
                continue
            verdict = PASSED_OVER if known is None else "noun" if known.noun else "bare"
            count = known or (None if features.tells_of_no_sales else passed_over(quantity, passage))
            sure = self.certainty("count", quantity, verdict, features.of(index, verdict)) if count else 0.0
            if count and sure and not known:
                found.append(replace(count, certainty=sure))
        return sorted(found, key=lambda one: one.start)

    def shares(self, shares: Sequence[Share], changes: Sequence[Change], features: NumberFeatures) -> list[Share]:
        """The shares of a sentence: with those that the rules passed over, without those that they misread."""
        passage, rules = features.passage, {one.start: one for one in shares}
        numbers = {one.start for one in passage.quantities if one.kind == "percent"} if self.asks("share") else set()
        settled = {one.start for one in changes} | {one.start for one in shares if one.prior}
        found = [one for one in shares if one.prior or one.start not in numbers]
        for index, quantity in enumerate(passage.quantities if self.asks("share") else ()):
            share = rules.get(quantity.start)
            verdict = PASSED_OVER if share is None else "stated" if share.stated else "share"
            if quantity.kind != "percent" or quantity.start in settled:
                continue
            if share is None and not may_be_share(quantity, passage):
                continue
            sure = self.certainty("share", quantity, verdict, features.of(index, verdict))
            if sure:
                share = share or Share(quantity.value, quantity.start, quantity.end, False, False)
                found.append(replace(share, certainty=sure))
        return sorted(found, key=lambda one: one.start)

    def subject(self, setting: Setting, metric: Metric, ruled: Chosen) -> Chosen:
        """Whom or what the number is about."""
        if not self.asks("subject"):
            return ruled
        found = subject_options(setting, ruled, self._mentions)
        features = subject_features(found, ruled, setting, metric, self._mentions)
        options = [
            Option(one.chosen, said)
            for one, said in zip(found, features, strict=True)
            if one.chosen.value == ruled.value or not sells_nothing(one, setting)
        ]
        return self._choose("subject", options, ruled, setting)

    def metric(self, setting: Setting, ruled: Metric) -> Metric:
        """How the number was counted."""
        if setting.is_share or not self.asks("metric"):
            return ruled
        options = metric_options(setting, ruled)
        return cast(Metric, self._choose("metric", options, Chosen(ruled, None, 0.9), setting).value)

    def period(self, setting: Setting, metric: Metric, ruled: Chosen, published: str | None) -> Chosen:
        """When it was counted."""
        if not self.asks("period"):
            return ruled
        return self._choose("period", PeriodOptions(setting, metric, ruled, published).all(), ruled, setting)

    def place(self, setting: Setting, subject: Chosen, metric: Metric, ruled: Chosen) -> Chosen:
        """Where it was counted."""
        if not self.asks("geography") or ruled.kind == ABROAD:
            return ruled
        return self._choose("geography", PlaceOptions(setting, subject, metric, ruled).all(), ruled, setting)

    def segment(
        self, setting: Setting, subject: Chosen, told: Chosen, metric: Metric, ruled: Segment | None
    ) -> Segment | None:
        """In which segment it was counted.

        Args:
            setting: of the number.
            subject: whom or what it is about as the rules have it.
            told: the same as it is told; a segment that is told of is the number's own.
            metric: how it was counted.
            ruled: the segment by the rules.
        """
        if not self.asks("segment") or (ruled is not None and told.segment == ruled and told.kind == "segment"):
            return ruled
        if self._segments is None:
            self._segments = ArticleSegments(setting.context.content, setting.passage.forms)
        if ruled is None and not self._segments:
            return None
        options = SegmentOptions(setting, subject, metric, ruled, self._segments).all()
        value = cast("Segment | None", self._choose("segment", options, Chosen(ruled, None, 0.9), setting).value)
        only_likely = ruled is None and value is not None
        return None if only_likely and _is_of_others(str(value), subject, setting, self._segments) else value

    def _choose(self, field: str, options: Sequence[Option], ruled: Chosen, setting: Setting) -> Chosen:
        said = (ruled.value or "").casefold()
        position = next(index for index, one in enumerate(options) if (one.chosen.value or "").casefold() == said)
        index, probability = self.decide(field, options, position, setting)
        if index == position:
            return ruled
        return replace(options[index].chosen, certainty=probability)


def learned_rankers() -> Rankers:
    """The choices as they were learned, for one document."""
    return Rankers(_learned())


@lru_cache(maxsize=1)
def _learned() -> dict[str, Ranker]:
    found = {name: learned_ranker(name) for name in (*FIELDS, *NUMBERS)}
    return {name: ranker for name, ranker in found.items() if ranker is not None}


_OFTEN = 2
"""Times an article names a segment that it is about."""


def _is_of_others(segment: str, subject: Chosen, setting: Setting, article: ArticleSegments) -> bool:
    """Whether the segment that is only likely is that of other numbers of the article.

    The van that is named once, in the sentence before, is another model; a lessor's article names the whole market
    too; and who counts cars counts no vans.
    """
    passage = setting.passage
    if subject.kind == "model":
        return article.times(segment) < _OFTEN and not any(one.segment == segment for one in passage.subjects)
    if segment == "fleet":
        return subject.kind in ("place", "market") or not setting.context.is_headlined(subject.value)
    return segment == "lcv" and bool(passage.forms.cars_counted.search(passage.text, setting.start, setting.end))
