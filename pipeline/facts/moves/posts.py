"""Which position goes with a phrase of moving: the one taken up, or the one that is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import MoveEvent
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark

_NEAR = 4
"""How many words may stand between a position and its organization."""


def is_employer_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a common noun stands for an organization, in German also as the end of a compound."""
    if word in lexicon.employer_nouns:
        return True
    return lexicon.nouns_are_capital and word.endswith(tuple(noun for noun in lexicon.employer_nouns if len(noun) > 5))


class Posts:
    """Reads the positions that go with one phrase of moving for the people who move by it."""

    def __init__(
        self, clause: Clause, people: Sequence[PersonMark], event: MoveEvent, view: ArticleView, *, active: bool
    ) -> None:
        self._view = view
        if event == "departed":
            goes = [found.first for found in clause.reading.phrases("context:destination")]
            right = min((at for at in goes if at >= clause.trigger.first), default=clause.right)
            clause = replace(clause, right=max(min(clause.right, right), clause.trigger.last))
        self._clause = clause
        self._reading = clause.reading
        self._people = people
        self._event = event
        self._active = active

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
            return self._role_left(person)
        return self._role_taken(person)

    def _of_the_same_number(self, index: int) -> RoleMark | None:
        """The position with the person's number: "A and B were named head of sales and head of finance"."""
        marks = self._clause.roles(self._clause.trigger.last, self._clause.right)
        if len(marks) == 1:
            joins = [found.first for found in self._reading.phrases("context:and")]
            bounds = [marks[0].first, *(at + 1 for at in joins if marks[0].first < at < marks[0].last)]
            ends = [*(first - 1 for first in bounds[1:]), marks[0].last]
            marks = [RoleMark(first, first, last, last, False) for first, last in zip(bounds, ends, strict=True)]
        return marks[index] if len(marks) == len(self._people) else None

    def _role_taken(self, person: PersonMark | None) -> RoleMark | None:
        clause = self._clause
        behind = clause.trigger.last
        if person is not None and person.first >= behind:
            # named behind the phrase: the position stands on either side of the name
            own = self._role_behind(person) or self._role_before(person)
            rises = clause.has("context:rises", clause.trigger.first, clause.trigger.last) or (
                clause.has("context:in_place", 0, clause.right) and clause.trigger.kind == "frame:take_up"
            )
            rises = rises or clause.trigger.kind in ("frame:entrust", "frame:hand_over")
            if own is not None and own.last == person.first and rises:
                earlier = [mark for mark in clause.roles(clause.left, clause.trigger.first) if not self._is_body(mark)]
                return earlier[-1] if earlier else None
            if own is not None:
                return own
            fronted = [mark for mark in clause.roles(clause.left, clause.verb) if mark.first - clause.left <= 1]
            if fronted and not self._is_old(fronted[0]) and not self._is_body(fronted[0]):
                return fronted[0]  # "Vicepresidente è stata eletta X"
        # a position in the phrase itself ("prend la présidence") or behind it
        inside = [mark for mark in self._reading.roles if clause.trigger.first <= mark.head < clause.trigger.end]
        if inside:
            return inside[-1]
        for mark in clause.roles(behind, clause.right):
            if self._is_old(mark) or self._belongs_to_other(mark, person):
                continue
            if person is not None and self._is_apposition(mark, person):
                continue
            return mark
        before = clause.roles(clause.left, clause.trigger.first)
        marked = [
            mark
            for mark in before
            if self._reading.ends_with("context:as", mark.first) is not None
            and not self._is_old(mark)
            and not self._was_anothers(mark, person)
        ]
        if marked:
            return marked[-1]
        if clause.trigger.kind in ("frame:entrust", "frame:hand_over") or self._reading.lexicon.nouns_are_capital:
            free = [
                mark
                for mark in before
                if not self._is_old(mark)
                and not (self._active and self._reading.key(mark.head) in self._reading.lexicon.bodies)
                and not self._belongs_to_other(mark, person)
                and (
                    person is not None
                    or self._reading.ends_with("context:as", mark.first) is not None
                    or mark.first != mark.head
                )
                and not (person and (self._is_apposition(mark, person) or mark.last == person.first))
            ]
            if free:
                return free[-1]
        renewed = any(phrase.kind == "context:renewed" for phrase in self._reading.starting(clause.trigger.first))
        return self._apposition(person) if renewed and person is not None else None

    def _was_anothers(self, mark: RoleMark, person: PersonMark | None) -> bool:
        """Whether the position goes with somebody named before it, and the person stands behind it."""
        if person is None or person.first < mark.last:
            return False
        return any(other.name != person.name and other.last <= mark.first for other in self._reading.persons)

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

    def _role_behind(self, person: PersonMark) -> RoleMark | None:
        following = self._next_person(person)
        apposed: RoleMark | None = None
        for mark in self._clause.roles(person.last, min(self._clause.right, person.last + 12)):
            if following is not None and (mark.first >= following.first or mark.last + 1 >= following.first):
                return None
            if self._is_old(mark) or self._belongs_to_other(mark, person):
                continue
            between = range(apposed.last, mark.first) if apposed else range(0)
            goes_on = bool(between) and self._reading.key(between[-1]) == "and" and not self._has_comma(between)
            if goes_on or self._is_apposition(mark, person):
                apposed = mark
                continue  # what the person was so far, also "… of A and president of B"
            return mark
        return None

    def _has_comma(self, places: range) -> bool:
        return any(self._reading.key(at) == "," for at in places)

    def _is_apposition(self, mark: RoleMark, person: PersonMark, *, of_another: bool = False) -> bool:
        """Whether the position stands behind the name and a comma, with an article or without.

        A new position there is no aside, but that of somebody else all the same (`of_another`).
        """
        reading = self._reading
        if reading.key(person.last) not in (",", "(") or mark.first <= person.last:
            return False
        if not of_another and any(reading.key(at) in reading.lexicon.new_words for at in range(mark.first, mark.head)):
            return False  # "X, the new treasurer"
        if reading.key(person.last + 1).isdigit() and mark.first - person.last <= 5:  # ", 54 ans, …"
            return (
                mark.first < self._clause.trigger.first
                or self._event == "departed"
                or self._clause.trigger.first < person.first
            )
        begin = mark.first - (reading.ends_with("pronoun:article", mark.first) is not None)
        if begin - person.last == 1:
            return True
        if begin - person.last == 2 and reading.tokens[begin - 1].capital and self._is_a_branch(begin - 1):
            return True  # "X, UK managing director of Y"
        return any(
            phrase.kind == "context:presently" and phrase.first == person.last + 1 for phrase in reading.ending(begin)
        )

    def _is_a_branch(self, at: int) -> bool:
        key = self._reading.key(at)
        return key in self._reading.lexicon.words_of_employers or key in self._reading.lexicon.places

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
        inside = [mark for mark in self._reading.roles if clause.trigger.first <= mark.head < clause.trigger.end]
        if inside:
            return inside[-1]
        if person is not None:
            behind = clause.roles(max(person.last, clause.trigger.last), clause.right)
            as_role = [mark for mark in behind if self._reading.ends_with("context:as", mark.first) is not None]
            own = as_role[0] if as_role else self._apposition(person)
            if own is not None:
                return own
        if self._leaves_the_company():
            return None
        behind = [
            mark
            for mark in clause.roles(clause.trigger.last, self._successor_at())
            if not self._belongs_to_other(mark, person) and not self._is_old(mark)
        ]
        if behind:
            return behind[0]
        if person is None:  # "the head of the truck division leaves …": the position stands for the person
            subject = [
                mark
                for mark in clause.roles(clause.left, clause.verb)
                if not self._reading.preposition_before(mark.first)
                and self._reading.key(mark.head) not in self._reading.lexicon.bodies
            ]
            return subject[0] if subject else None
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

    def _apposition(self, person: PersonMark) -> RoleMark | None:
        """The position named right before or behind the name."""
        for mark in self._reading.roles:
            beside = self._employer_of(mark)
            end = beside.last if beside else mark.last
            for last in (mark.last, end):
                if last == person.first or (last + 1 == person.first and not self._reading.key(last).isalpha()):
                    return mark
            if person.last < mark.first <= person.last + 7 and self._reading.key(person.last) in (",", "("):
                between = range(person.last, mark.first)
                if not any(self._reading.person_at(at) for at in between):
                    return mark
        opening = next((mark for mark in self._reading.roles if mark.first == 0), None)
        if (
            opening
            and not self._is_body(opening)
            and self._reading.key(person.first - 1) == ","
            and person is self._reading.persons[0]
        ):
            return opening  # "Head of sales for three years, X leaves"
        return None

    def _is_old(self, mark: RoleMark) -> bool:
        reading = self._reading
        if reading.ends_with("context:old_role", mark.first) is not None:
            return True
        at = mark.first
        while at and at > mark.first - _NEAR and self._may_stand_before(at - 1):
            at -= 1  # "previously the company's head", "zuletzt bei X Leiter"
            if reading.ends_with("context:old_role", at) is not None:
                return True
        return reading.tokens[mark.first].key.startswith(reading.lexicon.old_prefixes)

    def _is_body(self, mark: RoleMark) -> bool:
        """Whether the position is named by a body that may also decide: "le conseil d'administration"."""
        return self._reading.key(mark.head) in self._reading.lexicon.bodies

    def _may_stand_before(self, at: int) -> bool:
        """Whether the word is one that stands between "previously" and the position."""
        reading = self._reading
        key = reading.key(at)
        return (
            key in reading.lexicon.articles
            or key in ("a", "an", "un", "une", "una", "'s", "the", "of", "ein", "eine")
            or is_employer_noun(key, reading.lexicon)
            or any(mark.first <= at < mark.last for mark in reading.employers)
            or reading.ends_with("employer:prepositions", at + 1) is not None
        )

    def _belongs_to_other(self, mark: RoleMark, person: PersonMark | None) -> bool:
        """Whether the position is the title or apposition of somebody else."""
        reading = self._reading
        for other in reading.persons:
            if person is not None and other.name == person.name:
                continue
            beside = self._employer_of(mark)
            end = beside.last if beside else mark.last
            told = mark.first - self._clause.trigger.last in (0, 1)  # "wird Sprecher, X leitet …"
            if end == other.first or (end + 1 == other.first and reading.key(end) == "," and not told):
                return True
            if self._is_apposition(mark, other, of_another=True):
                return True
        if mark.last > mark.head_last and any(
            phrase.kind == "frame:at_head" for phrase in reading.ending(mark.head_last)
        ):
            return False  # "an der Spitze", where "an" tells no aside
        return reading.ends_with("context:aside", reading.title_before(mark.first)) is not None

    def _next_person(self, person: PersonMark) -> PersonMark | None:
        return next(
            (mark for mark in self._reading.persons if mark.first >= person.last and mark.name != person.name), None
        )

    def role_text(self, mark: RoleMark | None) -> str | None:
        """The position as written."""
        if mark is None:
            return None
        first = mark.first
        while first < mark.head and self._reading.tokens[first].key in self._reading.lexicon.new_words:
            first += 1
        if self._is_body(mark) and mark.first < first and mark.last == mark.head + 1:
            return None  # "the new leadership"
        return self._reading.text(first, mark.last)

    def _employer_of(self, role: RoleMark) -> EmployerMark | None:
        reading = self._reading
        for mark in reading.employers:
            named_by_noun = mark.known and is_employer_noun(reading.key(mark.first - 1), reading.lexicon)
            if reading.ends_with("context:origin", mark.first) is not None:
                continue
            if role.last <= mark.first <= role.last + _NEAR and (mark.preposed or named_by_noun):
                between = reading.tokens[role.last : mark.first]
                if not any(token.key in ",;:." or reading.person_at(at) for at, token in enumerate(between, role.last)):
                    return self._part_of(mark)
            if mark.last == role.first - 1 and reading.key(mark.last) == "'s" and not self._is_old(role):
                return mark  # "elected to Dunmore's board"
        return None

    def _part_of(self, owner: EmployerMark) -> EmployerMark:
        """The part of a company where the text names it behind its owner: "Dunmore's Milton Gas unit"."""
        reading = self._reading
        if reading.key(owner.last) != "'s":
            return owner
        return next((mark for mark in reading.employers if mark.first == owner.last + 1), owner)
