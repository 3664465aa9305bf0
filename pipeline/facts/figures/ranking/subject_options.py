"""Whom or what a number may be about: what its sentence, those before, headline and lead mention, each text once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.facts.figures.capital_names import capital_names
from pipeline.facts.figures.chosen import Chosen, chosen_place, chosen_subject
from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.places import HOME

Scope = Literal["before", "behind", "rules", "earlier", "actor", "headline", "lead", "place", "market"]
"""Where a mention stands: in the number's sentence before or behind it, in one of the sentences before, in headline or
lead; or what the rules chose, the maker of the last row, the article's place, what it calls its market."""

_MOST = 24
"""Options of a number."""
_MOST_OF_SENTENCE = 16
_BEGINNING = 6_000
"""Characters of the article in which mentions are counted."""
_EARLIER = 4
"""Sentences before that are looked at; those not next to the number for companies and models alone."""
_NAMES = frozenset(["maker", "model", "name"])
_NUMBER = re.compile(r"^[\d.,'’ \u00a0]+")


@dataclass(slots=True)
class SubjectOption:
    """A text that the subject may be, and where it stands nearest to the number."""

    chosen: Chosen
    scope: Scope
    start: int
    end: int
    """In its sentence."""
    rank: int
    """How many others of its sentence are nearer."""
    sentences: int = 0
    """Of `earlier`: how many sentences stand between."""
    also: tuple[Scope, ...] = ()
    """Other scopes that hold the same text."""


Mention = tuple[Chosen, int, int]
"""What is mentioned, with its offsets in the sentence."""


class Mentions:
    """The mentions of each sentence of a document, found once for all its numbers, and how often each is named."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int], list[Mention]] = {}
        self._times: dict[str, int] = {}

    def times(self, name: str | None, content: str) -> int:
        """How often the beginning of the article has the name."""
        if not name:
            return 0
        if name not in self._times:
            self._times[name] = content.count(name, 0, _BEGINNING)
        return self._times[name]

    def of(self, passage: Passage) -> list[Mention]:
        """The mentions of the sentence, in order."""
        key = passage.sentence.field, passage.sentence.start
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = _read(passage)
        return found


def subject_options(setting: Setting, by_rules: Chosen, mentions: Mentions) -> list[SubjectOption]:
    """The options, nearest first; the choice of the rules is one of them."""
    found: dict[str, SubjectOption] = {}
    for one in _options(setting, by_rules, mentions):
        key = (one.chosen.value or "").casefold()
        known = found.get(key)
        if known is None:
            if len(found) < _MOST:
                found[key] = one
        elif one.scope != known.scope and one.scope not in known.also:
            known.also = (*known.also, one.scope)
    return list(found.values())


def _options(setting: Setting, by_rules: Chosen, mentions: Mentions) -> Iterator[SubjectOption]:
    context, own = setting.context, [*mentions.of(setting.passage), *_counted(setting)]
    for rank, (chosen, start, end) in enumerate(sorted((one for one in own if one[1] < setting.start), key=_from_end)):
        yield SubjectOption(chosen, "before", start, end, rank)
    for rank, (chosen, start, end) in enumerate(sorted((one for one in own if one[1] >= setting.start), key=_start)):
        yield SubjectOption(chosen, "behind", start, end, rank)
    yield SubjectOption(by_rules, "rules", 0, 0, 0)
    for sentences, passage in enumerate(reversed(context.earlier[-_EARLIER:])):
        for rank, (chosen, start, end) in enumerate(mentions.of(passage)):
            if sentences == 0 or chosen.kind in _NAMES:
                yield SubjectOption(chosen, "earlier", start, end, rank, sentences)
    if context.actor:
        actor = context.actor
        carried = Chosen(
            actor.text, context.actor_span, 0.7, country=actor.country, kind=actor.kind, resells=actor.resells
        )
        yield SubjectOption(carried, "actor", 0, 0, 0)
    scopes: tuple[tuple[Scope, Passage | None], ...] = (("headline", context.headline), ("lead", context.lead))
    for scope, opening in scopes:
        if opening and opening is not setting.passage:
            for rank, (chosen, start, end) in enumerate(mentions.of(opening)):
                yield SubjectOption(chosen, scope, start, end, rank)
    if context.place_span:
        yield SubjectOption(Chosen(context.place_span.quote, context.place_span, 0.65, kind="place"), "place", 0, 0, 0)
    if context.first_market:
        whole = Chosen(context.first_market, context.first_market_span, 0.5, kind="whole")
        yield SubjectOption(whole, "market", 0, 0, 0)


def _start(mention: Mention) -> int:
    return mention[1]


def _from_end(mention: Mention) -> int:
    return -mention[2]


def _counted(setting: Setting) -> Iterator[Mention]:
    """The noun right behind the number."""
    noun = _NUMBER.sub("", setting.passage.text[setting.start : setting.end])
    if noun and not setting.is_share and noun[0].isalpha():
        start = setting.end - len(noun)
        yield Chosen(noun, setting.passage.sentence.span(start, setting.end), 0.5, kind="noun"), start, setting.end


def sells_nothing(one: SubjectOption, setting: Setting) -> bool:
    """Whether what looks like a name is a person's, who only tells the number, an article or a noun of counting."""
    name, forms = one.chosen.value or "", setting.passage.forms
    if one.chosen.kind != "name":
        return False
    if name in setting.context.people or is_small(name, forms):
        return True
    return any(words.fullmatch(name) for words in (forms.plain_units, forms.share_words, forms.metric))


def _read(passage: Passage) -> list[Mention]:
    found = [(chosen_subject(passage, one, 0.8), one.start, one.end) for one in passage.subjects]
    found += [
        (chosen_place(passage, one, 0.8), one.start, one.end) for one in passage.places if one.code not in (None, HOME)
    ]
    taken = [(start, end) for _, start, end in found] + [(one.start, one.end) for one in passage.periods]
    for start, end in capital_names(passage):
        if not any(left < end and start < right for left, right in taken):
            span = passage.sentence.span(start, end)
            found.append((Chosen(span.quote, span, 0.6, kind="name"), start, end))
    for match in passage.forms.whole_market.finditer(passage.text):
        if not passage.forms.in_all.fullmatch(match[0]):
            found.append((Chosen(match[0], passage.sentence.span(*match.span()), 0.6, kind="whole"), *match.span()))
    return sorted(found, key=_start)[:_MOST_OF_SENTENCE]
