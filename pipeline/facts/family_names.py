"""Family names alone, given to the full name they belong to, also where they stand before it: "Falk quitte …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from pipeline.document import Field
from pipeline.facts.names import Word, fold
from pipeline.facts.person_reading import FullName, Reading
from pipeline.facts.person_signs import is_addressed, is_determined, names_a_thing, signs_of_person

_VERSION: Final = re.compile("[-‑].$")
"""A single letter behind a hyphen, as in the names of models: "Falk-E"."""


def family_names_of(
    readings: Sequence[Reading], full_names: Sequence[FullName], names: Mapping[str, str]
) -> list[tuple[Field, int, int, str]]:
    """Places with the family name alone, each with the full name it stands for."""
    owners: dict[str, list[tuple[tuple[str, ...], FullName]]] = {}
    for name in full_names:
        for family in _families(name):
            owners.setdefault(family[0], []).append((family, name))
    found = []
    for reading in readings:
        covered = {
            position for name in full_names if name.reading is reading for position in range(name.first, name.last + 1)
        }
        particles = reading.lexicon.particles & owners.keys()
        addressed = reading.lexicon.forms_of_address
        behind = 0
        for position in _openings(reading, particles):
            if position < behind or position in covered or reading.taken[position]:
                continue
            word = reading.words[position]
            if not (position and reading.words[position - 1].text in addressed):
                key = fold(word.text)  # most words are no family name of anybody: told without a call
                if not (key in owners or key.split("-")[0] in owners or (key.endswith("s") and key[:-1] in owners)):
                    continue
            match = _family_at(reading, position, covered, owners)
            if match is not None:
                length, owner = match
                called = names[owner.key] if owner else word.text
                end = _family_end(reading, position + length - 1, owner)
                found.append((reading.field, word.start, end, called))
                behind = position + length
    return found


def _openings(reading: Reading, particles: frozenset[str]) -> Sequence[int]:
    """Positions of the words that may open a family name: those with a capital, and particles that one opens with."""
    if not particles:
        return reading.capitals
    return [position for position, word in enumerate(reading.words) if word.capital or word.text in particles]


def _family_end(reading: Reading, last: int, owner: FullName | None) -> int:
    """Where the family name ends: before the rest of a compound and the s of the German genitive."""
    word = reading.words[last]
    if owner is None or any(fold(word.text) == fold(part.text) for part in owner.words):
        return word.end
    compound = word.text.find("-")
    return word.start + compound if compound > 0 else word.end - reading.nouns_capital


def _families(name: FullName) -> Iterator[tuple[str, ...]]:
    """The ways to call the person by family name, longest first, folded, word by word."""
    lexicon, words = name.reading.lexicon, [word for word in name.words if not word.honorific]
    if words[0].normal in lexicon.family_names_first and not lexicon.is_first_name(words[0]):
        yield (fold(words[0].text),)
        return
    begin = 1
    while begin < len(words) - 1 and (words[begin].initial or lexicon.is_first_name(words[begin])):
        begin += 1
    folded = tuple(fold(word.text).rstrip("'") for word in words)
    seen = set()
    for family in (folded[begin:], _from_capital(words, folded, begin), folded[begin : begin + 1], folded[-1:]):
        if family and family not in seen and len(family[-1]) > 1 and family[-1] not in lexicon.particles:
            seen.add(family)
            yield family


def _from_capital(words: Sequence[Word], folded: tuple[str, ...], begin: int) -> tuple[str, ...]:
    while begin < len(words) and not words[begin].capital:
        begin += 1
    return folded[begin:]


def _family_at(
    reading: Reading,
    position: int,
    covered: set[int],
    owners: Mapping[str, list[tuple[tuple[str, ...], FullName]]],
) -> tuple[int, FullName | None] | None:
    """How many words of a family name stand there, and whose it is; None where there is none.

    A form of address before a name that nobody in the text carries in full makes a person of that one word.
    """
    words, lexicon = reading.words, reading.lexicon
    word = words[position]
    best: tuple[int, FullName] | None = None
    key = fold(word.text)
    if reading.nouns_capital and key not in owners and key.endswith("s"):  # the genitive: "Falks Nachfolger"
        key = key[:-1]
    for family, owned_by in owners.get(key, ()) or owners.get(key.split("-")[0], ()):
        length = len(family)
        if best is not None and length < best[0]:
            continue
        ahead = words[position : position + length]
        joined = all(later.follows(earlier) for earlier, later in pairwise(ahead))
        folded = [fold(part.text).rstrip("'") for part in ahead]
        if folded[-1:] != list(family[-1:]) and folded:
            folded[-1] = key if length == 1 else folded[-1]
            folded[-1] = folded[-1].split("-")[0]  # "Falk-Nachfolger"
        if (
            joined
            and folded == list(family)
            and ahead[-1].capital
            and not covered.intersection(range(position, position + length))
        ):
            nearer = best is None or length > best[0] or _precedes(owned_by, reading, word)
            best = (length, owned_by) if nearer else best
    addressed = is_addressed(words, position, lexicon)
    if best is None:
        return (1, None) if addressed and word.capital and len(word.text) > 1 and not lexicon.is_no_name(word) else None
    return best if addressed or _stands_alone(reading, position, best[0]) else None


def _precedes(owner: FullName, reading: Reading, word: Word) -> bool:
    """Whether the full name stands before: of two people of one family the last one named is meant."""
    if owner.reading is not reading:
        return owner.reading.field == "headline"
    return owner.start < word.start


def _is_name_word(reading: Reading, position: int) -> bool:
    """Whether the word can be part of a name; in German, where any noun looks so, whether it is a first name."""
    word, lexicon = reading.words[position], reading.lexicon
    if reading.nouns_capital or lexicon.is_first_name(word):
        return lexicon.is_first_name(word)
    return not (reading.taken[position] or lexicon.is_no_name(word))


def _stands_alone(reading: Reading, position: int, length: int) -> bool:
    """Whether the family name is not part of a longer one, nor an ordinary word with a sentence's capital."""
    words, lexicon = reading.words, reading.lexicon
    last = position + length - 1
    if is_determined(words, position, lexicon) or names_a_thing(words, position, last, lexicon):
        return False
    if position and words[position].follows(words[position - 1]):
        before = words[position - 1]
        if before.capital and not before.initial and _is_name_word(reading, position - 1):
            return False
    if length == 1 and words[position].text.casefold() in reading.small:
        return signs_of_person(words, position, position, reading.text, lexicon) > 0
    return True
