"""Whom a number is about: the maker, model, segment, market or country beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.chosen import Chosen, chosen_place, chosen_subject
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.market_subject import market_subject
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subjects import Subject
from pipeline.facts.places import HOME, find_institution

_AGENT = re.compile(
    r"(?:par|by|von|da|dal|dalla|por|de|d['’]|of|di|from|pour|for|chez|bei)"
    r" (?:l[ae] |les |the |der |il |el |l['’])?(?:[\w’'-]+ )?$",
    re.IGNORECASE,
)
_LABEL_GAP = re.compile(r"[ \u00a0]*(?:[:(–—-][ \u00a0]*)?")
_UNKNOWN_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Ý][\w.’'-]*(?:[ \u00a0](?:[A-ZÀ-Ý][\w.’'-]*|\d{1,4}))*)[ \u00a0]?(?:\(|:[ \u00a0])$"
)
_BRACKETED_LABEL = re.compile(
    r"(?<=[\wà-ÿ,] )(?P<label>[A-ZÀ-Ý][\w.’'-]+(?:[ \u00a0](?:[A-ZÀ-Ý][\w.’'-]*|\d{1,4})){0,2})[ \u00a0]\($"
)
_OWNED_WITHIN = 50
_OWNED = re.compile(
    r"(?:[ \u00a0][\w’'-]+){0,2}[ \u00a0](?:de|du|d['’]|of|von|des|der|del|di|dell['’])[ \u00a0]?"
    r"(?:(?:groupe|group|gruppo|grupo|the|la|il|el)[ \u00a0])?",
    re.IGNORECASE,
)
_SAID = re.compile(r"[ \u00a0](?:said|announced|reported|says)\b")
_LONGEST_PRONOUN = 4
_AGENT_WITHIN = 45
"""How far behind the number its maker may stand: "vendus dans le monde par Seat"."""
_NEAR = 40
_MAIN_CLAUSE_WITHIN = 90
"""How far behind a number that opens the sentence its maker may stand."""
_COUNTED_WITHIN = 16
"""How far behind the number its segment may stand: "16 % full electrics"."""
_IN_A = re.compile(r"(?<!\w)(?:un|uno|an?|eine[mnr]?)[ \u00a0]$", re.IGNORECASE)
"""Before "marché français": "dans un marché français en repli de … à …" is about the market."""
_LISTED = re.compile(r"^[ \u00a0]*(?:,|et|and|und|y|e|&)[ \u00a0]*$")


def choose_subject(setting: Setting) -> Chosen:
    """The subject of the number: what labels it, its maker or model, or else a market."""
    return _label(setting) or _maker(setting) or market_subject(setting)


def _label(setting: Setting) -> Chosen | None:
    """What stands right before the number, as in a list: "Seat Ibiza (1 200)", "Italie : 1 200"."""
    passage, start, context = setting.passage, setting.start, setting.context
    text = passage.text
    labels = [one for one in passage.subjects if one.end <= start and _LABEL_GAP.fullmatch(text[one.end : start])]
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
    if unknown and (unknown.start() > 0 or _is_listed(unknown["label"], setting)):
        span = passage.sentence.span(*unknown.span("label"))
        return Chosen(unknown["label"], span, 0.75, kind="label")
    return None


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
    known = any(one.end > label.start("label") and one.start < start for one in passage.subjects)
    dated = any(one.end > label.start("label") and one.start < start for one in passage.periods)
    if known or dated:
        return None
    return Chosen(label["label"], passage.sentence.span(*label.span("label")), 0.8, kind="model")


def _maker(setting: Setting) -> Chosen | None:
    """The maker or model of the number, where it is about one."""
    return _named(setting) or _inherited(setting)


def _named(setting: Setting) -> Chosen | None:
    """The maker or model that the sentence itself names for the number."""
    passage, start, end, context = setting.passage, setting.start, setting.end, setting.context
    text, forms = passage.text, passage.forms
    actors = [one for one in passage.subjects if one.kind in ("maker", "model")]
    for one in actors:
        between = text[end : one.start]
        near = end - 1 <= one.start < end + 30 and not re.search(r"[\d,;:.()]", between)
        if near and (one.start <= end + 1 or _AGENT.search(between)):  # "4 210 modèles Seat vendus"
            return chosen_subject(passage, one, 0.95)
    earlier = [one for one in actors if one.end <= start]
    if not passage.in_brackets(start):
        earlier = [one for one in earlier if not passage.in_brackets(one.start)]
    earlier = [one for one in earlier if not _is_owner(one, passage)]
    if not passage.is_aside(start):
        earlier = [one for one in earlier if not passage.is_aside(one.start)]
    actor = _last_named(earlier, text)
    if actor and actor is not earlier[-1] and actor is earlier[0] and forms.same_maker.search(text[: actor.start]):
        actor = None  # "le groupe, Alfa et Beta compris, …": the maker was named before
    if actor:
        return _own_model(actor, context) or chosen_subject(passage, actor, 0.9)
    if forms.opened_with.fullmatch(text[:start]):
        actor = next((one for one in actors if _comes_next(one, setting)), None)
        if actor:
            return chosen_subject(passage, actor, 0.85)
    for one in actors:
        between = text[end : one.start] if one.start >= end else ","
        if (
            len(between) < 45
            and "," not in between
            and _AGENT.search(between)
            and not setting.crosses_another(end, one.start)
        ):
            return chosen_subject(passage, one, 0.85)
        if _SAID.match(text, one.end):
            return chosen_subject(passage, one, 0.8)
    return None


def _comes_next(one: Subject, setting: Setting) -> bool:
    """Whether the name is the subject of the main clause that follows on the number: "Avec 4 012 ventes, la X …"."""
    end, text = setting.end, setting.passage.text
    if not end < one.start <= end + _MAIN_CLAUSE_WITHIN or setting.crosses_another(end, one.start):
        return False
    between = text[end : one.start]
    return "," in between and ";" not in between and not setting.passage.forms.same_maker.search(between)


def _is_owner(one: Subject, passage: Passage) -> bool:
    """Whether the name only says whose the maker spoken of is: "the premium brand of X"."""
    before = passage.text[max(0, one.start - _OWNED_WITHIN) : one.start]
    owned = list(passage.forms.same_maker.finditer(before))
    return bool(owned) and bool(_OWNED.fullmatch(before[owned[-1].end() :]))


def _inherited(setting: Setting) -> Chosen | None:
    """The maker or model of the heading, of the sentence before or of the headline."""
    passage, start, before, context = setting.passage, setting.start, setting.before, setting.context
    text, forms = passage.text, passage.forms
    if _is_of_the_market(setting):
        return None
    if _is_of_a_segment(setting) or _is_of_a_country(setting):
        return None
    if context.heading:
        return Chosen(
            context.heading.text, context.heading_span, 0.85, country=context.heading.country, kind=context.heading.kind
        )
    lead_in = forms.same_maker.search(text[:start])
    if lead_in and before and not context.is_market:
        # "le constructeur" is a maker; "il" may be a model.
        kinds = ("maker", "model") if len(lead_in[0]) <= _LONGEST_PRONOUN else ("maker",)
        named = [one for one in before.subjects if one.kind in kinds]
        if named and (context.maker is None or named[-1].name == context.maker.name):
            return _own_model(named[-1], context) or chosen_subject(
                before, _last_named(named, before.text) or named[-1], 0.75
            )
    if lead_in and before and context.is_market and len(lead_in[0]) > _LONGEST_PRONOUN:
        # In an article on a market "le losange" is the one maker of the sentence before.
        named = [one for one in before.subjects if one.kind == "maker"]
        if len({one.name for one in named}) == 1:
            return chosen_subject(before, named[-1], 0.7)
    first = context.first_maker
    if lead_in and context.maker is None and first and not context.is_market:
        return Chosen(first.text, context.maker_span, 0.65, country=first.country, kind=first.kind)
    if context.maker:
        return Chosen(
            context.maker.text, context.maker_span, 0.8, country=context.maker.country, kind=context.maker.kind
        )
    return None


def _is_of_a_segment(setting: Setting) -> bool:
    """Whether a sentence without a maker is about a segment, in an article that opens with a market."""
    passage, start, context = setting.passage, setting.start, setting.context
    if not (context.market_lead or setting.is_share) or passage.forms.same_maker.search(passage.text[:start]):
        return False
    return any(
        one.kind == "segment"
        and (
            (one.end <= start and not setting.crosses_another(one.end, start))
            or 0 <= one.start - setting.end <= _COUNTED_WITHIN
        )
        for one in passage.subjects
    )


def _is_of_a_country(setting: Setting) -> bool:
    """Whether an article that opens with a market counts a country here: "l'Italie gagne 2 % à 140 000"."""
    passage, start = setting.passage, setting.start
    if not setting.context.market_lead or passage.forms.same_maker.search(passage.text[:start]):
        return False
    return any(
        not (one.located or one.adjective) and one.end <= start and not setting.crosses_another(one.end, start)
        for one in passage.places
    )


def _is_of_the_market(setting: Setting) -> bool:
    """Whether a sentence of an article about a maker counts the whole market: it says so, or names who counts it."""
    passage, start, end = setting.passage, setting.start, setting.end
    whole = passage.forms.whole_market.search(passage.text, 0, end + 30)
    if whole or find_institution(passage.text, passage.language):
        return True
    markets = [one for one in passage.places if one.adjective and one.code != HOME and 0 <= start - one.end <= _NEAR]
    return any(_IN_A.search(passage.text[: one.start]) for one in markets)


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
