"""Where the numbers of an article were counted, as far as its headline, its lead or its sources say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.places import Place, find_institution
from pipeline.languages.united import any_of

GENERIC_MARKET = re.compile(any_of("figures_words", "markets", "generic"), re.IGNORECASE)
"""A market that is called no more than that."""
_TOLD_OF = re.compile(
    rf"(?<!\w)(?:{any_of('figures_words', 'markets', 'told_of')}[ \u00a0]"
    r"|(?:la|le|les|die|der|das|el|il|lo)[ \u00a0]|l['’])$",
    re.IGNORECASE,
)
"""What stands before a place that is no place of sale."""
_BOUND_FOR = re.compile(
    rf"(?<!\w){any_of('figures_words', 'markets', 'bound_for')}[ \u00a0]"
    r"(?:(?:la|le|les|die|der|das|el|il|lo|the)[ \u00a0]|l['’])?$",
    re.IGNORECASE,
)
"""What stands before a place that a maker sets out for."""
_GOAL_BEHIND = re.compile(rf"[ \u00a0-]{any_of('figures_words', 'markets', 'goals_behind')}", re.IGNORECASE)
_CLAUSE_OPENS = re.compile(r"(?:^|[:,;–—-][ \u00a0])$")
_CLAUSE_GOES_ON = re.compile(r"[ \u00a0][a-zà-ÿß]{3,}")
"""Around a place that a clause of the headline is about: "X: China bremst, der Rest der Welt gibt Gas"."""


def read_place(context: Context, headline: Sequence[Passage], lead: Sequence[Passage]) -> None:
    """Where the article sells: what the headline says, and for a market also the lead."""
    # A maker's article sells in the world, unless its headline says where.
    passages = (*headline, *lead) if context.is_market else headline
    named = [(one, place) for one in passages for place in one.places if place.code and place.code != "home"]
    sure = [
        (one, place)
        for one, place in named
        if (place.located and not _is_bound_for(place, one))
        or (one.sentence.field == "headline" and (context.is_market or not _is_told_of(place, one)))
    ]
    for passage, place in (sure or (named if context.is_market else sure))[:1]:
        context.place = place.code
        context.place_span = passage.sentence.span(place.start, place.end)


def _is_bound_for(place: Place, passage: Passage) -> bool:
    """Whether somebody only sets out for the place: "X heads for Germany"."""
    if place.adjective or _GOAL_BEHIND.match(passage.text, place.end):
        return False  # "X eyes UK top ten"
    return bool(_BOUND_FOR.search(passage.text, 0, place.start))


def _is_told_of(place: Place, passage: Passage) -> bool:
    """Whether a maker's headline only says something of the place: "Porsche slips as China sours", "visa l'Italie"."""
    if place.adjective:
        return False
    if _is_bound_for(place, passage):
        return True
    return bool(_TOLD_OF.search(passage.text, 0, place.start)) or not _is_a_label(place, passage)


def _is_a_label(place: Place, passage: Passage) -> bool:
    """Whether the bare name stands apart, as a title or in brackets, and is not the subject of a clause of its own."""
    before, behind = passage.text[: place.start], passage.text[place.end :]
    return not (_CLAUSE_OPENS.search(before) and _CLAUSE_GOES_ON.match(behind))


def read_home_market(context: Context, passages: Sequence[Passage]) -> None:
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


def read_first_market(context: Context, passages: Sequence[Passage]) -> None:
    """The first words for a market that say no more than that it is one, or the whole of it."""
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
