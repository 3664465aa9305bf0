"""Whom a number is about where it is no maker: a country, a segment or a market."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.figures.announced import announced_market
from pipeline.facts.figures.chosen import Chosen, chosen_place, chosen_subject
from pipeline.facts.figures.context_place import GENERIC_MARKET
from pipeline.facts.figures.inherited_maker import is_of_the_market
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import Subject
from pipeline.facts.places import HOME, Place, find_institution
from pipeline.languages.united import any_of

_COUNTED_WITHIN = 25
"""How far behind the number its segment may stand: "9 000 véhicules purement électriques"."""
_OPENED_WITHIN = 40
"""How far behind a number that opens the sentence its segment may stand: "Avec 24 981 unités (+52 %), l'électrique"."""
_WHOLE_WITHIN = 4
"""How far behind the number the words may begin that mean the whole market: "1.6 million new passenger cars"."""
_CHAMBER = re.compile(
    rf"(?<!\w){any_of('figures_words', 'federations', 'chambers')}(?:[ \u00a0]\w+)?[ \u00a0]"
    r"(?:d[eu]s?|of|der|de (?:los|las)?|dei|degli|delle)(?:[ \u00a0]\w+(?:[ \u00a0](?:et|and|und|y|e)))?[ \u00a0]$",
    re.IGNORECASE,
)
"""Before the name of a market: it is part of a federation's name."""
_WERE = re.compile(
    r"(?:[^\d,;:.()]|(?<!\d)(?:19|20)\d\d(?!\d)){0,80}[ \u00a0]"
    rf"{any_of('figures_words', 'verbs', 'were')}[ \u00a0](?:[^\W\d]+[ \u00a0]){{0,2}}"
)
"""Between a share and what so many of the cars were."""
_TOTAL_WITHIN = 10
"""Characters behind "market" in which a word for the whole may stand: "le marché total"."""
_TOPIC = 16
"""Characters within which a sentence opens with what it is about."""
_NUMBER = re.compile(r"^[\d.,'’ \u00a0]+")
_ARTICLE = 4
"""Characters before a market's name that opens a sentence: "The ", "Le "."""
_BREAK = re.compile(r"[\d,;:.()]|[ \u00a0](?:et|and|und|y|e)[ \u00a0]")


def market_subject(setting: Setting) -> Chosen:
    """The subject of a figure about a market; its value is None where nothing near says it."""
    return (
        _beside(setting)
        or announced_market(setting)
        or _in_the_sentence(setting)
        or _around(setting)
        or _of_the_article(setting)
        or _counted(setting)
        or _noun(setting)
        or _opening(setting)
        or Chosen(None, None, 0.4)
    )


def _opens_for_number(market: Place, setting: Setting) -> bool:
    """Whether the sentence opens with the market and counts it: "The French market shrank … to 1.5 million"."""
    if market.start > _ARTICLE or not market.end <= setting.start or setting.is_share:
        return False
    segment = any(market.end <= one.start <= setting.end + _COUNTED_WITHIN for one in _segments(setting))
    return not segment and not setting.crosses_another(market.end, setting.start)


def _segments(setting: Setting) -> list[Subject]:
    passage, inside = setting.passage, setting.passage.is_aside(setting.start)
    return [one for one in passage.subjects if one.kind == "segment" and (inside or not passage.is_aside(one.start))]


def _places(setting: Setting) -> list[Place]:
    # "Worldwide" says where; only "the world market" is what is counted.
    return [
        one
        for one in setting.passage.places
        if one.code
        and one.code != HOME
        and (setting.passage.in_brackets(setting.start) or not setting.passage.in_brackets(one.start))
        and (one.adjective or one.code != "World")
        and not (one.adjective and setting.passage.forms.no_market.search(setting.passage.text[one.start : one.end]))
    ]


def _markets(setting: Setting) -> list[Subject]:
    text = setting.passage.text
    return [
        one
        for one in setting.passage.subjects
        if one.kind == "market"
        and one.end <= setting.start
        and (setting.passage.is_aside(setting.start) or not setting.passage.is_aside(one.start))
        and not _CHAMBER.search(text, max(0, one.start - 40), one.start)  # who counts, and not who is counted
    ]


