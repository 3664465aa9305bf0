"""Day of publication and of the last change, from all that states one, most trusted first.

A day is the one that the page's own time zone has. Statements in UTC are a day off for every article
published near midnight; where the page states the same moment with its own offset, or the address
carries the neighbouring day, that day is taken.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from lxml.html import HtmlElement

from pipeline.dateline import day_of_dateline
from pipeline.dates import (
    WrittenDate,
    change_words,
    day_in_address,
    publication_words,
    stated_day,
    stated_moment,
    written_dates,
)
from pipeline.extraction.called import Called
from pipeline.extraction.heading_words import parts_apart
from pipeline.extraction.metadata_json_ld import ArticleNode
from pipeline.extraction.metadata_names import MODIFIED_METAS, PUBLISHED_METAS
from pipeline.extraction.metadata_statements import Statements, text_of
from pipeline.extraction.metadata_surroundings import lines_after, lines_before

_MAX_DATELINE_CHARS = 160
_MAX_BESIDE_CHARS = 90
# A dateline is a date with little beside it: a place, a section, a name, a reading time.
_CHANGE_HINTS = ("updat", "modif", "maj", "revis")
_MAX_DATED_ELEMENTS = _MAX_TIMES = 60
_SIDEBARS = ("aside", "nav", "footer")
_ASIDE = (*_SIDEBARS, "li", "a", "blockquote")
"""What a `<time>` in it is not the article's."""
_DATED = Called({"class": "date|Date|datum|publish|posted|fecha|timestamp", "id": "date"})
_NOT_DATED = ("time", "html", "body")
_YEAR = re.compile(r"(?:19|20)\d\d")


def choose_dates(
    said: Statements,
    article: ArticleNode,
    url: str | None,
    locale: str | None,
    heading: HtmlElement | None,
    *,
    tree: HtmlElement,
) -> tuple[date | None, date | None]:
    """Day of publication and day of the last change; None where nothing states them beyond doubt.

    Args:
        said: the page's statements.
        article: the JSON-LD article that the page is about.
        url: the address the page was fetched from.
        locale: the declared language with its region, for 03/04/2020.
        heading: the element that shows the headline, where it was found.
        tree: the page, searched only where no statement has a date.
    """
    statements = [text for text in published_statements(said, article) if text]
    changes = [text for text in _modified_statements(said, article) if text]
    modified = _first(changes, None)
    published = _own_day(statements, url) or _first(_page_statements(said), None)
    if published is None:
        published, changed = _visible(said, locale, heading, tree)
        published = published or _first(statements, locale)
        modified = modified or changed
    modified = modified or _first(changes, locale)
    if published and modified and modified < published:
        modified = None
    return published, modified


def published_statements(said: Statements, article: ArticleNode) -> Iterator[str | None]:
    """What the page states for machines about when its article was published, most trusted first."""
    yield article.published
    for name in PUBLISHED_METAS:
        yield from said.metas.get(name, ())[:1]
    for element in said.marked_as("datepublished", "published", "datecreated", "issued")[:3]:
        yield machine_form(element)


def _page_statements(said: Statements) -> Iterator[str]:
    if said.json_ld.page_published:
        yield said.json_ld.page_published


def _modified_statements(said: Statements, article: ArticleNode) -> Iterator[str | None]:
    yield article.modified
    for name in MODIFIED_METAS:
        yield from said.metas.get(name, ())[:1]
    for element in said.marked_as("datemodified", "modified")[:3]:
        yield machine_form(element)


def _first(statements: Iterable[str], locale: str | None) -> date | None:
    return next((day for statement in statements if (day := stated_day(statement, locale))), None)


def _own_day(statements: list[str], url: str | None) -> date | None:
    """The first stated day, set right by the address or by the same moment in the page's own time zone."""
    stated = in_address = None
    for statement in statements:
        if stated := stated_day(statement, None):
            in_address = day_in_address(url)
            if in_address and abs(stated - in_address) == timedelta(days=1):
                return in_address
            moment = stated_moment(statement)
            if moment is not None and moment.utcoffset() == timedelta(0):
                return _local_day(moment, statements) or stated
            return stated
    return day_in_address(url)


def _local_day(moment: datetime, statements: list[str]) -> date | None:
    """The day of the same moment where it is stated with an offset of its own."""
    for statement in statements:
        other = stated_moment(statement)
        if other is not None and other.utcoffset() and abs(other - moment) < timedelta(minutes=2):
            return other.date()
    return None


def machine_form(element: HtmlElement) -> str:
    """What the element says for machines, else its words."""
    return element.get("datetime") or element.get("content") or text_of(element, 100)


