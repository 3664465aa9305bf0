"""The fields of one move: position, organization, date and predecessor, from the clause that tells it."""

from __future__ import annotations

from pipeline.facts.moves.background import is_old
from pipeline.facts.moves.origins import comes_from
from pipeline.facts.moves.posts import Posts
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark


class Details(Posts):
    """Reads the fields that go with one phrase of moving for the people who move by it."""

    def employer(self, index: int, role: RoleMark | None) -> str | None:
        """The organization, where the clause names it."""
        clause, reading = self._clause, self._reading
        if role is not None:
            if role.employer_inside:
                return reading.tokens[role.head].text.rpartition("-")[0]
            beside = self._employer_of(role)
            if beside is not None and not self._is_what_for(beside):
                return beside.name
        if self._event == "departed" and self._leaves_the_company():
            return None
        place = reading.ends_with("context:inverting", clause.verb)
        named = next((mark.name for mark in reading.employers if mark.last == place), None)
        if named is not None:
            return named  # "chez X, où lui a succédé Y"
        right = self._successor_at() if self._event == "departed" else clause.right
        behind = [mark for mark in clause.employers(clause.trigger.last - 1, right) if not self._is_beside(mark)]
        if self._event == "departed" and clause.trigger.kind == "frame:departure_of":
            behind = [mark for mark in behind if reading.ends_with("context:toward", mark.first) is None]
        before = [
            mark
            for mark in clause.employers(clause.left, clause.verb)
            if not (self._is_beside(mark) or self._describes(mark))
        ]
        if self._active and before:
            return before[-1].name
        reach = 5 if self._event == "departed" else 1
        if behind and (behind[0].preposed or behind[0].first <= self._past_small_words(clause.trigger.end) + reach):
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

    def _is_what_for(self, employer: EmployerMark) -> bool:
        """Whether the position is only for that brand, at the company that is the subject: "X names Y head for Z"."""
        clause, reading = self._clause, self._reading
        if self._event == "departed" or reading.ends_with("context:toward", employer.first) is None:
            return False
        announced = self._active or clause.trigger.kind == "frame:appointment_of"
        return announced and any(
            not (mark.preposed or self._is_beside(mark)) for mark in clause.employers(0, clause.verb)
        )

    def _past_small_words(self, at: int) -> int:
        """One past articles, dates and nouns for a company before its name: "prend en charge la marque X"."""
        reading = self._reading
        skipped = ("pronoun:article", "employer:lead_in", "context:same_date", "context:adverbs")
        ahead = -1
        while ahead != at:
            ahead = at
            at = max((one.last for one in reading.starting(at) if one.kind in skipped), default=at)
            at = max((mark.last for mark in reading.dates if mark.first == at), default=at)
        return at

    def _people_before(self) -> bool:
        return any(mark.last <= self._clause.trigger.first for mark in self._people)

    def _describes(self, employer: EmployerMark) -> bool:
        """Whether it belongs to the position that stands for the person: "The X director succeeds …"."""
        reading = self._reading
        if self._event == "departed" or self._people_before() or reading.ends_with("pronoun:article", 1) is None:
            return False
        return any(
            role.first <= 3 and (role.last <= employer.first <= role.last + 2 or employer.last == role.first)
            for role in reading.roles
        )

    def _is_beside(self, employer: EmployerMark) -> bool:
        """Whether the organization is one the person comes from or is named in an aside between commas."""
        reading = self._reading
        if comes_from(reading, employer) or self._in_apposition(employer):
            return True
        if reading.key(employer.first - 1) == "(" and any(one.last == employer.first - 1 for one in reading.persons):
            return True  # "X (Hertz)": where X comes from
        if self._is_in_a_title(employer):
            return True
        return any(
            mark.last < employer.first < self._clause.verb and reading.key(mark.last) == "," for mark in self._people
        )

    def _is_in_a_title(self, employer: EmployerMark) -> bool:
        """Whether the organization belongs to the title of somebody who takes up something else.

        "Named Dunmore Co chairman X to its board".
        """
        if self._event == "departed":
            return False
        named = [mark.first for mark in self._people]
        return any(role.first == employer.last and role.last in named for role in self._reading.roles)

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
        new = any(reading.key(at) in reading.lexicon.new_words for at in range(role.first, role.head))
        if (
            role.first <= 1
            and not new
            and any(
                role.last < other.first < self._clause.verb and reading.key(other.first - 1) == ","
                for other in self._people
            )
        ):
            return True  # "Head of X since 2021, Y takes up …"
        return any(
            other.last < role.first <= other.last + 6
            and reading.key(other.last) == ","
            and (role.first < self._clause.trigger.first or self._is_apposition(role, other))
            for other in reading.persons
        )

    def date(self) -> str | None:
        """When the move takes effect."""
        clause, reading = self._clause, self._reading
        behind = clause.dates(clause.trigger.first, clause.right)
        before = clause.dates(clause.left, clause.trigger.first)
        for mark in (*behind, *reversed(before)):
            if mark.value is None or mark.since or is_old(mark.value, self._view):
                continue
            if self._event == "appointed" and reading.ends_with("context:until", mark.first) is not None:
                continue
            if reading.has("context:stay", clause.trigger.end, mark.first):
                continue  # "retires but will remain on the board through 1987"
            if self._announces(mark.first) and not reading.has("context:immediate"):
                continue
            return mark.value
        if reading.has("context:same_date", clause.left, clause.right):
            return self._last_date()
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
            and len(mark.value) >= 7
            and not reading.has("context:vacancy", max(0, mark.first - 3), mark.first + 1)
        ]
        if since and self._event == "appointed" and not is_old(since[0].value, self._view):
            return since[0].value
        return None

    def interim(self) -> str | None:
        """The words that say that the position is held for a time only."""
        clause = self._clause
        for phrase in self._reading.phrases("role:interim"):
            if clause.left <= phrase.first < clause.right:
                written = self._reading.text(phrase.first, phrase.last)
                return written if "nterim" in written or "ntérim" in written else ""
        return None

    def _last_date(self) -> str | None:
        """The date named last before this sentence: "on the same day"."""
        for reading in reversed(self._view.readings[max(0, self._reading.number - 2) : self._reading.number + 1]):
            for mark in reversed(reading.dates):
                if (
                    mark.value
                    and not mark.since
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
        return self._taken_from(person)

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
