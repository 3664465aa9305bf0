"""From the concepts of each sentence to numbers that are the same in every language.

Each concept and each combination of a type is a sign, and gives up to four features:

    headline:role   1 where the headline has it
    lead:role       1 where the first sentences have it
    often:role      how many sentences of the text have it, as a logarithm
    dense:role      the share of the sentences that have it

The strength of the sentences, as the type's `[strength]` weighs them, gives four more:

    headline:strength   of the headline
    lead:strength       of the strongest sentence of the lead
    often:strength      how many sentences are strong, as a logarithm
    dense:strength      of the strongest sentence of all

The strengths of the other types in the article give four more for each of them, as `lead:beside_appointment`: the sales
of the year that close an article on a new head of the firm are its background.

And two of the article as a whole: `short` is one over the number of sentences, since a brief says once what an article
says three times; `foreign` is 1 where not one word of the type's `domain` stands anywhere, as in an article on how many
shoes were sold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log1p
from sys import intern

from pipeline.classification.matching import FOUND, Matcher, Reading, matcher_for
from pipeline.classification.types import SHARED, Combination, TypeDataError, TypeDefinition, known_types, read_data

PLACES = ("headline", "lead", "often", "dense")

BESIDE = "beside_"
"""Begins the name of the sign that another type's strength is."""

WHOLE = ("short", "foreign")
"""Features of the article as a whole."""

LEAD_CHARACTERS = 320
"""A sentence that begins before this belongs to the lead."""

STRONG = 4
"""From this strength on a sentence is strong: a person, a verb, a role and a date, say."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A concept or a combination, with the numbers of the concepts it needs, allows and forbids."""

    name: str
    all: tuple[int, ...]
    any: tuple[int, ...] = ()
    none: tuple[int, ...] = ()
    sentences: int = 1
    concepts: int = field(init=False)
    """The concepts that make the sign, as bits."""
    is_single: bool = field(init=False)
    """Whether it is a concept alone, which is where its concept is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "concepts", sum({1 << number for number in (*self.all, *self.any)}))
        single = len(self.all) == self.sentences == 1 and not (self.any or self.none)
        object.__setattr__(self, "is_single", single)

    def where(self, reading: Reading) -> int:
        """The sentences that have the sign, as bits; a window of two counts as its first sentence."""
        columns = reading.columns if self.sentences == 1 else reading.windows
        places = columns[self.all[0]]
        for number in self.all:
            places &= columns[number]
            if not places:
                return 0
        if self.any:
            some = 0
            for number in self.any:
                if column := columns[number]:
                    some |= column
            places &= some
        if places:
            for number in self.none:
                if column := columns[number]:
                    places &= ~column
        return places


@dataclass(frozen=True, slots=True)
class Scale:
    """A type's `[strength]` as sets of concepts."""

    core: int
    support: int
    against: int

    def strength(self, concepts: int) -> int:
        """What speaks for the type in a sentence, less what speaks against it; 0 without a word of the core."""
        if not concepts & self.core:
            return 0
        return max(0, (concepts & self.support).bit_count() - (concepts & self.against).bit_count())


@dataclass(frozen=True, slots=True)
class View:
    """What a type looks at: its signs and its scale, for one matcher's numbering of concepts."""

    signs: tuple[tuple[int, int, Sign, tuple[str, ...]], ...]
    """Each sign with the first and last concept that it needs, and the names of its four features."""
    scale: Scale
    domain: tuple[int, ...]
    """The concepts without any of which the article is on another trade; empty where any trade will do."""


SignFound = tuple[Sign, int]
"""A sign and the sentences that have it, as bits."""


