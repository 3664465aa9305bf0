"""Which place of the neighbourhood belongs to a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Metric, Span
from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.places import HOME, Place, joined, together

ABROAD = "abroad"
"""The kind of a place that is no country because the number was exported."""
_REACH = 60
"""How far behind a number its place may stand."""


def choose_place(setting: Setting, subject: Chosen, metric: Metric) -> Chosen:
    """The place of the number: its subject, one beside it, that of headline or lead, or the world for a maker."""
    passage, start, end, context = setting.passage, setting.start, setting.end, setting.context
    text, next_start = passage.text, setting.next_start
    # "The home market" of a maker of unknown country says nothing.
    places = [one for one in passage.places if one.code != HOME or subject.country]
    if subject.span and subject.span.field == passage.sentence.field:
        offset = subject.span.start - passage.sentence.start
        own = [one for one in places if offset <= one.start < offset + len(subject.span.quote)]
        if own:
            return placed(passage, own[:1], subject, 0.95)
    maker = subject.kind in ("maker", "model")
    abroad = _abroad(setting, of_a_maker=maker)
    if abroad:
        return abroad
    sentence = passage.sentence
    named_here = bool(
        subject.span and subject.span.field == sentence.field and sentence.start <= subject.span.start < sentence.end
    )
    reach = min(next_start, end + _REACH)
    behind = [
        one for one in places if one.located and end <= one.start < reach and not _break_before(text[end : one.start])
    ]
    opening = min((one.start for one in passage.subjects if one.kind in ("maker", "model")), default=len(text))
    earlier = [
        one
        for one in places
        if one.end <= start
        and (
            one.located
            or not (maker and named_here)
            or one.start <= min(25, opening)
            or _explained(text[one.end : start])
        )
    ]
    later = [one for one in places if one.located and end <= one.start < next_start] if not maker else []
    if behind:
        return placed(passage, _breath(behind, text), subject, 0.9)
    if earlier:
        return placed(passage, _breath(earlier[::-1], text), subject, 0.9)
    if later:
        return placed(passage, later[:1], subject, 0.8)
    there = _said_before(setting)
    if there or context.place:
        return there or Chosen(context.place, context.place_span, 0.85 if context.place_span else 0.6)
    if context.lead_country and (subject.resells or subject.kind in ("maker", "model")):
        return Chosen(context.lead_country, None, 0.7)
    home = context.home
    used = subject.country is None and any(one.segment == "used" for one in passage.subjects)  # no maker sells those
    trades = used or context.deals or context.auctions or (context.lets and metric == "deliveries")
    if subject.resells or (trades and maker and (home or context.seat or context.deals)):
        # A dealer without a place is one of its own country, or else of the readers'.
        seat = subject.country if subject.resells and context.is_headlined(subject.value) else None
        return Chosen(seat or context.seat or home, None, 0.6)
    if maker and context.lead_place and not context.is_market and metric == "registrations":
        return Chosen(context.lead_place, None, 0.7)
    if (maker or context.maker) and metric in ("registrations", "market_share") and home:
        return Chosen(home, None, 0.7)  # both are those of a country; the world has sales
    if maker or context.maker:
        return Chosen("World", None, 0.8)
    return Chosen(None, None, 0.75)


def _abroad(setting: Setting, *, of_a_maker: bool) -> Chosen | None:
    """The world, where exports are part of a maker's number; no country, where the number was exported."""
    passage, end = setting.passage, setting.end
    within = passage.forms.with_exports.match(passage.text, end) if of_a_maker else None
    if within:
        return Chosen("World", passage.sentence.span(end, within.end()), 0.85, kind=ABROAD)
    exported = _exported(setting)
    return Chosen(None, exported, 0.85, kind=ABROAD) if exported else None


def _exported(setting: Setting) -> Span | None:
    """The word that says that the number went abroad, between it and the figure before, and to no one country."""
    passage, start = setting.passage, setting.start
    last = max((end for _, end in setting.numbers if end <= start), default=0)
    found = passage.forms.exports.search(passage.text, last, start)
    told = passage.forms.with_exports.match(passage.text, last) if last else None
    if found and told and told.end() >= found.end():
        return None  # "5 000, exportations comprises": that is said of the number before
    to = {one.code for one in passage.places if one.start >= last and one.code}
    return passage.sentence.span(*found.span()) if found and len(to) != 1 else None


def _said_before(setting: Setting) -> Chosen | None:
    """The one place of the sentence before, where this one only says "there"."""
    before, passage = setting.before, setting.passage
    if before is None or not passage.forms.there.search(passage.text, 0, setting.next_start):
        return None
    named = {one.code: one for one in before.places if one.code not in (None, HOME)}
    if len(named) != 1 or any(one.code for one in passage.places if one.end <= setting.start):
        return None
    ((code, place),) = named.items()
    return Chosen(code, before.sentence.span(place.start, place.end), 0.85, kind=ABROAD)


def _explained(between: str) -> bool:
    """Whether the number stands in the bracket behind the place: "des États-Unis (+ 3 % avec 5 000)"."""
    return "(" in between and ")" not in between and len(between) < 25


def _break_before(text: str) -> bool:
    return bool(re.search(r"[;(]|,[ \u00a0]|\.[ \u00a0]", text))


def _breath(places: Sequence[Place], text: str) -> list[Place]:
    """The first place with those that are joined to it."""
    run = [places[0]]
    for place in places[1:]:
        left, right = sorted((run[-1], place), key=lambda one: one.start)
        if not joined(left, right, text):
            break
        run.append(place)
    return run


def placed(passage: Passage, places: Sequence[Place], subject: Chosen, certainty: float) -> Chosen:
    """The code of places named in one breath, the maker's own country for "home"."""
    code = together(list(places))
    if code is None and len(places) > 1 and all(one.code for one in places):
        code = places[0].code
        certainty -= 0.3
    if code == HOME:
        code = subject.country
    first, last = min(one.start for one in places), max(one.end for one in places)
    return Chosen(code, passage.sentence.span(first, last), certainty)
