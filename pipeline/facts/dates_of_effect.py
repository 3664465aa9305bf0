"""When a position is taken up or left: dates as the text writes them, resolved with the date of publication.

Reads the table `dates` of `languages/<language>/moves.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from pipeline.languages import vocabulary

_ORDINAL = r"(?:er|°|º|ª|st|nd|rd|th|\.)?"
_YEAR = r"(?:19|20)\d\d"
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


@dataclass(frozen=True, slots=True)
class _Calendar:
    written: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    next: frozenset[str]
    last: frozenset[str]
    since_or_from: tuple[str, ...]
    """Words that say since when, or from which day ahead."""
    months_are_capital: bool
    words: frozenset[str]
    """Every word that a date without a figure has."""
    shifts: dict[str, tuple[str, int]]
    """Phrase to unit (`day`, `month`, `year`) and how many of them from the publication."""


def written_dates(text: str, language: str, published: Published | None, year: int | None = None) -> list[WrittenDate]:
    """The dates of a sentence in order; `year` is the one the sentences before speak of, where they name one."""
    calendar = _calendar(language)
    if calendar is None:
        return []
    found = []
    for match in calendar.written.finditer(text):
        if calendar.months_are_capital and match["month"] and match["month"].islower():
            continue  # "which may have"
        value = _value(match, calendar, published, year)
        found.append(WrittenDate(match.start(), match.end(), value, match["since"] is not None))
    return found


def may_name_a_date(keys: Iterable[str], language: str) -> bool:
    """Whether a sentence of those words, in lower case, may hold a date: a quick look, before `written_dates`."""
    calendar = _calendar(language)
    if calendar is None:
        return False
    for key in keys:
        if key[0].isdigit() or key in calendar.words:
            return True
        if not key.isalpha() and not calendar.words.isdisjoint(_LETTERS.findall(key)):
            return True  # "mid-May"
    return False


def _value(match: re.Match[str], calendar: _Calendar, published: Published | None, year: int | None) -> str | None:
    parts = {name: text.lower() for name, text in match.groupdict().items() if text}
    if "shift" in parts:
        return _shifted(calendar.shifts[parts["shift"]], published)
    if "only_year" in parts:
        return parts["only_year"]
    if "weekday" in parts:
        return _weekday(calendar.weekdays[parts["weekday"]], parts, published)
    if "numeric_month" in parts:
        month = int(parts["numeric_month"])
        return _checked(int(parts["numeric_year"]), month, int(parts["numeric_day"]))
    month = calendar.months[parts["month"].rstrip(".")]
    day = int(re.sub(r"\D", "", parts.get("day") or parts.get("day_after") or "") or 0) or None
    if parts.get("year"):
        return _checked(int(parts["year"]), month, day)
    direction = parts.get("direction", "")
    lasting = "since" in parts and not parts["since"].startswith(calendar.since_or_from)
    gone = direction in calendar.last or lasting  # what has lasted since then has begun
    known = _year_for(month, day, published, next_=direction in calendar.next, last=gone)
    known = known or year
    return _checked(known, month, day) if known else None


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


def _weekday(weekday: int, parts: dict[str, str], published: Published | None) -> str | None:
    today = published.as_date if published else None
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    day = today - timedelta(days=back)
    return (day + timedelta(days=7) if parts.get("weekday_next") else day).isoformat()


def _shifted(shift: tuple[str, int], published: Published | None) -> str | None:
    if published is None:
        return None
    unit, count = shift
    if unit == "year":
        return str(published.year + count)
    if unit == "month":
        if published.month is None:
            return None
        months = published.year * 12 + published.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    today = published.as_date
    return (today + timedelta(days=count)).isoformat() if today else None


@cache  # one a language
def _calendar(language: str) -> _Calendar | None:
    data: dict[str, Any] = vocabulary(language, "moves").get("dates", {})
    if not data:
        return None
    months = {name: number for number, names in enumerate(data["months"], 1) for name in names}
    weekdays = {name: number for number, name in enumerate(data["weekdays"])}
    shifts = {phrase: shift for key, shift in _SHIFTS.items() for phrase in data.get(key, ())}
    month, weekday = _any(months), _any(weekdays)
    direction = _any([*data["next"], *data["last"]])
    directed_before = _any([*data.get("next_before", []), *data.get("last_before", [])]) or "(?!)"
    of = data.get("of", r"(?:de|del|of|di|des?)")
    this_year = _any(data.get("this_year", [])) or "(?!)"
    pattern = rf"""
        (?P<since>\b(?:{_any(data["since"])})\b\W+(?:(?!\d)\w{{1,6}}\W+){{0,2}}?)?
        (?:
          (?<![\w.,])(?P<numeric_day>\d\d?)[./](?P<numeric_month>\d\d?)[./](?P<numeric_year>{_YEAR})(?!\w)
        | (?:\b(?:{weekday})\b,?\s+(?:the\s+|den\s+|dem\s+|el\s+)?)?
          (?:(?<![\w.,])(?P<day>\d\d?){_ORDINAL}\s+(?:{of}\s+)?)?
          (?P<directed>\b(?:{directed_before})\s+)?
          \b(?P<month>{month})\b(?!-\w)\.?
          (?:\s+(?P<day_after>\d\d?){_ORDINAL}(?![\d\w])(?!\s*(?:%|per)))?
          (?:,?\s+(?:{of}\s+)?(?:(?P<year>{_YEAR})\b|(?P<direction>{direction})\b|(?:{this_year})\b))?
        | \b(?P<shift>{_any(shifts) or "(?!)"})\b(?!\s+(?:{of}\b|d['’]))
        | (?P<weekday_next>\b(?:{_any(data.get("next_before", [])) or "(?!)"})\s+)?\b(?P<weekday>{weekday})\b
        | (?<![\w.,])(?<!\d[-–/])(?P<only_year>{_YEAR})(?![\w%]|[.,]\d|[-–/]\d)
        )"""
    return _Calendar(
        re.compile(pattern, re.VERBOSE | re.IGNORECASE),
        months,
        weekdays,
        frozenset([*data["next"], *data.get("next_before", [])]),
        frozenset([*data["last"], *data.get("last_before", [])]),
        tuple(data.get("since_or_from", ())),
        bool(data.get("months_are_capital", False)),
        frozenset(word for phrase in (*months, *weekdays, *shifts) for word in _LETTERS.findall(phrase.lower())),
        shifts,
    )


_SHIFTS = {
    "today": ("day", 0),
    "tomorrow": ("day", 1),
    "yesterday": ("day", -1),
    "next_month": ("month", 1),
    "last_month": ("month", -1),
    "this_month": ("month", 0),
    "next_year": ("year", 1),
    "year_end": ("year", 0),
}


def _any(words: Iterable[str]) -> str:
    """Words as one alternation, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
