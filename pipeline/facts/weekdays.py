"""Which day a weekday means: the one just gone, unless the words around say that it lies ahead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

_WEEK = timedelta(days=7)
Direction = Literal["next", "last", "ahead"]
"""Whether the text says "next Monday", "last Monday", or that something holds from Monday on."""


def day_of(weekday: int, today: date | None, direction: Direction | None) -> str | None:
    """The day, with 0 for Monday; null where the day of publication is not known."""
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    day = today - timedelta(days=back)
    if direction == "next" or (direction == "ahead" and back):
        day += _WEEK
    elif direction == "last" and not back:
        day -= _WEEK
    return day.isoformat()


def nearest_day(weekday: int, number: int, today: date | None) -> str | None:
    """The day nearest to the publication that is such a weekday and has such a number in its month: "Monday 19".

    Null where none lies within a few weeks: then the number is no day's.
    """
    if today is None:
        return None
    days = (today + timedelta(days=days) for near in range(_FAR + 1) for days in (near, -near))
    return next((day.isoformat() for day in days if (day.weekday(), day.day) == (weekday, number)), None)


_FAR = 45
"""Days from the publication within which a weekday has its number alone."""
