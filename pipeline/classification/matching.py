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
from pipeline.classification.types import SHARED, TypeDefinition, known_types, read_data, words_of
from pipeline.document import CELL_SEPARATOR, Document, Sentence
from pipeline.languages import LANGUAGES

PERSON, QUESTION, TALK, ROW, PAST_YEAR = "person", "question", "talk", "row", "past_year"
SEVERAL_GRAMS = "several_grams"
FOUND = (*QUANTITIES, PERSON, QUESTION, TALK, ROW, PAST_YEAR, SEVERAL_GRAMS)
"""Concepts that no vocabulary lists: a number, a name, a question, speech, a table row, a year long gone, grams
against grams."""

_GAP = "   "
"""Stands between headline and text, so that no term reaches from one into the other."""
_MARKS = (("?", QUESTION), *((mark, TALK) for mark in '«“„»”"'), (CELL_SEPARATOR, ROW))


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the features see it: which concept stands in which sentence."""

    sentences: Sequence[Sentence]
    """The headline first, where there is one."""
    concepts: Sequence[int]
    """For each sentence the set of its concepts, as bits."""
    columns: Sequence[int]
    """For each concept the set of its sentences, as bits."""
    windows: Sequence[int]
    """The same of windows of two neighbouring sentences, each counted as its first."""
    hits: Sequence[tuple[int, int, int, int]]
    """Every place: sentence, its concepts as bits, start and end in `folded`."""
    folded: str
    """Headline and text in the form in which words are compared."""
    text_start: int
    """Where the text begins in it."""
    starts: Sequence[int]
    """Where each sentence begins in it."""


_Place = tuple[tuple[int, ...], int, int, int]
"""The concepts of a term, by number and as bits, and how many blanks begin and end its pattern, which are no part."""
_Vocabulary = tuple[AhoCorasick, list[_Place]]


class Matcher:
    """The vocabulary of a language, compiled: every term of every type, found in one pass; a pass each for all five."""

    def __init__(self, kinds: Sequence[TypeDefinition], language: str | None) -> None:
        self._numbers = {name: number for number, name in enumerate(FOUND)}
        for kind in kinds:  # before any word is read, so that a concept has one number in every language
            for concept in kind.concepts:
                self.number(f"{kind.name}.{concept}")
        for concept in read_data(SHARED, "type.toml")["concepts"]:
            self.number(concept)
        self._vocabularies: list[_Vocabulary] = (
            [self._compiled(kinds, language)]
            if language is not None
            else [vocabulary for each in LANGUAGES for vocabulary in matcher_for(kinds, each)._vocabularies]
        )

    def _compiled(self, kinds: Sequence[TypeDefinition], language: str) -> _Vocabulary:
        patterns: dict[str, int] = {}
        for folder in [SHARED, *(kind.name for kind in kinds)]:
            for concept, terms in words_of(folder, language).items():
                bit = 1 << self.number(concept if folder == SHARED else f"{folder}.{concept}")
                for term in terms:
                    for pattern in patterns_of(term):
                        patterns[pattern] = patterns.get(pattern, 0) | bit
        shared: dict[_Place, _Place] = {}  # tens of thousands of terms, a few hundred kinds of them
        places = (
            (tuple(bits_of(bits)), bits, int(pattern[0] == " "), int(pattern[-1] == " "))
            for pattern, bits in patterns.items()
        )
        return AhoCorasick(list(patterns)), [shared.setdefault(place, place) for place in places]

    def number(self, concept: str) -> int:
        """The number of a concept: `appointment.role`, or `vehicle` for a shared one."""
        return self._numbers.setdefault(concept, len(self._numbers))

    def read(self, document: Document) -> Reading:
        """The concepts of each sentence."""
        sentences = document.all_sentences
        concepts = [0] * len(sentences)
        hits: list[tuple[int, int, int, int]] = []
        headline, text = document.headline, document.text
        body = 1 + len(headline) + len(_GAP)  # where the text begins in the joined one
        joined = f" {headline}{_GAP}{text} "
        starts = [body + sentence.start if sentence.field == "text" else 1 for sentence in sentences]
        ends = [start + len(sentence.text) for start, sentence in zip(starts, sentences, strict=True)]
        ones = [1 << index for index in range(len(sentences))]
        columns = [0] * (len(self._numbers) + 1)
        folded = fold(joined)
        for automaton, places in self._vocabularies:
            # Here most of the matcher's own time goes: a place costs no call but that of `bisect_right`.
            for pattern, start, end in automaton.find_matches_as_indexes(folded, overlapping=True):
                numbers, bits, before, behind = places[pattern]
                start += before  # noqa: PLW2901
                end -= behind  # noqa: PLW2901
                index = bisect_right(starts, start) - 1
                if index >= 0 and end <= ends[index]:
                    concepts[index] |= bits
                    for number in numbers:
                        columns[number] |= ones[index]
                    hits.append((index, bits, start, end))
        grams, several = self._numbers["grams"], self._numbers[SEVERAL_GRAMS]
        for start, end, number in self._find(joined, folded, document.published):
            index = bisect_right(starts, start) - 1
            if index >= 0 and end <= ends[index]:
                if number == grams and columns[grams] & ones[index]:
                    concepts[index] |= 1 << several
                    columns[several] |= ones[index]
                concepts[index] |= 1 << number
                columns[number] |= ones[index]
                hits.append((index, 1 << number, start, end))
        for index, number in self._signs(joined, sentences):
            concepts[index] |= 1 << number
            columns[number] |= ones[index]
        windows = [column | column >> 1 for column in columns]
        return Reading(sentences, concepts, columns, windows, hits, folded, body, starts)

    def _find(self, joined: str, folded: str, published: str | None) -> Iterator[tuple[int, int, int]]:
        """What no vocabulary lists: numbers, years long gone, people."""
        numbers = self._numbers
        years = []
        for start, end, kind in find_quantities(joined, folded):
            yield start, end, numbers[kind]
            if kind == "year":
                years.append((int(joined[start:end]), start, end))
        newest = _year_of(published) or max((year for year, _, _ in years), default=0)
        for year, start, end in years:
            if year < newest - 1:
                yield start, end, numbers[PAST_YEAR]
        for start, end in find_people(joined):
            yield start, end, numbers[PERSON]

    def _signs(self, joined: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
        """Questions, speech and table rows. Most articles have few of these marks: each is first looked for in all."""
        for mark, name in _MARKS:
            if mark in joined:
                number = self._numbers[name]
                for index, sentence in enumerate(sentences):
                    if mark in sentence.text:
                        yield index, number


def bits_of(places: int) -> Iterator[int]:
    """The numbers in a set of bits, the lowest first."""
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest


def _year_of(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdecimal() else None


def matcher_for(kinds: Sequence[TypeDefinition], language: str | None) -> Matcher:
    """The matcher of a language; of all five together where the language is not one of them."""
    return _matcher(tuple(kind.name for kind in kinds), language if language in LANGUAGES else None)


@lru_cache(maxsize=2 * (len(LANGUAGES) + 1))  # every language, with and without types that are off
def _matcher(names: tuple[str, ...], language: str | None) -> Matcher:
    return Matcher([known_types()[name] for name in names], language)
