"""A sentence as a short row of items: a person, position, organization or date is one, every other word its stem."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading

STEM = 6
"""Letters that forms of one word share: "nommé", "nommée"."""
PERSON, ROLE, ORGANIZATION, DATE = "PER", "ROLE", "ORG", "DATE"
_IDLE = frozenset(
    f"context:{name}"
    for name in ("and", "be", "have", "prepositions", "to", "as", "toward", "genitive", "indefinite", "adverbs")
)
"""Kinds of small words that stand everywhere."""
EDGE = "|"
"""Stands before the first item and behind the last."""


@dataclass(slots=True)
class Shape:
    """The items of one sentence."""

    reading: Reading
    words: list[str]
    """A label in capitals, or a stem."""
    firsts: list[int]
    """First token of each item."""
    at: list[int]
    """The item that each token belongs to."""
    people: list[tuple[int, PersonMark]]
    """Items that are people, in order."""

    _telling: dict[tuple[str, ...], list[tuple[str, int, int, int, int]]] = field(default_factory=dict)

    def telling(self, kinds: tuple[str, ...]) -> list[tuple[str, int, int, int, int]]:
        """The phrases of such kinds but idle ones: kind, first token, one past the last, and their items."""
        if kinds not in self._telling:
            self._telling[kinds] = [
                (one.kind, one.first, one.last, self.at[one.first], self.at[one.last - 1])
                for one in self.reading.found
                if one.kind not in _IDLE and one.kind.startswith(kinds)
            ]
        return self._telling[kinds]

    def word(self, item: int) -> str:
        """The item's word, also outside the sentence."""
        return self.words[item] if 0 <= item < len(self.words) else EDGE


def shape(reading: Reading) -> Shape:
    """The sentence with its marks as single items; where several cover a word, the person counts first."""
    size = len(reading.tokens)
    label: list[str | None] = [None] * size
    until = [0] * size
    for name, marks in (
        (ORGANIZATION, reading.employers),
        (ROLE, reading.roles),
        (DATE, reading.dates),
        (PERSON, reading.persons),
    ):
        for mark in marks:
            for at in range(mark.first, mark.last):
                label[at] = name
                until[at] = mark.last
    words: list[str] = []
    firsts: list[int] = []
    places = [0] * size
    at = 0
    while at < size:
        labelled = label[at]
        item = len(words)
        firsts.append(at)
        if labelled is None:
            words.append(stem(reading.tokens[at].key))
            places[at] = item
            at += 1
            continue
        words.append(labelled)
        end = until[at]
        while at < end and label[at] == labelled:
            places[at] = item
            at += 1
    people = [(places[mark.first], mark) for mark in reading.persons]
    return Shape(reading, words, firsts, places, people)


def stem(word: str) -> str:
    """The beginning of a word that its forms share; one sign for any number."""
    return "#" if word[0].isdigit() else word[:STEM]
