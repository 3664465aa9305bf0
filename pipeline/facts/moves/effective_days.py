"""The day on which one move takes effect, from the clause that tells it."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.facts.moves.days_of_others import ends_on, is_of_the_next
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.reading import DateMark
from pipeline.facts.moves.workplaces import Employers

_MONTH = len("2021-05")
_BEFORE = 3
"""Words between "vacant" and the day from which a post has been so."""
_LEAVES = frozenset(["frame:leave", "frame:hand_over", "frame:dismiss", "frame:departure_of"])
_ARRIVES = frozenset(
    f"frame:{name}"
    for name in ("appoint", "appoint_actively", "take_up", "succeed", "be_role", "be_dated", "at_head", "entrust")
)
_BESIDE_THE_LAST = {"context:same_date": 0, "context:day_before": -1, "context:day_after": 1}
"""Phrases that point to the day named last, and how many days from it."""
_NEAR = 4
"""Sentences between a date and the one that refers to it: "on the same day"."""


def shifted(day: str | None, days: int) -> str | None:
    """A day so many days from another; null where that is no day."""
    if day is None or not days:
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if len(day) > _MONTH else None


def _a_year_before(value: str) -> str:
    return f"{int(value[:4]) - 1:04}{value[4:]}"


class Days(Employers):
    """Reads the day that goes with one phrase of moving for the people who move by it."""

    def date(self, index: int = 0) -> str | None:
        """When the move takes effect for one of the people."""
        clause, reading = self._clause, self._reading
        behind = clause.dates(clause.trigger.first, clause.right)
        before = [mark for mark in clause.dates(clause.left, clause.trigger.first) if not self._is_inside_another(mark)]
        for mark in self._from_then_on_first([*behind, *reversed(before)]):
            if mark.value is None or mark.since or is_old(mark.value, self._view):
                continue
            if self._is_over(mark):
                return _a_year_before(mark.value)
            if not (self._is_of_something_else(mark) or self._is_of_the_next(mark, index)):
                return mark.value
        for kind, days in _BESIDE_THE_LAST.items():
            if reading.has(kind, clause.left, clause.right):
                return shifted(self._last_date(), days)
        opening = [mark for mark in reading.dates if mark.first <= 3 and mark.last <= clause.left and not mark.since]
        opening_since = [mark for mark in reading.dates if mark.first <= 3 and mark.last <= clause.left and mark.since]
        closed = any(reading.key(at) in (";", "*") for at in range(clause.verb))
        if (
            opening
            and opening[0].value
            and not closed
            and not self._is_of_who_comes(opening[0])
            and not is_old(opening[0].value, self._view)
            and not self._announces(opening[0].first)
        ):
            return opening[0].value
        since = [
            mark
            for mark in (*behind, *reversed(before), *opening_since)
            if mark.since
            and mark.value
            and not self._only_described(mark.first)
            and len(mark.value) >= 7
            and not reading.has("context:vacancy", max(0, mark.first - 3), mark.first + 1)
        ]
        if since and self._event == "appointed" and not is_old(since[0].value, self._view):
            return since[0].value
        return None

    def _is_of_something_else(self, mark: DateMark) -> bool:
        """Whether the day is of an end, a vacancy, somebody else or the news, and not of this move."""
        clause, reading = self._clause, self._reading
        return (
            (self._event == "appointed" and ends_on(reading, mark))
            or reading.has("context:vacancy", max(0, mark.first - _BEFORE), mark.first)  # "vacant since April"
            or self._is_of_who_comes(mark)
            # "retires but will remain on the board through 1987"
            or reading.has("context:stay", clause.trigger.end, mark.first)
            or self._is_of_what_is_left(mark)
            or (self._announces(mark.first) and not reading.has("context:immediate"))
        )

    def _is_of_the_next(self, mark: DateMark, index: int) -> bool:
        own = {one.name for one in self._people[index : index + 1]}
        return self._event == "appointed" and is_of_the_next(self._reading, mark, own)

    def _from_then_on_first(self, marks: list[DateMark]) -> list[DateMark]:
        """The days, first those from which something holds: "dismissed on Monday with effect from 30 November"."""

        def holds_from(mark: DateMark) -> bool:
            return self._reading.ends_with("context:as_of", mark.first) is not None

        return [*filter(holds_from, marks), *(mark for mark in marks if not holds_from(mark))]

    def _is_over(self, mark: DateMark) -> bool:
        """Whether a month that would lie ahead is one just gone, as the tense says: "has left in December"."""
        published, trigger = self._view.published, self._clause.trigger
        if self._event != "departed" or published is None or published.month is None or mark.value is None:
            return False
        ahead = len(mark.value) == _MONTH and mark.value > f"{published.year:04}-{published.month:02}"
        written = self._reading.text(mark.first, mark.last)
        if not ahead or any(character.isdigit() for character in written):
            return False
        if trigger.kind == "frame:departure_of":
            at = trigger.first - (self._reading.key(trigger.first - 1) in self._reading.lexicon.articles)
            return self._reading.ends_with("context:lasting", at) is not None  # "since the departure of X, in December"
        bare = self._clause.verb == trigger.first
        have = self._reading.has("context:have", self._clause.verb, trigger.first)
        return (bare or have) and self._reading.key(trigger.first).endswith(self._reading.lexicon.participles)

    def _is_inside_another(self, mark: DateMark) -> bool:
        """Whether the date stands inside another phrase of moving: "prendra le 1er mai la suite de X, nommé …"."""
        others = (one for one in self._reading.triggers if one is not self._clause.trigger)
        return any(one.last <= mark.first < one.tail for one in others)

    def _is_of_what_is_left(self, mark: DateMark) -> bool:
        """Whether it is the day on which somebody left for the position: "left in June to become head of X"."""
        if self._event != "appointed" or self._clause.trigger.kind != "frame:take_up":
            return False
        goes = (one.first for one in self._reading.phrases("context:destination"))
        left = any(one.kind == "frame:leave" and one.last <= mark.first for one in self._reading.triggers)
        return left and any(mark.last <= at <= self._clause.trigger.first for at in goes)

    def _last_date(self) -> str | None:
        """The date named last before this sentence: "on the same day"."""
        for reading in reversed(self._view.readings[max(0, self._reading.number - _NEAR) : self._reading.number + 1]):
            for mark in reversed(reading.dates):
                full = mark.value is not None and len(mark.value) > _MONTH
                if (
                    mark.value
                    and (full or not mark.since)
                    and not is_old(mark.value, self._view)
                    and (reading is not self._reading or mark.first < self._clause.trigger.first)
                ):
                    return mark.value
        return None

    def _is_of_who_comes(self, mark: DateMark) -> bool:
        """Whether the day is of an arrival told before who leaves is named: "takes over on 1 May from X, who goes"."""
        if self._event != "departed" or not self._people or self._clause.trigger.kind not in _LEAVES:
            return False
        begins = self._people[0].first
        return mark.last <= begins and any(
            one.kind in _ARRIVES and one.last <= begins and one.first < self._clause.trigger.first
            for one in self._reading.triggers
        )

    def _announces(self, at: int) -> bool:
        return self._reading.has("context:announce", max(0, at - 4), at + 3)
