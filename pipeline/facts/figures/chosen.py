"""A value chosen for one field of a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.article import Segment, Span
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subject import Subject
from pipeline.facts.places import Place

_ELIDED = re.compile(r"[ld]['’]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value chosen for a field, where it stands, and how sure its place makes it."""

    value: str | None
    span: Span | None
    certainty: float
    segment: Segment | None = None
    country: str | None = None
    kind: str = "none"
    resells: bool = False
    """Of a subject: whether it sells what others make."""


def chosen_subject(passage: Passage, subject: Subject, certainty: float) -> Chosen:
    """A subject of the passage, chosen."""
    span = passage.sentence.span(subject.start, subject.end)
    return Chosen(subject.text, span, certainty, subject.segment, subject.country, subject.kind, subject.resells)


def chosen_place(passage: Passage, place: Place, certainty: float) -> Chosen:
    """A place of the passage, chosen as the subject."""
    # "l'Union" is called "Union".
    article = _ELIDED.match(passage.text, place.start, place.end)
    span = passage.sentence.span(article.end() if article else place.start, place.end)
    return Chosen(span.quote, span, certainty, kind="place")
