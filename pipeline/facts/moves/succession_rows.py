"""Tables that set who had a post beside who has it now: "Post | Until now | From May"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.background import base_certainty
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.listing import cells_of
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading


def succession_rows(view: ArticleView) -> Iterator[Draft]:
    """The moves of every row under a header with a column of former holders and one of new ones."""
    header: tuple[int, int, int] | None = None
    number = -9
    for reading in view.readings:
        if not reading.sentence.is_row:
            header = None
            continue
        if header is None:
            columns = _columns(reading)
            header, number = columns, reading.number
            continue
        yield from _moves(reading, header, number)


def _columns(reading: Reading) -> tuple[int, int, int] | None:
    """Which cells hold the position, who had it and who has it now; null where the row heads no such table."""
    if reading.persons:
        return None
    cells = cells_of(reading)
    before = [at for at, cell in enumerate(cells) if reading.has("tenor:column_before", *cell)]
    after = [at for at, cell in enumerate(cells) if at not in before and reading.has("tenor:column_after", *cell)]
    if len(before) != 1 or not after or len(cells) < len("abc"):
        return None
    post = next((at for at in range(len(cells)) if at not in before and at != after[0]), None)
    return None if post is None else (post, before[0], after[0])


def _moves(reading: Reading, header: tuple[int, int, int], number: int) -> Iterator[Draft]:
    cells = cells_of(reading)
    if max(header) >= len(cells):
        return
    post, before, after = (cells[at] for at in header)
    went, came = _person(reading, before), _person(reading, after)
    if post[0] >= post[1] or any(post[0] <= mark.first < post[1] for mark in reading.persons):
        return
    if went is not None and came is not None and went.name == came.name:
        return
    role = reading.text(*post)
    row = Draft("", "appointed", "tenor", frozenset({reading.number}), role, support=frozenset({number}))
    row = row.with_(certainty=base_certainty("listed"))
    if came is not None:
        yield row.with_(person=came.name, predecessor=went.name if went else None)
    if went is not None and not _stays(reading, after):
        yield row.with_(person=went.name, event="departed")


def _person(reading: Reading, cell: tuple[int, int]) -> PersonMark | None:
    return next((mark for mark in reading.persons if cell[0] <= mark.first < cell[1]), None)


def _stays(reading: Reading, cell: tuple[int, int]) -> bool:
    return reading.has("tenor:stays", *cell) or reading.has("context:stay", *cell) or cell[0] >= cell[1]
