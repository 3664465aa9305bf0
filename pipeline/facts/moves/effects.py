"""When a move takes effect, where its own clause does not say: from the sentences right around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.days_of_others import ends_on, is_of_the_next, is_on_another_change, is_told
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.reading import DateMark, Reading
from pipeline.facts.moves.shared_days import with_shared_day

_FOLLOWING = 2
"""Sentences behind the move that may only say when."""
_NEAR = 7
"""Words between the date and the word that makes it the day."""
_DAY = len("2021-05")


def with_date(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """The row with the day that its own sentences or those right behind name for it."""
    today = view.published.as_date.isoformat() if view.published and view.published.as_date else None
    decided = bool(row.event == "appointed" and row.frame != "listed" and row.date and today and row.date <= today)
    if row.date is not None and not decided:
        return row
    near = [*_dates_near(row, rows, view), *_dates_of_several(row, rows, view)]
    common = list(_common_dates(row, view))
    ahead = [(number, mark) for number, mark in (*near, *common) if today and mark.value and mark.value > today]
    elsewhere = near or common or list(_vote_dates(row, view, today))
    # A day of the decision gives way only to that of the beginning.
    for number, mark in ahead or ([] if decided else elsewhere):
        return row.with_(date=mark.value, sentences=row.sentences | {number})
    if row.date is not None:
        return row
    row = with_shared_day(row, rows, view)
    return row if row.date is not None else row.with_(date=_at_once(row, view, today))


def _at_once(row: Draft, view: ArticleView, today: str | None) -> str | None:
    """The day of the decision, where the move takes effect at once: one named right before, or that of publication."""
    for number in sorted(row.sentences):
        reading = view.readings[number]
        for phrase in reading.phrases("context:at_once"):
            before = [mark.name for mark in reading.persons if mark.last <= phrase.first]
            behind = [mark.name for mark in reading.persons if mark.first >= phrase.last]
            if (before[-1:] or behind[:1] or [row.person]) != [row.person]:
                continue
            first = number if today is None else max(0, number - 1)
            for near in reversed(view.readings[first : number + 1]):
                days = [mark.value for mark in near.dates if mark.value and len(mark.value) > _DAY and not mark.since]
                gone = [day for day in days if not is_old(day, view) and (today is None or day <= today)]
                if gone:
                    return gone[-1]
            return today
    return None


def _common_dates(row: Draft, view: ArticleView) -> Iterator[tuple[int, DateMark]]:
    """The day of a sentence on all who move: "They all start on 7 January"."""
    if row.event != "appointed":
        return
    last = max(row.sentences)
    for reading in view.readings[last + 1 : last + 1 + _FAR_BEHIND]:
        if reading.persons or not reading.phrases("tenor:everybody"):
            continue
        for mark in reading.dates:
            if may_be_the_day(reading, mark, row, view):
                yield reading.number, mark


def _dates_of_several(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[int, DateMark]]:
    """The day of a sentence behind the move on the person and others who come: "A and B will start on 7 January"."""
    last = max(row.sentences)
    come = {other.person for other in rows if other.event == row.event == "appointed"}
    for reading in view.readings[last + 1 : last + 1 + _FAR_BEHIND]:
        named = {mark.name for mark in reading.persons}
        if row.person in named <= come and len(named) > 1:
            for mark in reading.dates:
                if may_be_the_day(reading, mark, row, view):
                    yield reading.number, mark


def _vote_dates(row: Draft, view: ArticleView, today: str | None) -> Iterator[tuple[int, DateMark]]:
    """The day of the meeting that has just voted, where the row tells of somebody elected.

    Who was not elected any more goes when the successor starts, which may be later.
    """
    if today is None or row.event == "departed":
        return
    for number in sorted(row.sentences):
        for reading in view.readings[max(0, number - _VOTE_BEFORE) : number + 1]:
            if not reading.phrases("tenor:vote"):
                continue
            for mark in reading.dates:
                fresh = mark.value and len(mark.value) > _DAY and mark.value <= today
                if fresh and may_be_the_day(reading, mark, row, view, sign=False):
                    yield reading.number, mark


_FAR_BEHIND = 10
_VOTE_BEFORE = 4
"""Sentences between the news of a vote and one on whom it has made or unmade."""


def _dates_near(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[int, DateMark]]:
    own = sorted(one for one in row.sentences if view.readings[one].sentence.field != "headline")
    behind = [number for last in own for number in range(last + 1, last + 1 + _FOLLOWING) if number not in own]
    others = {other.person for other in rows if other.person != row.person}
    for number in own:
        reading = view.readings[number]
        for mark in reading.dates:
            if is_of_the_next(reading, mark, {row.person}):
                continue
            if may_be_the_day(reading, mark, row, view) and _is_of_the_row(reading, mark, row, others):
                yield number, mark
    for number in dict.fromkeys(behind):
        if number >= len(view.readings):
            continue
        reading = view.readings[number]
        named = {mark.name for mark in reading.persons}
        if (
            _is_of_the_successor(reading, row)
            or named - {row.person}
            or reading.sentence.is_row
            or is_on_another_change(reading)
            or _somebody_moves_between(number, row, rows)
        ):
            continue
        for mark in reading.dates:
            if may_be_the_day(reading, mark, row, view):
                yield number, mark


def _is_of_the_successor(reading: Reading, row: Draft) -> bool:
    """Whether the sentence is on who comes after the one who leaves: "Her successor will be named on 18 July"."""
    return row.event == "departed" and reading.has("context:successor_noun", 0, _OPENING)


_OPENING = 3
"""Words of a sentence within which its subject stands."""


def _somebody_moves_between(number: int, row: Draft, rows: Sequence[Draft]) -> bool:
    """Whether another move is told in that sentence or between it and the row's."""
    last = max((one for one in row.sentences if one <= number), default=0)
    return any(other.person != row.person and any(last < one <= number for one in other.sentences) for other in rows)


