"""The row of one number: each field chosen from its neighbourhood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from pipeline.article import Figure, Metric, Segment, Span
from pipeline.facts.figures.choose_metric import choose_metric
from pipeline.facts.figures.choose_period import choose_period
from pipeline.facts.figures.choose_place import choose_place, placed
from pipeline.facts.figures.choose_subject import choose_subject
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.confidence import probability
from pipeline.facts.figures.context import OF_RANKINGS
from pipeline.facts.figures.counts import Count
from pipeline.facts.figures.elliptic_changes import Change
from pipeline.facts.figures.market_subject import speaks_of_new_ones
from pipeline.facts.figures.percentages import Share
from pipeline.facts.figures.ranking.rankers import Rankers
from pipeline.facts.figures.read_context import GENERIC_MARKET
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import POWERTRAINS, Subject, without_used

_OTHERS_WITHIN = 60
"""Where another figure begins within so many characters, "and aims at" is said of that one."""


_BESIDE_USED = 40
"""How far behind the number a powertrain of used cars may stand."""
_OPENING = 40
"""Characters within which a sentence names the market that it counts."""
_RANKING = 3
"""So many figures of makers in a sentence are a ranking in the headline's segment."""
_LABELLED = 0.9
"""Above this certainty, a subject is the label of its number."""


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
        ruled = choose_subject(setting)
        subject = self.rankers.subject(setting, metric, ruled)
        metric = self.rankers.metric(setting, metric)
        period = self._in_retrospect(choose_period(setting, metric))
        period = self.rankers.period(setting, metric, period, self.published)
        if place_index is None:
            place = choose_place(setting, subject, metric)
        else:
            place = placed(passage, [passage.places[place_index]], subject, 0.85)
        place = self.rankers.place(setting, subject, metric, place)
        segment = self._segment(ruled)  # what is counted stays so whoever is told to have sold it
        if segment is None and ruled.kind in ("maker", "model"):
            segment = self._by_trade(ruled, metric, place)
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
            segment=segment,
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

    def _segment(self, subject: Chosen) -> Segment | None:
        """The segment of the number: its subject, what is counted, what the sentence speaks of, or the headline's."""
        setting, passage = self.setting, self.setting.passage
        segments = [one for one in passage.subjects if one.kind == "segment"]
        if subject.segment == "used":
            return self._powertrain_of_used(segments)
        if subject.segment or any(one.text == subject.value and one.segment is None for one in segments):
            return subject.segment  # hydrogen is none of ours, and not that of the headline either
        near = {one.segment for one in segments if setting.start < one.start and self._is_counted(one.start)}
        if near:
            return near.pop() if len(near) == 1 else None  # "hybrides et électriques" is no segment of ours
        summed = self._summed()
        if summed and not segments:
            return summed
        if passage.forms.whole_market.search(passage.text):
            return None
        clause_start = setting.start - len(passage.clause_before(setting.start))
        named = [one for one in segments if clause_start <= one.start < setting.start]
        if not named and subject.certainty > _LABELLED and passage.quantities:
            # A list under its title: "Voitures électriques : Seat 1 200 ; …"
            named = [one for one in segments if one.end <= min(number.start for number in passage.quantities)]
        if named:
            return named[-1].segment
        context, by_maker = setting.context, subject.kind in ("maker", "model")
        if context.segment in POWERTRAINS and self._counts_a_market(subject):
            return None
        if context.segment == "used" and speaks_of_new_ones(setting):
            return None
        if subject.resells and not segments and self._goes_on_about_used():
            return "used"
        if context.maker is None and by_maker and context.segment is None:
            return context.first_segment or (None if segments else self._of_ranking())
        return context.segment if context.maker is None or context.segment_leads else None

    def _goes_on_about_used(self) -> bool:
        """Whether the text of a dealer opened with used cars, and here has cars that it does not call new."""
        passage, context = self.setting.passage, self.setting.context
        if self.setting.is_share or passage.forms.new_ones.search(passage.text):
            return False
        return context.opening_segment == "used" and context.last_segment == "used"

    def _counts_a_market(self, subject: Chosen) -> bool:
        """Whether the sentence names the market that it counts, which is of all powertrains."""
        passage, start = self.setting.passage, self.setting.start
        named = [one.start for one in passage.places if one.adjective and one.end <= start]
        named += [
            one.start
            for one in passage.subjects
            if one.kind == "market" and GENERIC_MARKET.search(one.text) and one.end <= start
        ]
        return subject.kind in ("market", "place") and any(one <= _OPENING for one in named)

    def _of_ranking(self) -> Segment | None:
        """The powertrain that the headline of a ranking of makers speaks of."""
        topic = self.setting.context.topic
        if topic is None or topic.segment in OF_RANKINGS or len(self.setting.numbers) < _RANKING:
            return None
        return topic.segment

    def _summed(self) -> Segment | None:
        """The one segment of the sentence before, where this one sums it up: "… electric cars. In all, 12,400."."""
        forms, text, before = self.setting.passage.forms, self.setting.passage.text, self.setting.before
        if before is None or not before.metric_words or not forms.in_sum.match(text):
            return None
        named = {one.segment for one in before.subjects if one.kind == "segment"}
        return named.pop() if len(named) == 1 else None

    def _by_trade(self, subject: Chosen, metric: Metric, place: Chosen) -> Segment | None:
        """What the company of the article trades in: a lessor hands over to fleets, an auctioneer sells used cars."""
        context = self.setting.context
        # Makers in a country are a ranking, and not the lessor's.
        ranked = not subject.resells and subject.country is not None and place.span is not None
        if context.lets and metric == "deliveries" and not ranked:
            return "fleet"
        return "used" if context.auctions and metric == "sales" and not self.setting.is_share else None

    def _powertrain_of_used(self, segments: Sequence[Subject]) -> Segment:
        """ "Used", or the powertrain that stands beside it in the clause of the number."""
        setting, passage = self.setting, self.setting.passage
        left = setting.start - len(passage.clause_before(setting.start))
        right = setting.end + len(passage.clause_behind(setting.end, _BESIDE_USED))
        beside = [
            one for one in segments if left <= one.start < right and not setting.crosses_another(one.end, setting.start)
        ]
        known = {one.segment for one in without_used(beside)} - {None}
        return cast(Segment, known.pop()) if len(known) == 1 else "used"

    def _is_counted(self, position: int) -> bool:
        """Whether the position, behind the number, still belongs to what is counted."""
        end = self.setting.end
        return position <= end + 25 and not set(self.setting.passage.text[end:position]) & set(",;:.(0123456789")

    def _is_forecast(self, period: Chosen) -> bool:
        passage, setting = self.setting.passage, self.setting
        if self.published and period.value and period.value[:4] > self.published[:4]:
            return True
        forecast = passage.forms.forecast
        running = self.published and period.value == self.published[:4] and self.published[5:7] < "12"
        if running and forecast.search(
            passage.text, max((end for _, end in setting.numbers if end <= setting.start), default=0), setting.start
        ):
            return True  # a whole year that is not over, behind a word of the future
        before = passage.clause_before(setting.start, 90)
        behind = passage.clause_behind(setting.end, 30) if setting.next_start > setting.end + _OTHERS_WITHIN else ""
        return bool(forecast.search(before) or forecast.search(behind))
