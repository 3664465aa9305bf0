"""Which subject, period, place and metric of the neighbourhood belong to a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import Metric, Segment, Span
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subjects import Subject
from pipeline.facts.periods import Period
from pipeline.facts.places import HOME, Place, joined, together

_AGENT = re.compile(r"(?:par|by|von|da|dal|dalla|por|de|d['’]|of|di|from|pour|for|chez|bei) (?:l[ae] |les |the |der |il |el |l['’])?(?:[\w’'-]+ )?$", re.IGNORECASE)
_LABEL_GAP = re.compile(r"^[ \u00a0]*(?:[:(–—-][ \u00a0]*)?$")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value chosen for a field, where it stands, and how sure its place makes it."""

    value: str | None
    span: Span | None
    certainty: float
    segment: Segment | None = None
    country: str | None = None
    kind: str = "none"


def choose_subject(
    passage: Passage, start: int, end: int, before: Passage | None, context: Context, others: Sequence[tuple[int, int]]
) -> Chosen:
    """The subject of the number at `start`-`end` of the passage.

    Args:
        passage: the sentence with the number.
        start: of the number.
        end: of the number with its noun.
        before: the neighbouring sentence before, if any.
        context: of headline and lead.
        others: spans of the other numbers of the passage that are figures themselves.
    """
    text, subjects = passage.text, passage.subjects
    actors = [one for one in subjects if one.kind in ("maker", "model")]
    labels = [one for one in subjects if one.end <= start and _LABEL_GAP.match(text[one.end : start])]
    if labels and labels[-1].kind != "market":
        return _chosen(passage, labels[-1], 0.95)
    place = next((one for one in passage.places if not one.adjective and one.end <= start and _LABEL_GAP.match(text[one.end : start])), None)
    if place and not context.maker:
        return Chosen(text[place.start : place.end], passage.sentence.span(place.start, place.end), 0.95, kind="place")
    inside = [one for one in subjects if start < one.start < end + 30 and not re.search(r"[\d,;:.()]", text[end : one.start])]
    own = next((one for one in inside if one.kind in ("maker", "model") and (one.start <= end + 1 or _AGENT.search(text[end : one.start]))), None)
    if own:
        return _chosen(passage, own, 0.95)
    segment = next((one for one in inside if one.kind == "segment" and one.start <= end + 1), None)
    earlier = [one for one in actors if one.end <= start and not (passage.in_brackets(one.start) and not passage.in_brackets(start))]
    if earlier:
        return _chosen(passage, earlier[-1], 0.9)
    later = [one for one in actors if one.start >= end and not any(end <= other[0] < one.start for other in others)]
    agent = next((one for one in later if _AGENT.search(text[end : one.start]) and "," not in text[end : one.start]), None)
    if agent and agent.start - end < 45:
        return _chosen(passage, agent, 0.85)
    if context.maker and (passage.forms.same_maker.search(text) or not segment):
        model = _model_before(before)
        if model and passage.forms.same_maker.search(text[:start]):
            return _chosen(before or passage, model, 0.75)
        return Chosen(context.maker.text, context.maker_span, 0.8, country=context.maker.country, kind="maker")
    nearest = [one for one in subjects if one.kind == "segment" and one.end <= start and not others_between(one.end, start, others)]
    if segment:
        return _chosen(passage, segment, 0.85)
    if nearest:
        return _chosen(passage, nearest[-1], 0.8)
    return _market(passage, start, end, before, context)


def others_between(left: int, right: int, others: Sequence[tuple[int, int]]) -> bool:
    """Whether another figure stands between the two offsets."""
    return any(left <= start < right for start, _ in others)


def _model_before(before: Passage | None) -> Subject | None:
    actors = [one for one in before.subjects if one.kind in ("maker", "model")] if before else []
    return actors[-1] if actors else None


def _market(passage: Passage, start: int, end: int, before: Passage | None, context: Context) -> Chosen:
    """The subject of a figure that is about a market: a country, a segment, a market, or what is counted."""
    text = passage.text
    behind = [one for one in passage.subjects if one.kind == "segment" and end <= one.start <= end + 25]
    if behind:
        return _chosen(passage, behind[0], 0.75)
    places = [one for one in passage.places if one.code and one.code != HOME]
    if places and context.segment is None:
        place = min(places, key=lambda one: abs(one.start - start))
        return Chosen(text[place.start : place.end], passage.sentence.span(place.start, place.end), 0.8, kind="place")
    markets = [one for one in passage.subjects if one.kind in ("market", "segment") and one.end <= start]
    if markets:
        return _chosen(passage, markets[-1], 0.75)
    if context.topic and context.topic.segment:
        return Chosen(context.topic.text, context.topic_span, 0.75, segment=context.topic.segment, kind="segment")
    if places:
        return Chosen(text[places[0].start : places[0].end], passage.sentence.span(places[0].start, places[0].end), 0.7, kind="place")
    if before and not context.makers:
        topics = [one for one in before.subjects if one.kind in ("segment", "market")]
        if topics:
            return _chosen(before, topics[-1], 0.6)
    if context.topic:
        return Chosen(context.topic.text, context.topic_span, 0.6, segment=context.topic.segment, kind="market")
    if context.place_span:
        return Chosen(context.place_span.quote, context.place_span, 0.6, kind="place")
    actor = _model_before(before)
    if actor and before:
        return _chosen(before, actor, 0.6)
    return Chosen(None, None, 0.4)


