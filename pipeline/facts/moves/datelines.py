"""The day in the dateline of a text, on which it was written and nobody moves: "LEEDS, 27 May 2021. …"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.facts.dates_of_effect import Published
from pipeline.facts.moves.reading import DateMark, Reading

_FIRST = 3
"""Sentences among which a dateline stands, with the headline; a stop may part it from its place."""
_OPENING = 10
"""Words of a sentence before which its dateline has ended."""
_ENDS = frozenset([".", "-", "–", "—", ".-", ".–", ".—", ":", "|"])
_DAY = len("2021-05-27")


def drop_dateline(readings: Sequence[Reading], published: Published | None) -> None:
    """Takes the day of the dateline from the dates of its sentence: capitals before it, a dash or stop behind.

    Only the day of publication, or the one before, is taken for it; any other says when something happens.
    """
    today = published.as_date if published is not None else None
    if today is None:
        return
    for reading in [one for one in readings[:_FIRST] if one.sentence.field != "headline"]:
        reading.dates = [mark for mark in reading.dates if not _is_of_a_dateline(reading, mark, today)]


def _is_of_a_dateline(reading: Reading, mark: DateMark, today: date) -> bool:
    if mark.value is None or len(mark.value) != _DAY or mark.since or not 0 < mark.first < _OPENING:
        return False
    if not timedelta(0) <= today - date.fromisoformat(mark.value) <= timedelta(days=1):
        return False
    if not any(character.isdigit() for character in reading.text(mark.first, mark.last)):
        return False
    before = reading.tokens[: mark.first]
    place = [token for token in before if token.text[0].isalpha()]
    small = [token for token in place if not token.capital and len(token.text) > _LONGEST_LINK]
    parted = before[0].text.isupper() or any(token.text in _PARTS for token in before)
    return bool(place) and place[0].capital and not small and parted and _ends(reading, mark.last)


_PARTS = frozenset([",", "(", "/", "-", "–", "—", "."])
"""What parts a place from its day, unless the place is in capitals."""
_LONGEST_LINK = 3
"""Letters of the words between a place and its day: "Lyon, le 3 mai", "Köln, den 3. Mai"."""


def _ends(reading: Reading, at: int) -> bool:
    """Whether a dateline ends there, also behind an agency in brackets: "MADRID, 11 ene (Agencias).-"."""
    if reading.key(at) == "(":
        close = next((one for one in range(at, at + _BRACKETS) if reading.key(one) == ")"), None)
        return close is not None
    stopped = at > 0 and reading.tokens[at - 1].text.endswith(".")
    return reading.key(at) in _ENDS or (stopped and at < len(reading.tokens) and reading.tokens[at].capital)


_BRACKETS = 6
"""Words within which brackets behind a dateline end."""
