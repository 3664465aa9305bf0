"""Reads `facts.figures` out of a document, sentence by sentence and table by table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.article import Figure, Metric, Segment, Span
from pipeline.document import Document
from pipeline.facts.figures.changes import Change, Share, find_percentages, is_difference, pair
from pipeline.facts.figures.choose import Chosen, choose_metric, choose_period, choose_place
from pipeline.facts.figures.choose_subject import choose_subject
from pipeline.facts.figures.context import Context, read_context
from pipeline.facts.figures.counts import Count, find_counts
from pipeline.facts.figures.forms import figure_forms
from pipeline.facts.figures.passage import Passage, neighbours, within
from pipeline.facts.figures.subjects import SubjectFinder
from pipeline.facts.periods import find_periods
from pipeline.organizations.mention import OrganizationMention

Unit = Literal["vehicles", "percent"]

_LONGEST_HEADING = 60
_DATED_WITHIN = 12
"""Characters between the value of an earlier period and its date."""
_LEAST_CONFIDENCE = 0.3
"""Below this a row is wrong more often than right, and is not told."""


def read_figures(document: Document, organizations: Sequence[OrganizationMention]) -> list[Figure]:
    """Every row the text states, in the order of the text, each with its evidence.

    A row is read from one sentence, from one and the sentence before it, or from a
    table row with its header. Period, geography and maker may come from headline or
    lead, which stand over every sentence; their words are in the evidence then.
    """
    forms = figure_forms(document.language)
    joined = f"{document.headline}\n{document.text}"
    periods = find_periods(joined, document.language, document.published)
    finder = SubjectFinder(document, organizations, forms)
    passages = [
        Passage(
            sentence,
            forms,
            document.language,
            within(periods, sentence, 0 if sentence.field == "headline" else len(document.headline) + 1),
            finder.find(sentence),
        )
        for sentence in document.all_sentences
    ]
    context = read_context(passages)
    found: list[Figure] = []
    for index, passage in enumerate(passages):
        _notice_heading(passage, context)
        if not passage.sentence.is_row and any(letter.isdigit() for letter in passage.text):
            before = neighbours(document, passages, index)
            found.extend(_sentence_figures(passage, before, context, document))
    return _once(found)


def _notice_heading(passage: Passage, context: Context) -> None:
    """Keeps the maker or model of a heading for the sentences under it."""
    sentence = passage.sentence
    if sentence.field == "headline" or sentence.is_row:
        return
    if len(sentence.text) <= _LONGEST_HEADING and sentence.text[-1] not in ".!?…»":
        actors = [one for one in passage.subjects if one.kind in ("maker", "model")]
        context.heading = actors[0] if len(actors) == 1 and not passage.quantities_of_note else None
        context.heading_span = sentence.span(actors[0].start, actors[0].end) if context.heading else None


def _sentence_figures(
    passage: Passage, before: Passage | None, context: Context, document: Document
) -> Iterator[Figure]:
    has_metric = bool(context.metric) or bool(before and before.metric_words)
    counts = find_counts(passage, has_metric=has_metric)
    expected = bool(before and before.forms.share_words.search(before.text))
    changes, shares = find_percentages(passage, shares_expected=expected)
    counts = [one for one in counts if not is_difference(one, counts, changes, passage)]
    paired = pair(counts, changes, passage)
    numbers = sorted([(one.start, one.end) for one in (*counts, *shares)])
    inherited = _change_before(before, passage, counts, paired)
    reader = _Reader(passage, before, context, document, numbers)
    last: Figure | None = None
    for index, count in enumerate(counts):
        if count.prior:
            figure = _prior_figure(reader, count, last)
        else:
            change = paired.get(index)
            last = figure = _count_figure(reader, count, change, inherited if not change and index == 0 else None)
        if figure:
            yield figure
    for share in shares:
        if not share.prior:
            yield _share_figure(reader, share)


def _change_before(
    before: Passage | None, passage: Passage, counts: Sequence[Count], paired: dict[int, Change]
) -> tuple[float, Span] | None:
    """The change of the sentence before, where that has a change and no count of its own to go with it."""
    if before is None or not counts or 0 in paired or counts[0].prior:
        return None
    if find_counts(before, has_metric=True):
        return None
    changes, _ = find_percentages(before, shares_expected=False)
    if len(changes) != 1 or not before.metric_words:
        return None
    return changes[0].value, before.sentence.span(changes[0].start, changes[0].end)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A passage with all that is needed to fill the fields of its numbers."""

    passage: Passage
    before: Passage | None
    context: Context
    document: Document
    numbers: Sequence[tuple[int, int]]
    """Where the figures of the passage stand."""

    def figure(
        self, start: int, end: int, metric: Metric, value: float, unit: Unit, change: float | None, spans: list[Span], sure: float
    ) -> Figure:
        """The row of the number at `start`-`end`."""
        passage, context = self.passage, self.context
        next_start = min((one[0] for one in self.numbers if one[0] > start), default=len(passage.text))
        others = [one for one in self.numbers if one[0] != start]
        subject = choose_subject(passage, start, end, self.before, context, others)
        period = choose_period(passage, start, end, next_start, context, metric)
        place = choose_place(passage, start, end, next_start, subject, context)
        if period.span and period.span.field == "text" and period.span.start >= passage.sentence.start and not context.settled:
            context.settle(period.value, period.kind, period.span)
        evidence = {*spans, *(one.span for one in (subject, period, place) if one.span)}
        return Figure(
            subject=subject.value,
            metric=metric,
            value=value,
            unit=unit,
            change_pct=round(change, 4) if change is not None else None,
            period=period.value,
            geography=place.value,
            segment=_segment(passage, start, end, subject, context),
            forecast=_is_forecast(passage, start, end, period, self.document),
            confidence=round(sure * subject.certainty * period.certainty * place.certainty, 2),
            evidence=sorted(evidence, key=lambda one: (one.field != "headline", one.start)),
        )


