"""The day in the dateline that opens a text: "MADRID, 4 de marzo de 2024. …", "Udine, 9 luglio 2019 – …".

Releases carry their date in their first words. Where the page states none, relative dates are counted from it.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.dates import release_words, written_dates
from pipeline.languages.united import any_of

_LONGEST = 90
"""Characters within which a dateline ends."""
_PLACE = re.compile(
    r"\W{0,3}[^\W\d_a-zß-ÿ][\w’'.-]*"
    rf"(?:[ /-](?:[^\W\d_a-zß-ÿ][\w’'.-]*|{any_of('dates', 'dateline', 'within_a_place')})){{0,4}}"
    r"(?:[ \u00a0]\([^()\d]{2,30}\))?[ \u00a0]?(?:[,(–—-]|, \()[ \u00a0]?"
    rf"(?:{any_of('dates', 'dateline', 'before_a_day')}[ \u00a0])?"
)
_BEHIND = re.compile(r"[ \u00a0]?\)?[ \u00a0]?(?:[.:|–—]|-[ \u00a0]|$)", re.MULTILINE)
_LONGEST_LINK = 6
"""Characters between the words that announce a date and the date: "vom", "du"."""


def date_of_text(day: str | None, month: str | None, text: str) -> str | None:
    """What relative dates of the text are counted from: `YYYY-MM-DD`, or `YYYY-MM` where no day is known.

    Args:
        day: the day of publication, as the page states it.
        month: the month of publication, where the page states no day.
        text: what may open with a dateline; one of another month than the page states says nothing.
    """
    opening = None if day else day_of_dateline(text)
    told = opening.isoformat() if opening else day
    return month if told is None or (month and not told.startswith(month)) else told


def day_of_dateline(text: str) -> date | None:
    """The day; None where the text does not open with a place, or what a release calls itself, and a day."""
    opening = text[:_LONGEST]
    for written in written_dates(opening):
        before = _PLACE.fullmatch(opening, 0, written.start) or _announced(opening[: written.start])
        if before and _BEHIND.match(opening, written.end):
            return written.day
        break
    return None


def _announced(before: str) -> bool:
    """Whether nothing stands before the date but what a release calls itself: "Pressemitteilung vom"."""
    words = release_words().match(before)
    return words is not None and len(before) - words.end() <= _LONGEST_LINK
