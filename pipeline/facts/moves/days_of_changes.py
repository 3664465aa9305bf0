"""Days that a sentence without a name gives to moves told around it: "The changes take effect on 1 May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.days_of_others import is_on_a_thing
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.effects import may_be_the_day
from pipeline.facts.moves.reading import DateMark, Reading
from pipeline.languages.united import united

_AROUND = 6
"""Sentences between a move and one that dates all of them."""
_BEHIND = 8
"""Sentences behind a move within which one may say when the person starts."""
_NEAR = 8
"""Words between the date and what says of what it is the day."""
_OPENING = 3
"""Words of a sentence within which its subject begins."""
_OF_WHAT = frozenset(united("moves_words", "names", "behind_a_change"))


def with_day_of_the_change(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """The row of who comes, where it has no day, with the one of a sentence on the changes or on when they start.

    Who goes may have gone before, and often has.
    """
    if row.date is not None or row.frame == "listed" or row.event == "departed":
        return row
    days = {mark.value: number for number, mark in _days_of_all(row, rows, view)}
    if not days:
        days = dict(list({mark.value: number for number, mark in _starts(row, rows, view)}.items())[:1])
    if len(days) != 1:
        return row
    ((day, number),) = days.items()
    return row.with_(date=day, sentences=row.sentences | {number})


def _days_of_all(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[int, DateMark]]:
    first, last = min(row.sentences), max(row.sentences)
    for reading in view.readings[max(1, first - _AROUND) : last + 1 + _AROUND]:
        if not reading.persons and not reading.sentence.is_row:
            yield from _dated(reading, "tenor:change_day", row, view)


def _starts(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[int, DateMark]]:
    last = max(row.sentences)
    movers = {one.person for one in rows if one.person != row.person}
    for reading in view.readings[last + 1 : last + 1 + _BEHIND]:
        if any(mark.name in movers for mark in reading.persons) or reading.sentence.is_row:
            return
        if not reading.persons:
            yield from _dated(reading, "tenor:start_day", row, view)


def _dated(reading: Reading, kind: str, row: Draft, view: ArticleView) -> Iterator[tuple[int, DateMark]]:
    """The days near a phrase of that kind, unless it is the change of something else: "the change to agencies"."""
    if is_on_a_thing(reading):
        return
    for phrase in reading.phrases(kind):
        if phrase.first < _OPENING and reading.key(phrase.last) in _OF_WHAT:
            continue
        for mark in reading.dates:
            distance = mark.first - phrase.last if mark.first >= phrase.last else phrase.first - mark.last
            if distance <= _NEAR and may_be_the_day(reading, mark, row, view, sign=False):
                yield reading.number, mark
