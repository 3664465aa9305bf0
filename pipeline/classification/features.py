"""From the concepts of each sentence to numbers that are the same in every language.

Each concept and each combination of a type gives up to four features:

    headline:role   1 where the headline has it
    lead:role       1 where the first sentences have it
    often:role      how many sentences have it, as a logarithm
    dense:role      the share of all sentences that have it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log1p

from pipeline.classification.matching import FOUND, Matcher, Reading, matcher_for
from pipeline.classification.types import SHARED, Combination, TypeDataError, TypeDefinition, known_types, read_data
from pipeline.document import Sentence

PLACES = ("headline", "lead", "often", "dense")

LEAD_CHARACTERS = 320
"""A sentence that begins before this belongs to the lead."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A concept or a combination, as masks over the concepts of a sentence."""

    name: str
    all: int
    any: int = 0
    none: int = 0
    sentences: int = 1

    def holds(self, concepts: int) -> bool:
        """Whether a sentence with these concepts has the sign."""
        return (
            concepts & self.all == self.all and (not self.any or bool(concepts & self.any)) and not concepts & self.none
        )


@dataclass(frozen=True, slots=True)
class SignFound:
    """Where a sign stands: the numbers of the sentences that have it."""

    sign: Sign
    sentences: tuple[int, ...]


def signs_found(signs: Sequence[Sign], reading: Reading) -> list[SignFound]:
    """The signs that at least one sentence has."""
    found = []
    singles = reading.concepts
    doubles = [left | right for left, right in pairwise(singles)] or list(singles)
    everything = 0
    for concepts in singles:
        everything |= concepts
    for sign in signs:
        if everything & sign.all != sign.all or (sign.any and not everything & sign.any):
            continue
        windows = singles if sign.sentences == 1 else doubles
        if places := tuple(index for index, concepts in enumerate(windows) if sign.holds(concepts)):
            found.append(SignFound(sign, places))
    return found


def features(found: Sequence[SignFound], sentences: Sequence[Sentence]) -> dict[str, float]:
    """The features that are not zero, by name."""
    headline = 1 if sentences and sentences[0].field == "headline" else 0
    lead = sum(1 for sentence in sentences[headline:] if sentence.start < LEAD_CHARACTERS) + headline
    total = max(1, len(sentences) - headline)
    values: dict[str, float] = {}
    for one in found:
        name = one.sign.name
        if headline and one.sentences[0] == 0:
            values[f"headline:{name}"] = 1.0
        if any(headline <= index < lead for index in one.sentences):
            values[f"lead:{name}"] = 1.0
        inside = len(one.sentences) - (1 if headline and one.sentences[0] == 0 else 0)
        if inside:
            values[f"often:{name}"] = log1p(inside)
            values[f"dense:{name}"] = inside / total
    return values


def signs_of(kind: TypeDefinition, matcher: Matcher) -> tuple[Sign, ...]:
    """The concepts and combinations that count for a type, for a matcher's bits."""
    names = [*kind.concepts, *kind.uses]
    singles = [Sign(name, _mask((name,), kind, matcher.bits)) for name in names]
    return (*singles, *(_sign(combination, kind, matcher.bits) for combination in kind.combinations))


@lru_cache(maxsize=64)  # types times languages
def signs_for(name: str, names: tuple[str, ...], language: str | None) -> tuple[Sign, ...]:
    """The signs of one type within a matcher of several."""
    known = known_types()
    return signs_of(known[name], matcher_for([known[each] for each in names], language))


def _sign(combination: Combination, kind: TypeDefinition, bits: Mapping[str, int]) -> Sign:
    return Sign(
        combination.name,
        _mask(combination.all, kind, bits),
        _mask(combination.any, kind, bits),
        _mask(combination.none, kind, bits),
        combination.sentences,
    )


def _mask(names: Sequence[str], kind: TypeDefinition, bits: Mapping[str, int]) -> int:
    mask = 0
    shared = read_data(SHARED, "type.toml")["concepts"]
    for name in names:
        own = f"{kind.name}.{name}"
        if name not in kind.concepts and name not in shared and name not in FOUND:
            raise TypeDataError(f"types/{kind.name}/type.toml: no concept {name!r}, neither its own nor a shared one")
        # A concept without a word in this language never holds: a bit that no sentence has.
        mask |= bits.get(own if name in kind.concepts else name, 1 << len(bits))
    return mask
