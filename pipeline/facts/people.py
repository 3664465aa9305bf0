"""Where headline and text name people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import Span
from pipeline.document import Document
from pipeline.facts.family_names import family_names_of
from pipeline.facts.full_names import as_first_written, full_names_of, without_tails
from pipeline.facts.person_reading import read_words
from pipeline.organizations.mention import OrganizationMention


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a text names a person."""

    name: str
    """The person's full name, as the article first writes it, also where this place has the surname alone."""
    span: Span


def find_people(document: Document, organizations: Sequence[OrganizationMention]) -> list[PersonMention]:
    """Every mention, headline first, in order."""
    readings = read_words(document, organizations)
    full_names = without_tails(full_names_of(readings))
    names = as_first_written(full_names)
    found = [(name.reading.field, name.start, name.end, names[name.key]) for name in full_names]
    found += family_names_of(readings, full_names, names)
    found.sort(key=lambda place: (place[0] != "headline", place[1]))
    return [PersonMention(name, document.span(field, start, end)) for field, start, end, name in found]
