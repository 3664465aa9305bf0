"""What an article's own words say of its type: words and pairs of neighbours, each with a learned weight.

Signs know the words that somebody listed. Wording is what the labelled articles themselves showed: "calandre" and
"à l'essai" speak against a move, "prend ses quartiers" for one. It gives two numbers to the features of a type,
beside its signs: `wording` of the whole article, `lead:wording` of headline and lead. The weights stand in
`types/<type>/wording.json`, where anybody can read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from sys import intern

from pipeline.article import Span
from pipeline.classification.article_terms import HEADLINE, LEAD, NUMBER, Terms, terms_of
from pipeline.classification.matching import Reading
from pipeline.classification.types import read_wording

WORDING = "wording"
"""The feature of the whole article; `lead:wording` is that of headline and lead."""
LEAD_WORDING = f"lead:{WORDING}"

FEWEST_TERMS = 40
"""A text of fewer terms counts as one of so many: of two words neither tells a type."""
MAX_TERMS = 5
"""Terms shown as reasons."""
SHORTEST_SHOWN = 4
"""Letters that one word of a shown term has at least."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The weights of a type's terms, and what is added to their sum."""

    bias: float
    weights: Mapping[str, float]


class WordingTable:
    """The terms of several types, so that an article's are looked up once for all of them.

    The weights that a term has for the types stand in one whole number, in places of 40 bits each: one sum of such
    numbers is the sums of all types. In thousandths: whole numbers add up to the same whatever their order, and a set's
    differs between processes.
    """

    def __init__(self, wordings: Mapping[str, Wording]) -> None:
        self._biases = {name: wording.bias for name, wording in wordings.items()}
        self._words: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._headline: dict[str, int] = {}
        self._lead: dict[str, int] = {}
        for place, wording in enumerate(wordings.values()):
            for term, weight in wording.weights.items():
                self._add(term, round(1000 * weight) << _BITS * place)
        self._known_pairs = frozenset(self._pairs)

    def _add(self, term: str, weight: int) -> None:
        for begins, weights in ((HEADLINE, self._headline), (LEAD, self._lead)):
            if term.startswith(begins):
                word = intern(term.removeprefix(begins))
                weights[word] = weights.get(word, 0) + weight
                return
        first, blank, second = term.partition(" ")
        if blank:
            pair = intern(first), intern(second)
            self._pairs[pair] = self._pairs.get(pair, 0) + weight
        else:
            self._words[term] = self._words.get(term, 0) + weight

    def features(self, terms: Terms) -> dict[str, dict[str, float]]:
        """What an article's terms say, by type: of the whole, and of headline and lead; sums in log-odds."""
        scale = 1000 * sqrt(max(len(terms), FEWEST_TERMS))
        beginning = _sum(self._headline, terms.headline) + _sum(self._lead, terms.lead)
        known_pairs = self._known_pairs & terms.pairs  # of two sets, no pair is hashed again
        everything = beginning + _sum(self._words, terms.words) + sum(map(self._pairs.__getitem__, known_pairs))
        of_all, of_lead = (_parted(each, len(self._biases)) for each in (everything, beginning))
        return {
            name: {WORDING: bias + whole / scale, LEAD_WORDING: lead / scale}
            for (name, bias), whole, lead in zip(self._biases.items(), of_all, of_lead, strict=True)
        }


def _sum(weights: dict[str, int], words: Iterable[str]) -> int:
    return sum(filter(None, map(weights.get, words)))


_BITS = 40


def _parted(whole: int, places: int) -> list[int]:
    """The signed numbers that stand in the places of one, the lowest first."""
    half, found = 1 << _BITS - 1, []
    for _ in range(places):
        number = (whole + half & (1 << _BITS) - 1) - half
        found.append(number)
        whole = whole - number >> _BITS
    return found


def telling_spans(wording: Wording, reading: Reading, most: int = MAX_TERMS, *, sign: int = 1) -> list[Span]:
    """The places of the terms that weigh most for the type, or against it where `sign` is -1."""
    terms = (term for term in wording.weights.keys() & set(terms_of(reading).written()) if _is_telling(term))
    found = sorted((-sign * wording.weights[term], term) for term in terms)
    spans: dict[tuple[int, int], Span] = {}
    for weight, term in found:
        if weight >= 0 or len(spans) == most:
            break
        for span in _places(term, reading):
            spans.setdefault((span.start, span.end), span)
    return list(spans.values())


def wording_for(name: str) -> Wording | None:
    """The learned wording of a type, None where it has none.

    Not kept, it would hold half a megabyte a type: the table holds the weights, and the few articles of which telling
    words are shown wait two milliseconds.
    """
    data = read_wording(name)
    return Wording(data["bias"], data["weights"]) if data is not None else None


@lru_cache(maxsize=64)  # sets of types that are asked for together
def wording_table(names: tuple[str, ...]) -> WordingTable:
    """The table of those types, without those that have no wording."""
    known = ((name, wording_for(name)) for name in names)
    return WordingTable({name: wording for name, wording in known if wording is not None})


def _places(term: str, reading: Reading) -> list[Span]:
    """The first place of the term in headline or text, as a span."""
    words = term.removeprefix(HEADLINE).removeprefix(LEAD).split()
    pattern = r"\W+".join(r"\d+" if word == NUMBER else re.escape(word) for word in words)
    found = re.search(rf"(?<![^\W\d_]){pattern}(?![^\W\d_])", reading.folded)
    if found is None:
        return []
    for sentence, start in zip(reading.sentences, reading.starts, strict=True):
        if start <= found.start() and found.end() <= start + len(sentence.text):
            return [sentence.span(found.start() - start, found.end() - start)]
    return []


def _is_telling(term: str) -> bool:
    """Whether the term says something to a reader: "de" and "il a" weigh little each, and name nothing."""
    return any(len(word) >= SHORTEST_SHOWN for word in term.removeprefix(HEADLINE).removeprefix(LEAD).split())
