"""What the words around a number and the other numbers of its sentence show of its part, whoever it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.grams import LOWEST_FLEET
from pipeline.facts.compliance.possible_numbers import PossibleNumber
from pipeline.facts.compliance.signs import PageSigns, step

_REACH, _CLOSE = 60, 20
"""Characters between a number and a word, or a phrase right beside it, that tells of it."""
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6
_BEFORE, _BEHIND = 4, 3
"""Words on each side of a number."""
_LIMITS = frozenset((95.0, 130.0, 147.0, 175.0, 93.6, 153.9, 118.0))
"""Limits of the Union and of Switzerland that hold for everybody."""
_MILLIONS = (0, 5, 20, 50, 100, 200, 500, 1000, 3000)
_SIZES = (5, 12, 30, 60, 90, 100, 120, 150, 180, 250)


def number_features(signs: PageSigns, one: PossibleNumber) -> Iterator[str]:
    """The features of a number that are the same for every body and year, by name."""
    reading = signs.page.readings[one.number]
    size = f"millions {step(int(one.value / 1e6), *_MILLIONS)}" if one.is_sum else step(int(one.value), *_SIZES)
    yield from (f"is {one.role}", f"unit {one.has_unit}", f"size {size}")
    if one.grams.own:
        yield "own"
    if one.value in _LIMITS:
        yield "a limit of the law"
    if one.value % 1 and not one.is_sum:
        yield "a fraction"
    if one.is_difference:
        yield "a difference"
    if one.grams.value < 0:
        yield "below"
    if reading.sentence.field == "headline":
        yield "headline"
    yield from _phrases(signs, one)
    yield from _words(reading.sentence.text, one)
    others = [
        other.value for other in reading.grams if other.start != one.grams.start and abs(other.value) >= LOWEST_FLEET
    ]
    yield f"others {step(len(others), 0, 1, 2)}"
    for sign in of_two(signs, one):
        yield sign
        yield from (f"{sign}, {outcome}" for outcome in {verdict.outcome for verdict in reading.verdicts})
        yield from (f"{sign}, tone {outcome}" for outcome in {tone.outcome for tone in reading.tones})


def of_two(signs: PageSigns, one: PossibleNumber) -> Sequence[str]:
    """Which of two numbers of its sentence it is, where there are two that may be a fleet's: "larger of two"."""
    fleet = [other for other in signs.page.readings[one.number].grams if abs(other.value) >= LOWEST_FLEET]
    others = [other for other in fleet if other.start != one.grams.start]
    if len(others) != 1 or one.value < LOWEST_FLEET or one.is_sum:
        return ()
    side = "larger" if one.value > others[0].value else "smaller"
    return (f"{side} of two", f"{'first' if one.grams.start < others[0].start else 'second'} of two")


def _phrases(signs: PageSigns, one: PossibleNumber) -> Iterator[str]:
    """The phrases between it and the number before it, and the one behind it."""
    for label, left, right in signs.marks(one.number):
        if label.endswith(" grams"):
            continue
        if one.before <= left and right <= one.grams.start:
            side, distance = "before", one.grams.start - right
        elif one.grams.end <= left and right <= one.behind:
            side, distance = "behind", left - one.grams.end
        else:
            continue
        yield f"{side}: {label}"
        if distance <= _CLOSE:
            yield f"close {side}: {label}"


def _words(text: str, one: PossibleNumber) -> Iterator[str]:
    start, end = one.grams.start, one.grams.end
    ahead = _stems(text[max(one.before, start - _REACH) : start])
    after = _stems(text[end : min(one.behind, end + _REACH)])
    yield from (f"word before: {word}" for word in ahead[-_BEFORE:])
    yield from (f"word behind: {word}" for word in after[:_BEHIND])
    if ahead:
        yield f"last word: {ahead[-1]}"
    if after:
        yield f"next word: {after[0]}"


def _stems(text: str) -> list[str]:
    return [word[:_STEM].lower() for word in _WORD.findall(text)]
