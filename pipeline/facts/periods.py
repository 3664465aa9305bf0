"""Periods in a text: years, quarters, halves, months, and those that run "over ten months".

The way a language writes them is data: `languages/<language>/periods.toml`; its keys
are explained in the French file. A period without a year gets it from the date of
publication, or else from a year that stands in the neighbourhood; where there is
neither, its value is None and the page is taken to be silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pipeline.facts.period_forms import PeriodForms
from pipeline.languages import LANGUAGES

PeriodKind = Literal["year", "half", "quarter", "month", "cumulative", "day"]
"""`cumulative`: several months that are no quarter, half or year, or all since some day."""

_NEIGHBOURS = 40
"""How many periods before and behind may date one without a year."""
_LONGEST_SENTENCE = 600
_AND = re.compile(r"(?<!\w)(?:and|et|und|y|e|ed)[ \u00a0](?:the[ \u00a0])?$")
_SENTENCE_END = re.compile(r"[.!?]\s|\n|$")
_REACH_OF_COMPARISON = 70
"""How many characters may stand between "against" and the period it is compared with."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period that a text names."""

    value: str | None
    """`2020`, `2020-Q1`, `2020-H1` or `2020-03`; None where it is none of these or its year is unknown."""
    kind: PeriodKind
    start: int
    end: int
    year: int | None = None
    number: int | None = None
    """Of the month, quarter or half; of a run of months how many they are."""
    compared: bool = False
    """Whether the figures are compared with this period: "par rapport à 2019"."""
    last_month: bool = False
    """Whether it is written as the month before, without its name."""
    whole_year: bool = False
    """Whether it is written as the whole of a year that the neighbourhood names: "sur l'ensemble de l'exercice"."""
    since_new_year: bool = False
    """Whether it runs from the start of the year: "depuis janvier"."""


def find_periods(text: str, language: str | None, published: str | None = None) -> list[Period]:
    """Every period of the text, in order.

    Args:
        text: a sentence, or better the whole text, so that years are found in the neighbourhood.
        language: ISO 639-1; English forms are read where it is none of ours.
        published: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    """
    forms = _forms(language if language in LANGUAGES else "en")
    year, month = _date(published)
    found: list[Period] = []
    end = 0
    for period in sorted(_written(text, forms, year, month), key=lambda one: (one.start, -one.end)):
        if period.start >= end:
            compared = _is_compared(text, period.start, forms) and not _opens_anew(text, period)
            found.append(replace(period, compared=True) if compared else period)
            end = period.end
    for _ in range(2):  # twice, because a month dated by its neighbour dates others in turn
        found = [
            _dated(period, found[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS], text, year, month)
            for index, period in enumerate(found)
        ]
    return [_valued(period) for period in found]


@lru_cache(maxsize=len(LANGUAGES))
def _forms(language: str) -> PeriodForms:
    return PeriodForms.of(language)


def _date(published: str | None) -> tuple[int | None, int | None]:
    match = re.match(r"(\d{4})(?:-(\d{2}))?", published or "")
    return (int(match[1]), int(match[2]) if match[2] else None) if match else (None, None)


def _written(text: str, forms: PeriodForms, published: int | None, month: int | None) -> list[Period]:
    found = [
        Period(
            None,
            "cumulative",
            match.start(),
            match.end(),
            number=None if match["new_year"] else forms.length_of(match[0]),
            since_new_year=bool(match["new_year"]),
        )
        for match in forms.cumulative.finditer(text)
    ]
    found += [Period(None, "day", match.start(), match.end()) for match in forms.days.finditer(text)]
    for match in forms.parts.finditer(text):
        part = forms.part(match)
        if part:
            year = int(match["year"]) if match["year"] else None
            found.append(Period(None, part[0], match.start(), match.end(), year, part[1]))
    folded = text.lower().replace("\u00a0", " ")
    for match in forms.bare.finditer(text) if any(word in folded for word in forms.bare_words) else ():
        kind: PeriodKind = "quarter" if match["quarter"] else "half"
        named = [one for one in found if one.kind == kind and one.number and one.end <= match.start()]
        named = [one for one in named if not _is_compared(text, one.start, forms)] or named
        if named:
            found.append(Period(None, kind, match.start(), match.end(), named[-1].year, named[-1].number))
        elif match["definite"] and (later := next((one for one in found if one.kind == kind and one.number), None)):
            found.append(Period(None, kind, match.start(), match.end(), later.year, later.number))
        elif match["definite"] and published and month:
            found.append(_just_closed(kind, published, month, match.start(), match.end()))
    for match in forms.years.finditer(text):
        found.append(Period(None, "year", match.start(), match.end(), int(match["year"])))
    for match in forms.relative.finditer(text):
        if match["last_month"]:
            found.append(Period(None, "month", match.start(), match.end(), last_month=True))
        elif match["whole_year"]:
            found.append(Period(None, "year", match.start(), match.end(), whole_year=True))
        else:
            shift = -1 if match["last_year"] else 1 if match["next_year"] else 0
            counted = published + shift if published else None
            found.append(Period(None, "year", match.start(), match.end(), counted))
    return found


