"""Which segments an article speaks of, how often, and beside whom."""

from __future__ import annotations

from itertools import islice

from pipeline.article import Segment
from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.occurrences import occurrences

_BEGINNING = 6_000
"""Characters of the article in which segments are counted."""
_BESIDE = 30
"""Characters between a name and what is sold under it: "X's electric SUVs", "l'électrique X"."""
_MOST_PLACES = 12
"""Mentions of one name that are looked at."""


class ArticleSegments:
    """The segments of headline and text, found once for all numbers of the document."""

    def __init__(self, content: str, forms: FigureForms) -> None:
        self._content = content[:_BEGINNING]
        self._found: list[tuple[int, int, Segment]] = []
        self._times: dict[str, int] = {}
        self._beside: dict[str, list[Segment]] = {}
        for match in forms.segments.finditer(self._content):
            segment = forms.segment_of(match)
            if segment:
                self._found.append((*match.span(), segment))
                self._times[segment] = self._times.get(segment, 0) + 1

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._found)

    def times(self, segment: str) -> int:
        """How often the beginning of the article names the segment."""
        return self._times.get(segment, 0)

    @property
    def most(self) -> int:
        """How often it names the one that it names most."""
        return max(self._times.values(), default=0)

    def beside(self, name: str | None) -> list[Segment]:
        """The segments that stand beside a mention of the name, each once."""
        if not name or not self._found:
            return []
        known = self._beside.get(name)
        if known is None:
            places = list(islice(occurrences(name, self._content), _MOST_PLACES))
            near = (
                segment
                for start, end, segment in self._found
                if any(left - _BESIDE <= end and start <= right + _BESIDE for left, right in places)
            )
            known = self._beside[name] = list(dict.fromkeys(near))
        return known
