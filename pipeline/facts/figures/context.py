"""What headline and lead say for the whole article: its maker, segment, place, period and way of counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.article import Metric, Segment, Span
from pipeline.document import Sentence
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.percentages import find_percentages
from pipeline.facts.figures.subjects import Subject
from pipeline.facts.periods import Period, PeriodKind
from pipeline.facts.places import find_institution, home_market

_LEAD_SENTENCES = 3
_OPENING = 12
"""How many characters may stand before the segment that a headline opens with ("Ventes de diesel")."""
_OF = 8
"""How many stand between a market and its segment: "marché de l'occasion"."""


@dataclass(slots=True)
class Context:
    """What a sentence may leave unsaid because headline or lead said it, each with its words."""

    maker: Subject | None = None
    """The one maker of the headline; None for an article about a market or about several makers."""
    maker_span: Span | None = None
    first_maker: Subject | None = None
    """The first maker of the headline, where it names several."""
    topic: Subject | None = None
    """The segment or market of the headline."""
    topic_span: Span | None = None
    segment: Segment | None = None
    place: str | None = None
    place_span: Span | None = None
    period: Period | None = None
    period_span: Span | None = None
    titled: bool = False
    """Whether the headline names the month of the article."""
    metric: Metric | None = None
    is_market: bool = True
    """Whether the article is about a market, and not about one or more makers."""
    heading: Subject | None = None
    """The maker or model of the heading that the reader is under."""
    heading_span: Span | None = None
    market_lead: bool = False
    """Whether the first figures of the text are those of a market or a segment, though the headline names a maker."""
    headline_change: tuple[float, Span] | None = None
    """The one change that the headline tells without a count of its own."""
    speaks_of_shares: bool = False
    """Whether one of the sentences just before speaks of market shares."""
    lead_place: str | None = None
    """The world, where the text's first figure says so: what follows without a place is counted there too."""
    settled: bool = False
    """Whether the first figure of the text has said the period and the place of those behind it."""

    def _is_earlier(self, value: str | None) -> bool:
        """Whether the period lies in a year well before that of headline or lead: "73 % in 2012" opens a story."""
        known = self.period.year if self.period else None
        return bool(known and value and int(value[:4]) < known - 1)

    def settle(self, period: Chosen, place: Chosen, sentence: Sentence) -> None:
        """Takes period and place of the text's first figure for those that name none, where its sentence names them."""
        self.settled = True
        start = sentence.start
        if (
            period.span
            and period.span.field == sentence.field
            and period.span.start >= start
            and not self._is_earlier(period.value)
            and not self.titled
        ):
            self.period = Period(
                period.value,
                cast(PeriodKind, period.kind),
                period.span.start,
                period.span.end,
                *_parts(period.value),
            )
            self.period_span = period.span
        self.lead_place = place.value if place.value == "World" and place.span else None
        named = place.span and place.span.field == sentence.field and place.span.start >= start
        if self.maker is None and place.value and named:
            self.place, self.place_span = place.value, place.span


def _parts(value: str | None) -> tuple[int | None, int | None]:
    """Year and number of a period's value: of `2020-03`, 2020 and 3."""
    year, _, part = (value or "").partition("-")
    number = part.lstrip("QH")
    return int(year) if year else None, int(number) if number else None


def read_context(passages: Sequence[Passage], published: str | None) -> Context:
    """The context that headline and lead give; a year after that of publication is the target's alone."""
    context = Context()
    headline = [one for one in passages if one.sentence.field == "headline"]
    lead = [one for one in passages if one.sentence.field == "text" and not one.sentence.is_row][:_LEAD_SENTENCES]
    _read_maker(context, headline)
    _read_topic(context, headline)
    _read_place(context, headline, lead)
    _read_period(context, headline, lead, int(published[:4]) if published else None)
    if context.place is None and context.is_market:
        _read_home_market(context, passages)
    _read_change(context, headline)
    context.market_lead = _opens_with_a_market(lead)
    for passage in (*headline, *lead):
        if passage.metric_words and not context.metric:
            context.metric = passage.metric_words[0][0]
    if context.metric is None and any(
        one.kind == "market" for passage in (*headline, *lead) for one in passage.subjects
    ):
        context.metric = "registrations"  # what a market is counted in
    return context


