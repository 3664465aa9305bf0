"""Statements: what one window of the text says of one body.

A window is a sentence, or two that follow each other: the second may give the
limit for what the first says ("130 were allowed"), or speak of a body that the
first names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.binding import body_of_number, body_of_verdict, share_out
from pipeline.facts.compliance.bodies import Body, Group, same_body
from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.scope import is_elsewhere
from pipeline.facts.compliance.target_years import nearest_year

_TAKEN_IN = 40
"""Characters between "sells credits" and the name of the buyer."""
_AIMS = ("objective", "ceiling", "norm", "penalty", "pool")


@dataclass(slots=True)
class Statement:
    """What a window says of a body."""

    body: Body
    window: set[int]
    """Numbers of the readings it was read from."""
    place: int
    """Where in its first sentence the year is looked for."""
    basis: str
    """What it rests on: `verdict`, `grams`, `fine`, `pool`, `policy`."""
    outcome: ComplianceOutcome | None = None
    target: float | None = None
    actual: float | None = None
    gap: float | None = None
    euro: float | None = None
    fined: bool = False
    year: int | None = None
    carried: bool = False
    """Whether the body is named only in a sentence before."""
    sure: bool = True
    own_target: bool = False
    parts: list[str] = field(default_factory=list)


class StatementReader:
    """Reads the statements of a page's sentences, each with a look at the one before."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        # On a page that compares averages a maker's grams are its average even where the sentence does not say so.
        self._compares = any(one.has("average") and one.has("topic", "fleet") for one in readings)
        self._pools = any(one.has("pool") for one in readings)
        self.found: list[Statement] = []
        self._of_sentence: dict[int, list[Statement]] = defaultdict(list)

    def read(self) -> list[Statement]:
        """The statements in the order of the text."""
        for number, reading in enumerate(self._readings):
            if is_elsewhere(reading):
                continue
            self._read_grams(number)
            self._read_verdicts(number)
            self._read_fines(number)
            self._read_pools(number)
            self._read_limits(number)
        self._join_neighbours()
        return self.found

    def _join_neighbours(self) -> None:
        """Makes one statement of what two sentences in a row say of a body, where the second only refers to it."""
        for later in [one for one in self.found if one.carried and len(one.window) == 1]:
            number = min(later.window)
            before = [
                one
                for one in self.found
                if one is not later
                and one.window <= {number - 1, number}
                and min(one.window) == number - 1
                and same_body(one.body, later.body)
                and one.body.part == later.body.part
                and self._same_paragraph(number - 1, number)
            ]
            if len(before) == 1 and _agree(before[0], later):
                _take_over(before[0], later)
                self.found.remove(later)

    # -- grams ---------------------------------------------------------------------------

    def _read_grams(self, number: int) -> None:
        reading = self._readings[number]
        by_group: dict[Group, dict[str, list[Grams]]] = {}
        carried: set[Group] = set()
        compares = self._compares and reading.sentence.field == "text"
        for one in reading.grams:
            if one.role not in ("actual", "gap") and not self._is_own(one, reading):
                continue
            if not one.sure and not compares and not _beside_a_target(one, reading):
                continue
            group = body_of_number(one, reading)
            if group is None:
                group = None if reading.has("everybody") else self._carried(number)
                if group is None or not one.sure:
                    continue
                carried.add(group)
            by_group.setdefault(group, defaultdict(list))[one.role].append(one)
        for group, roles in by_group.items():
            for role, grams in roles.items():
                for one, members in share_out(grams, group):
                    for body in members:
                        if group in carried and self._complete(number, body, role, one):
                            continue
                        statement = self._statement(number, body, one.end, "grams", carried=group in carried)
                        self._set(statement, role, one)

    def _set(self, statement: Statement, role: str, one: Grams) -> None:
        if role == "gap" and statement.gap is None:
            statement.gap = one.value
        elif role == "actual" and statement.actual is None:
            statement.actual = one.value
            statement.sure = statement.sure and one.sure
        elif role == "target" and statement.target is None:
            statement.target, statement.own_target = one.value, one.own
            statement.place = one.end

    def _complete(self, number: int, body: Body, role: str, one: Grams) -> bool:
        """Adds grams to the numbers that the sentence before gives of the same body, where it lacks them."""
        for statement in self._neighbours(number - 1):
            numbers = (statement.target, statement.actual, statement.gap, statement.euro)
            if same_body(statement.body, body) and any(numbers) and getattr(statement, role) is None:
                self._set(statement, role, one)
                statement.window.add(number)
                return True
        return False

    def _is_own(self, one: Grams, reading: Reading) -> bool:
        """Whether a target is of one body of its sentence rather than of everybody."""
        if one.role != "target":
            return False
        group = body_of_number(one, reading)
        if not group or group[0].kind != "organization":
            return False
        alone = sum(other.role == "target" for other in reading.grams) == 1
        return one.own or not alone or one.end <= group[0].start

    # -- verdicts ------------------------------------------------------------------------

    def _read_verdicts(self, number: int) -> None:
        reading = self._readings[number]
        near = (reading, *self._readings[max(number - 1, 0) : number])
        for verdict in reading.verdicts:
            if not verdict.explicit and not any(one.has("topic", *_AIMS) or one.grams for one in near):
                continue
            group = body_of_verdict(verdict, reading)
            carried = False
            if group is None and (verdict.explicit or reading.has("it", "they")):
                group, carried = self._carried(number), True
            if group is None and reading.has("norm", "penalty") and verdict.outcome in ("missed", "at_risk"):
                # A market has no target of its own but where a mandate counts its sales.
                group, carried = next(iter(reading.groups_of_kind("market")), None), False
            for body in group or ():
                statement = self._statement(number, body, verdict.start, "verdict", carried=carried)
                if verdict.outcome == "exempt" and any(one.role in ("actual", "gap") for one in reading.grams):
                    continue  # a derogation target is a target
                if statement.outcome is None or (verdict.explicit and "explicit" not in statement.parts):
                    statement.outcome = verdict.outcome
                    statement.basis = "verdict"
                    if verdict.explicit:
                        statement.parts.append("explicit")

    # -- fines ---------------------------------------------------------------------------

    def _read_fines(self, number: int) -> None:
        reading = self._readings[number]
        for fine in reading.fines:
            groups = [group for group in reading.groups if group[0].kind != "market"]
            before = [group for group in groups if group[-1].end <= fine.start]
            group = before[-1] if before else next(iter(groups), None)
            carried = group is None
            group = group or self._carried(number)
            if carried and any(one.outcome == "met" for one in self._of_sentence[number - 1]):
                continue  # who met the target does not pay: the sum is somebody else's
            for body in group or ():
                statement = next(
                    (one for one in self._neighbours(number - 1) if carried and same_body(one.body, body)), None
                ) or self._statement(number, body, fine.start, "fine", carried=carried)
                if not statement.fined:
                    statement.window.add(number)
                    statement.euro, statement.fined = fine.euro if len(group or ()) == 1 else None, True

    # -- pools ---------------------------------------------------------------------------

    def _read_pools(self, number: int) -> None:
        reading = self._readings[number]
        if not self._pools and not reading.has("penalty"):
            return
        groups = reading.groups_of_kind("organization")
        for cue in reading.cues:
            joining: Group | None = None
            if cue.label == "pooled":
                joining = next((group for group in reversed(groups) if group[-1].end <= cue.start + 1), None)
                joining = joining or (groups[0] if len(groups) > 1 else self._carried(number, alone=False))
            elif cue.label == "pooling":
                joining = next((group for group in groups if 0 <= group[0].start - cue.end <= _TAKEN_IN), None)
            for body in joining or ():
                statement = self._statement(number, body, cue.start, "pool", carried=False)
                statement.outcome = statement.outcome or "at_risk"

    # -- limits --------------------------------------------------------------------------

    def _read_limits(self, number: int) -> None:
        """Gives targets that belong to no one body to the statements of the sentence or of a neighbour."""
        reading = self._readings[number]
        targets = [one for one in reading.grams if one.role == "target" and not self._is_own(one, reading)]
        if targets:
            one = next((target for target in targets if target.own), targets[0])
            group = body_of_number(one, reading)
            if group and group[0].kind == "organization" and not self._of_sentence[number]:
                for body in group:
                    self._statement(number, body, one.end, "grams", carried=False)
            near = self._of_sentence[number] or self._neighbours(number - 1)
            for statement in near:
                self._apply(statement, one, number)
        elif number and self._same_paragraph(number - 1, number) and not self._of_sentence[number - 1]:
            before = [one for one in self._readings[number - 1].grams if one.role == "target"]
            for statement in self._of_sentence[number]:
                if len(before) == 1 and statement.outcome in (None, "at_risk", "missed", "met"):
                    self._apply(statement, before[0], number - 1)

    def _apply(self, statement: Statement, one: Grams, number: int) -> None:
        if statement.target is None:
            statement.target, statement.own_target = one.value, one.own
            statement.window.add(number)
            year = nearest_year(self._readings[number].years, one.end, latest=False)
            statement.year = year or statement.year

    def _neighbours(self, number: int) -> list[Statement]:
        if number < 0 or not self._same_paragraph(number, number + 1):
            return []
        return [one for one in self._of_sentence[number] if one.window == {number}]

    # -- bodies --------------------------------------------------------------------------

    def _statement(self, number: int, body: Body, place: int, basis: str, *, carried: bool) -> Statement:
        for known in self._of_sentence[number]:
            same = same_body(known.body, body) and known.body.part == body.part
            if same and (body.kind != "market" or known.body.start == body.start):
                known.parts.append(basis)
                return known
        statement = Statement(body, {number}, place, basis, carried=carried)
        self.found.append(statement)
        self._of_sentence[number].append(statement)
        return statement

    def _carried(self, number: int, *, alone: bool = True) -> Group | None:
        """The body that a sentence without one speaks of: that of the sentence before.

        Args:
            number: the sentence.
            alone: whether only a sentence without a body of its own may look back.
        """
        reading = self._readings[number]
        if alone and any(group[0].kind != "market" for group in reading.groups):
            return None
        reach = 4 if reading.has("described") else 2
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            before = self._readings[back]
            if not self._same_paragraph(back, number) and not reading.has("described"):
                return None
            markets = not reading.has("described")
            said = [one.body for one in self._of_sentence[back] if one.body.kind != "market"]
            said = said or [one.body for one in self._of_sentence[back] if markets]
            if said:
                return tuple(said) if reading.has("they") and len(said) > 1 else (said[-1],)
            for kind in ("organization", "makers", "market") if markets else ("organization",):
                groups = before.groups_of_kind(kind)
                if groups:
                    return groups[-1] if kind != "organization" else groups[0]
        return None

    def _same_paragraph(self, one: int, other: int) -> bool:
        first, second = self._readings[one].sentence, self._readings[other].sentence
        return first.paragraph == second.paragraph


_NUMBERS = ("target", "actual", "gap", "euro")


def _agree(one: Statement, other: Statement) -> bool:
    """Whether two statements may be one: each number and the year stand in one of them alone, or are the same."""
    same = all(None in (values := (getattr(one, name), getattr(other, name))) or values[0] == values[1]
               for name in (*_NUMBERS, "year"))  # fmt: skip
    outcomes = {one.outcome, other.outcome} - {None, "unknown"}
    numbers = any(getattr(one, name) is not None for name in _NUMBERS)
    return same and len(outcomes) < 2 and numbers


def _take_over(one: Statement, other: Statement) -> None:
    for name in _NUMBERS:
        if getattr(one, name) is None:
            setattr(one, name, getattr(other, name))
    one.own_target = one.own_target or other.own_target
    one.fined = one.fined or other.fined
    one.year = one.year or other.year
    if one.outcome in (None, "unknown") and other.outcome:
        one.outcome, one.basis = other.outcome, other.basis
    one.window |= other.window


def _beside_a_target(one: Grams, reading: Reading) -> bool:
    """Whether the sentence sets the number against a target: "at 118 g, two below its target"."""
    stated = any(other.role in ("gap", "target") for other in reading.grams if other is not one)
    return stated or bool(reading.verdicts)
