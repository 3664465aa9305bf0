"""Finds a language's phrases in a sentence: whole words, stems and gaps, many phrases in one pass.

How a phrase is written in the vocabulary:

    objectif            the word, in any case
    dépass*             every word that begins so
    *grenzwert*         every word that contains it, for compounds
    *ziele              every word that ends so
    hielt … ein         up to six words stand where the … is

Hyphens, apostrophes and blanks all part words; "CO₂" reads as "CO2".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

GAP = "…"
LONGEST_GAP = 6
"""How many words a `…` stands for at most."""

_WORD = re.compile(r"[^\W_]+")
_PHRASE_PART = re.compile(rf"\*?[^\W_]+\*?|{GAP}")
_SUBSCRIPT, _PLAIN = "₂", "2"
_PUNCTUATION = re.compile(r"[,;:()!?–—|]")
_STEM_KEY = 3
_REMEMBERED_WORDS = 4096


class Word(NamedTuple):  # made for every word of a page: a plain tuple is made in a third of the time
    """A word of a sentence, folded, with its place."""

    folded: str
    start: int
    end: int
    opens_clause: bool
    """Whether punctuation parts it from the word before; no `…` reaches across."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found in a sentence."""

    label: str
    """What the vocabulary files the phrase under."""
    start: int
    end: int

    def distance(self, start: int, end: int) -> int:
        """Characters between the cue and that stretch; 0 where they touch or overlap."""
        return max(0, start - self.end, self.start - end)


@dataclass(slots=True)
class _Node:
    """Tens of thousands of them are made, most with one of these alone: none is made before it is needed."""

    labels: list[str] | None = None
    exact: dict[str, _Node] | None = None
    stems: dict[str, list[tuple[str, _Node]]] | None = None
    infixes: list[tuple[str, _Node]] | None = None
    suffixes: list[tuple[str, _Node]] | None = None
    gap: _Node | None = None


def words_of(text: str) -> list[Word]:
    """The words of a text, folded: lower case, "ß" as "ss", "₂" as "2"."""
    words: list[Word] = []
    end = 0
    text = text.replace(_SUBSCRIPT, _PLAIN)
    for found in _WORD.finditer(text):
        start = found.start()
        opens = start - end > 1 and _PUNCTUATION.search(text, end, start) is not None
        end = found.end()
        words.append(Word(found[0].casefold(), start, end, opens))
    return words


class PhraseBook:
    """The phrases of one language, ready to be found."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        # Most words of a text open no phrase and come again and again.
        self._openings = lru_cache(maxsize=_REMEMBERED_WORDS)(lambda word: tuple(_following(self._root, word)))
        self._phrases = {label: tuple(written) for label, written in phrases.items()}
        for label, written in phrases.items():
            for phrase in written:
                self._add(label, phrase)

    def phrases(self, label: str) -> tuple[str, ...]:
        """The phrases of that label, as the vocabulary writes them."""
        return self._phrases.get(label, ())

    def status(self, cell: str) -> str | None:
        """`yes` or `no` where a table's cell says just that."""
        written = cell.strip(" .!\u00a0").casefold()
        return next((label for label in ("yes", "no") if written in self._phrases.get(label, ())), None)

    def find(self, text: str) -> list[Cue]:
        """Every phrase in the text in order; of one label, the longest at each word, none inside another."""
        words = words_of(text)
        found: list[Cue] = []
        last_end: dict[str, int] = {}
        for position, word in enumerate(words):
            openings = self._openings(word.folded)
            if not openings:
                continue
            longest: dict[str, int] = {}
            for labels, last in self._matches(openings, words, position):
                for label in labels:
                    longest[label] = max(longest.get(label, last), last)
            for label, last in longest.items():
                end = words[last].end
                if end > last_end.get(label, -1):
                    found.append(Cue(label, word.start, end))
                    last_end[label] = end
        return found

    def _add(self, label: str, phrase: str) -> None:
        node = self._root
        for part in _PHRASE_PART.findall(phrase.replace(_SUBSCRIPT, _PLAIN).casefold()):
            node = _step(node, part)
        if node.labels is None:
            node.labels = []
        if label not in node.labels:
            node.labels.append(label)

    def _matches(self, nodes: Iterable[_Node], words: list[Word], position: int) -> Iterator[tuple[list[str], int]]:
        for node in nodes:
            if node.labels:
                yield node.labels, position
            if position + 1 < len(words) and (node.exact or node.stems or node.infixes or node.suffixes):
                yield from self._matches(_following(node, words[position + 1].folded), words, position + 1)
            if node.gap:
                for later in range(position + 1, min(position + 2 + LONGEST_GAP, len(words))):
                    if words[later].opens_clause:
                        break
                    yield from self._matches(_following(node.gap, words[later].folded), words, later)


def _step(node: _Node, part: str) -> _Node:
    if part == GAP:
        node.gap = node.gap or _Node()
        return node.gap
    bare = part.strip("*")
    if part.startswith("*") and part.endswith("*"):
        node.infixes = node.infixes or []
        return _listed(node.infixes, bare)
    if part.startswith("*"):
        node.suffixes = node.suffixes or []
        return _listed(node.suffixes, bare)
    if part.endswith("*") and len(bare) >= _STEM_KEY:
        node.stems = node.stems or {}
        return _listed(node.stems.setdefault(bare[:_STEM_KEY], []), bare)
    node.exact = node.exact or {}
    following = node.exact.get(bare)
    if following is None:
        following = node.exact[bare] = _Node()
    return following


def _listed(nodes: list[tuple[str, _Node]], bare: str) -> _Node:
    for known, node in nodes:
        if known == bare:
            return node
    nodes.append((bare, _Node()))
    return nodes[-1][1]


def _following(node: _Node, word: str) -> Iterator[_Node]:
    if node.exact and (exact := node.exact.get(word)):
        yield exact
    if node.stems:
        for stem, following in node.stems.get(word[:_STEM_KEY], ()):
            if word.startswith(stem):
                yield following
    if len(word) < _STEM_KEY:
        return
    for infix, following in node.infixes or ():
        if infix in word:
            yield following
    for suffix, following in node.suffixes or ():
        if word.endswith(suffix):
            yield following
