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
    """The draft with the name that its organization's letters stand for, and the sentence that says so.

    Where the headline and the text both call it by the letters, it has the letters.
    """
    letters = draft.employer or ""
    if not _abbreviates(letters):
        short = _short_form(letters, readings)
        return draft if short is None else draft.with_(employer=short)
    if _is_called_so(letters, readings):
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


def _abbreviates(word: str) -> bool:
    return 1 < len(word) <= _LONGEST and word.isalpha() and word.isupper()


_LONGEST = 6
"""Letters of an abbreviation."""


def _is_called_so(letters: str, readings: Sequence[Reading]) -> bool:
    """Whether both the headline and the text write the letters, which then are the usual name."""
    headline = bool(readings) and readings[0].sentence.field == "headline" and not readings[0].shouted
    return headline and all(
        any(
            token.text == letters and reading.key(at - 1) != "("
            for reading in part
            for at, token in enumerate(reading.tokens)
        )
        for part in (readings[:1], readings[1:])
    )


def _short_form(name: str, readings: Sequence[Reading]) -> str | None:
    """The letters that stand in brackets behind a long name, where they are what headline and text call it."""
    words = name.split()
    if len(words) <= _FEW:
        return None
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            if reading.key(at - 1) == "(" and _abbreviates(token.text) and reading.tokens[at - 2].text == words[-1]:
                return token.text if _is_called_so(token.text, readings) else None
    return None


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
