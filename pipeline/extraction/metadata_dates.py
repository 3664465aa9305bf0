"""Day of publication and of the last change, from all that states one, most trusted first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from pipeline.extraction.dates import (
    change_words,
    day_in_address,
    publication_words,
    stated_day,
    written_dates,
)
from pipeline.extraction.metadata_json_ld import ArticleNode
from pipeline.extraction.metadata_names import MODIFIED_METAS, PUBLISHED_METAS
from pipeline.extraction.metadata_statements import Statements, text_of
from pipeline.extraction.metadata_surroundings import lines_around

_MAX_DATELINE_CHARS = 160
_CHANGE_HINTS = ("updat", "modif", "maj", "revis")


def choose_dates(
    said: Statements, article: ArticleNode, url: str | None, locale: str | None, heading: HtmlElement | None
) -> tuple[date | None, date | None]:
    """Day of publication and day of the last change; None where nothing states them beyond doubt."""
    modified = _first(_modified_statements(said, article), locale)
    published = (
        _first(_published_statements(said, article), locale) or day_in_address(url) or _time_element(said, locale)
    )
    if published is None and heading is not None:
        published, changed = _dateline(heading, locale)
        modified = modified or changed
    if published and modified and modified < published:
        modified = None
    return published, modified


def _published_statements(said: Statements, article: ArticleNode) -> Iterator[str | None]:
    yield article.published
    for name in PUBLISHED_METAS:
        yield from said.metas.get(name, ())[:1]
    for element in said.marked_as("datepublished", "published", "datecreated", "issued"):
        yield _machine(element)


def _modified_statements(said: Statements, article: ArticleNode) -> Iterator[str | None]:
    yield article.modified
    for name in MODIFIED_METAS:
        yield from said.metas.get(name, ())[:1]
    for element in said.marked_as("datemodified", "modified"):
        yield _machine(element)


def _first(statements: Iterator[str | None], locale: str | None) -> date | None:
    return next((day for statement in statements if (day := stated_day(statement, locale))), None)


def _machine(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or text_of(element, 100)


def _time_element(said: Statements, locale: str | None) -> date | None:
    """The day of the `<time>` that is marked as publication, or the one that all `<time>` elements name."""
    plain: list[date] = []
    for element in said.times[:60]:
        day = stated_day(_machine(element), locale)
        hints = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id", "property")).lower()
        if day is None or any(hint in hints for hint in _CHANGE_HINTS):
            continue
        if element.get("pubdate") is not None or "publish" in hints or "pubdate" in hints:
            return day
        plain.append(day)
    return plain[0] if plain and len(set(plain)) == 1 else None


def _dateline(heading: HtmlElement, locale: str | None) -> tuple[date | None, date | None]:
    """The days written in the short lines around the headline."""
    published: date | None = None
    changed: date | None = None
    for line in lines_around(heading):
        if len(line) > _MAX_DATELINE_CHARS:
            continue
        for written in written_dates(line, locale):
            before = line[: written.start]
            updates = [match.end() for match in change_words().finditer(before)]
            announcements = [match.end() for match in publication_words().finditer(before)]
            if updates and max(updates) > max(announcements, default=-1):
                changed = changed or written.day
            else:
                published = published or written.day
        if published:
            break
    return published, changed
