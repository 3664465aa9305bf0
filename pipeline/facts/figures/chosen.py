"""A value chosen for one field of a figure."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.article import Segment, Span


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value chosen for a field, where it stands, and how sure its place makes it."""

    value: str | None
    span: Span | None
    certainty: float
    segment: Segment | None = None
    country: str | None = None
    kind: str = "none"
