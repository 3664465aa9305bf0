"""Which period the numbers of an article are of, as far as its headline and its lead say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.periods import Period

_MONTH = len("2020-03")
_TOLD_UNTIL = "01"
"""The month up to which the results of a closed year are news."""
_LONGEST_AGO = 2
"""Years; a text's bare year of longer ago is that of a founding, a launch or a record."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_period(context: Context, headline: Sequence[Passage], lead: Sequence[Passage], published: str | None) -> None:
    """The first period that headline and lead date numbers by; none after the year of publication."""
    _read_named(context, headline, lead, int(published[:4]) if published else None)
    if context.period is None:
        _read_closed_year(context, (*headline, *lead), published)


def _read_closed_year(context: Context, opening: Sequence[Passage], published: str | None) -> None:
    """The year just closed, where its results are told soon after and only the one before it is named.

    "Up 12 % on 2023", told in January 2025, is of 2024.
    """
    if published is None or len(published) < _MONTH or not "01" <= published[5:_MONTH] <= _TOLD_UNTIL:
        return
    closed = int(published[:4]) - 1
    for passage in opening:
        for one in passage.periods:
            if one.compared and one.kind == "year" and one.value == str(closed - 1):
                context.period = Period(str(closed), "year", one.start, one.end, closed)
                context.period_span = passage.sentence.span(one.start, one.end)
                return


def _read_named(context: Context, headline: Sequence[Passage], lead: Sequence[Passage], published: int | None) -> None:
    for passage in (*headline, *lead):
        named = [one for one in passage.periods if not one.compared and one.kind != "day"]
        named = [one for one in named if not _only_looks_back(one, passage)]
        if published and passage.sentence.field == "text":
            named = [one for one in named if not one.year or one.year <= published]
            named = [one for one in named if one.kind != "year" or (one.year or published) >= published - _LONGEST_AGO]
        exact = [one for one in named if one.value]
        if exact or named:
            period = _finest(exact, passage) if exact else named[0]
            if context.period is None or (
                period.value and not context.period.value and context.period.kind == period.kind
            ):
                context.period = period
                context.period_span = passage.sentence.span(period.start, period.end)
            context.titled = passage.sentence.field == "headline" and context.period.kind == "month"
            if context.period.value:
                return


def _only_looks_back(period: Period, passage: Passage) -> bool:
    """Whether a sentence without a figure only says how long something had not been so: "the worst year since 2013"."""
    if period.kind != "cumulative" or period.value or period.since_new_year or passage.quantities_of_note:
        return False
    return bool(_YEAR.search(passage.text, period.start, period.end))


def _finest(periods: Sequence[Period], passage: Passage) -> Period:
    """The first of the periods, or a part of the same year that stands beside it."""
    newest = max(one.year or 0 for one in periods)
    # "73 % in 2012, but 22 % in the first half of 2021" is about 2021.
    first = next(one for one in periods if (one.year or 0) >= newest - 1)
    parts = [one for one in periods if one.kind != "year" and one.year == first.year]
    # "The year 2022: a strong December" is about the year.
    titled = passage.sentence.field == "headline" and passage.text[first.end :].startswith(":")
    return parts[0] if first.kind == "year" and parts and not titled else first
