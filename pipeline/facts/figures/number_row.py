"""The row of one number: each field chosen from its neighbourhood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.article import Figure, Metric, Span
from pipeline.facts.figures.choose_metric import choose_metric
from pipeline.facts.figures.choose_period import choose_period
from pipeline.facts.figures.choose_place import choose_place, placed
from pipeline.facts.figures.choose_segment import SegmentChoice
from pipeline.facts.figures.choose_subject import choose_subject
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.confidence import probability
from pipeline.facts.figures.counts import Count
from pipeline.facts.figures.elliptic_changes import Change
from pipeline.facts.figures.in_order import subject_in_order
from pipeline.facts.figures.model_segments import segment_of_model
from pipeline.facts.figures.percentages import Share
from pipeline.facts.figures.ranking.rankers import Rankers
from pipeline.facts.figures.setting import Setting

_DATE = re.compile(r"\d{4}(?:-\d\d)?")
_OTHERS_WITHIN = 60
"""Where another figure begins within so many characters, "and aims at" is said of that one."""


_RANKING = 3
"""So many figures of makers in a sentence are a ranking in the headline's segment."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """Fills the fields of one number."""

    setting: Setting
    published: str | None
    rankers: Rankers

    def of_count(
        self, count: Count, change: Change | None, late: tuple[float, Span] | None, place: int | None
    ) -> Figure:
        """The row of a count.

        Args:
            count: the count.
            change: its change.
            late: else, the change of the sentence before.
            place: index of its place, where the order of a list gives it.
        """
        metric, sure = (count.metric, 0.95) if count.metric else choose_metric(self.setting)
        sentence = self.setting.passage.sentence
        spans, change_pct = [sentence.span(count.start, count.end)], None
        if change:
            change_pct = round(change.value, 4)
            spans.append(sentence.span(change.start, change.end))
        elif late:
            change_pct = round(late[0], 4)
            spans.append(late[1])
            sure -= 0.15
        if not count.noun:
            sure -= 0.05
        sure *= count.certainty
        figure = self._figure(
            metric=metric, value=count.value, unit="vehicles", spans=spans, sure=sure, place_index=place
        )
        return replace(figure, change_pct=change_pct)

    def of_share(self, share: Share) -> Figure:
        """The row of a market share."""
        spans = [self.setting.passage.sentence.span(share.start, share.end)]
        sure = (0.92 if share.stated else 0.75) * share.certainty
        return self._figure(
            metric="market_share", value=share.value, unit="percent", spans=spans, sure=sure, place_index=None
        )

    def _figure(
        self,
        *,
        metric: Metric,
        value: float,
        unit: Literal["vehicles", "percent"],
        spans: list[Span],
        sure: float,
        place_index: int | None,
    ) -> Figure:
        setting, passage, context = self.setting, self.setting.passage, self.setting.context
        in_order = subject_in_order(setting)
        ruled = in_order or choose_subject(setting)
        subject = in_order or self.rankers.subject(setting, metric, ruled)
        metric = self.rankers.metric(setting, metric)
        period = self._in_retrospect(choose_period(setting, metric))
        period = self.rankers.period(setting, metric, period, self.published)
        if place_index is None:
            place = choose_place(setting, subject, metric)
        else:
            place = placed(passage, [passage.places[place_index]], subject, 0.85)
        place = self.rankers.place(setting, subject, metric, place)
        choice = SegmentChoice(setting)
        segment = choice.of(ruled)  # what is counted stays so whoever is told to have sold it
        if segment is None and ruled.kind in ("maker", "model"):
            segment = segment_of_model(ruled.value) or choice.by_trade(ruled, metric, place)
        told_segment = self.rankers.segment(setting, ruled, subject, metric, segment)
        if passage.sentence.field == "text":
            context.remember(ruled, segment, passage.sentence)
            context.state(period, passage.sentence)
        if passage.sentence.field == "text" and not context.settled:
            context.settle(period, place, passage.sentence)
            if passage.metric_words and metric != "market_share":
                context.metric = metric
        told = [one.span for one in (subject, period, place) if one.span]
        return Figure(
            subject=subject.value,
            metric=metric,
            value=value,
            unit=unit,
            change_pct=None,
            period=period.value,
            geography=place.value,
            segment=told_segment,
            forecast=self._is_forecast(period),
            confidence=probability(sure * subject.certainty * period.certainty * place.certainty),
            evidence=list(dict.fromkeys([*spans, *told])),
        )

    def _in_retrospect(self, period: Chosen) -> Chosen:
        """The period; "this year", in a text of January on the year before, is that year."""
        published, topic, text = self.published, self.setting.context.period, self.setting.passage.text
        if not (published and period.value and period.span and topic and topic.year):
            return period
        january = published[5:7] == "01" and period.value == published[:4] and topic.year == int(published[:4]) - 1
        relative = not any(letter.isdigit() for letter in period.span.quote)
        if january and relative and not self.setting.passage.forms.forecast.search(text):
            return replace(period, value=str(topic.year), certainty=0.85)
        return period

    def _is_forecast(self, period: Chosen) -> bool:
        passage, setting = self.setting.passage, self.setting
        if self.published and period.value and period.value[:4] > self.published[:4]:
            return True
        forecast = passage.forms.forecast
        left = max((end for _, end in setting.numbers if end <= setting.start), default=0)
        dated = period.value if period.value and _DATE.fullmatch(period.value) else None
        over = bool(self.published and dated and dated < self.published[: len(dated)])
        if over and left and not forecast.search(passage.text, left):
            return False  # "stuck to its target of 2.9 million and sold 252,300 in March"
        running = self.published and period.value == self.published[:4] and self.published[5:7] < "12"
        if running and forecast.search(passage.text, left, setting.start):
            return True  # a whole year that is not over, behind a word of the future
        before = passage.clause_before(setting.start, 90)
        behind = passage.clause_behind(setting.end, 30) if setting.next_start > setting.end + _OTHERS_WITHIN else ""
        return bool(forecast.search(before) or forecast.search(behind))
