"""The fields of a document cut into words, and a full name found in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.document import Document, Field
from pipeline.facts.names import NameLexicon, Word, fold, name_lexicon, words_of
from pipeline.organizations.mention import OrganizationMention

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
    small: frozenset[str]
    """Words that the document writes with a small letter; empty where nouns never have one."""
    speaks_of_positions: bool
    """Whether the document names so many positions that it is about people."""
    nouns_capital: bool
    """Whether the language writes every noun with a capital, as German does."""


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
    small = frozenset(word.text for words in cut.values() for word in words if not word.capital)
    lexicon, german = name_lexicon(document.language), document.language == "de"
    words_in_all = sum(len(words) for words in cut.values())
    positions = sum(lexicon.is_role(word) for words in cut.values() for word in words)
    of_people = positions >= _FEWEST_POSITIONS and positions * _WORDS_A_POSITION >= words_in_all
    readings = []
    for field, text in fields:
        spans = [mention.span for mention in organizations if mention.span.field == field]
        taken, position = [], 0
        for word in cut[field]:
            while position < len(spans) and spans[position].end <= word.start:
                position += 1
            taken.append(position < len(spans) and spans[position].start < word.end)
        common = frozenset() if german else small
        readings.append(Reading(field, text, cut[field], taken, lexicon, common, of_people, german))
    return readings
