"""Whom a number is about: the maker, model, segment, market or country beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.choose import Chosen
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subjects import Subject
from pipeline.facts.places import HOME, Place

_AGENT = re.compile(
    r"(?:par|by|von|da|dal|dalla|por|de|d['’]|of|di|from|pour|for|chez|bei)"
    r" (?:l[ae] |les |the |der |il |el |l['’])?(?:[\w’'-]+ )?$",
    re.IGNORECASE,
)
_LABEL_GAP = re.compile(r"[ \u00a0]*(?:[:(–—-][ \u00a0]*)?")
_UNKNOWN_LABEL = re.compile(r"(?P<label>[A-ZÀ-Ý][\w.’'-]*(?:[ \u00a0](?:[A-ZÀ-Ý][\w.’'-]*|\d{1,4}))*)[ \u00a0]?(?:\(|:[ \u00a0])$")
_LISTED = re.compile(r"^[ \u00a0]*(?:,|et|and|und|y|e|&)[ \u00a0]*$")

Spans = Sequence[tuple[int, int]]


def choose_subject(
    passage: Passage, start: int, end: int, before: Passage | None, context: Context, others: Spans
) -> Chosen:
    """The subject of the number at `start`-`end` of the passage.

    Args:
        passage: the sentence with the number.
        start: of the number.
        end: of the number with its noun.
        before: the neighbouring sentence before, if any.
        context: of headline, heading and lead.
        others: spans of the other numbers of the passage that are figures themselves.
    """
    return (
        _label(passage, start, context)
        or _maker(passage, start, end, before, context, others)
        or _market(passage, start, end, before, context, others)
    )


def _label(passage: Passage, start: int, context: Context) -> Chosen | None:
    """What stands right before the number, as in a list: "Seat Ibiza (1 200)", "Italie : 1 200"."""
    text = passage.text
    labels = [one for one in passage.subjects if one.end <= start and _LABEL_GAP.fullmatch(text[one.end : start])]
    if labels and labels[-1].kind != "market":
        return _chosen(passage, labels[-1], 0.95)
    if context.maker:
        return None
    for place in passage.places:
        if not place.adjective and place.end <= start and _LABEL_GAP.fullmatch(text[place.end : start]):
            return _place(passage, place, 0.95)
    unknown = _UNKNOWN_LABEL.search(text[:start])
    if unknown and unknown.start() > 0:
        span = passage.sentence.span(*unknown.span("label"))
        return Chosen(unknown["label"], span, 0.75, kind="label")
    return None


def _maker(
    passage: Passage, start: int, end: int, before: Passage | None, context: Context, others: Spans
) -> Chosen | None:
    """The maker or model of the number, where it is about one."""
    text, forms = passage.text, passage.forms
    actors = [one for one in passage.subjects if one.kind in ("maker", "model")]
    for one in actors:
        between = text[end : one.start]
        near = end - 1 <= one.start < end + 30 and not re.search(r"[\d,;:.()]", between)
        if near and (one.start <= end + 1 or _AGENT.search(between)):  # "161 601 modèles Jaguar vendus"
            return _chosen(passage, one, 0.95)
    earlier = [one for one in actors if one.end <= start]
    if not passage.in_brackets(start):
        earlier = [one for one in earlier if not passage.in_brackets(one.start)]
    actor = _last_named(earlier, text)
    if actor:
        return _own_model(actor, context) or _chosen(passage, actor, 0.9)
    for one in actors:
        between = text[end : one.start] if one.start >= end else ","
        if len(between) < 45 and "," not in between and _AGENT.search(between) and not _between(end, one.start, others):
            return _chosen(passage, one, 0.85)
    if context.heading:
        return Chosen(
            context.heading.text, context.heading_span, 0.85, country=context.heading.country, kind=context.heading.kind
        )
    lead_in = forms.same_maker.search(text[:start])
    if lead_in and before and not context.is_market:
        named = [one for one in before.subjects if one.kind in ("maker", "model")]
        if named and (context.maker is None or named[-1].name == context.maker.name):
            return _own_model(named[-1], context) or _chosen(before, _last_named(named, before.text) or named[-1], 0.75)
    if context.maker:
        return Chosen(context.maker.text, context.maker_span, 0.8, country=context.maker.country, kind=context.maker.kind)
    return None


def _last_named(actors: Sequence[Subject], text: str) -> Subject | None:
    """The last maker, but not one of an enumeration that another maker's insertion holds."""
    if not actors:
        return None
    index = len(actors) - 1
    while index > 0 and _LISTED.match(text[actors[index - 1].end : actors[index].start]):
        index -= 1
    listed = len(actors) - index > 1
    return actors[index - 1] if listed and index > 0 else actors[index]


