"""How far the days around a name lie from the day of the article: "since Monday" is news, "since 2009" is a career."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.dates_of_effect import Published
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import DateMark, Reading

_YEAR = len("2021")
_MONTH = len("2021-05")
_RECENT = -4
"""Months before the article in which a move may still be told."""


def day_signs(reading: Reading, published: Published | None, where: str) -> Iterator[str]:
    """The days of one sentence, whoever they belong to; `where` tells what the sentence is to the person."""
    for day in reading.dates:
        yield f"{where} {_age(reading, day, published)}"


def days_beside(reading: Reading, mark: PersonMark, published: Published | None) -> Iterator[str]:
    """The days of the sentence that no other name parts from this one, with their side."""
    for day in reading.dates:
        behind = day.first >= mark.last
        low, high = (mark.last, day.first) if behind else (day.last, mark.first)
        if not any(low <= other.first < high for other in reading.persons):
            yield f"day beside {_age(reading, day, published)} {'>' if behind else '<'}"


def _age(reading: Reading, day: DateMark, published: Published | None) -> str:
    """Ahead, just gone, or past, and whether something has held since then."""
    since = day.since or reading.ends_with("tenor:since", day.first) is not None
    return f"{_distance(day.value, published)}{' since' if since else ''}"


def _distance(value: str | None, published: Published | None) -> str:
    if value is None:
        return "unknown"
    if published is None or published.month is None:
        return "whole" if len(value) > _MONTH else "part"
    if len(value) == _YEAR:
        year = int(value)
        return "this year" if year == published.year else "year ahead" if year > published.year else "year past"
    months = (int(value[:4]) - published.year) * 12 + int(value[5:7]) - published.month
    if months > 0:
        return "ahead"
    return "fresh" if months >= -1 else "recent" if months >= _RECENT else "past"
