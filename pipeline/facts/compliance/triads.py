"""Three numbers that explain one another: an average, a target, and what lies between them.

Where in two or three sentences one number is the difference of two others, the parts of
all three are known without a word: "stands at 120, would need 102: eighteen to go".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.facts.compliance.grams import LOWEST_FLEET, WIDEST_GAP, Grams
from pipeline.facts.compliance.reading import Reading

_WINDOW = 3
"""How many sentences the three numbers may stand in."""
_EXACT = 0.051
_LEAST = 0.3
"""A smaller difference may be chance."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A number and where it stands."""

    reading: int
    grams: Grams
    bare: bool
    """Whether it stands without a unit, and only this sum makes it grams."""


def with_triads(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with the parts that the arithmetic of neighbouring numbers gives."""
    settled = list(readings)
    for first in range(len(settled)):
        if settled[first].grams or settled[first].counts:
            for larger, smaller, gap in _triads(settled, first):
                _settle(settled, larger, smaller, gap)
    return settled


def _triads(readings: Sequence[Reading], first: int) -> Iterator[tuple[_Place, _Place, _Place]]:
    """The larger, the smaller and what lies between them, the first of the window among them."""
    places: list[_Place] = []
    paragraph = readings[first].sentence.paragraph
    for number in range(first, min(first + _WINDOW, len(readings))):
        reading = readings[number]
        if reading.sentence.paragraph != paragraph:
            break
        places += [_Place(number, one, bare=False) for one in reading.grams if one.role not in ("prior", "change")]
        places += [_Place(number, Grams(one.value, "unknown", one.start, one.end), bare=True) for one in reading.counts]
    fleet = [one for one in places if one.grams.value >= LOWEST_FLEET]
    small = [one for one in places if _LEAST <= abs(one.grams.value) <= WIDEST_GAP and one.grams.role != "target"]
    for place, one in enumerate(fleet):
        for other in fleet[place + 1 :]:
            larger, smaller = (one, other) if one.grams.value > other.grams.value else (other, one)
            for gap in small:
                if gap is one or gap is other or first not in (one.reading, other.reading, gap.reading):
                    continue
                fits = abs(larger.grams.value - smaller.grams.value - abs(gap.grams.value)) < _EXACT
                bare = sum(part.bare for part in (one, other, gap))
                if fits and bare < 2 and _of_one_maker(readings, (one, other, gap)):
                    yield larger, smaller, gap


def _of_one_maker(readings: Sequence[Reading], parts: Sequence[_Place]) -> bool:
    """Whether no other maker is named between the three numbers."""
    places = sorted((part.reading, part.grams.start) for part in parts)
    if places[1][0] < places[2][0] and not readings[places[2][0]].groups_of_kind("organization"):
        places.pop()  # "X stands at 101 against 96, with Y's cars. Five grams.": what stands between the two counts
    first, last = places[0], places[-1]
    before: set[str] = set()
    between: set[str] = set()
    for number in range(first[0], last[0] + 1):
        for group in readings[number].groups_of_kind("organization"):
            place = (number, group[0].start)
            if place < first:
                before = {body.key for body in group}
            elif place < last:
                between |= {body.key for body in group}
    named = {
        body.key
        for number in range(first[0], last[0] + 1)
        for group in readings[number].groups_of_kind("organization")
        for body in group
    }
    return not between or between == before or len(named) == 1


def _settle(readings: list[Reading], larger: _Place, smaller: _Place, gap: _Place) -> None:
    """Writes the three parts into the readings, unless the words say that both are of one kind."""
    roles = {(one.grams.role, one.grams.sure) for one in (larger, smaller)}
    if len(roles) == 1 and ("target", True) in roles:
        return  # a target that falls by so much
    target, actual = _target_first(larger, smaller, gap)
    over = actual.grams.value > target.grams.value
    distance = abs(gap.grams.value) if over else -abs(gap.grams.value)
    for place, grams in (
        (target, replace(target.grams, role="target", sure=True)),
        (actual, replace(actual.grams, role="actual", sure=True, own=False)),
        (gap, replace(gap.grams, role="gap", value=distance, sure=True)),
    ):
        _write(readings, place, grams)


def _target_first(larger: _Place, smaller: _Place, gap: _Place) -> tuple[_Place, _Place]:
    """Which of the two is the target: as a word says, by the side of the distance, else the lower one."""
    for one, other in ((larger, smaller), (smaller, larger)):
        if one.grams.role == "target" and other.grams.role != "target":
            return one, other
    for one, other in ((larger, smaller), (smaller, larger)):
        if one.grams.role == "actual" and one.grams.sure and not (other.grams.role == "actual" and other.grams.sure):
            return other, one
    if gap.grams.role == "gap" and gap.grams.value < 0:
        return larger, smaller
    return smaller, larger


def _write(readings: list[Reading], place: _Place, grams: Grams) -> None:
    reading = readings[place.reading]
    kept = [one for one in reading.grams if one.start != grams.start]
    readings[place.reading] = replace(reading, grams=tuple(sorted([*kept, grams], key=lambda one: one.start)))
