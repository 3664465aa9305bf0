"""The rows of one sentence: its counts with their changes, its shares, and the dated values of earlier periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.article import Figure, Metric, Segment, Span
from pipeline.facts.figures.choose import choose_metric, choose_period, choose_place, placed
from pipeline.facts.figures.choose_subject import choose_subject
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.confidence import probability
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.counts import Count, find_counts
from pipeline.facts.figures.pairing import is_difference, pair, respectively
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.percentages import Change, Share, find_percentages
from pipeline.facts.figures.setting import Setting

_DATED_WITHIN = 12
"""Characters between the value of an earlier period and its date."""
_OTHERS_WITHIN = 60
"""Where another figure begins within so many characters, "and aims at" is said of that one."""
_LABELLED = 0.9
"""Above this certainty, a subject is the label of its number."""


def sentence_rows(passage: Passage, before: Passage | None, context: Context, published: str | None) -> list[Figure]:
    """The rows of the sentence, in the order of their numbers.

    Args:
        passage: the sentence.
        before: the neighbouring sentence before, if any.
        context: of headline, heading and lead; takes the period and place of the text's first figure.
        published: the date of publication; a later period is a forecast.
    """
    counts = find_counts(passage, has_metric=bool(context.metric or (before and before.metric_words)))
    speaks_of_shares = bool(before and before.forms.share_words.search(before.text)) or context.speaks_of_shares
    changes, shares = find_percentages(passage, shares_expected=speaks_of_shares)
    counts = [one for one in counts if not is_difference(one, counts, changes, passage)]
    by_order, place_by_order = respectively(counts, changes, passage)
    left = [one for one in changes if one not in by_order.values()]
    paired = {**pair(counts, left, passage), **by_order}
    inherited = _change_before(before, counts, paired)
    numbers = sorted([*((one.start, one.end) for one in counts), *((one.start, one.end) for one in shares)])
    found: list[tuple[int, Figure | None]] = []
    last: Figure | None = None
    for index, count in enumerate(counts):
        if count.prior:
            found.append((count.start, _prior_row(passage, count, last)))
            continue
        row = _Row(Setting(passage, before, context, count.start, count.end, numbers), published)
        change = paired.get(index)
        late = inherited if change is None and index == 0 else None
        if index == 0 and not changes and not late and _is_told_by_headline(passage, context):
            late = context.headline_change
        last = row.of_count(count, change, late, place_by_order.get(index))
        found.append((count.start, last))
    for share in shares:
        if not share.prior and not _is_of_the_mix(passage, share, context):
            row = _Row(Setting(passage, before, context, share.start, share.end, numbers, is_share=True), published)
            found.append((share.start, row.of_share(share)))
    return [figure for _, figure in sorted(found, key=lambda one: one[0]) if figure]


def _is_told_by_headline(passage: Passage, context: Context) -> bool:
    """Whether the sentence has the text's first figure, of whom the headline speaks: its change is told there."""
    if context.settled or passage.sentence.field == "headline":
        return False
    makers = {one.name for one in passage.subjects if one.kind in ("maker", "model")}
    return makers <= {context.maker.name} if context.maker else not makers and context.first_maker is None


def _change_before(
    before: Passage | None, counts: Sequence[Count], paired: dict[int, Change]
) -> tuple[float, Span] | None:
    """The change of the sentence before, where that has a change and no count of its own to go with it."""
    if before is None or not counts or 0 in paired or counts[0].prior:
        return None
    if find_counts(before, has_metric=True):
        return None
    changes, _ = find_percentages(before, shares_expected=False)
    if len(changes) != 1 or not before.metric_words or before.forms.looking_back.match(before.text):
        return None
    return changes[0].value, before.sentence.span(changes[0].start, changes[0].end)


def _is_of_the_mix(passage: Passage, share: Share, context: Context) -> bool:
    """Whether the share is one of what the headline's maker sold: "la X compte pour 40 % des ventes"."""
    if context.maker is None or context.is_market or not passage.forms.volumes_behind.match(passage.text, share.end):
        return False
    return not any(one.kind == "segment" and one.end <= share.start for one in passage.subjects)


