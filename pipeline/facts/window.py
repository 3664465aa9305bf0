"""The one window a fact is read from, and the words elsewhere that complete it.

A reader keeps every span a fact rests on, the one it was read from first. Whoever uses the fact wants to check it by
a look at one place: a sentence, two that follow each other, or a table row with its header. That place is the evidence.
A headline's month or a maker named two paragraphs before stays told, as context, so that a fact whose context is empty
is one that its window states alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TypeVar

from pipeline.article import Compliance, Figure, Move, Span
from pipeline.document import Document, Field, Sentence

Fact = TypeVar("Fact", Move, Figure, Compliance)

_THOUSANDS = re.compile(r"(?<=\d)[ .,'’\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_NOT_SAID = {"event", "metric", "unit", "geography", "segment", "outcome", "rule", "confidence", "evidence", "context"}
"""Fields whose values are names of ours, which no text spells so."""


@dataclass(frozen=True)
class Windows:
    """The windows of one document."""

    document: Document

    def place(self, fact: Fact) -> Fact:
        """The fact with the spans of its one window as evidence and all others as context, both as they stand.

        The window has the first span of the fact's evidence. Of several that do, the one with the most spans and
        values of the fact is taken, then the shorter.
        """
        spans = self._with_the_name(fact) if isinstance(fact, Move) else fact.evidence
        numbers = [self._numbers(span) for span in spans]
        if not any(numbers):
            return fact
        touched = sorted({number for found in numbers for number in found})
        if len(touched) == 1:
            return replace(fact, evidence=in_order(spans), context=[])
        said = _said(fact)
        anchors = self._anchors(fact, numbers, touched)
        window = max(
            self._windows(anchors, touched),
            key=lambda one: (self._tells(one, numbers, said), -len(one), -one[0]),
        )
        pieces = [piece for span in spans for piece in self._cut(span, window)]
        inside = {span for span, within in pieces if within}
        outside = {span for span, within in pieces if not within}
        return replace(fact, evidence=in_order(inside), context=in_order(outside - inside))

    def _with_the_name(self, move: Move) -> list[Span]:
        """The spans of a move, with the sentence before them that names the person where none of them does."""
        family = move.person.rpartition(" ")[2]
        if any(family in span.quote for span in move.evidence) or not move.evidence:
            return move.evidence
        earlier = self._sentences[: next(iter(self._numbers(move.evidence[0])), 0)]
        named = next((one for one in reversed(earlier) if family in one.text), None)
        return move.evidence if named is None else [*move.evidence, named.span(0, len(named.text))]

    @cached_property
    def _sentences(self) -> Sequence[Sentence]:
        return self.document.all_sentences

    @cached_property
    def _starts(self) -> dict[Field, list[int]]:
        return {
            "headline": [one.start for one in self.document.headline_sentences],
            "text": [one.start for one in self.document.sentences],
        }

    @cached_property
    def _tables(self) -> list[int]:
        """Of each sentence, the number of the first row of the table it is a row of; -1 outside of tables."""
        first, before, found = -1, -2, []
        for number, sentence in enumerate(self._sentences):
            if not sentence.is_row:
                first = -1
            elif first < 0 or sentence.paragraph != before + 1:
                first = number
            before = sentence.paragraph
            found.append(first)
        return found

    def _numbers(self, span: Span) -> range:
        """The numbers of the sentences the span has words of."""
        field: Field = "headline" if span.field == "headline" else "text"
        starts = self._starts[field]
        offset = 0 if field == "headline" else len(self._starts["headline"])
        first, last = max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)
        return range(offset + first, offset + last)

    def _anchors(
        self, fact: Move | Figure | Compliance, numbers: Sequence[Sequence[int]], touched: Sequence[int]
    ) -> Sequence[int]:
        """The sentences of which the window has one: those of the first span, or those that have the fact's numbers.

        The latter where the first span only names whom they are of: a headline, the sentence before.
        """
        first = numbers[0] or touched
        values = _numbers_of(fact) if isinstance(fact, Compliance) else []
        told = [at for at in touched if any(_stands_in(one, _spelled(self._sentences[at].text)) for one in values)]
        beside = {at for window in self._windows(first, touched) for at in window}
        return told if told and beside.isdisjoint(told) else first

    def _windows(self, anchors: Sequence[int], touched: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Every window that has a sentence of the first span."""
        sentences, tables = self._sentences, self._tables
        for number in anchors:
            yield (number,)
            for other in touched:
                low, high = min(number, other), max(number, other)
                neighbours = high - low == 1 and sentences[low].field == sentences[high].field
                with_header = tables[low] == tables[high] >= 0 and low < high
                if neighbours or with_header:
                    yield low, high

    def _tells(self, window: Sequence[int], numbers: Sequence[Sequence[int]], said: Sequence[str]) -> int:
        """How many of the fact's spans lie in the window, and how many of its values its words have."""
        words = _spelled(" ".join(self._sentences[number].text for number in window))
        return sum(set(found) <= set(window) for found in numbers) + sum(_stands_in(one, words) for one in said)

    def _cut(self, span: Span, window: Sequence[int]) -> Iterator[tuple[Span, bool]]:
        """The span in pieces that lie within or without the window."""
        numbers = self._numbers(span)
        inside = [number in window for number in numbers]
        if all(inside) or not any(inside):
            yield span, all(inside)
            return
        field: Field = "headline" if span.field == "headline" else "text"
        for number, within in zip(numbers, inside, strict=True):
            sentence = self._sentences[number]
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            if start < end:  # not the blanks between two sentences
                yield self.document.span(field, start, end), within


def _said(fact: Move | Figure | Compliance) -> list[str]:
    """The values of a fact as its text may spell them."""
    values = [getattr(fact, one.name) for one in fields(fact) if one.name not in _NOT_SAID]
    return [_spelled(value) for value in values if isinstance(value, str)] + _numbers_of(fact)


def _numbers_of(fact: Move | Figure | Compliance) -> list[str]:
    """The numbers of a fact without signs: a text says "2.4 g under", not "-2.4"."""
    values = [getattr(fact, one.name) for one in fields(fact) if one.name not in _NOT_SAID]
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    return [f"{abs(value):.10g}".replace(".", ",") for value in numbers]


def _spelled(words: str) -> str:
    """The words in small letters, numbers without marks between thousands and with a decimal comma."""
    return _THOUSANDS.sub("", words.casefold()).replace(".", ",")


def _stands_in(value: str, words: str) -> bool:
    """Whether the words have the value, not as a part of a longer word or number."""
    return bool(value) and re.search(rf"(?<![\w,]){re.escape(value)}(?![\w]|,\d)", words) is not None


def in_order(spans: Iterable[Span]) -> list[Span]:
    """The spans as they stand, the headline's first; of two that begin together the shorter comes first."""
    return sorted(spans, key=lambda span: (span.field != "headline", span.start, span.end))