def _visible(
    said: Statements, locale: str | None, heading: HtmlElement | None, tree: HtmlElement
) -> tuple[date | None, date | None]:
    """What a reader finds: a date in or below the headline, `<time>`, one above, elements called date, labels."""
    changed: date | None = None
    times = said.times[:_MAX_TIMES]
    for own in (_by_heading(times, heading), [one for one in times if not _is_aside(one)]):
        if day := _time_element(own, locale):
            return day, None
    if heading is not None:
        # The dateline, where several `<time>` are marked as published: those of a sidebar are as well.
        for lines in (_lines_inside(heading), lines_after(heading), lines_before(heading)):
            published, update = _dateline(lines, locale)
            changed = changed or update
            if published:
                return published, changed
    if day := next(iter(_marked_days(times, locale)), None) or _time_element(times, locale):
        return day, changed
    if day := _agreed(_called_date(tree, locale)):
        return day, changed
    return _agreed(_labelled(tree, locale)), changed


def _by_heading(times: Sequence[HtmlElement], heading: HtmlElement | None) -> list[HtmlElement]:
    """Those in the smallest part of the page that holds the headline and any of them, but in no teaser or sidebar."""
    if heading is None:
        return []
    holders = [(time, list(time.iterancestors())) for time in times]
    for part in heading.iterancestors():
        if part.tag == "body":
            break
        inside = [(time, above[: above.index(part)]) for time, above in holders if part in above]
        if own := [time for time, above in inside if not any(one.tag in _ASIDE for one in above)]:
            return own
    return []


def _is_aside(time: HtmlElement) -> bool:
    return any(one.tag in _SIDEBARS for one in time.iterancestors())


def _time_element(times: Sequence[HtmlElement], locale: str | None) -> date | None:
    """The day that all `<time>` elements marked as publication name, or all elements where none is marked."""
    if marked := _marked_days(times, locale):
        return _agreed(marked)
    return _agreed(
        day
        for element in times
        if not any(hint in _hints(element) for hint in _CHANGE_HINTS)
        and (day := stated_day(machine_form(element), locale))
    )


def _marked_days(times: Sequence[HtmlElement], locale: str | None) -> list[date]:
    """The days of those that are marked as publication."""
    marked = (
        one for one in times if one.get("pubdate") is not None or "publish" in _hints(one) or "pubdate" in _hints(one)
    )
    return [day for one in marked if (day := stated_day(machine_form(one), locale))]


def _hints(time: HtmlElement) -> str:
    return " ".join(time.get(name) or "" for name in ("class", "itemprop", "id", "property")).lower()


def _lines_inside(heading: HtmlElement) -> Iterator[str]:
    """The lines that a headline's element holds beside its words, in elements set apart."""
    return (text_of(part, _MAX_DATELINE_CHARS) for part in parts_apart(heading))


def _dateline(lines: Iterable[str], locale: str | None) -> tuple[date | None, date | None]:
    """The first day of publication and the first day of change in lines that are little but a date."""
    published: date | None = None
    changed: date | None = None
    opening = True
    for line in lines:
        if len(line) > _MAX_DATELINE_CHARS:
            if not published and opening:
                published, opening = day_of_dateline(line), False
            if published:
                break
            continue
        for written in written_dates(line, locale):
            announced, updated = _announcement(line, written)
            if updated:
                changed = changed or written.day
            elif announced or len(line) - (written.end - written.start) <= _MAX_BESIDE_CHARS:
                published = published or written.day
        if published:
            break
    return published, changed


def _announcement(line: str, written: WrittenDate) -> tuple[bool, bool]:
    """Whether words of publication, and whether words of change, stand before the date; the nearer one counts."""
    before = line[: written.start]
    published = max((match.end() for match in publication_words().finditer(before)), default=-1)
    changed = max((match.end() for match in change_words().finditer(before)), default=-1)
    return published >= 0 and published >= changed, changed > published


def _called_date(tree: HtmlElement, locale: str | None) -> Iterator[date]:
    dated = (element for element in _DATED(tree) if element.tag not in _NOT_DATED)
    for element in islice(dated, _MAX_DATED_ELEMENTS):
        line = text_of(element, _MAX_DATELINE_CHARS)
        if 6 <= len(line) <= _MAX_DATELINE_CHARS and (day := _dateline([line], locale)[0]):
            yield day


def _labelled(tree: HtmlElement, locale: str | None) -> Iterator[date]:
    """Days behind a word of publication, wherever the line stands: below the text on many pages."""
    before: deque[str] = deque(maxlen=2)
    for piece in tree.itertext():
        if len(piece) > _MAX_DATELINE_CHARS:
            before.clear()
            continue
        if _YEAR.search(piece):
            line = " ".join((*before, piece))
            for written in written_dates(line, locale):
                if _announcement(line, written)[0]:
                    yield written.day
        if not piece.isspace():
            before.append(piece)


def _agreed(days: Iterable[date]) -> date | None:
    """The day that all of them name; None where they differ, since then some are of other articles."""
    distinct = set(days)
    return distinct.pop() if len(distinct) == 1 else None