def read_features(view: View, reading: Reading) -> tuple[list[SignFound], dict[str, float]]:
    """The signs that some sentence has, and the features that are not zero, by name."""
    sentences = reading.sentences
    headline = 1 if sentences and sentences[0].field == "headline" else 0
    lead_end = headline + sum([sentence.start < LEAD_CHARACTERS for sentence in sentences[headline:]])
    lead = (1 << lead_end) - 1 & ~headline
    total = max(1, len(sentences) - headline)
    found: list[SignFound] = []
    values: dict[str, float] = {}
    columns = reading.columns
    for first, second, sign, (in_headline, in_lead, often, dense) in view.signs:
        if not (columns[first] and columns[second]):  # most signs are nowhere: told without a call
            continue
        places = columns[first] if sign.is_single else sign.where(reading)
        if not places:
            continue
        found.append((sign, places))
        if places & headline:
            values[in_headline] = 1.0
        if places & lead:
            values[in_lead] = 1.0
        if inside := places.bit_count() - (places & headline):
            values[often] = log1p(inside)
            values[dense] = inside / total
    if view.domain and not any(columns[number] for number in view.domain):
        values["foreign"] = 1.0
    scale, core = view.scale, view.scale.core
    strengths = [scale.strength(concepts) if concepts & core else 0 for concepts in reading.concepts]
    inside_text = strengths[headline:]
    values["short"] = 1.0 / total
    values["headline:strength"] = sum(strengths[:headline]) / STRONG
    values["lead:strength"] = max(strengths[headline:lead_end], default=0) / STRONG
    values["dense:strength"] = max(inside_text, default=0) / STRONG
    values["often:strength"] = log1p(sum([strength >= STRONG for strength in inside_text]))
    return found, values


def beside(name: str) -> str:
    """The name of the sign that another type's strength is."""
    return f"{BESIDE}{name}"


def add_neighbours(table: Mapping[str, dict[str, float]]) -> None:
    """Add to the features of each type, by name, the strengths of the others."""
    found = {
        name: [(feature, values[strength]) for strength, feature in _beside_names(name) if values.get(strength)]
        for name, values in table.items()
    }
    for name, values in table.items():
        for other, strengths in found.items():
            if other != name:
                values.update(strengths)


@lru_cache(maxsize=64)  # one a type
def _beside_names(name: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"{place}:strength", f"{place}:{beside(name)}") for place in PLACES)


@lru_cache(maxsize=64)  # types times languages
def view_for(name: str, names: tuple[str, ...], language: str | None) -> View:
    """What one type looks at, within a matcher of several types."""
    known = known_types()
    return view_of(known[name], matcher_for([known[each] for each in names], language))


def view_of(kind: TypeDefinition, matcher: Matcher) -> View:
    """What a type looks at, within that matcher.

    Raises:
        TypeDataError: the type names a concept that nobody has.
    """
    singles = [Sign(name, _numbers((name,), kind, matcher)) for name in (*kind.concepts, *kind.uses)]
    signs = (*singles, *(_sign(combination, kind, matcher) for combination in kind.combinations))
    # Interned: one string for all languages, and the same in the weights, which are found by it.
    named = [
        (sign.all[0], sign.all[-1], sign, tuple(intern(f"{place}:{sign.name}") for place in PLACES)) for sign in signs
    ]
    strength = kind.strength
    parts = (strength.core, strength.support, strength.against)
    scale = Scale(*(sum(1 << each for each in _numbers(part, kind, matcher)) for part in parts))
    return View(tuple(named), scale, _numbers(kind.domain, kind, matcher))


def _sign(combination: Combination, kind: TypeDefinition, matcher: Matcher) -> Sign:
    return Sign(
        combination.name,
        _numbers(combination.all, kind, matcher),
        _numbers(combination.any, kind, matcher),
        _numbers(combination.none, kind, matcher),
        combination.sentences,
    )


def _numbers(names: Sequence[str], kind: TypeDefinition, matcher: Matcher) -> tuple[int, ...]:
    shared: Mapping[str, str] = read_data(SHARED, "type.toml")["concepts"]
    for name in names:
        if name not in kind.concepts and name not in shared and name not in FOUND:
            raise TypeDataError(f"types/{kind.name}/type.toml: no concept {name!r}, neither its own nor a shared one")
    return tuple(matcher.number(f"{kind.name}.{name}" if name in kind.concepts else name) for name in names)
