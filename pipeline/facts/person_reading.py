"""The fields of a document cut into words, and a full name found in one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, count
from operator import attrgetter
from typing import Final

from pipeline.document import Document, Field
from pipeline.facts.names import NameLexicon, Word, fold, name_lexicon, words_of
from pipeline.organizations.mention import OrganizationMention

_end: Final = attrgetter("end")
_text: Final = attrgetter("text")
_capital: Final = attrgetter("capital")

_FEWEST_POSITIONS: Final = 2
"""Positions that an article about people names at least."""
_WORDS_A_POSITION: Final = 120
"""Words among which such an article names one position at least."""


@dataclass(frozen=True)
class Reading:
    """One field of the document, cut into words."""

    field: Field
    text: str
    words: list[Word]
    taken: list[bool]
    """By word: whether it belongs to the name of an organization."""
    lexicon: NameLexicon
    written: Counter[str]
    """How often the document writes each word."""
    small: frozenset[str]
    """Words that the document writes with a small letter; empty where nouns never have one."""
    speaks_of_positions: bool
    """Whether the document names so many positions that it is about people."""
    nouns_capital: bool
    """Whether the language writes every noun with a capital, as German does."""

    @cached_property
    def capitals(self) -> list[int]:
        """Positions of the words with a capital."""
        return list(compress(count(), map(_capital, self.words)))


@dataclass(frozen=True)
class FullName:
    """A full name: the words from first to last of one field."""

    reading: Reading
    first: int
    last: int
    genitive: int = 0
    """Letters of the last word that are its ending: the s of "Ines Falkows Nachfolger"."""

    @cached_property
    def words(self) -> list[Word]:
        """Its words, particles and initials among them."""
        return self.reading.words[self.first : self.last + 1]

    @property
    def start(self) -> int:
        """First character in the field."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """One past the last character in the field."""
        return self.words[-1].end - self.genitive

    @cached_property
    def text(self) -> str:
        """The name as written, with plain blanks."""
        return " ".join(self.reading.text[self.start : self.end].split())

    @cached_property
    def key(self) -> str:
        """What two ways to write the name have in common."""
        return fold(self.text)


def read_words(document: Document, organizations: Sequence[OrganizationMention]) -> list[Reading]:
    """Headline and text, each as words that know which of them belong to organizations."""
    fields: tuple[tuple[Field, str], ...] = (("headline", document.headline), ("text", document.text))
    cut = {field: words_of(text) for field, text in fields}
    written = Counter(map(_text, chain.from_iterable(cut.values())))
    small = frozenset(text for text in written if not text[0].isupper())
    lexicon, german = name_lexicon(document.language), document.language == "de"
    positions = sum(count for text, count in written.items() if lexicon.says_role(text))
    of_people = positions >= _FEWEST_POSITIONS and positions * _WORDS_A_POSITION >= written.total()
    readings = []
    for field, text in fields:
        words = cut[field]
        taken = [False] * len(words)
        for span in (mention.span for mention in organizations if mention.span.field == field):
            position = bisect_right(words, span.start, key=_end)
            while position < len(words) and words[position].start < span.end:
                taken[position] = True
                position += 1
        common = frozenset() if german else small
        readings.append(Reading(field, text, words, taken, lexicon, written, common, of_people, german))
    return readings
