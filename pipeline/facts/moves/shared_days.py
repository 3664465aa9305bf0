"""Days that one move shares with another: of two whom one verb moves, and of "the same day"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.days_of_others import ends_on
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.effective_days import shifted
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.old_days import is_old
from pipeline.facts.moves.reading import DateMark, Reading
from pipeline.facts.moves.tokens import Found

_BESIDE = {"context:same_date": 0, "context:day_before": -1, "context:day_after": 1, "context:then": 0}
"""Phrases that point to the day named last, and how many days from it."""
_BACK = 4
"""Sentences between a day and the one that points to it."""
_DAY = len("2021-05")


def with_shared_day(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """The row, where it has no day, with the one that it shares with another move."""
    if row.date is not None:
        return row
    shared = next(_days_of_the_verb(row, rows, view), None) or next(_days_pointed_to(row, rows, view), None)
    return row if shared is None else row.with_(date=shared[1], sentences=row.sentences | {shared[0]})


def _days_of_the_verb(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[int, str]]:
    """The day of who is joined to the person by "and" alone: "from 1 May, A and B will share the post"."""
    for other in rows:
        if other is row or other.event != row.event or other.person == row.person or other.date is None:
            continue
        for number in sorted(row.sentences & other.sentences):
            reading = view.readings[number]
            named = [mark for mark in reading.persons if mark.name in (row.person, other.person)]
            dated = any(mark.value == other.date for mark in reading.dates)
            if len(named) > 1 and dated and _are_joined(reading, named):
                yield number, other.date


def _are_joined(reading: Reading, named: Sequence[PersonMark]) -> bool:
    """Whether two of the names stand side by side, with descriptions alone and an "and" between."""
    for first, second in pairwise(named):
        if first.name == second.name:
            continue
        begins = reading.title_before(second.first)
        between = range(first.last, begins)
        if reading.ends_with("context:and", begins) is None or any(reading.key(at) in ";:|" for at in between):
            continue
        begun = [one.first for one in reading.triggers if one.kind not in _NO_VERBS]
        begun += [one.first for one in reading.dates]
        if not any(first.last <= at < second.first for at in begun):
            return True
    return False


_NO_VERBS = frozenset(["frame:new_role", "frame:at_head", "frame:outgoing"])


def _days_pointed_to(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[tuple[int, str]]:
    """The day named last before "the same day" in a sentence that tells the row, or goes on with the person."""
    others = {one.person for one in rows if one.person != row.person}
    for reading in view.readings[1:]:
        marks = [mark for mark in reading.persons if mark.name == row.person]
        if not marks:
            continue
        for kind, days in _BESIDE.items():
            for phrase in reading.phrases(kind):
                low, high = sorted((marks[0].first, phrase.first))
                between = any(low < one.first < high and one.name in others for one in reading.persons)
                if between or (
                    kind == "context:then" and not (row.event == "appointed" and _tells_a_move(reading, phrase))
                ):
                    continue
                found = _last_day(reading, phrase.first, view, ahead=kind == "context:then")
                value = shifted(found[1].value, days) if found is not None else None
                if found is not None and value is not None:
                    yield found[0], value


def _tells_a_move(reading: Reading, then: Found) -> bool:
    """Whether "then" stands beside a verb of moving or leading: not "then aged 28", "and then studied law"."""
    verbs = [one for one in reading.found if one.kind.startswith(_VERBS)]
    return any(
        0 <= then.first - one.last <= 1 or 0 <= one.first - then.last <= 1 or one.first < then.first < one.end
        for one in verbs
    )


_VERBS = ("frame:take_up", "frame:appoint", "frame:succeed", "frame:be_", "context:leads", "tenor:in_charge")


def _last_day(reading: Reading, before: int, view: ArticleView, *, ahead: bool) -> tuple[int, DateMark] | None:
    """The day named last before a token; for "then" only one that lies ahead of the publication."""
    published = view.published.as_date if view.published else None
    for near in reversed(view.readings[max(1, reading.number - _BACK) : reading.number + 1]):
        for mark in reversed(near.dates):
            if mark.value is None or len(mark.value) < _DAY or (near is reading and mark.first >= before):
                continue
            if is_old(mark.value, view) or mark.since or ends_on(near, mark):
                continue
            if ahead and (published is None or mark.value <= published.isoformat()):
                return None
            return near.number, mark
    return None