def _chosen(passage: Passage, subject: Subject, certainty: float) -> Chosen:
    span = passage.sentence.span(subject.start, subject.end)
    return Chosen(subject.text, span, certainty, subject.segment, subject.country, subject.kind)


def choose_period(passage: Passage, start: int, end: int, next_start: int, context: Context, metric: Metric) -> Chosen:
    """The period of the number: behind it in its clause, before it in the sentence, or that of the lead."""
    named = [one for one in passage.periods if not one.compared and one.kind != "day"]
    behind = [one for one in named if end <= one.start < next_start and not re.search(r"[;)]|,[ \u00a0](?!en\b)", passage.text[end : one.start])]
    earlier = [one for one in named if one.end <= start]
    later = [one for one in named if end <= one.start < next_start]
    period: Period | None = (behind[:1] or earlier[-1:] or later[:1] or [None])[0]
    if period:
        return Chosen(period.value, passage.sentence.span(period.start, period.end), 0.95, kind=period.kind)
    if metric == "orders" or context.period is None:  # a book of orders has no month
        return Chosen(None, None, 0.85)
    return Chosen(context.period.value, context.period_span, 0.85, kind=context.period.kind)


def choose_place(passage: Passage, start: int, end: int, next_start: int, subject: Chosen, context: Context) -> Chosen:
    """The place of the number: its subject, one beside it, that of headline or lead, or the world for a maker."""
    places = passage.places
    if subject.span and subject.span.field == passage.sentence.field:
        offset = subject.span.start - passage.sentence.start
        own = [one for one in places if offset <= one.start < offset + len(subject.span.quote)]
        if own:
            return _placed(passage, own[:1], subject, 0.95)
    behind = [one for one in places if end <= one.start < next_start and not re.search(r"[;(]|,[ \u00a0]|\.[ \u00a0]", passage.text[end : one.start])]
    earlier = [one for one in places if one.end <= start]
    later = [one for one in places if end <= one.start < next_start]
    if behind:
        return _placed(passage, _breath(behind, passage.text), subject, 0.9)
    if earlier:
        return _placed(passage, _breath(earlier[::-1], passage.text)[::-1], subject, 0.9)
    if later:
        return _placed(passage, later[:1], subject, 0.8)
    if context.place and (not context.maker or subject.kind not in ("maker", "model") or context.place_span and context.place_span.field == "headline"):
        return Chosen(context.place, context.place_span, 0.85)
    if subject.kind in ("maker", "model") and not context.place:
        return Chosen("World", None, 0.8)
    return Chosen(context.place, context.place_span, 0.75)


def _breath(places: Sequence[Place], text: str) -> list[Place]:
    """The first place with those that are joined to it."""
    run = [places[0]]
    for place in places[1:]:
        left, right = sorted((run[-1], place), key=lambda one: one.start)
        if not joined(left, right, text):
            break
        run.append(place)
    return run


def _placed(passage: Passage, places: Sequence[Place], subject: Chosen, certainty: float) -> Chosen:
    code = together(list(places))
    if code is None and len(places) > 1 and all(one.code for one in places):
        code = places[-1].code
        certainty -= 0.3
    if code == HOME:
        code = subject.country
    first, last = min(one.start for one in places), max(one.end for one in places)
    return Chosen(code, passage.sentence.span(first, last), certainty)


def choose_metric(passage: Passage, start: int, end: int, before: Passage | None, context: Context) -> tuple[Metric, float]:
    """How the number was counted: the nearest word that says it, in the sentence, the one before, or the lead."""
    words = passage.metric_words
    if words:
        def distance(word: tuple[Metric, int, int]) -> float:
            gap = word[1] - end if word[1] >= end else (start - word[2]) * 1.3
            crossed = passage.text[min(end, word[2]) : max(start, word[1])]
            return gap + 40 * len(re.findall(r"[;()]|,[ \u00a0]", crossed))
        return min(words, key=distance)[0], 0.92
    if before and before.metric_words:
        return before.metric_words[-1][0], 0.85
    return context.metric or "sales", 0.8
