"""The fields of one move: position, organization, date and predecessor, from the clause that tells it."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.facts.moves.name_runs import is_a_place
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.reading import DateMark
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.workplaces import Employers

_MONTH = len("2021-05")
_BESIDE_THE_LAST = {"context:same_date": 0, "context:day_before": -1, "context:day_after": 1}
"""Phrases that point to the day named last, and how many days from it."""
_NEAR = 3
"""Sentences between a date and the one that refers to it: "on the same day"."""


def shifted(day: str | None, days: int) -> str | None:
    """A day so many days from another; null where that is no day."""
    if day is None or not days:
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if len(day) > _MONTH else None


def _a_year_before(value: str) -> str:
    return f"{int(value[:4]) - 1:04}{value[4:]}"


class Details(Employers):
    """Reads the fields that go with one phrase of moving for the people who move by it."""

    def workplace(self, index: int, role: RoleMark | None) -> str | None:
        """The organization, unless it is one word behind a preposition of place that nothing shows to be one."""
        name = self.employer(index, role)
        lexicon = self._reading.lexicon
        for one in self._reading.employers:
            if one.name != name:
                continue
            if not one.known and is_a_place(self._reading, one.first, one.last):
                return None
            if not one.known and set(one.name.lower().split("-")) <= lexicon.places | lexicon.branches:
                return None
        return name

    def date(self) -> str | None:
        """When the move takes effect."""
        clause, reading = self._clause, self._reading
        behind = clause.dates(clause.trigger.first, clause.right)
        before = [mark for mark in clause.dates(clause.left, clause.trigger.first) if not self._is_inside_another(mark)]
        for mark in (*behind, *reversed(before)):
            if mark.value is None or mark.since or is_old(mark.value, self._view):
                continue
            if self._is_over(mark):
                return _a_year_before(mark.value)
            if self._event == "appointed" and reading.ends_with("context:until", mark.first) is not None:
                continue
            if reading.has("context:stay", clause.trigger.end, mark.first):
                continue  # "retires but will remain on the board through 1987"
            if self._announces(mark.first) and not reading.has("context:immediate"):
                continue
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

    def _is_over(self, mark: DateMark) -> bool:
        """Whether a month that would lie ahead is one just gone, as the tense says: "has left in December"."""
        published, trigger = self._view.published, self._clause.trigger
        if self._event != "departed" or published is None or published.month is None or mark.value is None:
            return False
        ahead = len(mark.value) == _MONTH and mark.value > f"{published.year:04}-{published.month:02}"
        written = self._reading.text(mark.first, mark.last)
        if not ahead or any(character.isdigit() for character in written):
            return False
        bare = self._clause.verb == trigger.first and self._event == "departed"
        have = self._reading.has("context:have", self._clause.verb, trigger.first)
        return (bare or have) and self._reading.key(trigger.first).endswith(self._reading.lexicon.participles)

    def _is_inside_another(self, mark: DateMark) -> bool:
        """Whether the date stands inside another phrase of moving: "prendra le 1er mai la suite de X, nommé …"."""
        others = (one for one in self._reading.triggers if one is not self._clause.trigger)
        return any(one.last <= mark.first < one.tail for one in others)

    def interim(self) -> str | None:
        """The words that say that the position is held for a time only."""
        clause = self._clause
        for phrase in self._reading.phrases("role:interim"):
            if clause.left <= phrase.first < clause.right:
                return self._reading.text(phrase.first, phrase.last)
        return None

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

    def _announces(self, at: int) -> bool:
        return self._reading.has("context:announce", max(0, at - 4), at + 3)

    def _another_moves_before(self, at: int) -> bool:
        """Whether somebody else takes something up between this phrase and what stands at `at`."""
        kinds = ("frame:appoint", "frame:appoint_actively", "frame:take_up", "frame:be_role")
        last = self._clause.trigger.last
        return any(
            other.kind in kinds
            and last <= other.first < at
            and any(last <= mark.first < other.first for mark in self._reading.persons)
            for other in self._reading.triggers
        )

    def predecessor(self, person: str) -> str | None:
        """Who held the position before, where a phrase such as "en remplacement de" names somebody."""
        for phrase in self._reading.phrases("context:predecessor"):
            opens = phrase.first == 0 and self._event == "appointed"  # "After the departure of X, Y was named …"
            if not (self._clause.left <= phrase.first or opens) or self._another_moves_before(phrase.first):
                continue
            for mark in self._reading.persons:
                if phrase.last <= mark.first <= phrase.last + 5 and mark.name != person:
                    return mark.name
        return self._taken_from(person) or self._leaves_it(person)

    def _leaves_it(self, person: str) -> str | None:
        """Who leaves the post that is taken, as the relative clause behind it says: "the chair that X gives up"."""
        reading, clause = self._reading, self._clause
        if self._event != "appointed":
            return None
        for trigger in reading.triggers:
            if trigger.kind not in ("frame:leave", "frame:hand_over") or trigger.first < clause.trigger.end:
                continue
            for mark in clause.persons(clause.trigger.end, len(reading.tokens)):
                relative = reading.ends_with("context:relative", reading.title_before(mark.first))
                taken = relative is not None and any(
                    relative - role.last in (0, 1) for role in reading.roles if role.first >= clause.trigger.first
                )
                if taken and 0 <= trigger.first - mark.last <= 1 and mark.name != person:
                    return mark.name
        return None

    def _taken_from(self, person: str) -> str | None:
        """From whom the post is taken over: "hat die Aufgabe von X übernommen"."""
        clause, reading = self._clause, self._reading
        if not reading.has("context:taken_over", clause.trigger.first, clause.trigger.end):
            return None
        for mark in clause.persons(clause.left, clause.right):
            first = reading.title_before(mark.first)
            if mark.name != person and reading.ends_with("context:from_holder", first) is not None:
                return mark.name
        return None
