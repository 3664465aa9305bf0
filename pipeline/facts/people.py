"""Where headline and text name people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import Span
from pipeline.document import Document
from pipeline.organizations.mention import OrganizationMention


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a text names a person."""

    name: str
    """The person's full name, as the article first writes it, also where this place has the surname alone."""
    span: Span


def find_people(document: Document, organizations: Sequence[OrganizationMention]) -> list[PersonMention]:
    """Every mention, headline first, in order."""
    return []
