"""Posts that somebody takes on top of the first by the same verb: "as chief executive and, in addition, as chair"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.details import Details
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.memory import Memory
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.roles import RoleMark

_BEHIND = 12
"""Words of an aside between "and also" and the further post."""
_BEFORE = 3
"""Words between "and" and what says that the post comes on top."""
_FAR = 14
"""Words between the first post, with its organization, and the further one."""
_BREAKS = frozenset(".;:|")
_SMALL = frozenset(
    ["pronoun:article", "pronoun:possessive", "context:as", "context:adverbs", "context:now", "context:besides"]
)


def with_posts_besides(clause: Clause, drafted: Sequence[Draft], memory: Memory) -> list[Draft]:
    """The drafts of the further posts of the only one who comes by this phrase."""
    if len(drafted) != 1 or drafted[0].event != "appointed" or drafted[0].role is None:
        return []
    reading, first = clause.reading, drafted[0]
    own = next(
        (
            one
            for one in clause.roles(clause.left, len(reading.tokens))
            if reading.text(one.first, one.last) == first.role
        ),
        None,
    )
    role = None if own is None else _besides(reading, own)
    if role is None:
        return []
    marks = tuple(mark for mark in reading.persons if mark.name == first.person)[:1]
    details = Details(clause, marks, "appointed", memory.view, active=False)
    employer = details.employer_of(role)
    text = details.role_text(role)
    if text is None or (text.lower() == first.role and employer is None):
        return []
    stated = employer is not None or first.employer_stated
    return [
        first.with_(
            role=text, employer=employer or first.employer, employer_stated=stated, predecessor=None, additional=True
        )
    ]


def _besides(reading: Reading, own: RoleMark) -> RoleMark | None:
    """The post behind "and" and a word that says that it comes on top; nobody and no other verb stands between."""
    for phrase in reading.phrases("context:besides"):
        if not own.last <= phrase.first <= own.last + _FAR:
            continue
        joined = any(
            reading.ends_with("context:and", at) is not None and _are_small(reading, at, phrase.first)
            for at in range(max(own.last, phrase.first - _BEFORE), phrase.first + 1)
        )
        role = next((one for one in reading.roles if phrase.last <= one.first <= phrase.last + _BEHIND), None)
        if role is None or not joined or _something_between(reading, own.last, role.first):
            continue
        if _goes_straight_on(reading, phrase.last, role.first):
            return role
    return None


def _goes_straight_on(reading: Reading, first: int, last: int) -> bool:
    """Whether only small words, or an aside between commas, lead to the post: no "and also reports to the chair"."""
    commas = [at for at in range(first, last) if reading.key(at) == ","]
    return _are_small(reading, commas[-1] if commas and commas[0] == first else first, last)


def _are_small(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are articles, adverbs, "as" and commas, and none of them a verb."""
    at = first
    while at < last:
        ends = [one.last for one in reading.starting(at) if one.kind in _SMALL and one.last <= last]
        at = max(
            ends, default=at + 1 if reading.key(at) == "," or reading.key(at) in reading.lexicon.articles else last + 1
        )
    return at == last


def _something_between(reading: Reading, first: int, last: int) -> bool:
    begins = [one.first for one in reading.persons]
    begins += [one.first for one in reading.triggers if one.kind != "frame:at_head"]
    return any(first <= at < last for at in begins) or any(reading.key(at) in _BREAKS for at in range(first, last))
