"""Which position goes with a phrase of moving: the one taken up, or the one that is left."""

from __future__ import annotations

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.post_marks import is_employer_noun
from pipeline.facts.moves.posts_taken import PostsTaken
from pipeline.facts.moves.roles import RoleMark

_HELD = 6
"""Words between "where" and the position somebody had."""


_PLURALS = ("s", "i", "en")
"""Endings of titles of several people."""


class Posts(PostsTaken):
    """Reads the positions that go with one phrase of moving for the people who move by it."""

    def role(self, index: int, given: RoleMark | None) -> RoleMark | None:
        """The position of the person with that number."""
        if given is not None:
            return given
        person = self._people[index] if index < len(self._people) else None
        if len(self._people) > 1 and self._clause.has("context:respectively", self._clause.left, self._clause.right):
            own = self._of_the_same_number(index)
            if own is not None:
                return own
        if self._event == "departed":
            return self._role_left(person) or self._shared_title(index)
        return self._role_taken(person)

    def _shared_title(self, index: int) -> RoleMark | None:
        """The title in the plural before the first of several names: "regional managers A and B".

        Not where one of them is named again: where they go to has a title of its own.
        """
        if any(self._is_named_again(person.name) for person in self._people):
            return None
        first = self._people[0].first if 0 < index < len(self._people) else None
        mark = next((one for one in self._reading.roles if one.last == first), None)
        return mark if mark is not None and self._reading.key(mark.head_last - 1).endswith(_PLURALS) else None

    def _is_named_again(self, name: str) -> bool:
        """Whether the article's text names the person more than once."""
        return (
            sum(
                mark.name == name
                for reading in self._view.readings
                if reading.sentence.field != "headline"
                for mark in reading.persons
            )
            > 1
        )

    def _of_the_same_number(self, index: int) -> RoleMark | None:
        """The position with the person's number: "A and B were named head of sales and head of finance"."""
        marks = self._clause.roles(self._clause.trigger.last, self._clause.right)
        if len(marks) == 1:
            joins = [found.first for found in self._reading.phrases("context:and")]
            bounds = [marks[0].first, *(at + 1 for at in joins if marks[0].first < at < marks[0].last)]
            ends = [*(first - 1 for first in bounds[1:]), marks[0].last]
            marks = [RoleMark(first, first, last, last, False) for first, last in zip(bounds, ends, strict=True)]
        return marks[index] if len(marks) == len(self._people) else None

    def _role_left(self, person: PersonMark | None) -> RoleMark | None:
        clause = self._clause
        inside = [mark for mark in self._reading.roles if clause.trigger.first <= mark.head < clause.trigger.end]
        if inside:
            return inside[-1]
        beside = self._right_behind()
        if beside is not None:
            return beside
        if person is not None:
            antecedent = self._antecedent(person)
            if antecedent is not None:
                return antecedent
            behind = clause.roles(max(person.last, clause.trigger.last), clause.right)
            as_role = [mark for mark in behind if self._reading.ends_with("context:as", mark.first) is not None]
            own = as_role[0] if as_role else self._apposition(person)
            if own is not None:
                return own
        held = self._held_there()
        if held is not None:
            return held
        if self._leaves_the_company():
            return None
        behind = [
            mark
            for mark in clause.roles(clause.trigger.last, self._successor_at())
            if not (self._belongs_to_other(mark, person) or self._is_old(mark) or self._decides(mark))
            and not (self._stays(mark) or self._announces_it(mark))
        ]
        if behind:
            return behind[0]
        if clause.trigger.kind == "frame:leave" and clause.has("pronoun:object", clause.verb, clause.trigger.first):
            before = [mark for mark in self._reading.roles if mark.last <= clause.verb]
            if before and person is None:
                return before[-1]  # "He keeps the chair and will give it up in 2023"
        if person is None:  # "the head of the truck division leaves …": the position stands for the person
            subject = [
                mark
                for mark in clause.roles(clause.left, clause.verb)
                if not self._reading.preposition_before(mark.first)
                and self._reading.key(mark.head) not in self._reading.lexicon.bodies
            ]
            return subject[0] if subject else None
        return None

    def _held_there(self) -> RoleMark | None:
        """The position that somebody had in the company left: "quits X, where she was head of sales"."""
        reading, trigger = self._reading, self._clause.trigger
        if trigger.kind != "frame:leave":
            return None
        named = [mark.last for mark in self._clause.employers(trigger.last, len(reading.tokens))]
        for last in named[:1]:
            at = last + (reading.key(last) == ",")
            if reading.key(at) not in reading.words.where:
                return None
            for mark in reading.roles:
                if at < mark.first <= at + _HELD and not any(
                    at < person.first < mark.first or other.first in range(at, mark.first)
                    for person in reading.persons
                    for other in reading.triggers
                ):
                    return mark if self._is_old(mark) or reading.has("context:past", at, mark.last + 2) else None
        return None

    def _right_behind(self) -> RoleMark | None:
        """The position that follows "is no longer" at once, with an article or without."""
        trigger, reading = self._clause.trigger, self._reading
        words = range(trigger.first, trigger.last)
        if trigger.kind != "frame:leave" or not any(reading.key(at) in reading.lexicon.negations for at in words):
            return None
        article = any(found.kind == "pronoun:article" for found in reading.starting(trigger.end))
        return next((one for one in reading.roles if one.first - trigger.end in (0, int(article))), None)

    def _antecedent(self, person: PersonMark) -> RoleMark | None:
        """The position before the relative pronoun that is the object: "the chair that X leaves", "…, que X quitte"."""
        reading, trigger = self._reading, self._clause.trigger
        at = reading.title_before(person.first)
        relative = reading.ends_with("context:relative", at)
        if relative is None or trigger.kind != "frame:leave" or person.last > self._clause.verb:
            return None
        last = relative - (reading.key(relative - 1) == ",")
        for mark in reversed(reading.roles):
            beside = self._employer_of(mark)
            if last in (mark.last, beside.last if beside else mark.last):
                return mark
        return None

    def _successor_at(self) -> int:
        """Where the clause goes on to speak of who comes: "replaced by X, head of Y"."""
        clause = self._clause
        if clause.trigger.kind != "frame:succeeded_by":
            return clause.right
        return min((one.last for one in clause.persons(clause.trigger.last, clause.right)), default=clause.right)

    def _leaves_the_company(self) -> bool:
        """Whether the object is a noun for the organization: "quitte l'entreprise"."""
        trigger, reading = self._clause.trigger, self._reading
        return any(is_employer_noun(reading.key(at), reading.lexicon) for at in range(trigger.last, trigger.last + 2))

    def further_roles(self, role: RoleMark | None) -> list[RoleMark]:
        """Posts joined to the first by "and" behind its organization: "CEO of A and chairman of B"."""
        found: list[RoleMark] = []
        if role is None or len(self._people) > 1:
            return found
        last = role.last
        for mark in self._reading.roles:
            if mark.head < last or mark.first > self._clause.right:
                continue
            beside = self._employer_of(found[-1] if found else role)
            start = beside.last if beside else last
            between = range(start, mark.first)
            if (
                len(between) > 2
                or not any(self._reading.has("context:and", at, at + 1) for at in between)
                or beside is None
            ):
                break
            found.append(mark)
            last = mark.last
        return found
