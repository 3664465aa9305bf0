"""Whom and what a headline is about: a maker, a market, a segment, one product."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.context import OF_RANKINGS, Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subject import POWERTRAINS, Subject, without_used

_LISTS = re.compile(r"[ \u00a0]?[,:;]|[ \u00a0](?:et|and|und|y|e|&)[ \u00a0]")
_OPENING = 12
"""How many characters may stand before the segment that a headline opens with ("Ventes de diesel")."""
_OWNS = re.compile(r"(?:['’]s?)?[ \u00a0](?:[^\W\d][\w-]*[ \u00a0]){0,1}")
_OF_MAKER = re.compile(r"[ \u00a0](?:d['’]|(?:de|of|from|von|di|della|du)[ \u00a0])?(?:[a-zà-ÿ][\w-]*[ \u00a0])?")
"""Between a maker and the segment of its product, and the other way round."""
_OF = 8
"""How many stand between a market and its segment: "marché de l'occasion"."""


def read_maker(context: Context, headline: Sequence[Passage]) -> None:
    """Whom the headline is about, or whether it is about a market."""
    named = [(one, subject) for one in headline for subject in one.subjects if subject.kind in ("maker", "model")]
    if len({subject.name for _, subject in named}) == 1:
        # "The F-Series lifts Ford" is about the maker where it says so.
        passage, subject = next((one for one in named if one[1].kind == "maker"), named[0])
        context.maker = subject
        context.maker_span = passage.sentence.span(subject.start, subject.end)
    models = {subject.text: subject for _, subject in named if subject.kind == "model"}
    context.model = next(iter(models.values())) if len(models) == 1 and context.maker else None
    context.first_maker = named[0][1] if named else None
    if named and context.maker is None:
        context.maker_span = named[0][0].sentence.span(named[0][1].start, named[0][1].end)
    markets = [one for passage in headline for one in passage.subjects if one.kind in ("market", "segment")]
    context.is_market = (
        not named
        or (context.maker is not None and context.maker.local)
        or (
            context.maker is None
            and not _is_about(*named[0])
            and bool(markets or any(place.code != "World" for one in headline for place in one.places))
        )
    )


def _is_about(headline: Passage, maker: Subject) -> bool:
    """Whether a headline with several makers is about its first: "BYD dépasse Tesla en Espagne"; of a list none is."""
    return maker.start == 0 and not _LISTS.match(headline.text, maker.end)


def read_topic(context: Context, headline: Sequence[Passage]) -> None:
    """The segment or the market that the headline is about."""
    for passage in headline:
        segments = without_used([one for one in passage.subjects if one.kind == "segment"])
        markets = [one for one in passage.subjects if one.kind == "market"]
        if (
            len({one.segment for one in segments}) == 1
            and _opens(segments[0], markets, passage)
            and not (segments[0].segment == "used" and passage.forms.new_ones.search(passage.text))
        ):
            context.segment = segments[0].segment
            maker = context.maker
            context.segment_leads = maker is None or (
                segments[0].start < maker.start
                and (segments[0].segment in OF_RANKINGS or ":" in passage.text[segments[0].end : maker.start])
            )
        for segment in segments:
            maker = context.maker
            if (
                maker
                and maker.kind == "maker"
                and segment.segment in POWERTRAINS
                and _is_one_product(maker, segment, passage.text)
            ):
                context.product = segment.segment
        topic = next(iter((*(segments if context.segment else ()), *markets, *segments)), None)
        if topic:
            context.topic = topic
            context.topic_span = passage.sentence.span(topic.start, topic.end)


def _is_one_product(maker: Subject, segment: Subject, text: str) -> bool:
    """Whether maker and segment of the headline make one noun: "X's small EV", "la petite X électrique"."""
    if segment.text.endswith("s"):
        return False  # "the hybrids of X" are many
    if maker.end <= segment.start:
        return bool(_OWNS.fullmatch(text, maker.end, segment.start))
    return bool(_OF_MAKER.fullmatch(text, segment.end, maker.start))


def _opens(segment: Subject, markets: Sequence[Subject], passage: Passage) -> bool:
    """Whether the headline is about the segment: it opens with it, or with a market of it."""
    if any(market.end + _OF < segment.start for market in markets):
        return False
    return segment.start <= _OPENING or any(market.start < segment.start for market in markets)
