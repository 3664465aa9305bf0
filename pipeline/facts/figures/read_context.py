"""Reads the context of an article out of its headline and lead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.context import OF_RANKINGS, Context
from pipeline.facts.figures.headline_region import headline_region
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.percentages import find_percentages
from pipeline.facts.figures.subject import POWERTRAINS, Subject, without_used
from pipeline.facts.periods import Period
from pipeline.facts.places import Place, find_institution, find_nationality, readers_country
from pipeline.languages.united import any_of

GENERIC_MARKET = re.compile(any_of("figures_words", "markets", "generic"), re.IGNORECASE)
"""A market that is called no more than that."""


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


_LISTS = re.compile(r"[ \u00a0]?[,:;]|[ \u00a0](?:et|and|und|y|e|&)[ \u00a0]")


_LEAD_SENTENCES = 3
_RIVALS = 2


_TOLD_OF = re.compile(
    rf"(?<!\w)(?:{any_of('figures_words', 'markets', 'told_of')}[ \u00a0]"
    r"|(?:la|le|les|die|der|das|el|il|lo)[ \u00a0]|l['’])$",
    re.IGNORECASE,
)
"""What stands before a place that is no place of sale."""


_CLAUSE_OPENS = re.compile(r"(?:^|[:,;–—-][ \u00a0])$")
_CLAUSE_GOES_ON = re.compile(r"[ \u00a0][a-zà-ÿß]{3,}")
"""Around a place that a clause of the headline is about: "X: China bremst, der Rest der Welt gibt Gas"."""


_OPENING = 12
"""How many characters may stand before the segment that a headline opens with ("Ventes de diesel")."""


_OWNS = re.compile(r"(?:['’]s?)?[ \u00a0](?:[^\W\d][\w-]*[ \u00a0]){0,1}")
_OF_MAKER = re.compile(r"[ \u00a0](?:d['’]|(?:de|of|from|von|di|della|du)[ \u00a0])?(?:[a-zà-ÿ][\w-]*[ \u00a0])?")
"""Between a maker and the segment of its product, and the other way round."""
_OF = 8
"""How many stand between a market and its segment: "marché de l'occasion"."""


def read_context(passages: Sequence[Passage], published: str | None) -> Context:
    """The context that headline and lead give; a year after that of publication is the target's alone."""
    context = Context()
    headline = [one for one in passages if one.sentence.field == "headline"]
    lead = [one for one in passages if one.sentence.field == "text" and not one.sentence.is_row][:_LEAD_SENTENCES]
    context.headline, context.lead = next(iter(headline), None), next(iter(lead), None)
    _read_maker(context, headline)
    _read_topic(context, headline)
    _read_place(context, headline, lead)
    _read_period(context, headline, lead, int(published[:4]) if published else None)
    if passages:
        context.home = readers_country("\n".join(one.text for one in passages), passages[0].language)
    context.seat = next(
        (found.code for one in (*headline, *lead) if (found := find_nationality(one.text, one.language))), None
    )
    if context.place is None and context.is_market:
        _read_home_market(context, passages)
    _read_change(context, headline)
    _read_first_market(context, (*headline, *lead))
    if context.is_market and headline:
        region = headline_region(headline[0], [one for one in passages if one.sentence.field == "text"])
        context.region = Chosen(*region, 0.7, kind="place") if region else None
    context.rivals = _has_rivals(context, passages)
    context.lets = any(one.forms.lessors.search(one.text) for one in (*headline, *lead))
    context.deals = _is_of_a_dealer(context, headline, lead)
    context.auctions = any(one.forms.auctions.search(one.text) for one in (*headline, *lead))
    context.market_lead = _opens_with_a_market(lead)
    for passage in (*headline, *lead):
        if passage.metric_words and not context.metric:
            context.metric = passage.metric_words[0][0]
    if context.metric is None:
        context.counts_otherwise = any(one.forms.excluded.search(one.text) for one in (*headline, *lead))
        context.body_metric = next((one.metric_words[0][0] for one in passages if one.metric_words), None)
    if context.metric is None and any(
        one.kind == "market" and not passage.forms.kinds.fullmatch(one.text)
        for passage in (*headline, *lead)
        for one in passage.subjects
    ):
        context.metric = "registrations"  # what a market is counted in
    return context


def _read_maker(context: Context, headline: Sequence[Passage]) -> None:
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


