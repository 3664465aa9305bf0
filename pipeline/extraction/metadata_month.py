"""Month of publication, of pages that state no day.

Magazines have issues, not days; many addresses have `/2021/11/` and nothing more. It is not shown as a date of
publication, which has a day or is none, but tells which March an article means by "in March".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from pipeline.dates import is_plausible_year, months_by_name
from pipeline.extraction.metadata_dates import machine_form, published_statements
from pipeline.extraction.metadata_json_ld import ArticleNode
from pipeline.extraction.metadata_statements import Statements

_MAX_TIMES = 20
# "2021-11", "2021-11T08:00+01:00" as templates make it that paste a month where a day belongs, "11/2021"
_MACHINE = re.compile(
    r"\s*(?:(?P<year>\d{4})[-/.](?P<month>\d\d?)|(?P<month_first>\d\d?)[-/.](?P<year_last>\d{4}))(?:T[\d:.Z+-]*)?\s*"
)
_IN_WORDS = re.compile(r"\s*(?P<name>[^\W\d_]+)\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})\s*")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=/)")


def choose_month(said: Statements, article: ArticleNode, url: str | None) -> str | None:
    """`YYYY-MM`; None where nothing states it, or where statements differ.

    Args:
        said: the page's statements.
        article: the JSON-LD article that the page is about.
        url: the address the page was fetched from.
    """
    for stated in (
        published_statements(said, article),
        map(machine_form, said.times[:_MAX_TIMES]),
    ):
        if months := _months(stated):
            return months.pop() if len(months) == 1 else None
    return _month_in_address(url)


def _months(statements: Iterable[str | None]) -> set[str]:
    return {month for statement in statements if statement and (month := stated_month(statement))}


def stated_month(value: str) -> str | None:
    """The month of `2021-11`, `11/2021` or `novembre 2021`; None for all else, days among them."""
    value = value[:60]
    if match := _MACHINE.fullmatch(value):
        return _month(match["year"] or match["year_last"], int(match["month"] or match["month_first"]))
    if match := _IN_WORDS.fullmatch(value):
        return _month(match["year"], months_by_name().get(match["name"].lower(), 0))
    return None


def _month_in_address(url: str | None) -> str | None:
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    months = {_month(year, int(month)) for year, month in _IN_PATH.findall(path)}
    return months.pop() if len(months) == 1 else None


def _month(year: str, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 and is_plausible_year(int(year)) else None