def speaks_of_new_ones(setting: Setting) -> bool:
    """Whether the sentence has new cars, or goes on about those that the one before opened with ("Le neuf, lui, …")."""
    passage, before = setting.passage, setting.before
    if passage.forms.new_ones.search(passage.text, 0, setting.end):
        return not any(one.kind == "segment" for one in passage.subjects)
    if before is None or any(one.kind == "segment" for one in (*before.subjects, *passage.subjects)):
        return False
    return bool(before.forms.new_ones.search(before.text, 0, _TOPIC))


def _topic(setting: Setting) -> Subject | None:
    """What the headline is about, but not used cars for a sentence on new ones."""
    topic = setting.context.topic
    return None if topic and topic.segment == "used" and speaks_of_new_ones(setting) else topic


def _is_whole(setting: Setting, segments: Sequence[Subject]) -> bool:
    """Whether the words between the last segment and the number mean the whole market."""
    uncrossed = [
        one for one in segments if one.end <= setting.start and not setting.crosses_another(one.end, setting.start)
    ]
    since = uncrossed[-1].end if uncrossed else 0
    return any(
        one.start() <= setting.end + _WHOLE_WITHIN
        for one in setting.passage.forms.whole_market.finditer(setting.passage.text, since)
    )


def _beside(setting: Setting) -> Chosen | None:
    """A country that acts ("l'Italie s'arrête à 58 000"), what is counted, or the segment before."""
    passage, start, end = setting.passage, setting.start, setting.end
    acting = [
        one for one in _places(setting) if not one.located and one.end <= start and not passage.in_brackets(one.start)
    ]
    opening = next((one for one in passage.places if one.adjective and one.code != HOME), None)
    if opening and _opens_for_number(opening, setting):
        return chosen_place(passage, opening, 0.85)
    segments = _segments(setting)
    named = setting.is_share and any(one.end <= start for one in segments)
    if acting and not named and not setting.crosses_another(acting[-1].end, start):
        return chosen_place(passage, acting[-1], 0.85)
    base = passage.forms.share_bases.match(passage.text, end) if named else None
    buyers = _buyers(setting)
    if buyers:
        counted = any(start < one.start <= end + _COUNTED_WITHIN for one in segments) and not setting.is_share
        chosen = chosen_subject(passage, buyers[-1], 0.8)
        return replace(chosen, segment=None) if counted else chosen
    for one in segments:
        if base and base.start() <= one.start < base.end():
            continue  # "le diesel garde 41 % du marché de l'occasion" is about diesel
        if start < one.start <= end + _COUNTED_WITHIN and not _BREAK.search(passage.text[end : one.start]):
            return chosen_subject(passage, one, 0.85)
    told = next((one for one in segments if setting.is_share and _were(one, setting)), None)
    if told:
        return chosen_subject(passage, told, 0.85)
    if passage.forms.opened_with.fullmatch(passage.text[:start]):  # "Avec 24 981 unités (+52 %), l'électrique …"
        following = [one for one in segments if end < one.start <= end + _OPENED_WITHIN]
        if following and not setting.crosses_another(end, following[0].start):
            return chosen_subject(passage, following[0], 0.8)
    earlier = [one for one in segments if one.end <= start and not setting.crosses_another(one.end, start)]
    return chosen_subject(passage, earlier[-1], 0.8) if earlier and not _is_whole(setting, segments) else None


def _were(one: Subject, setting: Setting) -> bool:
    """Whether the share is that of what the cars were: "64 % des voitures vendues étaient des électriques"."""
    return one.start > setting.end and bool(_WERE.fullmatch(setting.passage.text, setting.end, one.start))


def _buyers(setting: Setting) -> list[Subject]:
    """Who had so many cars registered: "les flottes ont fait inscrire 14 870 voitures à batterie"."""
    passage, start = setting.passage, setting.start
    return [
        one
        for one in passage.subjects
        if one.end <= start
        and (one.segment == "fleet" or (one.kind == "market" and passage.forms.private_buyers.search(one.text)))
        and not setting.crosses_another(one.end, start)
        and not passage.in_brackets(one.start)
    ]


def _in_the_sentence(setting: Setting) -> Chosen | None:
    """A market with a name, the nearest country, or the market."""
    passage, context = setting.passage, setting.context
    markets, places = _markets(setting), _places(setting)
    if markets and not GENERIC_MARKET.search(markets[-1].text):  # "les marques chinoises"
        return chosen_subject(passage, markets[-1], 0.75)
    if places and (context.segment is None or _is_whole(setting, _segments(setting))):
        return chosen_place(passage, min(places, key=lambda one: abs(one.start - setting.start)), 0.8)
    if markets and not (context.topic and context.topic.segment) and not _is_bare(markets[-1], setting):
        return chosen_subject(passage, markets[-1], 0.75)
    return None


