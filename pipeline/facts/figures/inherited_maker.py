"""The maker or model that a number without one is about: of the heading, of the sentence before or of the headline."""

from __future__ import annotations

import re

from pipeline.facts.figures.chosen import Chosen, chosen_subject
from pipeline.facts.figures.named_maker import last_named, own_model
from pipeline.facts.figures.setting import Setting
from pipeline.facts.places import HOME, find_institution
from pipeline.languages.united import any_of

_LONGEST_PRONOUN = 4


_NEAR = 40
_ARTICLE = 4
"""Characters that an article before a country's adjective may have."""
_OPENING = 20
"""Where a sentence on a country's market names the country."""


_COUNTED_WITHIN = 16
"""How far behind the number its segment may stand: "16 % full electrics"."""


_IMPERSONAL = re.compile(r"il[ \u00a0](?:s['’](?:est|en est|y)|y[ \u00a0]a|a été|se)(?!\w)", re.IGNORECASE)
"""No maker: "Il s'est immatriculé en France …"."""
_ARTICLES = {"du": "le", "del": "el", "della": "la"}
_WHOSE = re.compile(r"(?<!\w)(?:de|of|di)[ \u00a0]$")
_CONTRACTED = re.compile(rf"(?<!\w)({'|'.join(_ARTICLES)})[ \u00a0]", re.IGNORECASE)
_SHORTEST_NOUN = 6
"""Characters of "le groupe"; shorter words behind a number may mean anything."""
_FEDERATION_WITHIN = 90
_OF_A_MARKET = re.compile(
    r"(?<!\w)(?:une?|an?|eine[mnrs]?|un[oa]?)[ \u00a0](?:[\w-]+[ \u00a0]){0,2}"
    rf"\w*{any_of('figures_words', 'markets', 'words')}s?[ \u00a0](?:[^\W\d][\w-]*[ \u00a0]){{0,3}}?"
    rf"{any_of('figures_words', 'markets', 'of_a_size')}[ \u00a0]?(?:[^\W\d][\w-]*[ \u00a0]){{0,2}}$",
    re.IGNORECASE,
)
"""Before the size of the market that a maker sells in: "dans un marché de 440 000 voitures"."""
_AMID = re.compile(
    r"(?<!\w)(?:(?:dans|in|amid|en|backdrop of)[ \u00a0](?:une?|an?|einem|un)"
    r"|(?:alors|tandis|pendant) que[ \u00a0](?:l[ea]s?|l['’]ensemble d[eu]s?)|quand[ \u00a0]l[ea]"
    r"|(?:while|whereas|as|than)[ \u00a0]the|während[ \u00a0]de[rn]|mientras(?: que)?[ \u00a0]el|mentre[ \u00a0]il)"
    r"[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){0,3}$",
    re.IGNORECASE,
)
"""Before the market that a maker is compared with: "dans un marché en repli de 3 %, à …", "while the market …"."""
_LEVEL = re.compile(
    r"(?<!\w)(?:à|to|at|auf|bei|a|de|in|en|of|von|di|con|mit|avec)[ \u00a0]$|\([^()\d]*[^()]*,[ \u00a0]$"
)
_MARKET_WITHIN = 90
_IN_A = re.compile(r"(?<!\w)(?:un|uno|an?|eine[mnr]?)[ \u00a0]$", re.IGNORECASE)
"""Before "marché français": "dans un marché français en repli de … à …" is about the market."""


def inherited_maker(setting: Setting) -> Chosen | None:
    """The maker or model of the heading, of the sentence before or of the headline."""
    before, context = setting.before, setting.context
    if is_of_the_market(setting):
        return None
    if _is_of_a_segment(setting) or _is_of_a_country(setting):
        return None
    if context.heading:
        return Chosen(
            context.heading.text, context.heading_span, 0.85, country=context.heading.country, kind=context.heading.kind
        )
    model = context.model
    if model and setting.passage.forms.same_model.search(setting.passage.text, 0, setting.start):
        return Chosen(model.text, context.maker_span, 0.75, country=model.country, kind="model")
    lead_in = _spoken_of(setting)
    if lead_in and before and not context.is_market:
        # "le constructeur" is a maker; "il" may be a model.
        kinds = ("maker", "model") if len(lead_in[0]) <= _LONGEST_PRONOUN else ("maker",)
        named = [one for one in before.subjects if one.kind in kinds]
        if named and (context.maker is None or named[-1].name == context.maker.name):
            return own_model(named[-1], context) or chosen_subject(
                before, last_named(named, before.text) or named[-1], 0.75
            )
    if lead_in and before and context.is_market and len(lead_in[0]) > _LONGEST_PRONOUN:
        # In an article on a market "le losange" is the one maker of the sentence before.
        named = [one for one in before.subjects if one.kind == "maker"]
        if len({one.name for one in named}) == 1:
            return chosen_subject(before, named[-1], 0.7)
    first = context.first_maker
    if lead_in and context.maker is None and first and not context.is_market:
        return Chosen(
            first.text, context.maker_span, 0.65, country=first.country, kind=first.kind, resells=first.resells
        )
    if context.maker and not context.maker.listed and not lead_in and _counts_a_country(setting):
        return None
    if context.maker:
        return Chosen(
            context.maker.text,
            context.maker_span,
            0.8,
            segment=context.maker.segment,
            country=context.maker.country,
            resells=context.maker.resells,
            kind=context.maker.kind,
        )
    return None


