"""Words of a sentence with their places, and the phrases of a vocabulary found among them.

A phrase in a TOML file is words separated by blanks. In a word, `a|b` are alternatives, `(e)` is
an optional ending and `_` a blank inside an alternative; `…` lets a few words stand between two parts:

    "prend|prendra … la_tête|les_rênes"     "nommé(e)(s)"     "löst … ab"
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

GAP = "…"
LONGEST_GAP = 9
"""How many words may stand between the two parts of a phrase."""

_WORD = re.compile(
    r"(?<![\w.])(?:[^\W\d_a-zà-ÿ]\.[-‐]?)+(?=[\s,)]|[^\W\d_a-z])"  # initials: "J.-P.", "L.K."
    r"|['’]s\b"  # the English genitive
    r"|[^\W\d_]+(?:[-‐‑&][^\W_]+)*(?:['’](?=\w)(?!s\b))?"  # a word; an elided article keeps its apostrophe
    r"|\d+(?:[.,]\d+)*(?:er|°|º|st|nd|rd|th)?"
    r"|\S"
)
_OPTIONAL = re.compile(r"\(([^)]*)\)")


class Token(NamedTuple):  # a tuple: an article has thousands
    """A word, a number or a sign."""

    text: str
    key: str
    """Lower case, with a straight apostrophe."""
    start: int
    end: int
    capital: bool
    """Whether it begins with a capital letter."""


_span = re.Match.span
_as_token = tuple.__new__
"""Makes a token of its fields at once, in a third of the time."""


def tokenize(text: str) -> list[Token]:
    """The words of a sentence, in order."""
    plain = text.replace("’", "'")
    return [
        _as_token(Token, (text[start:end], plain[start:end].lower(), start, end, text[start].isupper()))
        for start, end in map(_span, _WORD.finditer(text))
    ]


class Found(NamedTuple):
    """A phrase of the vocabulary, where a sentence has it."""

    kind: str
    first: int
    """Number of its first token."""
    last: int
    """One past its last token, or past the first part where the phrase has a gap."""
    tail: int
    """Where the second part begins; equal to `last` where there is none."""
    end: int
    """One past the last token of all."""


@dataclass(slots=True)
class _Node:
    """A hundred thousand of them are made; most have one of the two alone, so neither is made before it is needed."""

    next: dict[str, _Node] | None = None
    kinds: list[tuple[str, _Node | None]] | None = None
    """What ends here: a kind, and for a phrase with a gap the phrases its second part may be."""

    def ends(self, kind: str, tail: _Node | None = None) -> None:
        """A phrase of that kind ends here, or its first part, with what follows the gap."""
        if self.kinds is None:
            self.kinds = []
        self.kinds.append((kind, tail))


class Phrasebook:
    """The phrases of one language, by kind."""

    def __init__(self, phrases: dict[str, Iterable[str]], inserted: frozenset[str] = frozenset()) -> None:
        self._root = _Node()
        self._inserted = inserted
        tails: dict[tuple[str, tuple[str, ...]], _Node] = {}
        for kind, written in phrases.items():
            for phrase in written:
                before, gap, after = phrase.partition(GAP)
                for words in spell_out(before):
                    node = _insert(self._root, words)
                    if not gap:
                        node.ends(kind)
                        continue
                    known = (kind, words)
                    if known not in tails:
                        tails[known] = _Node()
                        node.ends(kind, tails[known])
                    for second in spell_out(after):
                        _insert(tails[known], second).ends(kind)

    def find(self, tokens: list[Token]) -> Iterator[Found]:
        """Every phrase of every kind; of phrases of one kind with one beginning, the longest."""
        opening = self._root.next or {}
        for first, token in enumerate(tokens):
            if token.key not in opening:
                continue
            longest: dict[str, Found] = {}
            for last, kinds, whole in _walk(self._root, tokens, first, self._inserted):
                for kind, tail in kinds:
                    if not (whole or kind.startswith("frame:")):
                        continue
                    if tail is None:
                        longest[kind] = Found(kind, first, last, last, last)
                    else:
                        second = _find_tail(tail, tokens, last)
                        if second:
                            longest[kind] = Found(kind, first, last, *second)
            yield from longest.values()


def spell_out(phrase: str) -> list[tuple[str, ...]]:
    """Every way of writing a phrase, each as its words."""
    slots = [
        [_words(form.replace("_", " ")) for option in slot.split("|") for form in _optional(option)]
        for slot in phrase.split()
    ]
    return [tuple(itertools.chain.from_iterable(parts)) for parts in itertools.product(*slots)]


def _words(written: str) -> list[str]:
    if written.endswith("'"):  # an elided word keeps its apostrophe only before another word
        return [token.key for token in tokenize(written + "x")][:-1]
    return [token.key for token in tokenize(written)]


def _optional(word: str) -> list[str]:
    match = _OPTIONAL.search(word)
    if not match:
        return [word]
    rest = word[match.end() :]
    return [word[: match.start()] + middle + end for middle in ("", match[1]) for end in _optional(rest)]


def _insert(node: _Node, words: tuple[str, ...]) -> _Node:
    for word in words:
        if node.next is None:
            node.next = {}
        following = node.next.get(word)
        if following is None:
            following = node.next[word] = _Node()
        node = following
    return node


def _walk(
    node: _Node, tokens: list[Token], at: int, inserted: frozenset[str] = frozenset()
) -> Iterator[tuple[int, list[tuple[str, _Node | None]], bool]]:
    """Where phrases end that begin at a token, with what they are, and whether no word was left out inside."""
    first, whole = at, True
    while at < len(tokens):
        key = tokens[at].key
        following = node.next.get(key) if node.next else None
        if following is None:
            skipped = 0 if at == first else _inserted_words(tokens, at, inserted)
            if not skipped:
                return
            at, whole = at + skipped, False
            continue
        node, at = following, at + 1
        if node.kinds:
            yield at, node.kinds, whole


def _inserted_words(tokens: list[Token], at: int, inserted: frozenset[str]) -> int:
    """How many words stand there that a phrase may have inside: "ainsi", ", lui,"."""
    if tokens[at].key in inserted:
        return 1
    enclosed = at + 2 < len(tokens) and tokens[at].key == "," == tokens[at + 2].key
    return 3 if enclosed and tokens[at + 1].key in inserted else 0


def _find_tail(tail: _Node, tokens: list[Token], start: int) -> tuple[int, int] | None:
    for first in range(start, min(start + LONGEST_GAP, len(tokens))):
        if tokens[first].key == ";":
            return None
        ends = [last for last, _, _ in _walk(tail, tokens, first)]
        if ends:
            return first, ends[-1]
    return None