def _just_closed(kind: PeriodKind, year: int, month: int, start: int, end: int) -> Period:
    """The last quarter or half that was over before the month of publication."""
    months = 3 if kind == "quarter" else 6
    closed = (month - 1) // months
    return Period(None, kind, start, end, year if closed else year - 1, closed or 12 // months)


def _opens_anew(text: str, period: Period) -> bool:
    """Whether a running total follows on "and": "… from 4,089 and year-to-date sales of …"."""
    return period.kind == "cumulative" and bool(_AND.search(text, max(0, period.start - 12), period.start))


def _is_compared(text: str, start: int, forms: PeriodForms) -> bool:
    before = re.sub(r"\([^()]*\)", "", text[max(0, start - _REACH_OF_COMPARISON) : start])
    clause = re.split(r"[;.!?()\n|](?!\d)|,\s|\s[–-]\s", before)[-1]
    return bool(forms.compared.search(clause))


def _dated(period: Period, found: list[Period], text: str, year: int | None, month: int | None) -> Period:
    """The period with its year, where that can be known."""
    if period.kind in ("day", "cumulative") or (period.year and not period.last_month):
        return period
    if period.whole_year:
        return replace(period, year=_year_around(period, found, year, month))
    if period.last_month and year and month:
        return replace(period, year=year - (month == 1), number=(month - 2) % 12 + 1)
    if period.kind == "year":
        return period
    if period.last_month:
        compared = (one for one in found if one.compared and one.kind == "month" and one.year)
        against = max(compared, key=lambda one: one.year or 0, default=None)
        return replace(period, year=against.year + 1, number=against.number) if against and against.year else period
    if year:
        return replace(period, year=_latest(period, year, month))
    return replace(period, year=_neighbour(period, found, text))


def _year_around(period: Period, found: list[Period], year: int | None, month: int | None) -> int | None:
    """The year that the text speaks of before, or else behind; that of publication, but in January the one before."""
    named = [one for one in found if one.year and not one.compared and not one.whole_year and one.kind != "day"]
    if year:
        named = [one for one in named if (one.year or 0) <= year + 1]  # a contract or a ban of years to come
    before = [one for one in named if one.end <= period.start]
    if before:
        newest = max((one.year or 0 for one in before if not year or (one.year or 0) <= year), default=0)
        # Older ones tell of beginnings and records.
        return [one for one in before if (one.year or 0) >= newest - 1][-1].year
    if named:
        return named[0].year
    return year and (year - 1 if month == 1 else year)


def _latest(period: Period, year: int, month: int | None) -> int:
    """The year of the last such period that has begun by the date of publication."""
    if period.kind == "year":  # January to December: it is over
        return year - 1 if month and month < 12 else year
    months = {"month": 1, "quarter": 3, "half": 6}[period.kind]
    begins = (period.number or 1) * months - months + 1
    return year - 1 if month and begins > month else year


def _neighbour(period: Period, found: list[Period], text: str) -> int | None:
    """The year the text's other periods suggest, where the date of publication is unknown."""
    parts = [one for one in found if one.year and one.kind not in ("year", "day")]
    sentence_end = _SENTENCE_END.search(text, period.end, period.end + _LONGEST_SENTENCE)
    until = sentence_end.start() if sentence_end else period.end + _LONGEST_SENTENCE
    for one in parts:
        same = (one.kind, one.number) == (period.kind, period.number)
        if same and period.end <= one.start and (one.compared or one.start < until or _is_in_brackets(text, one)):
            # "en mars, …, contre … en mars 2009"; of several such years the last is the one before
            return 1 + max(
                other.year or 0
                for other in parts
                if other is one or (other.compared and (other.kind, other.number) == (period.kind, period.number))
            )
    named = [one for one in parts if not one.compared]
    before = [one for one in named if one.end <= period.start]
    if before or named:
        return (before[-1] if before else named[0]).year
    years = [one for one in found if one.kind == "year" and one.year]
    for one in years:
        if one.compared and period.end <= one.start < until:  # "a novembre … rispetto al 2020"
            return (one.year or 0) + 1
    # A year alone that stands elsewhere is as often one of a record, of a beginning or of a plan.
    headline_end = text.find("\n")
    begin = max((end.end() for end in _SENTENCE_END.finditer(text, 0, period.start - 1) if end[0]), default=0)
    told = (one for one in years if one.start < headline_end or begin <= one.start <= period.start)
    plain = (one.year or 0 for one in told if not one.compared)
    return max(plain, default=0) or None


def _is_in_brackets(text: str, period: Period) -> bool:
    before = text[max(0, period.start - _REACH_OF_COMPARISON) : period.start]
    return before.rfind("(") > before.rfind(")")


def _valued(period: Period) -> Period:
    if not period.year:
        return period
    match period.kind:
        case "year":
            return replace(period, value=str(period.year))
        case "half":
            return replace(period, value=f"{period.year}-H{period.number}")
        case "quarter":
            return replace(period, value=f"{period.year}-Q{period.number}")
        case "month":
            return replace(period, value=f"{period.year}-{period.number:02}")
        case _:
            return period
