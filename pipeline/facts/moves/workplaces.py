"""The organization of one move, from the clause that tells it."""

from __future__ import annotations

from pipeline.facts.moves.origins import comes_from, stands_behind_a_name
from pipeline.facts.moves.posts import Posts
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark

_ENDED_BY_OTHERS = ("frame:departure_of", "frame:dismiss_actively", "frame:dismiss")
_WHERE_REACH = 6
"""Words between "where" and the verb of its clause."""


class Employers(Posts):
    """Reads the organization that goes with one phrase of moving for the people who move by it."""

    def employer(self, index: int, role: RoleMark | None) -> str | None:
        """The organization, where the clause names it."""
        reading = self._reading
        if role is not None:
            if role.employer_inside:
                return reading.tokens[role.head].text.rpartition("-")[0]
            beside = self._employer_of(role)
            if beside is not None and not self._is_what_for(beside):
                return beside.name
        if self._event == "departed" and self._leaves_the_company():
            return None
        if self._event == "departed" and self._antecedent_company() is not None:
            return self._antecedent_company()
        return self._of_it() or self._where_it_is_inverted() or self._where_it_follows() or self._around(index)

    def _antecedent_company(self) -> str | None:
        """The organization before the relative pronoun that is the object: "comes from X, which he leaves"."""
        reading, clause = self._reading, self._clause
        if clause.trigger.kind != "frame:leave":
            return None
        subject = [mark for mark in self._people if mark.last <= clause.verb]
        begins = reading.title_before(subject[-1].first) if subject else clause.verb
        if reading.ends_with("pronoun:subject", begins) is not None:
            begins = reading.ends_with("pronoun:subject", begins) or begins
        relative = reading.ends_with("context:relative", begins)
        if relative is None:
            return None
        last = relative - (reading.key(relative - 1) == ",")
        return next((mark.name for mark in reading.employers if mark.last == last), None)

    def _of_it(self) -> str | None:
        """Where a pronoun stands for it, the organization named last: "X quitte Y, Z en devient le patron"."""
        clause, reading = self._clause, self._reading
        if self._event == "departed" or not clause.has("pronoun:of_it", clause.verb, clause.trigger.first):
            return None
        before = self._view.readings[reading.number - 1] if reading.number > 1 else None
        named = [mark for mark in reading.employers if mark.last <= clause.verb and not comes_from(reading, mark)]
        if not named and before is not None:
            named = [mark for mark in before.employers if not comes_from(before, mark)]
        while len(named) > 1 and self._only_describes(named[-2], named[-1]):
            named.pop()
        return named[-1].name if named else None

    def _only_describes(self, one: EmployerMark, other: EmployerMark) -> bool:
        """Whether the other stands in what is said of the first behind a comma: "X, importer of the brands Y"."""
        reading, between = self._reading, range(one.last, other.first)
        if reading.key(one.last) != "," and reading.ends_with("context:and", other.first) != one.last:
            return False
        ends = any(reading.has(kind, one.last, other.first) for kind in ("context:relative", "pronoun:subject"))
        moves = any(trigger.first in between for trigger in reading.triggers)
        return not (ends or moves or any(reading.person_at(at) for at in between))

    def _where_it_follows(self) -> str | None:
        """Before the word for "where" that opens the clause of an arrival: "left for X, where she becomes …"."""
        if self._event == "departed":
            return None
        reading, clause = self._reading, self._clause
        for at in range(clause.verb - 1, max(clause.left, clause.verb - _WHERE_REACH) - 1, -1):
            if reading.key(at) in reading.words.where:
                return next((mark.name for mark in reading.employers if mark.last in (at - 1, at)), None)
        return None

    def _where_it_is_inverted(self) -> str | None:
        """Before the words that turn subject and verb round: "chez X, où lui a succédé Y"."""
        place = self._reading.ends_with("context:inverting", self._clause.verb)
        if place is None:
            return None
        return next((mark.name for mark in self._reading.employers if mark.last in (place - 1, place)), None)

    def _around(self, index: int) -> str | None:
        """Behind the phrase or before it."""
        clause, reading = self._clause, self._reading
        right = self._successor_at() if self._event == "departed" else clause.right
        behind = [mark for mark in clause.employers(clause.trigger.last - 1, right) if not self._is_beside(mark)]
        if self._event == "departed" and clause.trigger.kind == "frame:departure_of":
            behind = [mark for mark in behind if reading.ends_with("context:toward", mark.first) is None]
        before = [
            mark
            for mark in clause.employers(clause.left, clause.verb)
            if not (self._is_beside(mark) or self._describes(mark) or self._only_described(mark.first))
        ]
        if self._active and before:
            return before[-1].name
        decides = self._body_that_decides() if clause.trigger.kind in _ENDED_BY_OTHERS else None
        if decides is not None:
            return decides
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
        left = self._between_name_and_participle()
        if left is not None:
            return left
        subject = [mark for mark in before if not mark.preposed]
        if subject and not self._people_before():
            return subject[-1].name
        return None

    def _body_that_decides(self) -> str | None:
        """The organization of the body before the verb that ends somebody's time: "the board of X has ended …"."""
        for role in self._clause.roles(self._clause.left, self._clause.verb):
            beside = self._employer_of(role) if self._is_body(role) else None
            if beside is not None and beside.last <= self._clause.verb:
                return beside.name
        return None

    def _opens_brackets(self, at: int) -> bool:
        return "(" in (self._reading.key(at - 1), self._reading.key(at - 2))

    def _between_name_and_participle(self) -> str | None:
        """In German what somebody leaves stands before the verb: "X hat LeasePlan zum 31. Januar verlassen"."""
        clause, reading = self._clause, self._reading
        if not reading.lexicon.nouns_are_capital or clause.trigger.kind != "frame:leave":
            return None
        ends = [mark.last for mark in self._people if mark.last <= clause.trigger.first]
        left = [mark for mark in clause.employers(max(ends, default=0), clause.trigger.first) if not mark.preposed]
        return left[0].name if ends and left else None

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
            dates = (
                mark.last for mark in reading.dates if mark.first - at in (0, 1) and not reading.tokens[at].capital
            )
            at = max(dates, default=at)
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
        if self._event == "appointed" and stands_behind_a_name(reading, employer):
            return True
        holders = {mark.last for mark in reading.persons} | {mark.last for mark in reading.employers}
        if self._opens_brackets(employer.first) and holders & {employer.first - 1, employer.first - 2}:
            return True  # "X (Hertz)": where X comes from; "Isuzu France (groupe Sodirex)": the owner
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
        behind = employer.last in named and any(role.last == employer.first for role in self._reading.roles)
        return behind or any(role.first == employer.last and role.last in named for role in self._reading.roles)

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
