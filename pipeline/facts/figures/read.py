"""Reads `facts.figures` out of a document, sentence by sentence and table by table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.article import Figure, Metric, Segment, Span
from pipeline.document import Document
from pipeline.facts.figures.changes import Change, Share, find_percentages, pair
from pipeline.facts.figures.choose import (
    Chosen,
    choose_metric,
    choose_period,
    choose_place,
    choose_subject,
)
from pipeline.facts.figures.context import Context, read_context
from pipeline.facts.figures.counts import Count, find_counts
from pipeline.facts.figures.forms import figure_forms
from pipeline.facts.figures.passage import Passage, neighbours, within
from pipeline.facts.figures.subjects import SubjectFinder
from pipeline.facts.periods import find_periods
from pipeline.organizations.mention import OrganizationMention


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
        if not passage.sentence.is_row and any(letter.isdigit() for letter in passage.text):
            found.extend(_sentence_figures(passage, neighbours(document, passages, index), context, document))
    return _once(found)


def _sentence_figures(passage: Passage, before: Passage | None, context: Context, document: Document) -> Iterator[Figure]:
    has_metric = bool(context.metric) or bool(before and before.metric_words)
    counts = find_counts(passage, has_metric=has_metric)
    expected = bool(before and before.forms.share_words.search(before.text))
    changes, shares = find_percentages(passage, shares_expected=expected)
    paired = pair(counts, changes, passage)
    numbers = sorted([(one.start, one.end) for one in (*counts, *shares)])
    inherited = _change_before(before, passage, counts, paired)
    for index, count in enumerate(counts):
        if count.prior:
            continue
        change = paired.get(index)
        late = inherited if inherited and not change and index == 0 else None
        yield _count_figure(passage, before, context, document, count, change, late, numbers)
    for share in shares:
        if not share.prior:
            yield _share_figure(passage, before, context, document, share, numbers)


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


def _count_figure(
    passage: Passage,
    before: Passage | None,
    context: Context,
    document: Document,
    count: Count,
    change: Change | None,
    late: tuple[float, Span] | None,
    numbers: Sequence[tuple[int, int]],
) -> Figure:
    metric, sure = (count.metric, 0.95) if count.metric else choose_metric(passage, count.start, count.end, before, context)
    if metric is None:
        metric, sure = "sales", 0.7
    value = passage.sentence.span(count.start, count.end)
    evidence = [value]
    change_pct = None
    if change:
        change_pct = change.value
        evidence.append(passage.sentence.span(change.start, change.end))
    elif late:
        change_pct = late[0]
        evidence.append(late[1])
        sure -= 0.15
    if not count.noun:
        sure -= 0.05
    return _figure(passage, before, context, document, count.start, count.end, numbers, metric, count.value, "vehicles", change_pct, evidence, sure)


def _share_figure(
    passage: Passage, before: Passage | None, context: Context, document: Document, share: Share, numbers: Sequence[tuple[int, int]]
) -> Figure:
    evidence = [passage.sentence.span(share.start, share.end)]
    sure = 0.92 if share.stated else 0.75
    return _figure(passage, before, context, document, share.start, share.end, numbers, "market_share", share.value, "percent", None, evidence, sure)


def _figure(
    passage: Passage,
    before: Passage | None,
    context: Context,
    document: Document,
    start: int,
    end: int,
    numbers: Sequence[tuple[int, int]],
    metric: Metric,
    value: float,
    unit: str,
    change: float | None,
    evidence: list[Span],
    sure: float,
) -> Figure:
    next_start = min((one[0] for one in numbers if one[0] > start), default=len(passage.text))
    others = [one for one in numbers if one[0] != start]
    subject = choose_subject(passage, start, end, before, context, others)
    period = choose_period(passage, start, end, next_start, context, metric)
    place = choose_place(passage, start, end, next_start, subject, context)
    segment = _segment(passage, start, end, subject, context)
    for chosen in (subject, period, place):
        if chosen.span and chosen.span not in evidence:
            evidence.append(chosen.span)
    return Figure(
        subject=subject.value,
        metric=metric,
        value=value,
        unit="percent" if unit == "percent" else "vehicles",
        change_pct=round(change, 4) if change is not None else None,
        period=period.value,
        geography=place.value,
        segment=segment,
        forecast=_is_forecast(passage, start, end, period, document),
        confidence=round(sure * subject.certainty * period.certainty * place.certainty, 2),
        evidence=sorted(evidence, key=lambda one: (one.field != "headline", one.start)),
    )


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
    return bool(
        passage.forms.forecast.search(passage.text[max(0, start - 90) : start])
        or passage.forms.forecast.search(passage.clause_behind(end, 30))
    )


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """Each number once: of two rows with the same value the surer, the text's before the headline's."""
    best: dict[tuple[str, float | None], Figure] = {}
    for figure in figures:
        key = (figure.unit, figure.value)
        known = best.get(key)
        if known is None or _rank(figure) > _rank(known):
            best[key] = figure
    return [figure for figure in figures if best[(figure.unit, figure.value)] is figure]


def _rank(figure: Figure) -> tuple[bool, float]:
    in_text = any(span.field == "text" for span in figure.evidence[-1:])
    return in_text, figure.confidence
