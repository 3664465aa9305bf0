"""One pass over headline and text: which concepts stand in which sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from pipeline.classification.folding import fold
from pipeline.classification.people import find_people
from pipeline.classification.quantities import QUANTITIES, find_quantities
from pipeline.classification.terms import patterns_of
from pipeline.classification.types import SHARED, TypeDefinition, known_types, words_of
from pipeline.document import Document, Sentence
from pipeline.languages import LANGUAGES

PERSON, QUESTION, TALK, ROW = "person", "question", "talk", "row"
FOUND = (*QUANTITIES, PERSON, QUESTION, TALK, ROW)
"""Concepts that no vocabulary lists: a number, a name, a question, speech, a table row."""

_GAP = "   "
"""Stands between headline and text, so that no term reaches from one into the other."""
_QUOTATION_MARKS = '«“„»”"'


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found: the sentence's number, the concepts' bits, and the place in the sentence."""

    sentence: int
    concepts: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the features see it: for each sentence the set of concepts in it, as bits."""

    sentences: Sequence[Sentence]
    """The headline first, where there is one."""
    concepts: Sequence[int]
    """The set of concepts of each sentence."""
    hits: Sequence[Hit]


class Matcher:
    """The vocabulary of one language, compiled: every term of every type, found in one pass."""

    def __init__(self, kinds: Sequence[TypeDefinition], language: str | None) -> None:
        self.bits: dict[str, int] = {}
        """The bit of each concept: `appointment.role`, or `vehicle` for a shared one."""
        for name in FOUND:
            self._bit(name)
        patterns: dict[str, int] = {}
        for folder in [SHARED, *(kind.name for kind in kinds)]:
            for concept, terms in words_of(folder, language).items():
                bit = self._bit(concept if folder == SHARED else f"{folder}.{concept}")
                for term in terms:
                    for pattern in patterns_of(term):
                        patterns[pattern] = patterns.get(pattern, 0) | bit
        self._masks = list(patterns.values())
        self._lead = [pattern.startswith(" ") for pattern in patterns]
        self._trail = [pattern.endswith(" ") for pattern in patterns]
        self._automaton = AhoCorasick(list(patterns))

    def _bit(self, concept: str) -> int:
        return self.bits.setdefault(concept, 1 << len(self.bits))

    def read(self, document: Document) -> Reading:
        """The concepts of each sentence."""
        sentences = document.all_sentences
        found = [0] * len(sentences)
        hits: list[Hit] = []
        if not sentences:
            return Reading(sentences, found, hits)
        headline, text = document.headline, document.text
        body = 1 + len(headline) + len(_GAP)  # where the text begins in the joined one
        joined = f" {headline}{_GAP}{text} "
        folded = fold(joined)
        starts = [body + sentence.start if sentence.field == "text" else 1 + sentence.start for sentence in sentences]
        ends = [start + len(sentence.text) for start, sentence in zip(starts, sentences, strict=True)]

        for start, end, concepts in self._places(joined, folded):
            index = bisect_right(starts, start) - 1
            if index >= 0 and end <= ends[index]:
                found[index] |= concepts
                hits.append(Hit(index, concepts, start - starts[index], end - starts[index]))
        for index, sentence in enumerate(sentences):
            found[index] |= self._signs(sentence)
        return Reading(sentences, found, hits)

    def _places(self, joined: str, folded: str) -> Iterator[tuple[int, int, int]]:
        masks, lead, trail = self._masks, self._lead, self._trail
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            yield start + lead[pattern], end - trail[pattern], masks[pattern]
        for start, end, kind in find_quantities(joined, folded):
            yield start, end, self.bits[kind]
        person = self.bits[PERSON]
        for start, end in find_people(joined):
            yield start, end, person

    def _signs(self, sentence: Sentence) -> int:
        signs = 0
        text = sentence.text
        if "?" in text:
            signs |= self.bits[QUESTION]
        if any(mark in text for mark in _QUOTATION_MARKS):
            signs |= self.bits[TALK]
        if sentence.is_row:
            signs |= self.bits[ROW]
        return signs


def matcher_for(kinds: Sequence[TypeDefinition], language: str | None) -> Matcher:
    """The matcher of a language; of all five together where the language is not one of them."""
    return _matcher(tuple(kind.name for kind in kinds), language if language in LANGUAGES else None)


@lru_cache(maxsize=2 * (len(LANGUAGES) + 1))  # every language, with and without types that are off
def _matcher(names: tuple[str, ...], language: str | None) -> Matcher:
    return Matcher([known_types()[name] for name in names], language)