def told_afterwards(passage: Passage, before: Passage | None, last: Figure | None) -> Figure | None:
    """The last row of the sentence before with the change that this one tells of it: "Soit une hausse de 8 %."."""
    if before is None or last is None or last.change_pct is not None or last.unit != "vehicles":
        return None
    if not passage.forms.looking_back.match(passage.text) or find_counts(passage, has_metric=True):
        return None
    counts = [one for one in find_counts(before, has_metric=True) if not one.prior]
    changes, shares = find_percentages(passage, shares_expected=False)
    if len(counts) != 1 or len(changes) != 1 or shares:
        return None
    change = changes[0]
    evidence = {*last.evidence, passage.sentence.span(change.start, change.end)}
    return replace(last, change_pct=round(change.value, 4), evidence=sorted(evidence, key=_place_in_article))


def _prior_row(passage: Passage, count: Count, last: Figure | None) -> Figure | None:
    """The row of an earlier period, where the text dates it: "contre 4 100 en 2017"; else none."""
    for period in passage.periods:
        behind = count.end <= period.start <= count.end + _DATED_WITHIN
        opened = 0 < count.start - period.end <= 3 and passage.in_brackets(count.start)  # "en 2017 (12 300 unités)"
        if period.value and (opened or (behind and not set(passage.text[count.end : period.start]) & set(",;()"))):
            break
    else:
        return None
    if last is None or last.period is None or period.value is None:
        return None
    # "9 400 in March, against 8 100 last year": in March of last year.
    value = period.value[:4] + last.period[4:] if period.kind == "year" else period.value
    if value == last.period:
        return None
    spans = [passage.sentence.span(count.start, count.end), passage.sentence.span(period.start, period.end)]
    kept = [span for span in last.evidence if last.subject and span.quote == last.subject]
    return replace(
        last,
        value=count.value,
        change_pct=None,
        period=value,
        forecast=False,
        confidence=round(last.confidence * 0.9, 2),
        evidence=sorted({*spans, *kept}, key=_place_in_article),
    )


def _place_in_article(span: Span) -> tuple[bool, int]:
    return span.field != "headline", span.start


@dataclass(frozen=True, slots=True)
class _Row:
    """Fills the fields of one number."""

    setting: Setting
    published: str | None

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
        figure = self._figure(
            metric=metric, value=count.value, unit="vehicles", spans=spans, sure=sure, place_index=place
        )
        return replace(figure, change_pct=change_pct)

    def of_share(self, share: Share) -> Figure:
        """The row of a market share."""
        spans = [self.setting.passage.sentence.span(share.start, share.end)]
        sure = 0.92 if share.stated else 0.75
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
        subject = choose_subject(setting)
        period = self._in_retrospect(choose_period(setting, metric))
        if place_index is None:
            place = choose_place(setting, subject, metric)
        else:
            place = placed(passage, [passage.places[place_index]], subject, 0.85)
        if passage.sentence.field == "text" and not context.settled:
            context.settle(period, place, passage.sentence)
        evidence = {*spans, *(one.span for one in (subject, period, place) if one.span)}
        return Figure(
            subject=subject.value,
            metric=metric,
            value=value,
            unit=unit,
            change_pct=None,
            period=period.value,
            geography=place.value,
            segment=self._segment(subject),
            forecast=self._is_forecast(period),
            confidence=probability(sure * subject.certainty * period.certainty * place.certainty),
            evidence=sorted(evidence, key=_place_in_article),
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
        if subject.segment:
            return subject.segment
        setting, passage = self.setting, self.setting.passage
        segments = [one for one in passage.subjects if one.kind == "segment"]
        near = {one.segment for one in segments if setting.start < one.start and self._is_counted(one.start)}
        if near:
            return near.pop() if len(near) == 1 else None  # "hybrides et électriques" is no segment of ours
        if passage.forms.whole_market.search(passage.text):
            return None
        clause_start = setting.start - len(passage.clause_before(setting.start))
        named = [one for one in segments if clause_start <= one.start < setting.start]
        if not named and subject.certainty > _LABELLED and passage.quantities:
            # A list under its title: "Voitures électriques : Seat 1 200 ; …"
            named = [one for one in segments if one.end <= min(number.start for number in passage.quantities)]
        if named:
            return named[-1].segment
        return setting.context.segment if setting.context.maker is None else None

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
