"""A mention of something that figures can be about, and what two mentions beside each other make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.article import Segment
from pipeline.facts.figures.forms import FigureForms

SubjectKind = Literal["maker", "model", "segment", "market", "place"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A mention of something that figures can be about; offsets count in the sentence."""

    kind: SubjectKind
    text: str
    start: int
    end: int
    segment: Segment | None = None
    country: str | None = None
    """Where a maker has its seat."""
    name: str | None = None
    """The table's name of the maker."""
    local: bool = False
    """Whether it sells in its own country alone, as a dealer does."""
    listed: bool = True
    """Whether a table holds the company; another may be one that only counts or expects what others sell."""
    resells: bool = False
    """Whether it sells or lets what others make: nobody means the world where it names no place."""


_BESIDE_CARS = frozenset(["lcv", "suv"])
_JOINED_WITHIN = 40
"""Characters between cars and the segment that is counted with them."""
POWERTRAINS = frozenset(["bev", "phev", "hybrid", "diesel", "petrol"])


_BODIES = frozenset(["lcv", "suv"])


def with_its_engine(one: Subject, other: Subject, text: str) -> Subject | None:
    """Both as one, where vans or SUVs stand right beside what drives them; they are counted as that."""
    if text[one.end : other.start] not in (" ", "\u00a0"):
        return None
    segment = one.segment if other.segment in _BODIES else other.segment if one.segment in _BODIES else None
    return (
        replace(one, text=text[one.start : other.end], end=other.end, segment=segment)
        if segment in POWERTRAINS
        else None
    )


USED_AND = re.compile(r"[ \u00a0-]?(?:d[ei][ \u00a0]|d['’]|from[ \u00a0])?")
"""Between "used" and a powertrain that together name one segment."""


def without_used(segments: Sequence[Subject]) -> list[Subject]:
    """The segments, but for "used" beside a powertrain: electric cars on the used market are electric."""
    if not any(one.segment in POWERTRAINS for one in segments):
        return list(segments)
    return [one for one in segments if one.segment != "used"]


def is_counted_with_cars(segment: Subject, text: str, forms: FigureForms) -> bool:
    """Whether the segment is one of two that together are the market: "voitures et utilitaires", "new and used"."""
    if segment.segment in _BESIDE_CARS:
        before, behind = forms.cars_before, forms.cars_behind
    elif segment.segment == "used":
        before, behind = forms.new_before, forms.new_behind
    else:
        return False
    joined = before.search(text, max(0, segment.start - _JOINED_WITHIN), segment.start)
    return bool(joined or behind.match(text, segment.end))
