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
