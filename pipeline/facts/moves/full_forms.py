"""What the letters of an abbreviation stand for, where the article writes both."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.reading import Reading
from pipeline.languages.united import united

NOT_ABBREVIATED = frozenset(united("moves_words", "names", "not_abbreviated"))
"""Words that have no letter in an abbreviation."""


def initials(text: str) -> str:
    """The first letters of a name, in small letters, without those of small words and legal forms."""
    words = text.lower().replace("-", " ").split()
    return "".join(word[0] for word in words if word not in NOT_ABBREVIATED)


def in_full(draft: Draft, readings: Sequence[Reading]) -> Draft:
    """The draft with the name that its organization's letters stand for, and the sentence that says so."""
    letters = draft.employer or ""
    if not (1 < len(letters) <= 6 and letters.isalpha() and letters.isupper()):
        return draft
    for reading in readings:
        if len(letters) == _FEW:
            name = next(
                (one.name for one in reading.employers if one.known and initials(one.name) == letters.lower()), None
            )
        else:
            name = _before_brackets(reading, letters) or _spelled_out(reading, letters)
        if name is not None:
            return draft.with_(employer=name, support=draft.support | {reading.number})
    return draft


_FEW = 2
"""Letters that are too few to say what they stand for, unless the table has the name: "GM"."""


def _before_brackets(reading: Reading, letters: str) -> str | None:
    """The name behind which the letters stand in brackets: "Board of Rice and Barley Growers (BRBG)"."""
    for at, token in enumerate(reading.tokens):
        if token.text != letters or reading.key(at - 1) != "(":
            continue
        first = _first_of(reading, at - 1, letters.lower())
        if first is not None:
            return reading.text(first, at - 1)
        return next(
            (
                mark.name
                for mark in reading.employers
                if mark.last == at - 1 and mark.last - mark.first > 1 and mark.name[0] == letters[0]
            ),
            None,
        )
    return None


def _first_of(reading: Reading, end: int, letters: str) -> int | None:
    """First of the words before `end` whose first letters are those of the abbreviation; null where they are not."""
    at, left = end, letters
    while left and at > 0:
        at -= 1
        token = reading.tokens[at]
        if token.key in NOT_ABBREVIATED or token.key == ",":
            continue
        own = "".join(part[0] for part in token.key.split("-") if part)
        if not token.capital or not left.endswith(own):
            return None
        left = left[: -len(own)]
    return at if not left else None


def _spelled_out(reading: Reading, letters: str) -> str | None:
    """The name of an organization, without brackets, whose first letters are those of the abbreviation."""
    for mark in reading.employers:
        words = mark.name.lower().replace("-", " ").split()
        if len(words) > 2 and letters.lower() in (initials(mark.name), "".join(word[0] for word in words)):
            return mark.name
    return None
