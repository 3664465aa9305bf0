"""What a position in a sentence is to the people who move: theirs before, somebody else's, a deciding body's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import MoveEvent
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.deputies import is_called_a_deputy
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark

_TOLD = frozenset([",", "»", "”", "“", '"'])
"""Signs before words that only say who tells the news."""
_NEAR = 4
"""How many words may stand between a position and its organization."""


def is_employer_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a common noun stands for an organization, in German also as the end of a compound."""
    if word in lexicon.employer_nouns:
        return True
    return lexicon.nouns_are_capital and word.endswith(tuple(noun for noun in lexicon.employer_nouns if len(noun) > 5))


class PostMarks:
    """The positions of the sentence of one phrase of moving, and what each is to the people who move by it."""

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
                told = (one for one in self._reading.triggers if one is not self._clause.trigger)
                moves = any(person.last <= one.first < one.end <= mark.last for one in told)
                named = any(self._reading.person_at(at) for at in between)
                if not (named or moves or self._is_of_another(mark)):
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

    def _is_of_another(self, mark: RoleMark) -> bool:
        """Whether the person is only something to who has the position: "X, grandson of the founder"."""
        reading = self._reading
        at = mark.first - (reading.ends_with("pronoun:article", mark.first) is not None)
        return any(
            phrase.kind == "employer:of" and not self._is_in_charge(phrase.first) for phrase in reading.ending(at)
        )

    def _is_in_charge(self, at: int) -> bool:
        """Whether a position or an organization stands right before: "head of the board", "Dunmore's board"."""
        return any(mark.last == at for mark in self._reading.roles) or any(
            mark.last == at for mark in self._reading.employers
        )

    def _is_a_branch(self, at: int) -> bool:
        key = self._reading.key(at)
        return key in self._reading.lexicon.words_of_employers or key in self._reading.lexicon.places

    def _has_comma(self, places: range) -> bool:
        return any(self._reading.key(at) == "," for at in places)

    def _is_old(self, mark: RoleMark) -> bool:
        reading = self._reading
        if self._event == "appointed" and is_called_a_deputy(reading, mark):
            return True
        if reading.ends_with("context:old_role", mark.first) is not None:
            return True
        beside = mark.first - 1  # "was regional manager"
        if beside > 0 and not reading.tokens[beside].capital and self._is_adjective(beside):
            return True
        at = mark.first
        while at and at > mark.first - _NEAR and self._may_stand_before(at - 1):
            at -= 1  # "previously the company's head", "zuletzt bei X Leiter"
            if reading.ends_with("context:old_role", at) is not None:
                return True
        return reading.tokens[mark.first].key.startswith(reading.lexicon.old_prefixes)

    def _is_adjective(self, at: int) -> bool:
        """Whether one word stands between a word for what was before and the position."""
        reading = self._reading
        word = reading.key(at)
        plain = word.isalpha() and word not in reading.lexicon.ends_role and not reading.starting(at)
        return plain and reading.ends_with("context:old_role", at) is not None

    def _is_body(self, mark: RoleMark) -> bool:
        """Whether the position is named by a body that may also decide: "le conseil d'administration"."""
        return self._reading.key(mark.head) in self._reading.lexicon.bodies

    def _only_described(self, at: int) -> bool:
        """Whether the word stands in a relative clause that a comma ends before the verb: ", who ran X, leaves"."""
        reading, verb = self._reading, self._clause.verb
        if at >= verb or reading.key(verb - 1) != ",":
            return False
        opened = [
            phrase.first
            for phrase in reading.phrases("context:relative")
            if phrase.first <= at and reading.key(phrase.first - 1) == ","
        ]
        return bool(opened) and not any(opened[-1] <= mark.first < verb for mark in self._people)

    def _decides(self, mark: RoleMark) -> bool:
        """Whether it is a body by which somebody is named: "élu par le conseil d'administration"."""
        at = mark.first - (self._reading.key(mark.first - 1) in self._reading.lexicon.articles)
        return self._is_body(mark) and any(
            self._reading.ends_with("employer:agent", place) is not None for place in (at, mark.first)
        )

    def _stays(self, mark: RoleMark) -> bool:
        """Whether the person is said to keep the position: "hands over but remains chairman"."""
        reading, trigger = self._reading, self._clause.trigger
        return any(
            trigger.end <= phrase.first < mark.first
            and not any(other.first >= phrase.last and other.last <= mark.first for other in reading.triggers)
            for phrase in reading.phrases("context:stay")
        ) or any(  # "until it finds a new boss"
            max(trigger.end, mark.first - _NEAR) <= phrase.first < mark.first
            for phrase in reading.phrases("context:sought")
        )

    def _announces_it(self, mark: RoleMark) -> bool:
        """Whether it is who tells the news, behind a comma or a quotation: ", teilte der Aufsichtsrat mit"."""
        reading = self._reading
        return any(
            self._clause.trigger.end < phrase.first
            and reading.key(phrase.first - 1 - (reading.ends_with("context:have", phrase.first) is not None)) in _TOLD
            and 0 <= mark.first - phrase.last <= 1
            for phrase in reading.phrases("context:announce")
        )

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

    def employer_of(self, role: RoleMark) -> str | None:
        """The organization that stands beside the position."""
        beside = self._employer_of(role)
        return None if beside is None else beside.name

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
