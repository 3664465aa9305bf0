"""The fields of one move: position, organization, date and predecessor, from the clause that tells it."""

from __future__ import annotations

from pipeline.facts.moves.effective_days import Days
from pipeline.facts.moves.name_runs import is_a_place
from pipeline.facts.moves.roles import RoleMark


class Details(Days):
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

    def interim(self) -> str | None:
        """The words that say that the position is held for a time only."""
        clause = self._clause
        for phrase in self._reading.phrases("role:interim"):
            if clause.left <= phrase.first < clause.right:
                return self._reading.text(phrase.first, phrase.last)
        return None

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
