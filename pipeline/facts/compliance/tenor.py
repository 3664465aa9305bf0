"""What a stretch of the text says of its maker, where no idiom of the vocabulary says it.

Numbers decide by comparison, a distance by its direction, and else the tenor of the
words: single words of relief, of failure and of worry, turned round by a negation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.bodies import Group
from pipeline.facts.compliance.grams import LOWEST_FLEET, WIDEST_GAP, Grams
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.statement import Statement
from pipeline.facts.compliance.stretches import Piece, Stretch, goes_on, is_said_of_others, stretches
from pipeline.facts.compliance.tones import Tone

_AIMS = ("objective", "ceiling", "norm", "penalty", "pool", "topic")
_FROM_WITHIN = 20
"""Characters between a distance and the target it is from: "3 g from its limit"."""
_AIM_CUES = frozenset({"objective", "ceiling", "required", "norm"})


def tenor_statements(readings: Sequence[Reading]) -> list[Statement]:
    """A statement for each maker of each stretch that says where it stands."""
    general = {one.value for reading in readings for one in reading.grams if one.role == "target"}
    found: list[Statement] = []
    for stretch in stretches(readings):
        found.extend(_Reader(readings, stretch, general).statements())
    return found


class _Reader:
    """Reads one stretch."""

    def __init__(self, readings: Sequence[Reading], stretch: Stretch, general: set[float]) -> None:
        self._readings = readings
        self._stretch = stretch
        self._general = general

    def statements(self) -> Iterable[Statement]:
        """A statement for each body of the group; none where nothing is said."""
        numbers = self._numbers()
        target, actual = self._pair(numbers)
        if len(self._stretch.group) > 1 and sum(one.role == "actual" for _, one in numbers) > 1:
            actual = None  # "X and Y stand at 112 and 109 g": whose is whose is read elsewhere
        gap = self._gap(numbers) if self._is_aimed() else None
        euro = [fine for piece, reading in self._pieces() for fine in reading.fines if piece.holds(fine.start)]
        tone = None if (target and actual) or (gap and gap.role == "gap") else self._tone()
        outcome = tone.outcome if tone else self._outcome_of_deeds()
        if gap and gap.role != "gap" and outcome in (None, "unknown"):
            # "3 g from its limit" is over it where nothing says the contrary; a distance from nothing is none.
            gap = gap if self._is_from_a_target(gap) else None
            outcome = "missed" if gap else outcome
        if outcome is None and target is None and actual is None and gap is None:
            return
        value = None
        if gap:
            value = gap.value if gap.role == "gap" or outcome != "met" else -gap.value
        group: Group = self._stretch.group
        for body in group:
            yield Statement(
                body,
                {piece.number for piece in self._stretch.pieces if self._is_used(piece)} or {self._first.number},
                place=target.end if target else actual.end if actual else self._first.start,
                basis="tenor",
                outcome=outcome,
                target=target.value if target else None,
                actual=actual.value if actual else None,
                gap=value,
                euro=euro[0].euro if euro and len(group) == 1 else None,
                fined=bool(euro),
                expected=bool(tone and tone.expected),
                carried=self._stretch.carried,
            )

    @property
    def _first(self) -> Piece:
        return self._stretch.pieces[0]

    def _pieces(self) -> Iterable[tuple[Piece, Reading]]:
        return ((piece, self._readings[piece.number]) for piece in self._stretch.pieces)

    def _is_used(self, piece: Piece) -> bool:
        reading = self._readings[piece.number]
        said = [one.start for one in reading.grams] + [one.start for one in reading.fines]
        said += [tone.start for tone in reading.tones]
        return piece is self._first or any(piece.holds(start) for start in said)

    def _numbers(self) -> list[tuple[Reading, Grams]]:
        return [
            (reading, one)
            for piece, reading in self._pieces()
            for one in reading.grams
            if piece.holds(one.start) and one.role not in ("prior", "change")
        ]

    def _prior(self) -> list[tuple[Reading, Grams]]:
        """What the maker emitted before, where the text sets only that against its target."""
        return [
            (reading, one)
            for piece, reading in self._pieces()
            for one in reading.grams
            if piece.holds(one.start) and one.role == "prior" and one.value >= LOWEST_FLEET
        ]

    def _is_settled(self) -> bool:
        return any(
            verdict.outcome in ("met", "missed") for _, reading in self._pieces() for verdict in reading.verdicts
        )

    def _is_aimed(self) -> bool:
        """Whether the stretch or a sentence beside it speaks of a target: other distances are from a rival."""
        first, last = self._first.number, self._stretch.pieces[-1].number
        return any(
            one.has("objective", "ceiling", "required", "norm", "meant_for")
            and (one.grams or one.has("topic", "objective", "ceiling"))
            for one in self._readings[max(0, first - 1) : last + 2]
        )

    def _pair(self, numbers: Sequence[tuple[Reading, Grams]]) -> tuple[Grams | None, Grams | None]:
        """Target and average: by the words beside them, else by their order."""
        fleet = [(reading, one) for reading, one in numbers if one.value >= LOWEST_FLEET and one.role != "gap"]
        if len(fleet) == 1 and fleet[0][1].role == "target" and not self._is_settled():
            fleet += [(reading, one) for reading, one in self._prior() if one.value != fleet[0][1].value]
        targets = [one for _, one in fleet if one.role == "target"]
        actuals = [one for _, one in fleet if one.role != "target"]
        if len(targets) > 1 and not actuals:
            reading = fleet[0][0]
            targets.sort(key=lambda one: _aim_distance(one, reading.cues))
            return targets[0], targets[1] if fleet[0][0] is fleet[1][0] else None
        if targets or len(actuals) < 2:
            return (targets[0] if targets else None), (actuals[0] if actuals else None)
        (first_reading, first), (second_reading, second) = fleet[0], fleet[1]
        if second.value in self._general and first.value not in self._general:
            return second, first
        aimed = first_reading is not second_reading and any(cue.label in _AIM_CUES for cue in second_reading.cues)
        return (second, first) if aimed else (None, first)

    def _gap(self, numbers: Sequence[tuple[Reading, Grams]]) -> Grams | None:
        gaps = [one for _, one in numbers if one.role == "gap" and abs(one.value) <= WIDEST_GAP]
        near = [one for reading, one in numbers if 0 < one.value < LOWEST_FLEET and not reading.has("rate")]
        return next(iter((*gaps, *near)), None)

    def _tone(self) -> Tone | None:
        """The strongest tone of the stretch, or that of the sentence before where this one says "too"."""
        first, last = self._first.number, self._stretch.pieces[-1].number
        around = self._readings[max(0, first - 1) : last + 2]
        if not any(one.has(*_AIMS) or one.grams for one in around):
            return None
        aimed = any(one.has("objective", "ceiling", "norm") for one in self._readings[max(0, first - 1) : first + 1])
        said = [
            tone
            for piece, reading in self._pieces()
            for tone in reading.tones
            if piece.holds(tone.start)
            and not _is_of_sales(reading)
            and (aimed or not tone.verb)
            and (reading.groups_of_kind("organization") or not is_said_of_others(tone.outcome, tone.start, reading))
            and (self._names(reading) or goes_on(reading))
        ]
        if not said and first and self._readings[first].has("too"):
            before = self._readings[first - 1]
            said = [tone for tone in before.tones if aimed or not tone.verb][-1:]
        return min(said, key=lambda tone: (not tone.strong, tone.start), default=None)

    def _names(self, reading: Reading) -> bool:
        """Whether a sentence names the stretch's own makers."""
        keys = {body.key for body in self._stretch.group}
        return any(body.key in keys for group in reading.groups for body in group)

    def _outcome_of_deeds(self) -> ComplianceOutcome | None:
        if any(piece.holds(fine.start) for piece, one in self._pieces() for fine in one.fines):
            return "missed"
        return "at_risk" if self._joins_a_pool() else None

    def _is_from_a_target(self, gap: Grams) -> bool:
        return any(
            cue.label in ("objective", "ceiling") and 0 <= cue.start - gap.end <= _FROM_WITHIN
            for piece, reading in self._pieces()
            if gap in reading.grams
            for cue in reading.cues
        )

    def _joins_a_pool(self) -> bool:
        """Whether the stretch tells of a pool with somebody, or of joining one."""
        for piece, reading in self._pieces():
            if reading.has("no_more"):
                continue
            names = [group[0].start for group in reading.groups_of_kind("organization")]
            helped = any(piece.holds(start) for start in names if start > self._stretch.group[0].start)
            for cue in reading.cues:
                if not piece.holds(cue.start):
                    continue
                if cue.label == "pool" and helped:
                    return True
                if cue.label == "pooled" and any(one.has("pool") for one in self._readings):
                    return True
        return False


def _is_of_sales(reading: Reading) -> bool:
    """Whether a sentence only tells how much more or less is sold: "sales fell back by 7 %"."""
    of_aims = reading.grams or reading.has(*_AIMS, "share_of", "quota")
    return bool(reading.percentages) and reading.has("sales") and not of_aims


def _aim_distance(one: Grams, cues: Sequence[Cue]) -> int:
    return min((cue.distance(one.start, one.end) for cue in cues if cue.label in _AIM_CUES), default=10**6)
