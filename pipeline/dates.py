"""Days as press pages write them: in machine form, in words of five languages, in addresses.

Reads `languages/<language>/dates.toml`: `months` (number to spellings) and `words`
(`published`, `updated`, `releases`: what stands before a date; `inside`: what may stand within one;
`day_first`, `month_first_regions`: how 03/04/2020 is read).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import urlsplit

from pipeline.languages import every_vocabulary, vocabulary

_FIRST_YEAR, _LAST_YEAR = 1981, 2100
# Digitised archives reach back before the web; earlier, and far ahead, are the zeros of clocks and calendars
# (1970-01-01, 1980-01-01, 0001-01-01, 9999-12-31).

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?(?:Z|[+-]\d{4})?$")
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z|z|[+-]\d\d(?::?\d\d)?)$")
_MAIL = re.compile(r"^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_EPOCH = re.compile(r"^(\d{10})(?:\d{3})?$")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_NUMERIC_APART = re.compile(
    r"(?<![\d./-])(?<![\d./-] )(\d{1,2})(\.)[ \u00a0](\d{1,2})\.[ \u00a0](\d{4})(?![\d/-]|\.\d)"
)
"""`4. 2. 2022`, as German press sets it."""
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
_COMPACT_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day found in running words."""

    day: date
    start: int
    end: int


def stated_day(value: str | None, locale: str | None = None) -> date | None:
    """The day in a machine-readable statement, as that statement counts it: no conversion to another time zone.

    Args:
        value: content of a `<meta>`, of JSON-LD, of a `datetime` attribute: ISO 8601 in any of its shapes,
            RFC 822, seconds since 1970, or a date in words.
        locale: the page's declared language with its region (`en-US`), for 03/04/2020.

    Returns:
        None where the value has no day, or names one that cannot be told (03/04/2020 without a locale).
    """
    if not value:
        return None
    value = value.strip()[:100]
    if match := _ISO.match(value):
        return _day(match[1], match[3], match[4])
    if (match := _COMPACT.match(value)) and (day := _day(*match.groups())):
        return day
    if match := _EPOCH.match(value):
        return _plausible(datetime.fromtimestamp(int(match[1]), tz=timezone.utc).date())
    return next((found.day for found in written_dates(value, locale)), None)


def stated_moment(value: str) -> datetime | None:
    """The moment in a statement by ISO 8601 or RFC 822 that has a time and an offset; None for any other."""
    value = value.strip()[:100]
    match = _MOMENT.match(value)
    if not match:
        return _moment_of_mail(value) if _MAIL.match(value) else None
    offset = "+00:00" if match[3] in "Zz" else match[3]
    if ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:] or '00'}"
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{offset}")
    except ValueError:
        return None


def _moment_of_mail(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else None


def written_dates(text: str, locale: str | None = None) -> Iterator[WrittenDate]:
    """The days written in the text, in order: `11 janvier 2021`, `Jan. 11, 2021`, `11.01.2021`, `2021-01-11`."""
    found: list[WrittenDate] = []
    for match in _in_words().finditer(text):
        month = months_by_name()[(match["month"] or match["month_first"]).lower()]
        _add(found, _day(match["year"] or match["year_after"], month, match["day"] or match["day_after"]), match)
    for match in _ISO.finditer(text):
        _add(found, _day(match[1], match[3], match[4]), match)
    for numeric in (_NUMERIC, _NUMERIC_APART):
        for match in numeric.finditer(text):
            _add(found, _numeric_day(match, locale), match)
    yield from sorted(found, key=lambda item: item.start)


def day_in_address(url: str | None) -> date | None:
    """The day in the address's path (`/2021/01/11/`); None where it has a month only, or several days."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    days = {_day(*match.groups()) for match in _IN_PATH.finditer(path)}
    days = days or {_day(*match.groups()) for match in _COMPACT_IN_PATH.finditer(path)}
    days.discard(None)
    return days.pop() if len(days) == 1 else None


@cache
def publication_words() -> re.Pattern[str]:
    """Words of all languages that announce the date of publication."""
    return _words("published")


@cache
def release_words() -> re.Pattern[str]:
    """What releases of all languages call themselves before their date."""
    return _words("releases")


@cache
def change_words() -> re.Pattern[str]:
    """Words of all languages that announce the date of a change."""
    return _words("updated")


def _words(kind: str) -> re.Pattern[str]:
    words = {word for data in every_vocabulary("dates").values() for word in data["words"][kind]}
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


def _add(found: list[WrittenDate], day: date | None, match: re.Match[str]) -> None:
    if day is not None:
        found.append(WrittenDate(day, match.start(), match.end()))


def _numeric_day(match: re.Match[str], locale: str | None) -> date | None:
    first, separator, second, year = match.groups()
    year = year if len(year) == 4 else f"20{year}"
    if int(first) > 12 or separator == "." or first == second:
        return _day(year, second, first)
    if int(second) > 12:
        return _day(year, first, second)
    day_first = _day_first(locale)
    if day_first is None:
        return None
    return _day(year, second, first) if day_first else _day(year, first, second)


def _day_first(locale: str | None) -> bool | None:
    language, _, region = (locale or "").lower().replace("_", "-").partition("-")
    words = vocabulary(language, "dates").get("words", {}) if language in every_vocabulary("dates") else {}
    if "month_first_regions" in words:
        return region not in words["month_first_regions"] if region else None
    return words.get("day_first")


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return _plausible(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _plausible(day: date) -> date | None:
    return day if is_plausible_year(day.year) else None


def is_plausible_year(year: int) -> bool:
    """Whether an article can be of that year: earlier and far later ones are the zeros of clocks and calendars."""
    return _FIRST_YEAR <= year < _LAST_YEAR


@cache
def months_by_name() -> dict[str, int]:
    """The number of each month, by every spelling of the five languages, in lower case."""
    return {
        name: int(number)
        for data in every_vocabulary("dates").values()
        for number, names in data["months"].items()
        for name in names
    }


@cache
def _in_words() -> re.Pattern[str]:
    month = _alternatives(months_by_name())
    inside = _alternatives({word for data in every_vocabulary("dates").values() for word in data["words"]["inside"]})
    gap = rf"[\s.,’']{{0,3}}(?:(?:{inside})(?!\w))?[\s.,]{{0,3}}"
    return re.compile(
        rf"(?<![\d.,])(?P<day>\d{{1,2}}){gap}[-/]?(?P<month>{month})(?!\w)[-/]?{gap}(?P<year>(?:19|20)\d\d)(?!\d)"
        rf"|(?<!\w)(?P<month_first>{month})(?!\w)\.?\s{{0,3}}(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)[\s,]{{1,3}}(?P<year_after>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )


def _alternatives(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]
