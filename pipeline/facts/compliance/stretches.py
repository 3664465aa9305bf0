"""Which stretch of the text is about which maker: from its name to where the next one begins.

A sentence that names nobody goes on about whom the one before was about. A name
behind "with" or "of" only helps another: in "X's pool with Y" all is about X.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.binding import PREPOSITION_REACH, class_of_example, is_helper
from pipeline.facts.compliance.bodies import LINK, Body, Group
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.scope import is_elsewhere

_LEAD_IN = 60
"""Characters that may stand before the first name and still be about it: "At 94 g/km, X"."""
_SUBJECT_WITHIN = 40
"""How near to the start of its sentence a name is its subject, and not one of those behind it."""
_MOST_PIECES = 2
"""How many sentences a stretch may go on for where they have numbers; else one."""
_STRONG_BREAK = re.compile(r"[;:—]|\s[–-]\s|\.\s")
_WEAK_BREAK = re.compile(r"[,)]")


_OPENING = 6
"""Characters that may stand before a phrase that opens its sentence, and leaves its subject to the one before."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one sentence."""

    number: int
    """Of the reading."""
    start: int
    end: int

    def holds(self, start: int) -> bool:
        """Whether that place of the sentence is inside."""
        return self.start <= start < self.end


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the text says of a group, in one sentence or in two that follow each other."""

    group: Group
    pieces: tuple[Piece, ...]
    carried: bool
    """Whether the name stands only in a sentence before."""


def stretches(readings: Sequence[Reading]) -> list[Stretch]:
    """The stretches of the page in order; sentences on taxes, models, markets and makers at large have none."""
    found: list[Stretch] = []
    focus: Group | None = None
    named: list[Body] = []
    crowded = False
    for number, reading in enumerate(readings):
        if is_elsewhere(reading):
            continue
        owners = _owners(reading)
        bounds = _bounds(reading, owners, has_focus=focus is not None)
        lead_in = bounds[0] if bounds else len(reading.sentence.text)
        meant = _meant(focus, named, reading) if focus and not (crowded and reading.nicknamed) else None
        if meant and lead_in and (owners or not _is_at_large(reading)):
            _go_on(found, meant, Piece(number, 0, lead_in), readings)
        for position, group in enumerate(owners):
            end = bounds[position + 1] if position + 1 < len(owners) else len(reading.sentence.text)
            found.append(Stretch(group, (Piece(number, bounds[position], end),), carried=False))
        named += [body for group in reading.groups_of_kind("organization") for body in group]
        if owners:
            crowded = len(owners) > 1
            focus = owners[0] if owners[0][0].start <= _SUBJECT_WITHIN else owners[-1]
    return found


def _meant(focus: Group, named: Sequence[Body], reading: Reading) -> Group | None:
    """Whom of the makers spoken of a sentence without a name means; None where it may be any of several."""
    if reading.demonym:
        own = next((body for body in reversed(named) if body.country == reading.demonym), None)
        if own is None and len(focus) == 1 and focus[0].country is None:
            return focus
        return (own,) if own else None
    if len(focus) == 1 or reading.has("they"):
        return focus
    if reading.has("the_first"):
        return focus[:1]
    return focus[-1:] if reading.has("the_last") else None


def _go_on(found: list[Stretch], focus: Group, piece: Piece, readings: Sequence[Reading]) -> None:
    """Adds a piece without a name to the last stretch, where that is the sentence before; else opens a new one."""
    last = found[-1] if found else None
    counts = bool(readings[piece.number].grams or readings[piece.number].fines)
    most = _MOST_PIECES if counts else 1
    if last and last.group == focus and last.pieces[-1].number == piece.number - 1 and len(last.pieces) <= most:
        before, here = readings[piece.number - 1].sentence, readings[piece.number].sentence
        if before.paragraph == here.paragraph:
            found[-1] = Stretch(focus, (*last.pieces, piece), last.carried)
            return
    found.append(Stretch(focus, (piece,), carried=True))


def _owners(reading: Reading) -> list[Group]:
    """The groups that a sentence is about, without those that only help another."""
    owners: list[Group] = []
    owning = [cue for cue in reading.cues if cue.label == "of"]
    text = reading.sentence.text
    for group in reading.groups_of_kind("organization"):
        start = group[0].start
        helps = is_helper(group, reading) or class_of_example(group, reading) is not None
        if owners and not _STRONG_BREAK.search(text[owners[-1][-1].end : start]):
            helps = helps or any(0 <= start - cue.end <= PREPOSITION_REACH for cue in owning)
        if not helps or _has_a_number(group, reading):
            owners.append(group)
    return owners


def _has_a_number(group: Group, reading: Reading) -> bool:
    """Whether grams stand right before the name and are its own: "109 g for X"."""
    text = reading.sentence.text
    return any(LINK.fullmatch(text[one.end : group[0].start]) for one in reading.grams if one.end < group[0].start)


def _bounds(reading: Reading, owners: Sequence[Group], *, has_focus: bool) -> list[int]:
    """Where the stretch of each group begins."""
    text = reading.sentence.text
    bounds: list[int] = []
    for position, group in enumerate(owners):
        start = group[0].start
        if position == 0 and (start <= _LEAD_IN or not has_focus):
            bounds.append(0)
            continue
        left = owners[position - 1][-1].end if position else 0
        breaks = list(_breaks(text, left, start))
        bounds.append(breaks[-1] if breaks else start)
    return bounds


def _breaks(text: str, left: int, right: int) -> Iterator[int]:
    """Ends of the marks that part two clauses; commas only where nothing stronger stands."""
    strong = [match.end() for match in _STRONG_BREAK.finditer(text, left, right)]
    yield from strong or (match.end() for match in _WEAK_BREAK.finditer(text, left, right))


def _is_at_large(reading: Reading) -> bool:
    """Whether a sentence without a maker speaks of all of them, or of a market."""
    if (reading.refers_back or reading.has("it", "own", "possessive")) and not reading.groups_of_kind("makers"):
        return False
    if reading.has("fleet") or (reading.has("average") and reading.groups_of_kind("market")):
        return True  # "the European average stands at 107 g"
    large = [group for group in reading.groups if group[0].kind != "market" or reading.is_noun(group)]
    return bool(large) or reading.has("everybody", "rate")


def is_said_of_others(outcome: ComplianceOutcome, start: int, reading: Reading) -> bool:
    """Whether what a sentence without a name says is not of the maker before: of a rule, or of its own subject."""
    if outcome == "exempt":
        told = reading.refers_back or reading.has("it", "they", "objective", "ceiling", "norm")
        return not told and start > _OPENING
    return reading.has("rate") and not (reading.refers_back or reading.has("it", "they", "possessive") or reading.grams)


def goes_on(reading: Reading) -> bool:
    """Whether a sentence without the name shows that it is still about its maker, or has numbers or a verdict."""
    told = bool(reading.grams or reading.fines or reading.verdicts or reading.counts)
    referring = ("it", "they", "possessive", "own", "the_first", "the_last", "too", "objective", "ceiling", "norm")
    return told or reading.refers_back or reading.has(*referring)
