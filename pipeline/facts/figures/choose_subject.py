"""Whom a number is about: the maker, model, segment, market or country beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.facts.figures.announced import announced_maker
from pipeline.facts.figures.articled_model import articled_model, model_behind
from pipeline.facts.figures.called_company import called_company
from pipeline.facts.figures.carried_maker import carried_maker
from pipeline.facts.figures.chosen import Chosen, chosen_place, chosen_subject
from pipeline.facts.figures.inherited_maker import inherited_maker, is_of_the_market, is_size_of_a_market
from pipeline.facts.figures.list_item import list_item
from pipeline.facts.figures.market_subject import market_subject
from pipeline.facts.figures.named_maker import named_maker
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.whole_name import whole_name
from pipeline.facts.places import HOME, find_institution

_LABEL_GAP = re.compile(r"[ \u00a0]*(?:[:(–—-][ \u00a0]*)?")
_BARE_GAP = re.compile(
    r"[ \u00a0]*(?:[:(–—-][ \u00a0]*)?|,?[ \u00a0](?:à|avec|with|at|on|mit|auf|bei|con|a|en)[ \u00a0]|,[ \u00a0]",
    re.IGNORECASE,
)
"""The same before a number without a noun in a ranking: "followed by X, 2,100, and Y with 1,900"."""
_UNKNOWN_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Ý][\w.’'-]*(?:[ \u00a0](?:[A-ZÀ-Ý][\w.’'-]*|\d{1,4}))*)[ \u00a0]?(?:\(|:[ \u00a0])$"
)
_BRACKETED_LABEL = re.compile(
    r"(?<=[\wà-ÿ,] )(?P<label>[A-ZÀ-Ý][\w.’'-]+(?:[ \u00a0](?:[A-ZÀ-Ý][\w.’'-]*|\d{1,4})){0,2})[ \u00a0]\($"
)
_SOLD_WITHIN = 30
_GENITIVE = re.compile(
    r"(?<!\w)(?:d[eu]s?|of(?: the)?|de[rs]|von|del|dei|degli|delle|de los|de las)[ \u00a0]$", re.IGNORECASE
)


def choose_subject(setting: Setting) -> Chosen:
    """The subject of the number: what labels it, its maker or model, or else a market."""
    chosen = (
        None if _is_a_total(setting) else _label(setting) or list_item(setting) or _articled(setting) or _maker(setting)
    )
    if chosen:
        return (chosen.kind == "segment" and _of_the_dealer(chosen, setting)) or chosen
    market = market_subject(setting)
    return _of_the_dealer(market, setting) or whole_name(market, setting)


def _is_a_total(setting: Setting) -> bool:
    """Whether a word for the total opens a line with its number, in an article on a market: "Gesamt: 77.480"."""
    passage = setting.passage
    opened = passage.text[: setting.start].strip(" \u00a0–-•*:(")
    return setting.context.is_market and bool(opened) and bool(passage.forms.header_total.fullmatch(opened))


def _label(setting: Setting) -> Chosen | None:
    """What stands right before the number, as in a list: "Seat Ibiza (1 200)", "Italie : 1 200"."""
    passage, start, context = setting.passage, setting.start, setting.context
    text = passage.text
    bare = not any(letter.isalpha() for letter in text[start : setting.end])
    ranked = bare and len(setting.numbers) > 1 and not setting.is_share
    labels = [
        one
        for one in passage.subjects
        if one.end <= start
        and (
            _BARE_GAP if (ranked or passage.is_aside(one.start)) and one.kind in ("maker", "model") else _LABEL_GAP
        ).fullmatch(text[one.end : start])
    ]
    if labels and labels[-1].kind != "market":
        return chosen_subject(passage, labels[-1], 0.95)
    if context.maker or any(one.kind in ("maker", "model") and one.end <= start for one in passage.subjects):
        return _unknown_model(setting)
    for place in passage.places:
        gap = text[place.end : start]
        # "Leasing registered in Italy 12,000" says where; "Italy: 12,000" is a label.
        where = place.located and not gap.strip() and any(one.end <= start for one in passage.subjects)
        if not (place.adjective or where) and place.end <= start and _LABEL_GAP.fullmatch(gap):
            return chosen_place(passage, place, 0.95)
    unknown = _UNKNOWN_LABEL.search(text[:start])
    noun = passage.language == "de" and text[:start].rstrip(" \u00a0").endswith(":")  # German nouns have capitals
    if unknown and ((unknown.start() > 0 and not noun) or _is_listed(unknown["label"], setting)):
        span = passage.sentence.span(*unknown.span("label"))
        return Chosen(unknown["label"], span, 0.75, kind="label")
    return None


def _articled(setting: Setting) -> Chosen | None:
    """A model that no table knows, behind an article: "la X, che con 9.400 esemplari"."""
    passage, start, end = setting.passage, setting.start, setting.end
    found = None if setting.is_share else articled_model(passage, start)
    if found is None and not setting.is_share and passage.forms.metric.search(passage.text, start, end):
        found = model_behind(passage, end)
    if found is None:
        return None
    return Chosen(setting.passage.text[slice(*found)], setting.passage.sentence.span(*found), 0.75, kind="model")


def _is_listed(label: str, setting: Setting) -> bool:
    """Whether a line holds no more than the label and its number, and the label is no word for a total."""
    passage, forms = setting.passage, setting.passage.forms
    rest = re.sub(r"\([^()]*\)", "", passage.text[setting.end :])
    total = any(one.search(label) for one in (forms.metric, forms.markets, forms.whole_market, forms.header_total))
    return not total and not any(letter.isalpha() for letter in rest)


def _unknown_model(setting: Setting) -> Chosen | None:
    """A model that no table knows, right before its number in brackets: "the Xyz (1,200 units)"."""
    passage, start = setting.passage, setting.start
    label = _BRACKETED_LABEL.search(passage.text[:start])
    if (
        label is None
        or setting.is_share
        or any(label.start() < one.end and one.start < start for one in passage.places)
    ):
        return None
    if _GENITIVE.search(passage.text, max(0, label.start("label") - 9), label.start("label")):
        return None  # "the favourite brand of the Swiss (1 610)"
    known = any(one.end > label.start("label") and one.start < start for one in passage.subjects)
    dated = any(one.end > label.start("label") and one.start < start for one in passage.periods)
    if known or dated:
        return None
    return Chosen(label["label"], passage.sentence.span(*label.span("label")), 0.8, kind="model")


def _expects_a_market(setting: Setting) -> bool:
    """Whether a company of no table expects what a country buys: "X table sur 27 000 voitures vendues en France"."""
    passage, start, end = setting.passage, setting.start, setting.end
    named = [one for one in passage.subjects if one.kind == "maker" and one.end <= start]
    if not named and setting.context.maker:
        named = [setting.context.maker]
    expects = named and not any(one.listed for one in named) and passage.forms.forecast.search(passage.text[:start])
    if not expects:
        return False
    sold = passage.forms.metric.search(passage.text, start, end + _SOLD_WITHIN)
    return bool(sold) and any(
        one.located and one.code not in (None, "World") and 0 <= one.start - sold.end() <= _SOLD_WITHIN
        for one in passage.places
        if sold
    )


def _of_the_dealer(market: Chosen, setting: Setting) -> Chosen | None:
    """The dealer or lessor of the headline, where a sentence only says what was sold: "L'occasion monte à 26 900".

    A maker's electric cars may be told of as such; what a dealer sells of new, used or electric cars is the dealer's.
    """
    context, passage = setting.context, setting.passage
    seller = _seller(setting)
    if seller is None or context.market_lead:
        return None
    segment = market.kind == "segment"
    counted = market.kind == "market" and bool(passage.forms.whole_market.fullmatch(market.value or ""))
    if not (segment or counted) or any(one.code not in (None, HOME) for one in passage.places):
        return None
    if find_institution(passage.text, passage.language) or any(one.kind == "market" for one in passage.subjects):
        return None
    return replace(seller, segment=market.segment, certainty=0.7)


def _seller(setting: Setting) -> Chosen | None:
    """The dealer or lessor of the headline, or the one that the rows before were about."""
    context = setting.context
    one = context.maker
    if one is None:
        return None if setting.is_share else context.seller
    if one.kind != "maker" or not (one.resells or not one.listed):
        return None
    return Chosen(one.text, context.maker_span, 0.7, country=one.country, resells=one.resells, kind="maker")


def _maker(setting: Setting) -> Chosen | None:
    """The maker or model of the number, where it is about one."""
    if _expects_a_market(setting) or is_size_of_a_market(setting):
        return None
    named = called_company(setting) or named_maker(setting)
    if named is None and not is_of_the_market(setting):
        named = announced_maker(setting)
    return named or inherited_maker(setting) or carried_maker(setting)
