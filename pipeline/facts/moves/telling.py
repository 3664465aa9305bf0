"""Reads the sentences of an article in order and drafts the moves they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.facts.moves import leaving, succession, taking_up
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import is_background, is_old
from pipeline.facts.moves.clause import Clause, clauses
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.memory import Memory, Subject
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.subjects import find_subject

_FRAMES: dict[str, Callable[[Clause, Subject, Memory], list[Draft]]] = {
    "frame:appoint": taking_up.appoint,
    "frame:appoint_actively": taking_up.appoint_actively,
    "frame:take_up": taking_up.take_up,
    "frame:lead_dated": taking_up.lead_dated,
    "frame:at_head": taking_up.at_head,
    "frame:be_role": taking_up.be_role,
    "frame:be_dated": taking_up.be_dated,
    "frame:new_role": taking_up.new_role,
    "frame:appointment_of": taking_up.appointment_of,
    "frame:succeed": succession.succeed,
    "frame:succeeded_by": succession.succeeded_by,
    "frame:hand_over": succession.hand_over,
    "frame:entrust": succession.entrust,
    "frame:leave": leaving.leave,
    "frame:dismiss": leaving.dismiss,
    "frame:dismiss_actively": leaving.dismiss_actively,
    "frame:departure_of": leaving.departure_of,
    "frame:own_departure": leaving.own_departure,
}
"""How each kind of phrase is read; the kinds are the keys of the table `frames` of a vocabulary."""

_OPENS_A_LIST = frozenset(f"frame:{name}" for name in ("appoint", "appoint_actively", "appointment_of", "take_up"))
_MOST_DRAFTS = 300
"""No article tells more; putting drafts together takes time with their square."""
_BULLETS = frozenset("-–—•*·►▪")


def tell(view: ArticleView) -> list[Draft]:
    """Every draft of every sentence, in order."""
    memory = Memory(view)
    listing: _Listing | None = None
    for reading in view.readings:
        if len(memory.drafts) >= _MOST_DRAFTS:
            break
        if not reading.has("context:obituary"):
            listed = listing.entry(reading) if listing else None
            if listed is not None:
                memory.drafts.append(listed)
            else:
                _read(reading, memory)
                listing = _Listing.opened_by(reading)
        memory.recent += [(mark.name, reading.number) for mark in reading.persons]
    return memory.drafts


def _read(reading: Reading, memory: Memory) -> None:
    subjects: list[tuple[Clause, Subject]] = []
    told: tuple[str, ...] = ()
    for clause in clauses(reading):
        subject = find_subject(clause, subjects, memory)
        subjects.append((clause, subject))
        if is_background(clause, memory.view):
            continue
        drafted = _FRAMES[clause.trigger.kind](clause, subject, memory)
        memory.drafts += drafted
        if drafted and not told:
            moving = {name for draft in drafted for name in (draft.person, draft.predecessor)}
            told = subject.names[:1] if moving.intersection(subject.names[:1]) else (drafted[0].person,)
    memory.follow(reading, told)
    succession.name_successor(reading, memory)
    succession.name_predecessor(reading, memory)
    if reading.has("context:takes_effect") and not reading.persons:
        _take_effect(reading, memory)


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of people and positions that a sentence with a colon opened."""

    employer: str | None

    @classmethod
    def opened_by(cls, reading: Reading) -> _Listing | None:
        """The list that a sentence opens; null where it opens none."""
        if not reading.sentence.text.endswith(":") or not any(one.kind in _OPENS_A_LIST for one in reading.triggers):
            return None
        return cls(reading.employers[-1].name if reading.employers else None)

    def entry(self, reading: Reading) -> Draft | None:
        """The draft of a line with a name and a position side by side."""
        bullet = reading.key(0) in _BULLETS
        person = reading.persons[0] if reading.persons else None
        if person is None or reading.number == 0 or not (bullet or person.first <= 1):
            return None
        for role in reading.roles:
            if role.first - person.last in (1, 2) or person.first - role.last in (0, 1):
                return Draft(
                    person=person.name,
                    event="appointed",
                    frame="listed",
                    sentences=frozenset({reading.number}),
                    role=reading.text(role.first, role.last),
                    employer=self.employer,
                    employer_stated=self.employer is not None,
                    certainty=0.85,
                )
        return None


def _take_effect(reading: Reading, memory: Memory) -> None:
    """A sentence that says only when: "The appointment takes effect on 1 May"."""
    dates = [
        mark.value for mark in reading.dates if mark.value and not mark.since and not is_old(mark.value, memory.view)
    ]
    if not dates or not memory.drafts:
        return
    people = {draft.person for draft in memory.drafts if reading.number - max(draft.sentences) <= 2} or {
        memory.drafts[0].person
    }
    memory.drafts = [
        draft.with_(date=dates[0], sentences=draft.sentences | {reading.number})
        if draft.person in people and draft.event == "appointed" and draft.date is None
        else draft
        for draft in memory.drafts
    ]
