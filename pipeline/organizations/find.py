"""Where headline and text name organizations of the table."""

from __future__ import annotations

from pipeline.document import Document
from pipeline.organizations.mention import OrganizationMention


def find_organizations(document: Document) -> list[OrganizationMention]:
    """Every mention, headline first, in order; of two that overlap, the longer."""
    return []