def _count_figure(reader: _Reader, count: Count, change: Change | None, late: tuple[float, Span] | None) -> Figure:
    metric, sure = count.metric, 0.95
    if metric is None:
        metric, sure = choose_metric(reader.passage, count.start, count.end, reader.before, reader.context)
    spans, change_pct = [reader.passage.sentence.span(count.start, count.end)], None
    if change:
        change_pct = change.value
        spans.append(reader.passage.sentence.span(change.start, change.end))
    elif late:
        change_pct = late[0]
        spans.append(late[1])
        sure -= 0.15
    if not count.noun:
        sure -= 0.05
    return reader.figure(count.start, count.end, metric, count.value, "vehicles", change_pct, spans, sure)


def _prior_figure(reader: _Reader, count: Count, last: Figure | None) -> Figure | None:
    """The row of an earlier period, where the text dates it: "contre 3 362 en 2017"; else none."""
    passage = reader.passage
    for period in passage.periods:
        behind = count.end <= period.start <= count.end + _DATED_WITHIN
        opened = 0 < count.start - period.end <= 3 and passage.in_brackets(count.start)  # "en 2017 (81 866 unités)"
        if period.value and (opened or (behind and not set(passage.text[count.end : period.start]) & set(",;()"))):
            break
    else:
        return None
    if last is None or last.period == period.value:
        return None
    spans = [passage.sentence.span(count.start, count.end), passage.sentence.span(period.start, period.end)]
    kept = [span for span in last.evidence if last.subject and span.quote == last.subject]
    return replace(
        last,
        value=count.value,
        change_pct=None,
        period=period.value,
        forecast=False,
        confidence=round(last.confidence * 0.85, 2),
        evidence=sorted({*spans, *kept}, key=lambda one: (one.field != "headline", one.start)),
    )


def _share_figure(reader: _Reader, share: Share) -> Figure:
    spans = [reader.passage.sentence.span(share.start, share.end)]
    sure = 0.92 if share.stated else 0.75
    return reader.figure(share.start, share.end, "market_share", share.value, "percent", None, spans, sure)


def _segment(passage: Passage, start: int, end: int, subject: Chosen, context: Context) -> Segment | None:
    if subject.segment:
        return subject.segment
    near = [
        one
        for one in passage.subjects
        if one.kind == "segment" and start < one.start <= end + 25 and not set(passage.text[end : one.start]) & set(",;:.(")
    ]
    if near:
        return near[0].segment
    if passage.forms.whole_market.search(passage.text):
        return None
    clause = passage.clause_before(start)
    shift = start - len(clause)
    named = [one for one in passage.subjects if one.kind == "segment" and shift <= one.start < start]
    if named:
        return named[-1].segment
    return context.segment if context.maker is None else None


def _is_forecast(passage: Passage, start: int, end: int, period: Chosen, document: Document) -> bool:
    published = (document.published or "")[:4]
    if published and period.value and period.value[:4] > published:
        return True
    forecast = passage.forms.forecast
    return bool(forecast.search(passage.clause_before(start, 90)) or forecast.search(passage.clause_behind(end, 30)))


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """Each number once: of two rows with the same value the text's before the headline's, then the surer."""
    best: dict[tuple[str, float | None, bool], Figure] = {}
    for figure in figures:
        known = best.get(_key(figure))
        if known is None or _rank(figure) > _rank(known):
            best[_key(figure)] = figure
    return [figure for figure in figures if best[_key(figure)] is figure and figure.confidence >= _LEAST_CONFIDENCE]


def _key(figure: Figure) -> tuple[str, float | None, bool]:
    return figure.unit, figure.value, figure.forecast


def _rank(figure: Figure) -> tuple[bool, float]:
    return any(span.field == "text" for span in figure.evidence), figure.confidence