def _is_bare(market: Subject, setting: Setting) -> bool:
    """Whether a market is called no more than that, where the article's place has a name."""
    span = setting.context.place_span
    named = (
        span is not None
        and setting.context.place != "World"
        and not find_institution(span.quote, setting.passage.language)
    )
    total = setting.passage.forms.header_total.search(setting.passage.text, market.end, market.end + _TOTAL_WITHIN)
    return named and (len(market.text.split()) == 1 or bool(total))


def _around(setting: Setting) -> Chosen | None:
    """The one maker of the sentence before, a segment before another figure, or the headline's segment."""
    passage, before, context = setting.passage, setting.before, setting.context
    segments = _segments(setting)
    whole = _is_whole(setting, segments)
    makers = _makers_before(setting)
    beside = before and before.sentence.paragraph == passage.sentence.paragraph
    of_the_market = _markets(setting) or whole or is_of_the_market(setting)
    if before and beside and len(makers) == 1 and not of_the_market:
        return chosen_subject(before, makers[0], 0.65)
    crossed = [one for one in segments if one.end <= setting.start]
    if crossed and not whole:
        return chosen_subject(passage, crossed[-1], 0.7)
    topic = _topic(setting)
    same = [one for one in segments if topic and one.segment and one.segment == topic.segment]
    if same and context.segment and not whole:  # the sentence's own word for what the headline is about
        return chosen_subject(passage, same[0], 0.75)
    if topic and topic.segment and context.segment and not whole:
        return Chosen(topic.text, context.topic_span, 0.75, segment=topic.segment, kind="segment")
    places = _places(setting)
    if places:
        return chosen_place(passage, places[0], 0.7)
    topics = [one for one in before.subjects if one.kind == "segment"] if before and beside else []
    return chosen_subject(before, topics[-1], 0.6) if before and topics and not whole else None


def _of_the_article(setting: Setting) -> Chosen | None:
    """The article's place or topic, or the last maker before."""
    context, topic = setting.context, _topic(setting)
    if context.region and not _segments(setting):
        return context.region
    if context.place_span and find_institution(context.place_span.quote, setting.passage.language):
        counted = _counted(setting)
        if counted:  # who counts the market is not the market
            return counted
        if topic:
            return Chosen(topic.text, context.topic_span, 0.6, segment=topic.segment, kind="market")
        return None
    forms = setting.passage.forms
    named = context.place_span and not forms.no_market.search(context.place_span.quote)
    if context.place_span and named and context.place != "World":  # "worldwide" says where, not who
        return Chosen(context.place_span.quote, context.place_span, 0.65, kind="place")
    if topic:
        return Chosen(topic.text, context.topic_span, 0.6, segment=topic.segment, kind="market")
    makers = _makers_before(setting)
    return chosen_subject(setting.before, makers[-1], 0.6) if setting.before and makers else None


def _counted(setting: Setting) -> Chosen | None:
    """What the sentence counts, where it names the whole market: "voitures neuves"."""
    forms, text = setting.passage.forms, setting.passage.text
    counted = next((one for one in forms.whole_market.finditer(text) if not forms.in_all.fullmatch(one[0])), None)
    if not counted:
        return None
    return Chosen(counted[0], setting.passage.sentence.span(*counted.span()), 0.65, kind="market")


def _noun(setting: Setting) -> Chosen | None:
    """The noun behind the number, in an article on a market: "64 009 turismos"; a mere unit is none."""
    text, forms = setting.passage.text, setting.passage.forms
    noun = _NUMBER.sub("", text[setting.start : setting.end])
    if not setting.context.is_market or not forms.unit_words.search(noun) or forms.plain_units.search(noun):
        return None
    start = setting.end - len(noun)
    return Chosen(noun, setting.passage.sentence.span(start, setting.end), 0.5, kind="market")


def _opening(setting: Setting) -> Chosen | None:
    """The market that headline and lead speak of first, however it is called."""
    market, context = setting.context.first_market, setting.context
    return Chosen(market, context.first_market_span, 0.5, kind="market") if market and context.is_market else None


def _makers_before(setting: Setting) -> list[Subject]:
    """The makers of the sentence before, each once."""
    named = setting.before.subjects if setting.before else ()
    return list({one.name: one for one in named if one.kind in ("maker", "model")}.values())
