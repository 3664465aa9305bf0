"""Names with a capital that no table holds and nothing beside them makes a company's: they may be one's all the same.

"The <name> fleet stands at 148 g" names a maker whatever it is called. Words that the page writes small
elsewhere are none, nor are people, nor German nouns behind an article or an adjective.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import MARKET, MARKET_ADJECTIVE
from pipeline.facts.people import PersonMention
from pipeline.facts.unlisted_makers import company_forms
from pipeline.languages.united import united

MOST_NAMES = 10
_WORD = r"[A-ZÀ-Þ][\w&’'-]*\w"
_CAPITALS = re.compile(rf"(?<![\w’'-])(?![A-ZÀ-Þ][’']){_WORD}(?:[ \u00a0](?:&[ \u00a0])?{_WORD})*")
_SMALL = re.compile(r"(?<![\w’-])[a-zà-ÿ][^\W_]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([\w-]+)\W*$")
_OPENS = 2
"""Characters that may stand before the first word of a sentence."""
_SHORTEST = 3
_NEXT = 2
"""Characters behind a word that reach into the next one."""
_NEVER = (MARKET, MARKET_ADJECTIVE, "topic", "institution")
"""Begin the labels of phrases that are no maker's name."""
_GERMAN_ARTICLES = frozenset(united("compliance_words", "names", "before_nouns"))
_GERMAN_ENDINGS = united("compliance_words", "names", "adjective_endings")
"""Adjectives end so."""
_GERMAN_SMALL_WORDS = frozenset(united("compliance_words", "names", "adjective_like"))


@dataclass(slots=True)
class ProposedName:
    """A name and its places: number of the sentence, start and end in it."""

    name: str
    places: list[tuple[int, int, int]] = field(default_factory=list)
    opens_only: bool = True
    """Whether it only stands where any word has a capital."""


def proposed_names(
    page: CompliancePage, people: Sequence[PersonMention], taken: Mapping[int, Sequence[tuple[int, int]]]
) -> list[ProposedName]:
    """The names, those written most often first.

    Args:
        page: the article.
        people: the persons named in it.
        taken: by sentence, the places of names that are known.
    """
    document = page.document
    small = {word.casefold() for content in (document.headline, document.text) for word in _SMALL.findall(content)}
    no_names = company_forms(document.language).no_names
    german = document.language == "de"
    found: dict[str, ProposedName] = {}
    for number, reading in enumerate(page.readings):
        sentence, text = reading.sentence, reading.sentence.text
        if sentence.field == "headline" and document.language == "en":
            continue  # English headlines have capitals throughout
        places = [*taken.get(number, ()), *_of_no_makers(reading, people)]
        for match in _CAPITALS.finditer(text):
            start, end = match.span()
            words = [word.casefold() for word in _LETTERS.findall(match[0])]
            if len(words) > 1 and words[0] in small and start <= _OPENS and " " in match[0]:
                start += match[0].index(" ") + 1
                words = words[1:]
            if not words or words[0] in small or end - start < _SHORTEST:
                continue
            if any(left < end and start < right for left, right in places):
                continue
            name = text[start:end]
            if german and _is_a_noun(text[:start]):
                small.update(words)
                found.pop(name.casefold(), None)
                continue
            one = found.setdefault(name.casefold(), ProposedName(name))
            one.places.append((number, start, end))
            one.opens_only = one.opens_only and start <= _OPENS
    named = [one for key, one in found.items() if key not in small and not no_names.match(one.name)]
    return sorted(named, key=lambda one: (-len(one.places), one.opens_only, one.places[0][0]))[:MOST_NAMES]


def _of_no_makers(reading: Reading, people: Sequence[PersonMention]) -> Iterator[tuple[int, int]]:
    """The places of markets, institutions and persons in a sentence."""
    sentence = reading.sentence
    yield from ((cue.start, cue.end) for cue in reading.cues if cue.label.startswith(_NEVER))
    yield from ((cue.start, cue.end + _NEXT) for cue in reading.cues if cue.label == "adviser")
    for one in people:
        if one.span.field == sentence.field and sentence.start <= one.span.start < sentence.end:
            yield one.span.start - sentence.start, one.span.end - sentence.start


def _is_a_noun(before: str) -> bool:
    """Whether a German word with a capital stands behind an article or an adjective."""
    last = _LAST_WORD.search(before)
    if last is None or before[last.end(1) :].strip():
        return False
    word = last[1]
    adjective = word[0].islower() and word.endswith(_GERMAN_ENDINGS) and word not in _GERMAN_SMALL_WORDS
    return word.casefold() in _GERMAN_ARTICLES or adjective
