"""Days that lie well before the article, and the phrases of moving that they make old."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.reading import DateMark, Reading

STATES = frozenset({"frame:take_up", "frame:be_role", "frame:be_dated", "frame:at_head"})
"""Phrases that may also tell how things stand."""


def is_long_ago(clause: Clause, view: ArticleView) -> bool:
    """Whether the dates of the clause lie well before the article."""
    if view.now is None:
        return False
    reading, trigger = clause.reading, clause.trigger
    own = [
        mark
        for mark in clause.dates(trigger.first, clause.right)
        if mark.value and not mark.since and not _is_of_another_clause(clause, mark.first)
    ]
    if clause.reading.ends_with("pronoun:subject", clause.verb) is not None:
        states = trigger.kind in STATES
        all_dates = [mark for mark in reading.dates if mark.value and (states or not mark.since)]
        if all_dates and all(is_old(mark.value, view) for mark in all_dates):
            return True
    opening = _opening_dates(clause)
    near = [
        mark
        for mark in clause.dates(clause.left, trigger.first)
        if mark.value and not mark.since and clause.verb - mark.last <= 2 and not _ends_an_aside(clause, mark)
    ]
    dates = own or [*opening, *near]
    if not dates:
        return False
    return all(is_old(mark.value, view) for mark in dates)


def _opening_dates(clause: Clause) -> list[DateMark]:
    """The dates that open the sentence before the verb, or one behind a colon: "In 2012, X left", "…: in 2012 …"."""
    reading = clause.reading
    begins = [0, *(at + 1 for at in range(clause.verb) if reading.key(at) == ":")]
    return [
        mark
        for mark in reading.dates
        if mark.value
        and not mark.since
        and mark.first < clause.verb
        and any(0 <= mark.first - begin <= _OPENING and _opens(reading, mark.first, begin) for begin in begins)
    ]


def is_old_by_its_opening(clause: Clause, view: ArticleView) -> bool:
    """Whether the dates that open the sentence lie well before the article."""
    dates = _opening_dates(clause)
    return bool(dates) and all(is_old(mark.value, view) for mark in dates)


_OPENING = 3
"""Words of a sentence within which the date stands that opens it."""


def _ends_an_aside(clause: Clause, mark: DateMark) -> bool:
    """Whether the date only ends what is said of a name between commas: "X, born in 1964, leaves"."""
    reading = clause.reading
    if reading.key(mark.last) != ",":
        return False
    opened = max((at for at in range(mark.first) if reading.key(at) == ","), default=None)
    return opened is not None and not all(
        any(phrase.kind in _SMALL for phrase in reading.starting(at)) for at in range(opened + 1, mark.first)
    )


_SMALL = ("context:prepositions", "employer:prepositions", "pronoun:article", "employer:of")


def _opens(reading: Reading, at: int, begin: int = 0) -> bool:
    """Whether a date opens its sentence with small words alone before it: not "Entré en 2015, X …"."""
    return at - begin < _FEW_WORDS or any(found.kind in _SMALL for found in reading.starting(begin))


_FEW_WORDS = 2


def _is_of_another_clause(clause: Clause, at: int) -> bool:
    """Whether a verb of its own stands between the phrase and a date: "X, which he founded in 1984"."""
    kinds = ("context:past", "context:relative", "pronoun:subject")
    return any(clause.reading.has(kind, clause.trigger.end, at) for kind in kinds)


def is_old(value: str | None, view: ArticleView) -> bool:
    """Whether a date lies well before the article.

    A year alone may, where nobody knows when the article was written.
    """
    if value is None:
        return False
    if view.published is None and len(value) == len("2021"):
        return True
    year = int(value[:4])
    now = view.now or year
    if view.published and view.published.month and len(value) >= 7:
        months = (view.published.year - year) * 12 + view.published.month - int(value[5:7])
        return months > 10
    return year < (now if len(value) == len("2021") else now - 1)