def may_be_the_day(reading: Reading, mark: DateMark, row: Draft, view: ArticleView, *, sign: bool = True) -> bool:
    """Whether a day may be that of a move: recent, not of the report, and with `sign` beside a word of beginning."""
    if not mark.value or len(mark.value) < _DAY or is_old(mark.value, view):
        return False
    if view.published is None and int(mark.value[:4]) != view.now:
        return False
    if view.published is not None and not -_FAR_BACK <= _months_ahead(mark.value, view) <= _FAR_AHEAD:
        return False
    appointed = row.event == "appointed"
    if appointed and ends_on(reading, mark):
        return False
    if reading.has("context:announce", max(0, mark.first - 3), mark.last + 2) or is_told(reading):
        return False
    if not sign:
        return True
    kind = "tenor:starts" if appointed else "tenor:ends"
    return any(
        mark.first - _NEAR <= phrase.first <= mark.last + _NEAR
        and (phrase.last <= mark.first or phrase.first >= mark.first)
        for phrase in reading.phrases(kind)
    )


def _is_of_the_row(reading: Reading, mark: DateMark, row: Draft, others: set[str]) -> bool:
    """Whether nobody else who moves stands between the person, or the beginning, and the date."""
    own = [one for one in reading.persons if one.name == row.person]
    rivals = [one for one in reading.persons if one.name in others]
    if not own:
        return not any(one.first < mark.first for one in rivals)
    nearest = min(own, key=lambda one: abs(one.first - mark.first))
    low, high = sorted((nearest.first, mark.first))
    if any(reading.key(at) in ("*", "|", "•") for at in range(low, high)):
        return False  # another item of a list without line breaks
    return not any(low < one.first < high for one in rivals) and not (
        mark.first < nearest.first and any(one.last <= mark.first for one in rivals)
    )


def _months_ahead(value: str, view: ArticleView) -> int:
    published = view.published
    if published is None or published.month is None:
        return 0
    return (int(value[:4]) - published.year) * 12 + int(value[5:7]) - published.month


_FAR_BACK = 2
_FAR_AHEAD = 14
"""Months before and behind publication within which a move takes effect."""
