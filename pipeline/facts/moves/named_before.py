"""The subject of a phrase of moving that a name or a pronoun before its verb tells."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.memory import NOBODY, Memory, Subject, joined_people
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading


def named_before(clause: Clause, before: Sequence[tuple[Clause, Subject]], memory: Memory) -> Subject | None:
    """A name or a pronoun before the verb; null where there is none."""
    reading, verb = clause.reading, clause.verb
    named = [mark for mark in reading.persons if mark.last <= verb]
    if named and reading.key(named[-1].last) == ":" and clause.has("pronoun:possessive", named[-1].last, verb):
        return NOBODY  # "X: her assistant leaves"
    if reading.ends_with("context:relative", verb) is not None and named:
        return joined_people(clause, named[-1], 0, verb)
    if reading.lexicon.nouns_are_capital:
        described = [
            mark
            for mark in named
            if mark.last < verb and (_opens_relative(clause, mark.last) or _opens_relative(clause, mark.last + 1))
        ]
        if described and described[-1] is named[-1]:
            return joined_people(clause, described[-1], 0, described[-1].last)
    if named and _is_chosen_for(clause, named):
        return Subject((named[-1].name,), (named[-1],))
    if named and named[-1].last == verb - 1 and _is_participle(clause):
        return joined_people(clause, named[-1], clause.left, verb)
    bare = clause.trigger.kind == "frame:succeeded_by" and clause.verb == clause.trigger.first
    if named and bare and reading.key(verb - 1) == ",":
        return Subject((named[-1].name,), (named[-1],))  # "le départ de X, directrice marketing, remplacée par Y"
    if named and clause.is_joined and _opens_relative(clause, named[-1].last):
        told = [one for one in reading.triggers if named[-1].last <= one.first < verb]
        if not told:  # "replaces X, who has held the post for years and will leave"
            return Subject((named[-1].name,), (named[-1],))
    if clause.is_joined and before and before[-1][1].names and not before[-1][0].moves_its_object:
        return before[-1][1]
    return _subject_before(clause, named, before, memory)


def _is_chosen_for(clause: Clause, named: list[PersonMark]) -> bool:
    """Whether a name behind a preposition is of who is to take somebody's place: "mise sur X pour remplacer Y"."""
    reading = clause.reading
    if clause.trigger.kind != "frame:succeed" or not reading.preposition_before(named[-1].first):
        return False
    if not clause.has("context:purpose", max(clause.verb - 1, named[-1].last), clause.trigger.first):
        return False
    return all(reading.preposition_before(mark.first) for mark in named)


def _opens_relative(clause: Clause, at: int) -> bool:
    """Whether a comma and a relative pronoun stand there, in whose clause the verb comes last."""
    reading = clause.reading
    return reading.key(at) == "," and any(phrase.kind == "context:relative" for phrase in reading.starting(at + 1))


def _is_participle(clause: Clause) -> bool:
    """Whether the phrase follows a name and a comma without an auxiliary: "…, X, promu directeur"."""
    kinds = ("frame:appoint", "frame:leave", "frame:dismiss")
    reading, trigger = clause.reading, clause.trigger
    return (
        trigger.kind in kinds
        and clause.verb == trigger.first
        and reading.key(clause.verb - 1) == ","
        and not reading.key(trigger.first).endswith(reading.lexicon.gerunds)
        and (trigger.kind != "frame:leave" or reading.key(trigger.first).endswith(reading.lexicon.participles))
        and (len(clause.persons(0, clause.verb)) > 1 or _is_behind_a_preposition(clause))
        and not clause.persons(trigger.last, clause.right)
    )


def _is_behind_a_preposition(clause: Clause) -> bool:
    """Whether the one named last before the verb is not the subject of the sentence: "replaces X, now retired"."""
    named = [mark for mark in clause.reading.persons if mark.last <= clause.verb]
    return bool(named) and clause.reading.preposition_before(named[-1].first)


