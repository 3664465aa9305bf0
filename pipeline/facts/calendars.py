"""How a language writes dates: the table `dates` of `languages/<language>/moves.toml`, as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.languages import vocabulary

_ORDINAL = r"(?:er|°|º|ª|st|nd|rd|th|\.)?"
_YEAR = r"(?:19|20)\d\d"
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Calendar:
    """How one language writes dates."""

    written: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    next: frozenset[str]
    last: frozenset[str]
    since_or_from: tuple[str, ...]
    """Words that say since when, or from which day ahead."""
    months_are_capital: bool
    like_words: frozenset[str]
    """Short forms of months that are words besides, and months only beside a day or a year."""
    ahead: re.Pattern[str]
    """What right before a weekday says that the day lies ahead: "from Monday", "starts on Monday"."""
    future: re.Pattern[str]
    """A verb of the same clause that says so, in small letters, as names end like it: "will start on Monday"."""
    past: re.Pattern[str]
    """A verb of the same clause that says that it has been: "has been in office from Monday"."""
    present: re.Pattern[str]
    """A verb right behind a weekday, in the present, that says that the day lies ahead: "on Monday she takes over"."""
    origin: re.Pattern[str]
    """What right before a date says that it is of a birth or a founding."""
    origin_behind: re.Pattern[str]
    """The same right behind it."""
    words: frozenset[str]
    """Every word that a date without a figure has."""
    first_days: frozenset[str]
    """Words for the first day of a month: "il primo luglio"."""
    shifts: dict[str, tuple[str, int]]
    """Phrase to unit (`day`, `month`, `year`) and how many of them from the publication; `first` is the first day of
    such a month, `last_of` the last day of the stretch of so many months, `turn` the first day of the year that comes,
    `none` no day: "in the morning"."""


@cache  # one a language
def calendar_of(language: str) -> Calendar | None:
    """What a language knows of dates; null where it has no vocabulary."""
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
    first_days = data.get("first_days", [])
    article = r"(?:the|den|dem|el)"
    # Of a day and a month in figures without a year: "zum 1.10."; elsewhere they are the number of a chapter.
    before_figures = "|".join(rf"(?<=\b{word}\s)" for word in data["before_figures"])
    compounds = [day + part for day in weekdays for part in data.get("parts_of_weekdays", ())]
    part = _any(data.get("parts_of_weekdays", [])) or "(?!)"
    pattern = rf"""
        (?P<since>\b(?:{_any(data["since"])})\b\W+(?:(?!\d)\w{{1,6}}\W+){{0,2}}?)?
        (?:
          (?<![\w.,])(?P<numeric_day>\d\d?)[./](?P<numeric_month>\d\d?)[./](?P<numeric_year>{_YEAR})(?!\w)
        | (?:{before_figures})(?P<figures_day>\d\d?)\.\s?(?P<figures_month>\d\d?)\.(?!\s?\d)
        | \b(?P<day_of_week>{weekday})\s+(?:{article}\s+)?(?P<bare_day>\d\d?){_ORDINAL}
          (?![\w%]|[.,:]\d|\.?\s+(?:{of}\s+)?(?:{month})\b)
        | \b(?:{_any(data["day_words"]) or "(?!)"})\s+(?P<only_day>\d\d?)\b(?!\s+(?:{of}\s+)?(?:{month})\b)
        | (?:\b(?:{weekday})\b,?\s+(?:{article}\s+)?)?
          (?:(?<![\w.,])(?P<day>\d\d?|(?:{_any(first_days) or "(?!)"})\b){_ORDINAL}\s+(?:{of}\s+)?)?
          (?P<directed>\b(?:{directed_before})\s+)?
          (?<![^\W\d_]{{4}}-)\b(?P<month>{month})\b(?:-(?:{month})\b)?(?!-\w)\.?
          (?:\s+(?P<day_after>\d\d?){_ORDINAL}(?![\d\w])(?!\s*(?:%|per)))?
          (?:,?\s+(?:{of}\s+)?(?:(?P<year>{_YEAR})\b|(?P<direction>{direction})\b|(?:{this_year})\b))?
        | \b(?P<shift>{_any(shifts) or "(?!)"})\b(?!\s+(?:{of}\b|d['’]))
        | (?P<weekday_next>\b(?:{_any(data.get("next_before", [])) or "(?!)"})\s+)?\b(?P<weekday>{weekday})(?:{part})?\b
          (?:\s+(?P<weekday_direction>{direction})\b)?
        | (?<![\w.,])(?<!\d[-–/])(?P<only_year>{_YEAR})(?![\w%]|[.,]\d|[-–/]\d)
        )"""
    return Calendar(
        re.compile(pattern, re.VERBOSE | re.IGNORECASE),
        months,
        weekdays,
        frozenset([*data["next"], *data.get("next_before", [])]),
        frozenset([*data["last"], *data.get("last_before", [])]),
        tuple(data.get("since_or_from", ())),
        bool(data.get("months_are_capital", False)),
        frozenset(data.get("like_words", ())),
        re.compile(rf"\b(?:{_any(data['ahead'])})\s+(?:\w{{1,6}}\s+){{0,2}}$", re.IGNORECASE),
        re.compile(rf"(?:{data['future']})[^.;:,]*$"),
        re.compile(rf"\b(?:{_any(data['past'])})\b[^.;:,]*$", re.IGNORECASE),
        re.compile(rf",?(?:\s+\w+){{0,2}}?\s+(?:{_any(data['present'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_any(data['origin'])})\s+(?:\w{{1,3}}\s+){{0,2}}$", re.IGNORECASE),
        re.compile(rf"\s+(?:in\s+\w+\s+)?(?:{_any(data['origin'])})\b", re.IGNORECASE),
        frozenset(
            word
            for phrase in (*months, *weekdays, *compounds, *shifts, *data["day_words"])
            for word in _LETTERS.findall(phrase.lower())
        ),
        frozenset(first_days),
        shifts,
    )


_SHIFTS = {
    "today": ("day", 0),
    "tomorrow": ("day", 1),
    "yesterday": ("day", -1),
    "next_month": ("month", 1),
    "last_month": ("month", -1),
    "this_month": ("month", 0),
    "first_of_month": ("first", 0),
    "first_of_next_month": ("first", 1),
    "quarter_end": ("last_of", 3),
    "half_year_end": ("last_of", 6),
    "part_of_day": ("none", 0),
    "next_year": ("year", 1),
    "new_year": ("new_year", 0),
    "turn_of_year": ("turn", 0),
    "at_year_end": ("last_of", 12),
    "year_end": ("year", 0),
}


def _any(words: Iterable[str]) -> str:
    """Words as one alternation, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
