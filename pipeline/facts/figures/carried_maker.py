"""The maker that the rows before were about, for a sentence that names none.

A text that opens with what one company sold goes on to its electric models, its countries and its
targets without naming it again. Where the headline names no maker, or several, the company of the
last row is meant; a text that opens with a market goes on with that market's segments instead.
"""

from __future__ import annotations

from pipeline.facts.figures.chosen import Chosen, chosen_subject
from pipeline.facts.figures.inherited_maker import is_of_the_market
from pipeline.facts.figures.setting import Setting
from pipeline.facts.places import HOME

_LONGEST_PRONOUN = 4


def carried_maker(setting: Setting) -> Chosen | None:
    """The maker of the last row, where the sentence goes on about it."""
    context, passage, start = setting.context, setting.passage, setting.start
    actor = context.actor
    if is_of_the_market(setting) or _names_a_market(setting):
        return None
    pronoun = passage.forms.same_maker.search(passage.text[:start])
    if actor is None:
        far = bool(pronoun and len(pronoun[0]) > _LONGEST_PRONOUN)
        return None if context.settled and not far else _spoken_of(setting, far=far)
    near = context.actor_paragraph == passage.sentence.paragraph
    if context.market_lead and not pronoun:
        return None
    if not (context.opens_with_maker or (pronoun and near)):
        return None
    if setting.is_share and not pronoun and _names_a_segment(setting):
        return None  # a share of a segment is the market's
    certainty = 0.75 if near else 0.65
    return Chosen(
        actor.text, context.actor_span, certainty, country=actor.country, kind=actor.kind, resells=actor.resells
    )


def _spoken_of(setting: Setting, *, far: bool) -> Chosen | None:
    """The one maker that the paragraph has spoken of; with "the maker" in the sentence, the last of the text.

    A company that no table holds may only count what others sell: it is meant where "the company" stands.
    """
    paragraph = setting.passage.sentence.paragraph
    for passage in reversed(setting.context.earlier):
        if passage.sentence.paragraph != paragraph and not far:
            return None
        makers = [one for one in passage.subjects if one.kind == "maker" and (one.listed or far)]
        if makers:
            alone = len({one.name for one in makers}) == 1
            return chosen_subject(passage, makers[0], 0.65) if alone else None
    return None


def _names_a_market(setting: Setting) -> bool:
    """Whether a market stands before the number: "le marché", "das französische …"."""
    passage, start = setting.passage, setting.start
    markets = [one for one in passage.subjects if one.kind == "market" and one.end <= start]
    places = [
        one
        for one in passage.places
        if one.adjective
        and one.code != HOME
        and one.end <= start
        and passage.forms.markets.search(passage.text, one.start, one.end)
    ]
    return bool(markets or places)


def _names_a_segment(setting: Setting) -> bool:
    return any(one.kind == "segment" for one in setting.passage.subjects)
