"""Reads `facts.moves` out of a document."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention


def read_moves(
    document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention]
) -> list[Move]:
    """Every row the text states, in the order of the text, each with its evidence."""
    return []
