"""An organization of the table, where headline or text names it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.article import Span


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """One row of the table."""

    id: str
    """Stable, lower case with hyphens: `renault-group`."""
    name: str
    kind: str
    aliases: tuple[str, ...]
    parent: str | None
    """Id of the group it belongs to."""
    wikidata: str | None
    country: str | None
    """ISO 3166 alpha-2 of the seat."""


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """One place where a text names an organization."""

    record: OrganizationRecord
    span: Span
