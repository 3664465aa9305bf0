"""When a position is taken up or left: dates as the text writes them, resolved with the date of publication.

Reads the table `dates` of `languages/<language>/moves.toml`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.facts.calendars import Calendar, calendar_of
from pipeline.facts.weekdays import Direction, day_of, nearest_day

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a sentence."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    value: str | None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the year cannot be known."""
    since: bool
    """Whether the text says that something has lasted since then."""


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication, as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, written: str | None) -> Published | None:
        """From `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where it is none of them."""
        match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", written or "")
        if not match:
            return None
        return cls(int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None)

    @property
    def as_date(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def written_dates(
    text: str, language: str, published: Published | None, named: Published | None = None
) -> list[WrittenDate]:
    """The dates of a sentence in order.

    Args:
        text: the sentence.
        language: its language.
        published: the date of publication.
        named: the last whole date of the sentences before. Where the date of publication is unknown, days without a
            year are taken to be near it. A year alone does not complete them: mostly it is one of somebody's career.
    """
    calendar = calendar_of(language)
    if calendar is None:
        return []
    found = []
    for match in calendar.written.finditer(text):
        if calendar.months_are_capital and match["month"] and match["month"].islower():
            continue  # "which may have"
        if calendar.origin.search(text, 0, match.start()) or calendar.origin_behind.match(text, match.end()):
            continue  # "né le 3 mai 1968"
        bare = not (match["day"] or match["day_after"] or match["year"])
        if bare and (match["month"] or "").lower() in calendar.like_words and not _is_month(match, text):
            continue  # "de onze à sept"
        today = published.as_date if published else None
        if match["weekday"]:
            value = day_of(calendar.weekdays[match["weekday"].lower()], today, _direction(match, text, calendar))
        elif match["bare_day"]:
            weekday = calendar.weekdays[match["day_of_week"].lower()]
            value = nearest_day(weekday, int(match["bare_day"]), today)
            value = value or day_of(weekday, today, _direction(match, text, calendar))
        else:
            value = _value(match, calendar, published, named)
        if value and (match["year"] or match["numeric_year"]):
            named = whole_date(value) or named
        found.append(WrittenDate(match.start(), match.end(), value, match["since"] is not None))
    return found


def whole_date(value: str) -> Published | None:
    """The day of `YYYY-MM-DD`; null for a month or a year."""
    return Published.read(value) if len(value) == len("2021-05-03") else None


def may_name_a_date(keys: Iterable[str], language: str) -> bool:
    """Whether a sentence of those words, in lower case, may hold a date: a quick look, before `written_dates`."""
    calendar = calendar_of(language)
    if calendar is None:
        return False
    for key in keys:
        if key[0].isdigit() or key in calendar.words:
            return True
        if not key.isalpha() and not calendar.words.isdisjoint(_LETTERS.findall(key)):
            return True  # "mid-May"
    return False


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a short form that is a word besides is a month without a day: "im Jan.", "en sept", not "en sept ans"."""
    before = text[: match.start("month")].lower()
    ends = re.match(r"\.?\s*\w", text[match.end("month") :]) is None
    return re.search(r"\bim\s+$", before) is not None or (ends and re.search(r"\ben\s+$", before) is not None)


def _value(
    match: re.Match[str], calendar: Calendar, published: Published | None, named: Published | None
) -> str | None:
    parts = {name: text.lower() for name, text in match.groupdict().items() if text}
    lasting = "since" in parts and not parts["since"].startswith(calendar.since_or_from)
    if "shift" in parts:
        return _shifted(calendar.shifts[parts["shift"]], published)
    if "only_year" in parts:
        return parts["only_year"]
    if "only_day" in parts:
        return (
            _checked(published.year, published.month, int(parts["only_day"])) if published and published.month else None
        )
    if "figures_month" in parts:
        month, day = int(parts["figures_month"]), _day(parts["figures_day"], calendar)
        return _dated(month, day, published or named, next_=False, last=lasting) if month in range(1, 13) else None
    if "numeric_month" in parts:
        month = int(parts["numeric_month"])
        return _checked(int(parts["numeric_year"]), month, int(parts["numeric_day"]))
    month = calendar.months[parts["month"].rstrip(".")]
    day = _day(parts.get("day") or parts.get("day_after") or "", calendar)
    if parts.get("year"):
        return _checked(int(parts["year"]), month, day)
    direction = parts.get("direction", "")
    gone = direction in calendar.last or lasting  # what has lasted since then has begun
    return _dated(month, day, published or named, next_=direction in calendar.next, last=gone)


def _dated(month: int, day: int | None, near: Published | None, *, next_: bool, last: bool) -> str | None:
    """The day or month in the year it is of; null where no year is known."""
    known = _year_for(month, day, near, next_=next_, last=last)
    return _checked(known, month, day) if known else None


def _day(written: str, calendar: Calendar) -> int | None:
    return 1 if written in calendar.first_days else int(re.sub(r"\D", "", written) or 0) or None


def _checked(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


def _year_for(month: int, day: int | None, published: Published | None, *, next_: bool, last: bool) -> int | None:
    """The year of a month that is written without one: the nearest, or the one the text points to."""
    if published is None:
        return None
    if published.month is None:
        return published.year
    months_ahead = (month - published.month) % 12  # 0 to 11
    if months_ahead == 0 and day and published.day and next_ and day < published.day:
        months_ahead = 12
    if last and months_ahead == 0 and not (day and published.day and day <= published.day):
        months_ahead = 12
    if last or (not next_ and months_ahead > 8):  # written without a word, a month far ahead is one just gone
        months_ahead -= 12 if months_ahead else 0
    return published.year + (published.month - 1 + months_ahead) // 12


def _direction(match: re.Match[str], text: str, calendar: Calendar) -> Direction | None:
    """Where the words around a weekday say that the day lies."""
    if match["since"] and not match["since"].lower().startswith(calendar.since_or_from):
        return None  # "wird seit Montag geführt": what has lasted since then has begun
    behind = (match["weekday_direction"] or "").lower()
    if calendar.present.match(text, match.end()):
        return "ahead"
    if match["weekday_next"] or behind in calendar.next:
        return "next"
    if behind in calendar.last:
        return "last"
    at = "weekday" if match["weekday"] else "day_of_week"
    before = text[: match.start(at)]
    ahead = calendar.ahead.search(before) and not calendar.past.search(before)
    future = calendar.future.search(before)
    # "wird umgebaut und hat am Montag berufen": the verb nearer to the day says when it was
    return "ahead" if ahead or (future and not calendar.past.search(before[future.start() :])) else None


def _shifted(shift: tuple[str, int], published: Published | None) -> str | None:
    if published is None:
        return None
    unit, count = shift
    if unit == "year":
        return str(published.year + count)
    if unit in ("new_year", "turn"):
        coming = published.year + (published.month or 1) // _SECOND_HALF
        return f"{coming:04}-01" + ("-01" if unit == "turn" else "")
    if unit == "last_of" and published.month:
        month = -(-published.month // count) * count
        return date(published.year, month, monthrange(published.year, month)[1]).isoformat()
    if unit in ("month", "first") and published.month is not None:
        months = published.year * 12 + published.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}" + ("-01" if unit == "first" else "")
    if unit != "day":
        return None
    today = published.as_date
    return (today + timedelta(days=count)).isoformat() if today else None


_SECOND_HALF = 7
"""The first month from which a new year is the next one."""