def _own_model(actor: Subject, context: Context) -> Chosen | None:
    """The model of the headline, where the sentence names only its maker."""
    topic = context.maker
    if topic and topic.kind == "model" and actor.kind == "maker" and actor.name == topic.name:
        return Chosen(topic.text, context.maker_span, 0.75, country=topic.country, kind="model")
    return None


def _market(
    passage: Passage, start: int, end: int, before: Passage | None, context: Context, others: Spans
) -> Chosen:
    """The subject of a figure about a market: a country, a segment, a market."""
    text = passage.text
    places = [one for one in passage.places if one.code and one.code != HOME]
    actor = [one for one in places if not one.located and one.end <= start and not passage.in_brackets(one.start)]
    if actor and not _between(actor[-1].end, start, others):  # "l'Italie s'arrête à 121 000"
        return _place(passage, actor[-1], 0.85)
    segments = [one for one in passage.subjects if one.kind == "segment"]
    own = [
        one for one in segments if start < one.start <= end + 25 and not re.search(r"[\d,;:.()]", text[end : one.start])
    ]
    if own:
        return _chosen(passage, own[0], 0.85)
    whole = passage.forms.whole_market.search(text)
    earlier = [one for one in segments if one.end <= start and not _between(one.end, start, others)]
    if earlier and not (whole and whole.start() > earlier[-1].end):
        return _chosen(passage, earlier[-1], 0.8)
    if places and (whole or context.segment is None):
        return _place(passage, min(places, key=lambda one: abs(one.start - start)), 0.8)
    markets = [one for one in passage.subjects if one.kind == "market" and one.end <= start]
    if markets and not (context.topic and context.topic.segment):
        return _chosen(passage, markets[-1], 0.75)
    if context.topic and context.topic.segment and context.segment and not whole:
        return Chosen(context.topic.text, context.topic_span, 0.75, segment=context.topic.segment, kind="segment")
    if places:
        return _place(passage, places[0], 0.7)
    topics = [one for one in before.subjects if one.kind == "segment"] if before else []
    if topics and before and not whole:
        return _chosen(before, topics[-1], 0.6)
    if context.place_span:
        return Chosen(context.place_span.quote, context.place_span, 0.65, kind="place")
    if context.topic:
        return Chosen(context.topic.text, context.topic_span, 0.6, segment=context.topic.segment, kind="market")
    named = [one for one in before.subjects if one.kind in ("maker", "model")] if before else []
    if named and before:
        return _chosen(before, named[-1], 0.6)
    return Chosen(None, None, 0.4)


def _between(left: int, right: int, others: Spans) -> bool:
    return any(left <= start < right for start, _ in others)


def _chosen(passage: Passage, subject: Subject, certainty: float) -> Chosen:
    span = passage.sentence.span(subject.start, subject.end)
    return Chosen(subject.text, span, certainty, subject.segment, subject.country, subject.kind)


def _place(passage: Passage, place: Place, certainty: float) -> Chosen:
    span = passage.sentence.span(place.start, place.end)
    return Chosen(span.quote, span, certainty, kind="place")
