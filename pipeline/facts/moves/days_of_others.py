"""Days that are of something else than a beginning: of an end, of the news itself, of another change."""

from __future__ import annotations

from pipeline.facts.moves.reading import DateMark, Reading
from pipeline.languages.united import united


def ends_on(reading: Reading, mark: DateMark) -> bool:
    """Whether something lasts until that day, or until a meeting on it: "until the assembly of 18 September"."""
    if reading.ends_with("context:until", mark.first) is not None:
        return True
    return any(
        phrase.last <= mark.first <= phrase.last + _MEETING
        and not any(phrase.last <= one.first < mark.first for one in reading.dates)
        and not any(phrase.last <= one.first < mark.first for one in reading.triggers)
        and not any(reading.key(at) in _STOPS for at in range(phrase.last, mark.first))
        for phrase in reading.phrases("context:until")
    )


def is_told(reading: Reading) -> bool:
    """Whether the sentence is on the news itself: "The announcement came on Monday"."""
    return any(
        phrase.kind == "context:announce" and phrase.last <= _OPENING + 1
        for at in range(_OPENING)
        for phrase in reading.starting(at)
    ) and not (reading.persons or reading.triggers or reading.roles)


def is_on_another_change(reading: Reading) -> bool:
    """Whether the sentence is on the change of something else: "The switch to agencies starts on 1 September".

    Not where what changes is a position or the day follows: "le changement à la tête de Z", "ce sera chose faite à
    compter du 1er octobre".
    """
    for kind in ("context:change", "context:takes_effect", "tenor:change_day"):
        for phrase in reading.phrases(kind):
            behind = phrase.last
            posts = [one.first for one in reading.roles] + [one.first for one in reading.phrases("frame:at_head")]
            if (
                phrase.first < _OPENING
                and reading.key(behind) in _TO_WHAT
                and not any(behind <= mark.first <= behind + _OPENING for mark in reading.dates)
                and not any(behind <= at <= behind + _OPENING for at in posts)
            ):
                return True
    return False


_TO_WHAT = frozenset(united("moves_words", "names", "behind_a_switch"))
_OPENING = 3
"""Words of a sentence within which its subject stands."""
_MEETING = 4
"""Words of a meeting between "until" and its day."""
_STOPS = frozenset(",;:()–—")
