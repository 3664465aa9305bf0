"""Phrases of leaving a position: going, being dismissed, departures as nouns."""

from __future__ import annotations

from pipeline.facts.moves.clause import Clause, opens_a_list
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.drafting import departed
from pipeline.facts.moves.memory import Memory, Subject, of_marks
from pipeline.facts.moves.named_behind import named_behind, people_behind
from pipeline.facts.moves.other_people import names_predecessor, titled_elsewhere


def leave(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "X leaves": X is the subject."""
    reading = clause.reading
    relative = reading.ends_with("context:relative", clause.verb)
    if relative and reading.key(relative - 1) in reading.lexicon.post_nouns:
        return []  # "the post that X leaves is filled by Y"
    if not subject.names and opens_a_list(reading, clause.trigger):
        subject = named_behind(clause)  # "Three directors leave the board: X, Y and Z"
    return departed(memory, clause, subject, "leave")


def dismiss(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "X was dismissed"; after "have" the others are the subject."""
    reading, trigger = clause.reading, clause.trigger
    if reading.has("context:have", clause.verb, trigger.first) and not reading.has(
        "context:be", clause.verb, trigger.first
    ):
        return dismiss_actively(clause, subject, memory)
    if clause.verb == trigger.first and any(mark.last == trigger.first for mark in reading.employers):
        return dismiss_actively(clause, subject, memory)  # "the group removed X"
    if not subject.names:
        marks = people_behind(clause)
        subject = of_marks(marks)
    return departed(memory, clause, subject, "dismiss")


def dismiss_actively(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The board dismisses X"."""
    marks = people_behind(clause)
    if not marks and clause.reading.lexicon.nouns_are_capital:
        marks = clause.persons(clause.left, clause.trigger.first)[-1:]
    return departed(memory, clause, of_marks(marks), "dismiss_actively")


def departure_of(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The departure of X"."""
    marks = people_behind(clause, 8, asides=True)
    return departed(memory, clause, of_marks(marks), "departure_of")


def outgoing(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "The outgoing chairman X": a position and its holder right behind."""
    reading, at = clause.reading, clause.trigger.last
    marks = [mark for mark in reading.persons if at <= mark.first <= at + _TITLE]
    if not marks:
        return []
    role = next((mark for mark in reading.roles if at <= mark.first and mark.last <= marks[0].first), None)
    if role is None and reading.title_before(marks[0].first) != at:
        return []
    return departed(memory, clause, Subject((marks[0].name,), (marks[0],)), "departure_of")


_TITLE = 6
"""Words of a position between "outgoing" and the name."""


def gone_elsewhere(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "Her predecessor, X, has moved to Y", "the hitherto manager X joins Y": X leaves the post just filled."""
    reading = clause.reading
    came = [one for one in memory.drafts if one.event == "appointed" and one.person not in subject.names]
    if not subject.marks or not came or reading.number - max(came[-1].sentences) > _NEAR:
        return []
    mark, post = subject.marks[0], came[-1]
    begins = reading.title_before(mark.first)
    so_far = reading.has("context:so_far", begins, mark.first) or reading.has("context:so_far", begins - 1, begins)
    if not (so_far or names_predecessor(reading, mark)) or _has_left(memory, mark.name):
        return []
    if titled_elsewhere(reading, mark, post.employer):
        return []
    gone = Draft(mark.name, "departed", "leave", frozenset({reading.number}), certainty=_ELSEWHERE)
    date = Details(clause, subject.marks, "departed", memory.view, active=False).date()
    return [gone.with_(role=post.role, employer=post.employer, date=date, sentences=gone.sentences | post.sentences)]


def _has_left(memory: Memory, person: str) -> bool:
    """Whether the person has been told to leave already."""
    return any(draft.person == person and draft.event == "departed" for draft in memory.drafts)


_NEAR = 2
"""Sentences between a move and the one that says where who had the post has gone."""
_ELSEWHERE = 0.7
"""Certainty of a leaving that only a new place tells."""


def own_departure(clause: Clause, subject: Subject, memory: Memory) -> list[Draft]:
    """ "His resignation", "the departure of the latter"."""
    here = clause.persons(0, clause.trigger.first)
    if clause.has("pronoun:latter", clause.trigger.first, clause.trigger.last):
        return departed(memory, clause, memory.latter(clause.reading), "own_departure")
    if here:
        return departed(memory, clause, Subject((here[-1].name,), (here[-1],)), "own_departure")
    return departed(memory, clause, memory.pronoun(clause.reading), "own_departure")
