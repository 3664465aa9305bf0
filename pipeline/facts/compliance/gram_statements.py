"""Statements that rest on grams: averages and distances given to their bodies, and limits that hold for several."""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.facts.compliance.binding import body_of_number, is_institution, share_out
from pipeline.facts.compliance.bodies import Body, Group, same_body
from pipeline.facts.compliance.class_averages import class_of_average
from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.ledger import Ledger
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.statement import Statement
from pipeline.facts.compliance.target_years import nearest_year

_A_MODEL = re.compile(
    r"\b(?i:der|die|das|im|beim|le|la|l['’]|les|the|el|il|lo|del|du|au|un|une|ein|eine[mr]?|una|a)\s?"
    r"(?:[A-Z][\w-]*\s){0,2}(?=[\w-]*[A-Z])(?=[\w-]*\d)(?!CO)[\w-]+",
)
"""An article and a name with a number: a model. "Der XC40", "la GSX-S 1000"."""


class GramStatements:
    """Reads the grams of one sentence after the other into the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._readings = ledger.readings
        # On a page that compares averages a maker's grams are its average even where the sentence does not say so.
        self._compares = any(one.has("average") and one.has("topic", "fleet") for one in self._readings)

    def read(self, number: int) -> None:
        """Gives each average and distance of the sentence to its body."""
        reading = self._readings[number]
        by_group: dict[Group, dict[str, list[Grams]]] = {}
        carried: set[Group] = set()
        compares = self._compares and reading.sentence.field == "text"
        for one in reading.grams:
            if one.role not in ("actual", "gap") and not self._is_own(one, reading):
                continue
            if not one.sure and not compares and not _beside_a_target(one, reading):
                continue
            group, is_carried = self._group_of(one, number)
            if group is None:
                continue
            if is_carried and _A_MODEL.search(reading.sentence.text[: one.start]):
                continue  # "the XC40 stands at 45 g/km": a car's, not its maker's
            if is_carried:
                carried.add(group)
            if group[0].kind == "market" and len(group) > 1 and len(reading.grams) == 1:
                group = group[:1]  # "in the EU, Iceland and Norway": one average
            by_group.setdefault(group, defaultdict(list))[one.role].append(one)
        for group, roles in by_group.items():
            for role, grams in roles.items():
                for one, members in share_out(grams, group):
                    for body in members:
                        if group in carried and self._complete(number, body, role, one):
                            continue
                        statement = self._ledger.statement(number, body, one.end, "grams", carried=group in carried)
                        self._set(statement, role, one)

    def _group_of(self, one: Grams, number: int) -> tuple[Group | None, bool]:
        """The group that a number is of, and whether only sentences before, or the page, name it."""
        reading = self._readings[number]
        group = class_of_average(one, reading, self._readings[:number])
        if group and one.sure:
            return group, False
        group = body_of_number(one, reading)
        if group and group[0].kind == "market" and reading.has("we"):
            speaker = self._ledger.page.maker_near(number)
            if speaker:
                return speaker, True  # "we stand at 112 g in Europe": the market is only where
        if group and (one.role == "target" or not is_institution(group, reading)):
            return group, False
        # "Brussels has ruled": the average is of whoever it ruled on.
        group = None if reading.has("everybody") else self._ledger.carried(number)
        at_large = group is not None and group[0].kind == "makers" and not reading.has("possessive", "own", "they")
        if group is None or (at_large and self._ledger.page.national):
            group = self._ledger.page.market_of(number) or group
        return (group, True) if one.sure else (None, True)

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
        for statement in self._ledger.neighbours(number - 1):
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

    def read_limits(self, number: int) -> None:
        """Gives targets that belong to no one body to the statements of the sentence or of a neighbour."""
        reading = self._readings[number]
        targets = [one for one in reading.grams if one.role == "target" and not self._is_own(one, reading)]
        if targets:
            one = next((target for target in targets if target.own), targets[0])
            group = body_of_number(one, reading)
            if group and group[0].kind == "organization" and not self._ledger.of_sentence[number]:
                for body in group:
                    self._ledger.statement(number, body, one.end, "grams", carried=False)
            near = self._ledger.of_sentence[number] or self._ledger.neighbours(number - 1)
            for statement in near:
                self._apply(statement, one, number)
        elif number and self._ledger.same_paragraph(number - 1, number) and not self._ledger.of_sentence[number - 1]:
            before = [one for one in self._readings[number - 1].grams if one.role == "target"]
            for statement in self._ledger.of_sentence[number]:
                if len(before) == 1 and statement.outcome in (None, "at_risk", "missed", "met"):
                    self._apply(statement, before[0], number - 1)

    def _apply(self, statement: Statement, one: Grams, number: int) -> None:
        if statement.target is None:
            statement.target, statement.own_target = one.value, one.own
            statement.window.add(number)
            year = nearest_year(self._readings[number].years, one.end, latest=False)
            statement.year = year or statement.year


def _beside_a_target(one: Grams, reading: Reading) -> bool:
    """Whether the sentence sets the number against a target: "at 118 g, two below its target"."""
    stated = any(other.role in ("gap", "target") for other in reading.grams if other is not one)
    return stated or bool(reading.verdicts)
