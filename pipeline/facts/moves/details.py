"""The fields of one move: position, organization, date and predecessor, from the clause that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import MoveEvent
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark

_NEAR = 4
"""How many words may stand between a position and its organization."""


class Details:
    """Reads the fields that go with one phrase of moving for the people who move by it."""

    def __init__(self, clause: Clause, people: Sequence[PersonMark], event: MoveEvent, *, active: bool) -> None:
        self._clause = clause
        self._reading = clause.reading
        self._people = people
        self._event = event
        self._active = active

    # --- position ----------------------------------------------------------------------------

    def role(self, index: int, given: RoleMark | None) -> RoleMark | None:
        """The position of the person with that number."""
        if given is not None:
            return given
        person = self._people[index] if index < len(self._people) else None
        if self._event == "departed":
            return self._role_left(person)
        return self._role_taken(person)

    def _role_taken(self, person: PersonMark | None) -> RoleMark | None:
        clause = self._clause
        behind = clause.trigger.last
        if person is not None and person.first >= behind:
            # named behind the phrase: the position stands on either side of the name
            own = self._role_behind(person) or self._role_before(person)
            if own is not None:
                return own
        # a position in the phrase itself ("prend la présidence") or behind it
        inside = [mark for mark in self._reading.roles if clause.trigger.first <= mark.first < clause.trigger.end]
        if inside:
            return inside[-1]
        for mark in clause.roles(behind, clause.right):
            if self._is_old(mark) or self._belongs_to_other(mark, person):
                continue
            return mark
        before = clause.roles(clause.left, clause.trigger.first)
        marked = [mark for mark in before if self._reading.ends_with("context:as", mark.first) is not None]
        if marked:
            return marked[-1]
        if person is None:
            return None
        if person.first >= behind:
            free = [mark for mark in before if not self._is_old(mark)]
            return free[-1] if free and self._reading.lexicon.nouns_are_capital else None
        return None

    def _role_behind(self, person: PersonMark) -> RoleMark | None:
        following = self._next_person(person)
        for mark in self._clause.roles(person.last, min(self._clause.right, person.last + 12)):
            if following is not None and (mark.first >= following.first or mark.last + 1 >= following.first):
                return None
            if self._is_old(mark) or self._belongs_to_other(mark, person):
                continue
            if self._reading.key(mark.first - 1) == "," and mark.first - person.last <= 1 and not self._active_list():
                continue  # an apposition: what the person was so far
            return mark
        return None

    def _active_list(self) -> bool:
        return False

    def _role_before(self, person: PersonMark) -> RoleMark | None:
        for mark in self._reading.roles:
            if (
                mark.last <= person.first <= mark.last + 1
                and mark.first >= self._clause.trigger.first
                and not self._is_old(mark)
            ):
                return mark
        return None

    def _role_left(self, person: PersonMark | None) -> RoleMark | None:
        clause = self._clause
        inside = [mark for mark in self._reading.roles if clause.trigger.first <= mark.first < clause.trigger.end]
        if inside:
            return inside[-1]
        if person is not None:
            own = self._apposition(person)
            if own is not None:
                return own
        behind = [
            mark for mark in clause.roles(clause.trigger.last, clause.right) if not self._belongs_to_other(mark, person)
        ]
        return behind[0] if behind else None

    def _apposition(self, person: PersonMark) -> RoleMark | None:
        """The position named right before or behind the name."""
        for mark in self._reading.roles:
            if mark.last <= person.first <= mark.last + 1:
                return mark
            if person.last < mark.first <= person.last + 7 and self._reading.key(person.last) in (",", "("):
                between = range(person.last, mark.first)
                if not any(self._reading.person_at(at) for at in between):
                    return mark
        return None

    def _is_old(self, mark: RoleMark) -> bool:
        reading = self._reading
        if reading.ends_with("context:old_role", mark.first) is not None:
            return True
        return reading.tokens[mark.first].key.startswith(reading.lexicon.old_prefixes)

    def _belongs_to_other(self, mark: RoleMark, person: PersonMark | None) -> bool:
        """Whether the position is the title or apposition of somebody else."""
        reading = self._reading
        for other in reading.persons:
            if person is not None and other.name == person.name:
                continue
            if mark.last == other.first or (mark.last + 1 == other.first and reading.key(mark.last) == ","):
                return True
            if other.last + 1 == mark.first and reading.key(other.last) in (",", "("):
                return True
        return reading.ends_with("context:aside", mark.first) is not None

    def _next_person(self, person: PersonMark) -> PersonMark | None:
        return next(
            (mark for mark in self._reading.persons if mark.first >= person.last and mark.name != person.name), None
        )

    def role_text(self, mark: RoleMark | None) -> str | None:
        """The position as written."""
        if mark is None:
            return None
        first = mark.first
        while first < mark.head_last and self._reading.tokens[first].key in self._reading.lexicon.new_words:
            first += 1
        return self._reading.text(first, mark.last)

    # --- organization ------------------------------------------------------------------------

    def employer(self, index: int, role: RoleMark | None) -> str | None:
        """The organization, where the clause names it."""
        clause, reading = self._clause, self._reading
        if role is not None:
            if role.employer_inside:
                stem = reading.tokens[role.first].text.split("-")[0]
                if any(stem in other.name.split() for other in reading.employers) or stem.isupper() or True:
                    return stem
            beside = self._employer_of(role)
            if beside is not None:
                return beside.name
        behind = [
            mark for mark in clause.employers(clause.trigger.last - 1, clause.right) if not self._in_apposition(mark)
        ]
        before = [mark for mark in clause.employers(clause.left, clause.verb) if not self._in_apposition(mark)]
        if self._active and before:
            return before[-1].name
        if behind and (behind[0].preposed or behind[0].first <= clause.trigger.end + 1):
            return behind[0].name
        fronted = [mark for mark in before if mark.preposed and mark.first <= 3] or [
            mark for mark in before if mark.first <= 1 and reading.key(mark.last) in (":", ",")
        ]
        if fronted:
            return fronted[0].name
        if self._event == "departed" and index < len(self._people):
            apposed = self._apposition(self._people[index])
            beside = self._employer_of(apposed) if apposed else None
            if beside is not None:
                return beside.name
        subject = [mark for mark in before if not mark.preposed]
        if subject and not self._people_before():
            return subject[-1].name
        return None

    def _people_before(self) -> bool:
        return any(mark.last <= self._clause.trigger.first for mark in self._people)

    def _employer_of(self, role: RoleMark) -> EmployerMark | None:
        reading = self._reading
        for mark in reading.employers:
            if role.last <= mark.first <= role.last + _NEAR and mark.preposed:
                between = reading.tokens[role.last : mark.first]
                if not any(token.key in ",;:." or reading.person_at(at) for at, token in enumerate(between, role.last)):
                    return mark
        return None

    def _in_apposition(self, employer: EmployerMark) -> bool:
        """Whether the organization belongs to what the text says of the person besides."""
        reading = self._reading
        for mark in reading.roles:
            if self._is_old(mark) or self._apposed(mark):
                beside = self._employer_of(mark)
                if beside == employer:
                    return True
        return False

    def _apposed(self, role: RoleMark) -> bool:
        if self._event == "departed":
            return False
        reading = self._reading
        return any(
            other.last < role.first <= other.last + 6
            and reading.key(other.last) == ","
            and role.first < self._clause.trigger.first
            for other in reading.persons
        )

    # --- date and predecessor ----------------------------------------------------------------

    def date(self) -> str | None:
        """When the move takes effect."""
        clause, reading = self._clause, self._reading
        behind = clause.dates(clause.trigger.first, clause.right)
        before = clause.dates(clause.left, clause.trigger.first)
        for mark in (*behind, *reversed(before)):
            if mark.value is None or mark.since or self._announces(mark.first):
                continue
            return mark.value
        return None

    def _announces(self, at: int) -> bool:
        return self._reading.has("context:announce", max(0, at - 4), at + 3)

    def predecessor(self, person: str) -> str | None:
        """Who held the position before, where a phrase such as "en remplacement de" names somebody."""
        for phrase in self._reading.phrases("context:predecessor"):
            if not self._clause.left <= phrase.first:
                continue
            for mark in self._reading.persons:
                if phrase.last <= mark.first <= phrase.last + 5 and mark.name != person:
                    return mark.name
        return None
