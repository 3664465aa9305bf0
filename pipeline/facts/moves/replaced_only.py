"""Whether a text that names who is replaced also says that this person goes."""

from __future__ import annotations

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found

_SUCCESSION = frozenset(
    {"frame:succeed", "tenor:predecessor", "context:predecessor", "context:in_place", "context:predecessor_noun"}
)
"""Phrases that only say who had the post before."""
_GOES = ("tenor:goes", "frame:leave", "frame:dismiss", "frame:own_departure", "context:destination")
_OPENS = frozenset([",", "(", "–", "—", ";", ":"])
_REACH = 14
"""Words behind the name within which it is told that the person goes."""


def only_names_the_predecessor(phrase: Found, mark: PersonMark | None, reading: Reading) -> bool:
    """Whether the phrase is one of succession, and nothing behind the name says that the person leaves."""
    beside = (*reading.starting(phrase.first), *reading.ending(phrase.last))
    covered = any(
        found.kind in _SUCCESSION and (found.last >= phrase.last or found.first <= phrase.first) for found in beside
    )
    return covered and mark is not None and mark.first >= phrase.last and not goes_on_to_leave(reading, mark)


def goes_on_to_leave(reading: Reading, mark: PersonMark) -> bool:
    """Whether an aside or a relative clause behind the name tells the leaving: "replaces X, who retires"."""
    if reading.key(mark.last) not in _OPENS:
        return False
    end = min((other.first for other in reading.persons if other.first >= mark.last), default=len(reading.tokens))
    return any(
        phrase.kind in _GOES for at in range(mark.last, min(end, mark.last + _REACH)) for phrase in reading.starting(at)
    )
