"""What headline and lead say for the whole article: its maker, segment, place, period and way of counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.article import Metric, Segment, Span
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subjects import Subject
from pipeline.facts.periods import Period

_LEAD_SENTENCES = 3


@dataclass(slots=True)
class Context:
    """What a sentence may leave unsaid because headline or lead said it, each with its words."""

    maker: Subject | None = None
    """The one maker of the headline; None for an article about a market or about several makers."""
    maker_span: Span | None = None
    topic: Subject | None = None
    """The segment or market of the headline."""
    topic_span: Span | None = None
    segment: Segment | None = None
    place: str | None = None
    place_span: Span | None = None
    period: Period | None = None
    period_span: Span | None = None
    metric: Metric | None = None
    makers: set[str] = field(default_factory=set)
    """Makers of headline and lead."""


def read_context(passages: Sequence[Passage]) -> Context:
    """The context that headline and lead give."""
    context = Context()
    headline = [one for one in passages if one.sentence.field == "headline"]
    lead = [one for one in passages if one.sentence.field == "text" and not one.sentence.is_row][:_LEAD_SENTENCES]
    _read_maker(context, headline, lead)
    _read_topic(context, headline)
    _read_place(context, headline, lead)
    _read_period(context, headline, lead)
    for passage in (*headline, *lead):
        if passage.metric_words and not context.metric:
            context.metric = passage.metric_words[0][0]
    return context


def _read_maker(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    for passages in (headline, lead):
        named = [(one, subject) for one in passages for subject in one.subjects if subject.kind in ("maker", "model")]
        context.makers |= {subject.name or subject.text for _, subject in named}
        if passages is headline and len({subject.name for _, subject in named}) == 1:
            passage, subject = named[0]
            context.maker = subject
            context.maker_span = passage.sentence.span(subject.start, subject.end)


def _read_topic(context: Context, headline: Sequence[Passage]) -> None:
    for passage in headline:
        segments = [one for one in passage.subjects if one.kind == "segment"]
        markets = [one for one in passage.subjects if one.kind == "market"]
        if len({one.segment for one in segments}) == 1:
            context.segment = segments[0].segment
        topic = next(iter((*segments, *markets)), None)
        if topic:
            context.topic = topic
            context.topic_span = passage.sentence.span(topic.start, topic.end)


def _read_place(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    # A maker's article sells in the world, unless its headline says where.
    for passage in headline if context.maker else (*headline, *lead):
        for place in passage.places:
            if place.code and place.code != "home":
                context.place = place.code
                context.place_span = passage.sentence.span(place.start, place.end)
                return


def _read_period(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    for passage in (*headline, *lead):
        named = [one for one in passage.periods if not one.compared and one.kind != "day"]
        exact = [one for one in named if one.value]
        if exact or named:
            period = (exact or named)[0]
            if context.period is None or (period.value and not context.period.value and context.period.kind == period.kind):
                context.period = period
                context.period_span = passage.sentence.span(period.start, period.end)
            if context.period.value:
                return
