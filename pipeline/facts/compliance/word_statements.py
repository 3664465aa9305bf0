"""Statements that rest on words: verdicts, fines and pools."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.binding import body_of_verdict, is_helper, is_institution
from pipeline.facts.compliance.bodies import UNLISTED, Group, same_body
from pipeline.facts.compliance.ledger import Ledger
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.stretches import is_said_of_others
from pipeline.facts.compliance.verdicts import Verdict

_TOLD_WITHIN = 3
"""How many sentences before an average is told that a verdict only calls "this level"."""
_TAKEN_IN = 40
"""Characters between "sells credits" and the name of the buyer."""
_EXEMPTED_WITHIN = 25
"""Characters between "exempt" and the name it is said of, where that stands behind."""
_AIMS = ("objective", "ceiling", "norm", "penalty", "pool")


class WordStatements:
    """Reads the verdicts, fines and pools of one sentence after the other into the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._readings = ledger.readings
        self._pools = any(one.has("pool") for one in self._readings)

    def read(self, number: int) -> None:
        """Gives each verdict, fine and pool of the sentence to its body."""
        self._read_verdicts(number)
        self._read_fines(number)
        self._read_pools(number)
        self._read_sellers(number)

    def _read_verdicts(self, number: int) -> None:
        reading = self._readings[number]
        near = (reading, *self._readings[max(number - 1, 0) : number])
        for verdict in reading.verdicts:
            founded = verdict.explicit or verdict.outcome == "exempt"  # "stay exempt" needs no target beside it
            if not founded and not any(one.has("topic", *_AIMS) or one.grams for one in near):
                continue
            of_aims = reading.has("topic", *_AIMS) or reading.grams
            if not founded and reading.percentages and reading.has("sales") and not of_aims:
                continue  # "sales fell back by 7 %": how a market goes is no outcome
            if reading.has("this_value") and self._judge_told(number, verdict):
                continue
            group = body_of_verdict(verdict, reading)
            carried = False
            if verdict.outcome == "exempt" and group and group[0].start > verdict.end + _EXEMPTED_WITHIN:
                continue  # "motorcycles stay outside, says X": somebody else is
            if (
                group is None
                and (founded or reading.has("it", "they"))
                and not is_said_of_others(verdict.outcome, verdict.start, reading)
            ):
                group, carried = self._ledger.carried(number), True
            if group is None and reading.has("norm", "penalty") and verdict.outcome in ("missed", "at_risk"):
                # A market has no target of its own but where a mandate counts its sales.
                markets = [one for one in reading.groups_of_kind("market") if not is_institution(one, reading)]
                group, carried = next(iter(markets), None), False
            for body in group or ():
                statement = self._ledger.statement(number, body, verdict.start, "verdict", carried=carried)
                if verdict.outcome == "exempt" and any(one.role in ("actual", "gap") for one in reading.grams):
                    continue  # a derogation target is a target
                excused = verdict.outcome == "exempt" and statement.outcome == "met" and statement.actual is None
                if statement.outcome is None or excused or (verdict.explicit and "explicit" not in statement.parts):
                    statement.outcome = verdict.outcome
                    statement.basis, statement.expected = "verdict", verdict.expected
                    if verdict.explicit:
                        statement.parts.append("explicit")

    def _judge_told(self, number: int, verdict: Verdict) -> bool:
        """Passes a verdict on "this level" on whose average was told last; whether there is one."""
        for back in range(number - 1, max(-1, number - 1 - _TOLD_WITHIN), -1):
            statements = [one for one in self._ledger.of_sentence[back] if one.actual is not None]
            if len(statements) == 1 and statements[0].target is None:
                statements[0].outcome, statements[0].basis = verdict.outcome, "verdict"
                limits = [one for one in self._readings[number].grams if one.role == "target"]
                statements[0].target = limits[0].value if len(limits) == 1 else None
                statements[0].window.add(number)
                self._ledger.of_sentence[number].append(statements[0])
                return True
        return False

    def _read_fines(self, number: int) -> None:
        reading = self._readings[number]
        for fine in reading.fines:
            groups = [group for group in reading.groups if group[0].kind != "market"]
            before = [group for group in groups if group[-1].end <= fine.start]
            group = before[-1] if before else next(iter(groups), None)
            carried = group is None
            group = group or self._owing(number)
            if (
                group
                and carried
                and group[0].kind != "organization"
                and not (reading.refers_back or reading.has("it", "they"))
            ):
                continue  # "industry had warned of fines": nobody's in particular
            if carried and any(one.outcome == "met" for one in self._ledger.of_sentence[number - 1]):
                continue  # who met the target does not pay: the sum is somebody else's
            for body in group or ():
                statement = next(
                    (one for one in self._ledger.neighbours(number - 1) if carried and same_body(one.body, body)), None
                ) or self._ledger.statement(number, body, fine.start, "fine", carried=carried)
                if not statement.fined:
                    statement.window.add(number)
                    statement.euro, statement.fined = fine.euro if len(group or ()) == 1 else None, True
                    if statement.outcome is None and reading.has("would"):
                        statement.outcome = "at_risk"  # "would owe 2 billion" is no bill yet

    def _owing(self, number: int) -> Group | None:
        """Whom a sum in a sentence without a name is of: rather the page's maker than a firm of no table."""
        carried, maker = self._ledger.carried(number), self._ledger.page.maker_near(number, at_large=True)
        if carried and carried[0].key.startswith(UNLISTED) and maker and not maker[0].key.startswith(UNLISTED):
            return maker
        return carried or maker

    def _read_pools(self, number: int) -> None:
        reading = self._readings[number]
        if not self._pools and not reading.has("penalty"):
            return
        groups = reading.groups_of_kind("organization")
        # Who only helps another is in no danger: of "X struck a deal with Y" it is X that needs the pool.
        needy = [group for group in groups if not is_helper(group, reading)]
        if reading.has("no_more"):
            return  # "no longer buys credits"
        for cue in reading.cues:
            joining: Group | None = None
            if cue.label == "pooled":
                joining = next((group for group in reversed(needy) if group[-1].end <= cue.start + 1), None)
                joining = joining or (
                    needy[0] if needy and len(groups) > 1 else self._ledger.carried(number, alone=False)
                )
            elif cue.label == "pooling":
                joining = next((group for group in groups if 0 <= group[0].start - cue.end <= _TAKEN_IN), None)
            for body in joining or ():
                statement = self._ledger.statement(number, body, cue.start, "pool", carried=False)
                statement.outcome = statement.outcome or "at_risk"

    def _read_sellers(self, number: int) -> None:
        """Who has grams, credits or points to sell has met its own target."""
        reading = self._readings[number]
        if not any(one.has("pool", "topic", "grams", "norm", "quota") for one in self._around(number)):
            return
        groups = reading.groups_of_kind("organization")
        for cue in reading.cues:
            if cue.label != "seller":
                continue
            before = [group for group in groups if group[-1].end <= cue.start]
            sellers = before[-1] if before else None if groups else self._ledger.carried(number)
            for body in sellers or ():
                statement = self._ledger.statement(number, body, cue.start, "pool", carried=not before)
                if statement.outcome in (None, "unknown") or statement.basis == "pool":
                    statement.outcome = "met"

    def _around(self, number: int) -> Sequence[Reading]:
        return self._readings[max(0, number - 1) : number + 2]