def _read_maker(context: Context, headline: Sequence[Passage]) -> None:
    named = [(one, subject) for one in headline for subject in one.subjects if subject.kind in ("maker", "model")]
    if len({subject.name for _, subject in named}) == 1:
        passage, subject = named[0]
        context.maker = subject
        context.maker_span = passage.sentence.span(subject.start, subject.end)
    context.first_maker = named[0][1] if named else None
    if named and context.maker is None:
        context.maker_span = named[0][0].sentence.span(named[0][1].start, named[0][1].end)
    markets = [one for passage in headline for one in passage.subjects if one.kind in ("market", "segment")]
    context.is_market = (
        not named
        or (context.maker is not None and context.maker.local)
        or (
            context.maker is None
            and bool(markets or any(place.code != "World" for one in headline for place in one.places))
        )
    )


def _read_change(context: Context, headline: Sequence[Passage]) -> None:
    for passage in headline:
        changes, _ = find_percentages(passage, shares_expected=False)
        if len(changes) == 1 and not any(one.kind == "count" for one in passage.quantities):
            context.headline_change = changes[0].value, passage.sentence.span(changes[0].start, changes[0].end)


def _opens_with_a_market(lead: Sequence[Passage]) -> bool:
    """Whether what stands up to the first number is about a segment or a market, and names no maker."""
    of_a_market = False
    for passage in lead:
        named = any(one.kind in ("maker", "model") for one in passage.subjects)
        if named or passage.forms.same_maker.search(passage.text):
            return False
        of_a_market = of_a_market or any(one.kind in ("segment", "market") for one in passage.subjects)
        if any(one.kind in ("count", "percent") for one in passage.quantities):
            return of_a_market
    return False


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
    if any(market.end + _OF < segment.start for market in markets):
        return False
    return segment.start <= _OPENING or any(market.start < segment.start for market in markets)


def _read_place(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    # A maker's article sells in the world, unless its headline says where.
    passages = (*headline, *lead) if context.is_market else headline
    named = [(one, place) for one in passages for place in one.places if place.code and place.code != "home"]
    sure = [(one, place) for one, place in named if place.located or one.sentence.field == "headline"]
    for passage, place in (sure or named)[:1]:
        context.place = place.code
        context.place_span = passage.sentence.span(place.start, place.end)


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


def _read_period(context: Context, headline: Sequence[Passage], lead: Sequence[Passage], published: int | None) -> None:
    for passage in (*headline, *lead):
        named = [one for one in passage.periods if not one.compared and one.kind != "day"]
        if published and passage.sentence.field == "text":
            named = [one for one in named if not one.year or one.year <= published]
        exact = [one for one in named if one.value]
        if exact or named:
            period = _finest(exact, passage) if exact else named[0]
            if context.period is None or (
                period.value and not context.period.value and context.period.kind == period.kind
            ):
                context.period = period
                context.period_span = passage.sentence.span(period.start, period.end)
            context.titled = passage.sentence.field == "headline" and context.period.kind == "month"
            if context.period.value:
                return


def _finest(periods: Sequence[Period], passage: Passage) -> Period:
    """The first of the periods, or a part of the same year that stands beside it."""
    newest = max(one.year or 0 for one in periods)
    # "73 % in 2012, but 22 % in the first half of 2021" is about 2021.
    first = next(one for one in periods if (one.year or 0) >= newest - 1)
    parts = [one for one in periods if one.kind != "year" and one.year == first.year]
    # "The year 2022: a strong December" is about the year.
    titled = passage.sentence.field == "headline" and passage.text[first.end :].startswith(":")
    return parts[0] if first.kind == "year" and parts and not titled else first
