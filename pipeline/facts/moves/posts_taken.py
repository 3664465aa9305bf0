"""Which position somebody takes up: beside the name behind the phrase, behind the phrase itself, or before it."""

from __future__ import annotations

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.post_marks import PostMarks
from pipeline.facts.moves.roles import RoleMark


class PostsTaken(PostMarks):
    """Reads the position that is taken up by one phrase of moving."""

    def _role_taken(self, person: PersonMark | None) -> RoleMark | None:
        clause = self._clause
        if person is not None and person.first >= clause.trigger.last:
            own = self._role_behind(person) or self._role_before(person)
            if own is not None and own.last == person.first and self._rises():
                earlier = [mark for mark in clause.roles(clause.left, clause.trigger.first) if not self._is_body(mark)]
                return earlier[-1] if earlier else None
            beside = self._role_beside(person, own)
            if beside is not None:
                return beside
        return self._role_behind_the_phrase(person) or self._role_before_the_phrase(person)

    def _rises(self) -> bool:
        """Whether the title before the name is what the person was so far."""
        clause = self._clause
        if clause.trigger.kind in ("frame:entrust", "frame:hand_over"):
            return True
        in_place = clause.has("context:in_place", 0, clause.right) and clause.trigger.kind == "frame:take_up"
        return in_place or clause.has("context:rises", clause.trigger.first, clause.trigger.last)

    def _role_behind(self, person: PersonMark) -> RoleMark | None:
        following = self._next_person(person)
        apposed: RoleMark | None = None
        for mark in self._clause.roles(person.last, min(self._clause.right, person.last + 12)):
            if following is not None and (mark.first >= following.first or mark.last + 1 >= following.first):
                return None
            if self._is_old(mark) or self._belongs_to_other(mark, person) or self._stays(mark):
                continue
            between = range(apposed.last, mark.first) if apposed else range(0)
            goes_on = bool(between) and self._reading.key(between[-1]) == "and" and not self._has_comma(between)
            if goes_on or self._is_apposition(mark, person):
                apposed = mark
                continue  # what the person was so far, also "… of A and president of B"
            return self._seat_or_position(mark, following)
        return None

    def _seat_or_position(self, mark: RoleMark, following: PersonMark | None) -> RoleMark:
        """The position behind a seat in a body: "appointed X to its board as a non-executive director".

        Also behind a word that says less than any other: "is the new boss and leads it as managing director".
        """
        vague = self._reading.text(mark.head, mark.last).lower() in self._reading.lexicon.vague_roles
        if not (vague or self._is_body(mark)):
            return mark
        end = following.first if following is not None else self._clause.right
        marked = [
            other
            for other in self._clause.roles(mark.last, end)
            if self._reading.ends_with("context:as", self._without_article(other.first)) is not None
        ]
        return marked[0] if marked else mark

    def _without_article(self, at: int) -> int:
        kinds = ("pronoun:indefinite", "pronoun:possessive", "pronoun:article")
        return at - any(self._reading.ends_with(kind, at) is not None for kind in kinds)

    def _role_before(self, person: PersonMark) -> RoleMark | None:
        for mark in self._reading.roles:
            if (
                mark.last <= person.first <= mark.last + 1
                and mark.first >= self._clause.trigger.first
                and not self._is_old(mark)
            ):
                return mark
        return None

    def _role_beside(self, person: PersonMark, own: RoleMark | None) -> RoleMark | None:
        """Of somebody named behind the phrase: on either side of the name, or where the clause opens."""
        clause = self._clause
        if own is not None and own.last == person.first and self._is_object(clause.left):
            return next(mark for mark in self._reading.roles if mark.first - clause.left in (0, 1))
        if own is not None:
            return own
        fronted = [mark for mark in clause.roles(clause.left, clause.verb) if mark.first - clause.left <= 1]
        if clause.trigger.kind == "frame:entrust":
            fronted = clause.roles(clause.left, clause.verb)[-1:]
        office = bool(fronted) and self._reading.key(fronted[0].head) in self._reading.lexicon.offices
        office = office and clause.trigger.kind == "frame:entrust"
        if fronted and not self._is_old(fronted[0]) and (office or not self._is_body(fronted[0])):
            return fronted[0]  # "Vicepresidente è stata eletta X"
        return None

    def _is_object(self, left: int) -> bool:
        """Whether in German a position opens the clause as what somebody takes up: "Den Vorsitz übernimmt Chefin X"."""
        if not self._reading.lexicon.nouns_are_capital or self._clause.trigger.kind != "frame:take_up":
            return False
        return any(mark.first - left in (0, 1) and not self._is_old(mark) for mark in self._reading.roles)

    def _role_behind_the_phrase(self, person: PersonMark | None) -> RoleMark | None:
        """In the phrase itself ("prend la présidence") or behind it."""
        clause = self._clause
        inside = [mark for mark in self._reading.roles if clause.trigger.first <= mark.head < clause.trigger.end]
        if inside:
            return inside[-1]
        for mark in clause.roles(clause.trigger.last, clause.right):
            if self._is_old(mark) or self._belongs_to_other(mark, person) or self._decides(mark):
                continue
            if self._stays(mark) or self._announces_it(mark):
                continue
            if person is not None and self._is_apposition(mark, person):
                continue
            return self._seat_or_position(mark, None)
        return None

    def _role_before_the_phrase(self, person: PersonMark | None) -> RoleMark | None:
        """Behind "as", or in German before the participle; of who is named again, what stands beside the name."""
        clause = self._clause
        before = [
            mark for mark in clause.roles(clause.left, clause.trigger.first) if not self._only_described(mark.first)
        ]
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
            free = [mark for mark in before if self._is_free(mark, person)]
            if free:
                return free[-1]
        renewed = any(phrase.kind == "context:renewed" for phrase in self._reading.starting(clause.trigger.first))
        return self._apposition(person) if renewed and person is not None else None

    def _is_free(self, mark: RoleMark, person: PersonMark | None) -> bool:
        """Whether a position before the phrase is nobody's title, and not that of a body that decides."""
        if self._is_old(mark) or (self._active and self._is_body(mark)) or self._belongs_to_other(mark, person):
            return False
        if person is not None:
            return not (self._is_apposition(mark, person) or mark.last == person.first)
        return self._reading.ends_with("context:as", mark.first) is not None or mark.first != mark.head

    def _was_anothers(self, mark: RoleMark, person: PersonMark | None) -> bool:
        """Whether the position goes with somebody named before it, and the person stands behind it."""
        if person is None or person.first < mark.last:
            return False
        return any(other.name != person.name and other.last <= mark.first for other in self._reading.persons)
