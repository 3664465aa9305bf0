"""The article's words as the reading steps see them: headline and text, in sentences with their offsets.

Classification and facts both read this view, so that a page is cut into sentences once.
Table rows stand in the text as lines whose cells are joined by ` | `.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from pipeline.article import Span
from pipeline.languages import LANGUAGES, vocabulary

Field = Literal["headline", "text"]

CELL_SEPARATOR = " | "
"""Stands between the cells of a table row in `Article.text`."""

_BOUNDARY = re.compile(
    r"""(?P<stop>[.!?…](?<![.!?…].)[.!?…]*)
        (?P<close>[»”“«›‹"’‘')\]]*|\s[»”])  # what closes a quotation behind the stop
        (?P<blank>\s+)
        (?=[«“„"‘'(\[–—-]{0,2}\s?[^\W\d_a-zß-öø-ÿ]|[«“„"‘'(–—-]{0,2}\s?\d)  # a capital or a figure opens the next
    """,
    re.VERBOSE,
)
"""Begins with a character to look for, and looks back behind it: from one that begins with looking back the engine
tries every character of the text."""
_OPENS_WORD = re.compile("[(«“„\"']")
_DOTTED = re.compile(r"(?:\w\.)+\w|\w\.?-\w")
"""What an abbreviation with more than one stop looks like before its last: "U.S", "z.B"; "J.-P." reads as "J.-P"."""
_LONGEST_WORD = 60
"""Characters before a stop in which an abbreviation begins, and behind it that are looked at: a long line has many."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or a table row, with its place in the field."""

    field: Field
    start: int
    end: int
    text: str
    paragraph: int
    """Number of the line of the text it stands in, from 0; -1 for the headline."""

    @property
    def is_row(self) -> bool:
        """Whether this is a row of a table."""
        return CELL_SEPARATOR in self.text

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`, counted in the field."""
        return Span(self.field, self.start + start, self.start + end, self.text[start:end])


@dataclass(frozen=True)
class Document:
    """Headline and text of one article, cut once."""

    headline: str
    text: str
    language: str | None
    """ISO 639-1, where known."""
    published: str | None = None
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`: what relative dates are counted from."""

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each line of the text."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def headline_sentences(self) -> tuple[Sentence, ...]:
        """The headline, as one sentence; none where it is empty."""
        return (Sentence("headline", 0, len(self.headline), self.headline, -1),) if self.headline else ()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text in order; a table row is one sentence."""
        return tuple(self._cut())

    @cached_property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """Headline first, then the text."""
        return self.headline_sentences + self.sentences

    def span(self, field: Field, start: int, end: int) -> Span:
        """The span of those characters of the field."""
        return Span(field, start, end, getattr(self, field)[start:end])

    def _cut(self) -> Iterator[Sentence]:
        for number, (start, end) in enumerate(self.paragraphs):
            line = self.text[start:end]
            if CELL_SEPARATOR in line:
                pieces: Iterator[tuple[int, int]] = iter([(0, len(line))])
            else:
                pieces = _sentence_bounds(line, self.language)
            for left, right in pieces:
                piece = line[left:right].strip()
                if piece:
                    begins = start + (left if len(piece) == right - left else line.index(piece, left))
                    yield Sentence("text", begins, begins + len(piece), piece, number)


def _sentence_bounds(line: str, language: str | None) -> Iterator[tuple[int, int]]:
    left = 0
    abbreviations, after_ordinal = _stops(language)
    for match in _BOUNDARY.finditer(line):
        stop, end = match.start(), match.end()
        if match["stop"] == "." and not match["close"].strip():
            word = _last_word(line[max(left, stop - _LONGEST_WORD) : stop])
            if word and _is_abbreviation(word, line[end : end + _LONGEST_WORD], abbreviations, after_ordinal):
                continue
        yield left, match.end("close")
        left = end
    yield left, len(line)


def _last_word(text: str) -> str:
    """The word the text ends with, less a bracket or quotation mark that opens it; empty where a blank ends it."""
    if not text or text[-1].isspace():
        return ""
    word = text.rsplit(None, 1)[-1]
    return word if word.isalnum() else _OPENS_WORD.split(word)[-1]


def _is_abbreviation(word: str, rest: str, abbreviations: frozenset[str], after_ordinal: tuple[str, ...]) -> bool:
    if len(word) == 1 and word.isupper():  # an initial: "J. Dupont"
        return True
    if ("." in word or "-" in word) and _DOTTED.fullmatch(word):
        return True
    if word.isdigit():
        return len(word) <= 2 and rest.startswith(after_ordinal) if after_ordinal else False
    return word in abbreviations


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _stops(language: str | None) -> tuple[frozenset[str], tuple[str, ...]]:
    languages = [language] if language in LANGUAGES else list(LANGUAGES)
    abbreviations: set[str] = set()
    ordinal: list[str] = []
    for name in languages:
        data = vocabulary(name or "", "sentences")
        abbreviations.update(data.get("abbreviations", ()))
        ordinal.extend(data.get("after_ordinal", ()))
    return frozenset(abbreviations), tuple(ordinal)
