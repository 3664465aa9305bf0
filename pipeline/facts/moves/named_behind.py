"""People named behind a phrase of moving: its subject, its object, or who receives what it tells of."""

from __future__ import annotations

from dataclasses import replace

from pipeline.facts.moves.clause import Clause, opens_a_list
from pipeline.facts.moves.memory import NOBODY, Subject, joined_people
from pipeline.facts.moves.names import PersonMark


def inverted_subject(clause: Clause) -> Subject | None:
    """Who replaces somebody, named behind the verb where the other is a pronoun before it: "y le reemplaza X"."""
    reading, trigger = clause.reading, clause.trigger
    if trigger.kind != "frame:succeed" or not reading.has("pronoun:object", clause.verb, trigger.first):
        return None
    if reading.ends_with("context:inverting", clause.verb) is not None:
        return (
            joined_people(clause, named[0], trigger.last, clause.right)
            if (named := clause.persons(trigger.last, clause.right))
            else NOBODY
        )
    if not reading.lexicon.drops_pronouns:
        return None
    behind = [mark for mark in reading.persons if reading.title_before(mark.first) == trigger.last]
    return joined_people(clause, behind[0], trigger.last, clause.right) if behind else None


def subject_behind_an_opening_verb(clause: Clause) -> Subject | None:
    """Who is named behind a verb that opens its clause, and its object: "Lascia invece il consiglio X".

    In German behind the position that stands before the verb: "Den Vorsitz übernimmt kommissarisch Finanzchefin X".
    """
    reading, trigger = clause.reading, clause.trigger
    if clause.persons(clause.left, clause.verb):
        return None
    if reading.lexicon.nouns_are_capital:
        posts = [mark for mark in clause.roles(clause.left, clause.verb) if mark.first <= clause.left + 1]
        opens = bool(posts) and trigger.kind == "frame:take_up"
    else:
        opens = reading.lexicon.drops_pronouns and clause.verb - clause.left <= 1
    if not opens or trigger.kind not in ("frame:take_up", "frame:leave", "frame:hand_over"):
        return None
    behind = clause.persons(trigger.last, clause.right)
    near = [mark for mark in behind if not reading.preposition_before(mark.first) or _is_called_by_a_post(clause, mark)]
    if not near or near[0] is not behind[0] or near[0].first > trigger.end + _REACH:
        return None
    return joined_people(clause, near[0], trigger.last, clause.right)


_REACH = 6
"""Words of an object, an adverb and a title between a verb and its subject behind it."""


def named_behind(clause: Clause) -> Subject:
    """Who is named behind the verb: straight after it, or behind a colon that announces the name."""
    reading, last = clause.reading, clause.trigger.last
    colon = next((at for at in range(clause.trigger.end, len(reading.tokens)) if reading.key(at) == ":"), None)
    for mark in reading.persons:
        near = last <= mark.first <= last + 6 and mark.first < clause.right
        if (near and not reading.preposition_before(mark.first)) or (
            colon is not None and colon < mark.first <= colon + 3
        ):
            listed = people_behind(replace(clause, right=len(reading.tokens)))
            if len(listed) > 1 and listed[0] == mark:
                return Subject(tuple(one.name for one in listed), tuple(listed))
            return joined_people(clause, mark, last, len(reading.tokens))
    return NOBODY


def people_behind(clause: Clause, reach: int = 40, *, asides: bool = False) -> list[PersonMark]:
    """The people behind the phrase, with those joined to the first, each with a position of their own or without.

    `asides` takes in those behind "following the resignation of", "reporting to".
    """
    persons = [
        mark
        for mark in clause.persons(clause.trigger.last, clause.right)
        if (asides or not _is_aside(clause, mark)) and not is_agent(clause, mark)
    ]
    if not persons or persons[0].first > clause.trigger.end + reach:
        return []
    group = [persons[0]]
    for mark in persons[1:]:
        start = group[-1].last
        if mark.name == group[-1].name:
            continue  # "X, of X Motors"
        parted = _opens_an_item(clause, mark)
        if not (clause.has("context:and", start, mark.first) or parted or _in_brackets(clause, start, mark.first)):
            break
        if _has_a_verb(clause, start, mark.first):
            break
        group.append(mark)
    return group


def _has_a_verb(clause: Clause, first: int, last: int) -> bool:
    """Whether the words go on with a verb of their own: "dismisses A and has found a successor: B"."""
    reading = clause.reading
    kinds = ("context:have", "context:be")
    return any(
        phrase.kind in kinds and first < phrase.first < last and not reading.lexicon.nouns_are_capital
        for at in range(first, last)
        for phrase in reading.starting(at)
        if reading.ends_with("context:relative", at) is None
    )


def is_agent(clause: Clause, mark: PersonMark) -> bool:
    """Whether the name stands right behind the phrase and "by": "dismissed by X, the director …"."""
    by = clause.reading.ends_with("employer:agent", clause.reading.title_before(mark.first))
    return by == clause.trigger.end and clause.trigger.kind in ("frame:appoint", "frame:dismiss")


def _opens_an_item(clause: Clause, mark: PersonMark) -> bool:
    """Whether the name opens an item of a list behind a colon: "were elected: A, chairman; B, treasurer".

    A comma opens one where "and" joins a later name: "the lawyer A, the engineer B, of Leeds, and C".
    """
    reading, before = clause.reading, clause.reading.title_before(mark.first) - 1
    if not opens_a_list(reading, clause.trigger):
        return False
    if reading.key(before) == "," and not reading.preposition_before(mark.first):
        return any(
            clause.has("context:and", mark.last, other.first) for other in clause.persons(mark.last, clause.right)
        )
    return reading.key(before) == ";"


def _in_brackets(clause: Clause, first: int, last: int) -> bool:
    """Whether between two names stand only brackets and a comma, as in lists: "X (finance), Y (sales)"."""
    keys = [clause.reading.key(at) for at in range(first, last)]
    return len(keys) > 2 and keys[0] == "(" and keys[-2:] == [")", ","]


def _is_aside(clause: Clause, mark: PersonMark) -> bool:
    reading = clause.reading
    at = reading.title_before(mark.first)
    return (
        reading.ends_with("context:aside", at) is not None or reading.ends_with("context:predecessor", at) is not None
    )


def _is_called_by_a_post(clause: Clause, mark: PersonMark) -> bool:
    """Whether the position right before the name names the post that is left: "Deja el cargo de presidente X"."""
    reading, at = clause.reading, clause.reading.title_before(mark.first)
    return (
        at > 1 and reading.ends_with("role:joiners", at) == at - 1 and reading.key(at - 2) in reading.lexicon.post_nouns
    )


def receivers(clause: Clause) -> list[PersonMark]:
    """The people to whom something is handed or by whom it is done.

    In Spanish and Italian who is handed something has a preposition, and elsewhere where anybody behind the verb has
    one: a bare name right behind it is then its subject.
    """
    reading = clause.reading
    last = clause.trigger.last
    fronted = any(one.kind == "context:relative" for one in reading.starting(clause.verb))  # "C'est à X que revient …"
    first = clause.left if reading.lexicon.nouns_are_capital or fronted else last - 1
    around = clause.persons(first, clause.right)
    led = [
        mark
        for mark in around
        if reading.ends_with("context:to", reading.title_before(mark.first)) is not None
        and not _is_called_by_a_post(clause, mark)
    ]
    if clause.trigger.kind == "frame:hand_over" and (reading.lexicon.drops_pronouns or led):
        return led  # "übergibt X die Leitung an Y"
    return [mark for mark in around if mark in led or reading.title_before(mark.first) == last]