def _subject_before(
    clause: Clause, named: list[PersonMark], before: Sequence[tuple[Clause, Subject]], memory: Memory
) -> Subject | None:
    """A name in the nominative, an apposition or a pronoun before the verb."""
    reading, verb = clause.reading, clause.verb
    persons = [mark for mark in named if mark.first >= clause.left]
    nominative = [mark for mark in persons if not reading.preposition_before(mark.first)]
    if reading.key(verb - 1) == ",":
        apposed = [
            mark
            for mark in named
            if reading.key(mark.last) in (",", "(") and not _goes_with_a_preposition(clause, mark)
        ]
        listed = _listed_before(clause, apposed[-1]) if apposed else None
        if listed:
            return listed
        if apposed:
            own = [mark for mark in apposed if mark in persons]
            chosen = own[0] if own and not _starts_anew(clause, own) else apposed[-1]
            return joined_people(clause, chosen, clause.left if own else 0, verb)
    if reading.ends_with("pronoun:latter", verb) is not None:
        return memory.latter(reading)
    if reading.ends_with("pronoun:subject", verb) is not None:
        described = _described_before(clause, named)
        if described is not None:
            return Subject((described.name,))
        first = next((mark for mark in named if not reading.preposition_before(mark.first)), None)
        if first is not None and not before:
            return Subject((first.name,))
        return memory.pronoun(reading, before)
    if nominative:
        listed = _listed_before(clause, nominative[-1])
        return listed or joined_people(clause, nominative[-1], clause.left, verb)
    if persons and verb - persons[-1].last <= 1 and clause.trigger.kind == "frame:appoint":
        return joined_people(clause, persons[-1], clause.left, verb)  # "c'est au tour de X d'être nommé"
    if clause.has("pronoun:subject", clause.left, verb):
        return memory.pronoun(reading, before)
    return None


def _described_before(clause: Clause, named: list[PersonMark]) -> PersonMark | None:
    """Who is described by the relative clause that the pronoun stands in: "X, who said that he would be leaving"."""
    if not named:
        return None
    last = named[-1].last
    at = last + (clause.reading.key(last) == ",")
    return named[-1] if any(phrase.kind == "context:relative" for phrase in clause.reading.starting(at)) else None


def _starts_anew(clause: Clause, marks: list[PersonMark]) -> bool:
    """Whether another clause begins between the first and the last of them: "named A, …, while B, …, was promoted"."""
    first, last = marks[0].last, marks[-1].first
    return any(clause.has(kind, first, last) for kind in ("context:and", "context:break"))


def _goes_with_a_preposition(clause: Clause, mark: PersonMark) -> bool:
    """Whether a preposition stands before the name or before the list that it ends: "with A, head of x, and B"."""
    if clause.reading.preposition_before(mark.first):
        return True
    listed = _listed_before(clause, mark)
    return listed is not None and clause.reading.preposition_before(listed.marks[0].first)


def _listed_before(clause: Clause, last: PersonMark) -> Subject | None:
    """A list of people, each with a position behind the name: "A, head of x; B, head of y, and C, head of z, left"."""
    reading = clause.reading
    group = [last]
    for other in reversed([mark for mark in reading.persons if mark.last <= last.first]):
        between = range(other.last, group[0].first)
        described = any(role.first in between for role in reading.roles)
        if reading.ends_with("context:predecessor", reading.title_before(other.first)) is not None:
            break  # "succeeding A, and head of sales B was named …"
        if not described or reading.key(other.last) != "," or not all(_is_in_a_list(reading, at) for at in between):
            break
        group.insert(0, other)
    joined = len(group) > 1 and reading.has("context:and", group[-2].last, last.first)
    return Subject(tuple(one.name for one in group), tuple(group)) if joined else None


_ITS = frozenset(["its", "seine", "seiner", "ihre", "ihrer"])


def _is_in_a_list(reading: Reading, at: int) -> bool:
    """Whether a word may stand between two people of a list."""
    marks = [
        *((mark.first, mark.last) for mark in reading.roles),
        *((one.first, one.last) for one in reading.employers),
    ]
    if any(first <= at < last for first, last in marks) or reading.key(at) in (",", ";", "-"):
        return True
    kinds = ("context:and", "employer:prepositions", "pronoun:article", "pronoun:possessive", "pronoun:indefinite")
    return (
        any(found.kind in kinds for found in reading.starting(at))
        or reading.ends_with(kinds[1], at + 1) is not None
        or reading.key(at) in _ITS
    )