def _has_rivals(context: Context, passages: Sequence[Passage]) -> bool:
    """Whether sentences with numbers name two or more makers besides the headline's."""
    topic = context.maker
    if topic is None:
        return False
    counting = [one for one in passages if one.sentence.field == "text" and one.quantities_of_note]
    others = {
        one.name
        for passage in counting
        for one in passage.subjects
        if one.kind in ("maker", "model") and one.name != topic.name
    }
    return len(others) >= _RIVALS


def _is_of_a_dealer(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> bool:
    """Whether a company of no table opens headline and text, which speak of showrooms or of used cars."""
    opening = (*headline, *lead)
    named = [subject for one in opening for subject in one.subjects if subject.kind == "maker"]
    if not named or named[0].listed or (context.maker and context.maker.listed):
        return False
    return any(
        one.forms.dealings.search(one.text) or any(subject.segment == "used" for subject in one.subjects)
        for one in opening
    )


def _is_about(headline: Passage, maker: Subject) -> bool:
    """Whether a headline with several makers is about its first: "BYD dépasse Tesla en Espagne"; of a list none is."""
    return maker.start == 0 and not _LISTS.match(headline.text, maker.end)


def _read_first_market(context: Context, passages: Sequence[Passage]) -> None:
    for passage in passages:
        spans = [
            (one.start, one.end) for one in passage.subjects if one.kind == "market" and GENERIC_MARKET.search(one.text)
        ]
        spans += [
            one.span()
            for one in passage.forms.whole_market.finditer(passage.text)
            if not passage.forms.in_all.fullmatch(one[0])
        ]
        if spans:
            start, end = min(spans)
            context.first_market = passage.text[start:end]
            context.first_market_span = passage.sentence.span(start, end)
            return


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


def _read_place(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    # A maker's article sells in the world, unless its headline says where.
    passages = (*headline, *lead) if context.is_market else headline
    named = [(one, place) for one in passages for place in one.places if place.code and place.code != "home"]
    sure = [
        (one, place)
        for one, place in named
        if place.located or (one.sentence.field == "headline" and (context.is_market or not _is_told_of(place, one)))
    ]
    for passage, place in (sure or (named if context.is_market else sure))[:1]:
        context.place = place.code
        context.place_span = passage.sentence.span(place.start, place.end)


def _is_told_of(place: Place, passage: Passage) -> bool:
    """Whether a maker's headline only says something of the place: "Porsche slips as China sours", "visa l'Italie"."""
    if place.adjective:
        return False
    return bool(_TOLD_OF.search(passage.text, 0, place.start)) or not _is_a_label(place, passage)


def _is_a_label(place: Place, passage: Passage) -> bool:
    """Whether the bare name stands apart, as a title or in brackets, and is not the subject of a clause of its own."""
    before, behind = passage.text[: place.start], passage.text[place.end :]
    return not (_CLAUSE_OPENS.search(before) and _CLAUSE_GOES_ON.match(behind))


def _read_home_market(context: Context, passages: Sequence[Passage]) -> None:
    """The country of who publishes the figures, of any place of the text, or the one the language means."""
    for passage in passages:
        institution = find_institution(passage.text, passage.language)
        if institution:
            context.place = institution.code
            context.place_span = passage.sentence.span(institution.start, institution.end)
            return
    if not any(place.code for passage in passages for place in passage.places):
        seller = context.maker if context.maker and context.maker.local else None
        seat = (seller.country if seller else None) or context.seat
        context.place = seat or context.home
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
        named = [one for one in named if not _only_looks_back(one, passage)]
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


def _only_looks_back(period: Period, passage: Passage) -> bool:
    """Whether a sentence without a figure only says how long something had not been so: "the worst year since 2013"."""
    if period.kind != "cumulative" or period.value or period.since_new_year or passage.quantities_of_note:
        return False
    return bool(_YEAR.search(passage.text, period.start, period.end))


def _finest(periods: Sequence[Period], passage: Passage) -> Period:
    """The first of the periods, or a part of the same year that stands beside it."""
    newest = max(one.year or 0 for one in periods)
    # "73 % in 2012, but 22 % in the first half of 2021" is about 2021.
    first = next(one for one in periods if (one.year or 0) >= newest - 1)
    parts = [one for one in periods if one.kind != "year" and one.year == first.year]
    # "The year 2022: a strong December" is about the year.
    titled = passage.sentence.field == "headline" and passage.text[first.end :].startswith(":")
    return parts[0] if first.kind == "year" and parts and not titled else first
