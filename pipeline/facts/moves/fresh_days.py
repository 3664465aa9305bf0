"""Whether a day from which something holds is news: "since Monday", "from 1 May"."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found


def is_fresh(phrase: Found, reading: Reading, view: ArticleView) -> bool:
    """Whether the day behind "since" or "from" lies within weeks of the article."""
    published = view.published
    if published is None or published.month is None:
        return False
    for mark in reading.dates:
        if mark.value and len(mark.value) >= len("2021-05") and phrase.first - 1 <= mark.first <= phrase.last + 1:
            months = (int(mark.value[:4]) - published.year) * 12 + int(mark.value[5:7]) - published.month
            return -1 <= months <= (0 if phrase.kind == "tenor:since" else _MONTHS_AHEAD)
    return False


_MONTHS_AHEAD = 8


_BEFORE_A_LIST = 2
"""Sentences before the one that opens a list in which its day may stand."""


def day_of_a_list(view: ArticleView, opening: int) -> str | None:
    """The only day ahead that the sentence which opens a list and the two before it name."""
    published = view.published
    today = published.as_date.isoformat() if published and published.as_date else None
    if published is None:  # then only the opening itself, with the words for when something holds
        written = [mark for mark in view.readings[opening].dates if mark.value and len(mark.value) >= len("2021-05")]
        values = {mark.value for mark in written if not mark.since}
        return next(iter(values)) if len(values) == 1 and view.readings[opening].phrases("tenor:starts") else None
    near = view.readings[max(0, opening - _BEFORE_A_LIST) : opening + 1]
    near = [one for one in near if one.sentence.field != "headline"]
    days = {mark.value for one in near for mark in one.dates if mark.value and today and mark.value > today}
    return next(iter(days)) if len(days) == 1 else None