def _is_told_by_a_federation(setting: Setting) -> bool:
    """Whether a sentence with a place cites a federation: it counts what all its members sold."""
    passage = setting.passage
    return bool(passage.forms.federations.search(passage.text)) and any(one.located for one in passage.places)


def is_size_of_a_market(setting: Setting) -> bool:
    """Whether the number only says how large the market is that a maker sells in, or is compared with."""
    passage, start = setting.passage, setting.start
    if _OF_A_MARKET.search(passage.text, 0, start):
        return True
    return any(
        one.kind == "market"
        and one.end <= start <= one.end + _MARKET_WITHIN
        and _AMID.search(passage.text, 0, one.start)
        and _LEVEL.search(passage.text, one.end, start)
        and not any(other.kind in ("maker", "model") and one.end <= other.start < start for other in passage.subjects)
        and not passage.forms.same_maker.search(passage.text, one.end, start)  # "…, the brand rose to 12,000"
        and not setting.crosses_another(one.end, start)
        for one in passage.subjects
    )


def _is_foreseen_by_a_federation(setting: Setting) -> bool:
    """Whether a federation is the subject of the sentence, or of the number's clause: "l'association attend …"."""
    passage, tells = setting.passage, setting.passage.forms.federation_tells
    if tells.match(passage.text) or tells.match(passage.clause_before(setting.start, _FEDERATION_WITHIN)):
        return True
    return bool(passage.forms.federation_speaks.search(passage.text) and passage.forms.forecast.search(passage.text))


def _is_announced(setting: Setting) -> bool:
    """Whether the sentence before only announces it: "Le marché d'abord. 310 000 fourgons …"."""
    before = setting.before
    if before is None or len(before.text) > _NEAR or before.quantities:
        return False
    return any(one.kind == "market" for one in before.subjects) and not any(
        one.kind in ("maker", "model") for one in before.subjects
    )


def _counts_anybody(setting: Setting) -> bool:
    """Whether the sentence tells what was registered in a country and names nobody, in a ranking of makers."""
    passage = setting.passage
    named = any(one.kind in ("maker", "model") for one in passage.subjects)
    counted = any(one[0] == "registrations" for one in passage.metric_words)
    noun = any(letter.isalpha() for letter in passage.text[setting.start : setting.end])  # "9.400" are those before
    return not named and counted and noun and any(one.code not in (None, HOME, "World") for one in passage.places)


def _spoken_of(setting: Setting) -> re.Match[str] | None:
    """ "The maker" before the number, or whose it is behind it: "… ont trouvé preneur dans le réseau du groupe"."""
    passage, forms = setting.passage, setting.passage.forms
    for pronoun in forms.same_maker.finditer(passage.text, 0, setting.start):
        if not _IMPERSONAL.match(passage.text, pronoun.start()):
            return pronoun
    behind = _CONTRACTED.sub(_spelled_out, passage.text[setting.end : setting.next_start])
    for noun in forms.same_maker.finditer(behind):
        if len(noun[0]) > _SHORTEST_NOUN and _WHOSE.search(behind, max(0, noun.start() - 8), noun.start()):
            return noun
    return None


def _spelled_out(match: re.Match[str]) -> str:
    return f"de {_ARTICLES[match[1].lower()]} "


def _counts_a_country(setting: Setting) -> bool:
    """Whether the sentence tells what a whole country registered: "En España salieron a la calle 37.640 turismos"."""
    passage = setting.passage
    registered = any(one[0] == "registrations" for one in passage.metric_words)
    return any(
        one.code not in (None, HOME, "World") and one.located and (registered or one.start <= _OPENING)
        for one in passage.places
    )


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


def is_of_the_market(setting: Setting) -> bool:
    """Whether a sentence of an article about a maker counts the whole market: it says so, or names who counts it."""
    passage, start, end = setting.passage, setting.start, setting.end
    whole = passage.forms.whole_market.search(passage.text, 0, end + 30)
    pronoun = _spoken_of(setting)
    if whole and whole.start() >= start and pronoun:
        whole = None  # "il a immatriculé 4 312 voitures particulières": what the maker sold
    if whole or find_institution(passage.text, passage.language):
        return True
    if is_size_of_a_market(setting):
        return True
    if _is_foreseen_by_a_federation(setting):
        return True
    if not pronoun and not setting.is_share and (_is_told_by_a_federation(setting) or _is_announced(setting)):
        return True
    if not pronoun and setting.context.rivals and _counts_anybody(setting):
        return True
    counted = [
        one
        for one in passage.places
        if one.adjective and one.start <= _ARTICLE and passage.forms.unit_words.search(passage.text, one.start, one.end)
    ]
    if counted and not pronoun:
        return True  # "French private cars registered: 121,995"
    markets = [one for one in passage.places if one.adjective and one.code != HOME and 0 <= start - one.end <= _NEAR]
    return any(_IN_A.search(passage.text[: one.start]) for one in markets)
