"""What headline and lead say for the whole article: its maker, segment, place, period and way of counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.article import Metric, Segment, Span
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subjects import Subject
from pipeline.facts.periods import Period, PeriodKind
from pipeline.facts.places import find_institution, home_market

_LEAD_SENTENCES = 3
_OPENING = 12
"""How many characters may stand before the segment that a headline opens with ("Ventes de diesel")."""


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
    is_market: bool = True
    """Whether the article is about a market, and not about one or more makers."""
    heading: Subject | None = None
    """The maker or model of the heading that the reader is under."""
    heading_span: Span | None = None
    settled: bool = False
    """Whether the first figure of the text has said the period of those behind it."""

    def settle(self, value: str | None, kind: str, span: Span) -> None:
        """Takes the period of the first figure for those that name none."""
        self.settled = True
        self.period = Period(value, cast(PeriodKind, kind), span.start, span.end)
        self.period_span = span


def read_context(passages: Sequence[Passage]) -> Context:
    """The context that headline and lead give."""
    context = Context()
    headline = [one for one in passages if one.sentence.field == "headline"]
    lead = [one for one in passages if one.sentence.field == "text" and not one.sentence.is_row][:_LEAD_SENTENCES]
    _read_maker(context, headline)
    _read_topic(context, headline)
    _read_place(context, headline, lead)
    _read_period(context, headline, lead)
    if context.place is None and context.is_market:
        _read_home_market(context, passages)
    for passage in (*headline, *lead):
        if passage.metric_words and not context.metric:
            context.metric = passage.metric_words[0][0]
    return context


def _read_maker(context: Context, headline: Sequence[Passage]) -> None:
    named = [(one, subject) for one in headline for subject in one.subjects if subject.kind in ("maker", "model")]
    if len({subject.name for _, subject in named}) == 1:
        passage, subject = named[0]
        context.maker = subject
        context.maker_span = passage.sentence.span(subject.start, subject.end)
    markets = [one for passage in headline for one in passage.subjects if one.kind in ("market", "segment")]
    context.is_market = not named or (context.maker is None and bool(markets or any(one.places for one in headline)))


def _read_topic(context: Context, headline: Sequence[Passage]) -> None:
    for passage in headline:
        segments = [one for one in passage.subjects if one.kind == "segment"]
        markets = [one for one in passage.subjects if one.kind == "market"]
        if len({one.segment for one in segments}) == 1 and _opens(segments[0], markets, passage):
            context.segment = segments[0].segment
        topic = next(iter((*(segments if context.segment else ()), *markets, *segments)), None)
        if topic:
            context.topic = topic
            context.topic_span = passage.sentence.span(topic.start, topic.end)


def _opens(segment: Subject, markets: Sequence[Subject], passage: Passage) -> bool:
    """Whether the headline is about the segment: it opens with it, or with a market of it."""
    if any(market.start <= segment.start - 12 and segment.start > market.end + 4 for market in markets):
        return False
    return segment.start <= _OPENING or any(segment.start <= market.end + 4 for market in markets)


def _read_place(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    # A maker's article sells in the world, unless its headline says where.
    for passage in (*headline, *lead) if context.is_market else headline:
        for place in passage.places:
            if place.code and place.code != "home" and (place.located or passage.sentence.field == "headline"):
                context.place = place.code
                context.place_span = passage.sentence.span(place.start, place.end)
                return


def _read_home_market(context: Context, passages: Sequence[Passage]) -> None:
    """The country of who publishes the figures, of any place of the text, or the one the language means."""
    for passage in passages:
        institution = find_institution(passage.text, passage.language)
        if institution:
            context.place = institution.code
            context.place_span = passage.sentence.span(institution.start, institution.end)
            return
    if not any(place.code for passage in passages for place in passage.places):
        context.place = home_market(passages[0].language) if passages else None
        return
    for passage in passages:
        for place in passage.places:
            if place.code and place.code != "home" and place.located:
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
