"""Reads `facts.compliance` out of a document."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.organizations.mention import OrganizationMention


def read_compliance(document: Document, organizations: Sequence[OrganizationMention]) -> list[Compliance]:
    """Every row the text states, in the order of the text, each with its evidence."""
    return []
