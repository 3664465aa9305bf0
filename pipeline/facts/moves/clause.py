"""A phrase of moving with its surroundings: who stands before and behind it, what belongs to it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import DateMark, EmployerMark, Reading
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.tokens import Found

_JOINS = ("context:and",)
_SKIPPED_BEFORE_VERB = frozenset(
    {
        "context:be",
        "context:have",
        "context:adverbs",
        "context:be_past",
        "pronoun:object",
        "pronoun:reflexive",
        "context:past",
    }
)
_OBJECT_FRAMES = frozenset(
    f"frame:{name}"
    for name in (
        "appoint_actively",
        "dismiss_actively",
        "appointment_of",
        "departure_of",
        "entrust",
        "own_departure",
    )
)
"""Phrases in which the person who moves is not the subject."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One phrase of moving in its sentence."""

    reading: Reading
    trigger: Found
    left: int
    """Where the phrase of moving before this one ends; 0 for the first."""
    right: int
    """Where what belongs to the next one begins."""
    verb: int
    """First token of the verb with its auxiliaries and adverbs."""

    @property
    def after(self) -> int:
        """Where the words behind the phrase begin."""
        return self.trigger.last

    @property
    def moves_its_object(self) -> bool:
        """Whether the person who moves is not the subject: "the board appoints X"."""
        return self.trigger.kind in _OBJECT_FRAMES

    @property
    def is_joined(self) -> bool:
        """Whether "and" stands right before the verb."""
        return self.reading.ends_with("context:and", self.verb) is not None

    def persons(self, first: int, last: int) -> list[PersonMark]:
        """People named between two tokens."""
        return [mark for mark in self.reading.persons if first <= mark.first < last]

    def roles(self, first: int, last: int) -> list[RoleMark]:
        """Positions named between two tokens, without those of the phrase itself."""
        return [mark for mark in self.reading.roles if first <= mark.head < last]

    def employers(self, first: int, last: int) -> list[EmployerMark]:
        """Organizations named between two tokens."""
        return [mark for mark in self.reading.employers if first <= mark.first < last]

    def dates(self, first: int, last: int) -> list[DateMark]:
        """Dates between two tokens."""
        return [mark for mark in self.reading.dates if first <= mark.first < last]

    def has(self, kind: str, first: int, last: int) -> bool:
        """Whether a phrase of that kind begins between two tokens."""
        return self.reading.has(kind, first, last)

    def joined(self, mark: PersonMark, first: int, last: int) -> list[PersonMark]:
        """The person with those named beside by "and" and commas alone, in order."""
        persons = self.persons(first, last)
        group = [mark]
        index = persons.index(mark) if mark in persons else -1
        if index < 0:
            return group
        for other in reversed(persons[:index]):
            if not self._only_joins(other.last, self.reading.title_before(group[0].first)):
                break
            at = self.reading.title_before(other.first)
            if any(found.last == at and found.kind == "frame:succeed" for found in self.reading.triggers):
                break  # "succeeding A, and B was named …"
            group.insert(0, other)
        for other in persons[index + 1 :]:
            if not self._only_joins(group[-1].last, self.reading.title_before(other.first)):
                break
            group.append(other)
        has_and = any(self.has("context:and", one.last, two.first) for one, two in itertools.pairwise(group))
        return group if len(group) == 1 or has_and else [mark]

    def _only_joins(self, first: int, last: int) -> bool:
        reading = self.reading
        if reading.key(first) == "(":  # "X (Hertz) and Y"
            closed = next(
                (at for at in range(first, min(first + _LONGEST_ASIDE, last)) if reading.key(at) == ")"), None
            )
            first = first if closed is None else closed + 1
        if last - first > 3 or last <= first:
            return False
        joins = {at for kind in _JOINS for phrase in reading.phrases(kind) for at in range(phrase.first, phrase.last)}
        return all(at in joins or reading.key(at) == "," for at in range(first, last))


def clauses(reading: Reading) -> Iterator[Clause]:
    """Every phrase of moving of a sentence, in order."""
    triggers = reading.triggers
    for index, trigger in enumerate(triggers):
        before = [other for other in triggers[:index] if other.last <= trigger.first and _bounds(other, trigger)]
        behind = [other for other in triggers[index + 1 :] if other.first >= trigger.last and _bounds(other, trigger)]
        left = max((other.last for other in before), default=0)
        right = _right_bound(reading, trigger, behind[0]) if behind else len(reading.tokens)
        lists = opens_a_list(reading, trigger)
        semicolon = next((at for at in range(trigger.end, len(reading.tokens)) if _closes(reading, at, lists)), right)
        opened = max((at for at in range(left, trigger.first) if reading.key(at) in _HARD), default=left - 1) + 1
        yield Clause(reading, trigger, max(left, opened), min(right, semicolon), _verb(reading, trigger.first))


def opens_a_list(reading: Reading, trigger: Found) -> bool:
    """Whether a colon stands behind the phrase and nobody between: "Have been elected to the board: A, chairman; B"."""
    reach = range(trigger.end, min(trigger.end + _TO_A_COLON, len(reading.tokens)))
    colon = next((at for at in reach if reading.key(at) == ":"), None)
    return colon is not None and not any(trigger.end <= mark.first < colon for mark in reading.persons)


_TO_A_COLON = 5
"""Words of a body between a phrase and the colon that opens a list."""
_LONGEST_ASIDE = 8
"""Words of what stands in brackets behind a name."""
_WITHOUT_A_VERB = frozenset(["frame:new_role", "frame:at_head", "frame:outgoing"])
_HARD = frozenset(";*|•")


def _bounds(other: Found, trigger: Found) -> bool:
    """Whether another phrase has words of its own; "new" beside a position has not."""
    return other.kind not in _WITHOUT_A_VERB or trigger.kind in _WITHOUT_A_VERB


def _closes(reading: Reading, at: int, lists: bool) -> bool:
    """Whether a clause ends here: at a strong sign, or where a relative clause opens behind a comma.

    In what a colon opens, a semicolon only parts the items of a list.
    """
    if reading.key(at) in _HARD:
        return not (lists and reading.key(at) == ";")
    return reading.key(at) == "," and any(phrase.kind == "context:relative" for phrase in reading.starting(at + 1))


def _right_bound(reading: Reading, trigger: Found, following: Found) -> int:
    verb = _verb(reading, following.first)
    for at in range(verb - 1, trigger.last - 1, -1):
        if reading.key(at) in (",", ";", ":") or any(
            phrase.kind in ("context:and", "context:relative", "context:break") for phrase in reading.starting(at)
        ):
            return max(at, trigger.last)
    return max(verb, trigger.last)


def _verb(reading: Reading, at: int) -> int:
    """Where the verb begins: the phrase with the auxiliaries, adverbs and small pronouns before it."""
    moved = True
    while moved:
        moved = False
        for phrase in reading.ending(at):
            if phrase.kind in _SKIPPED_BEFORE_VERB and phrase.end == phrase.last:
                at, moved = phrase.first, True
                break
    return at
