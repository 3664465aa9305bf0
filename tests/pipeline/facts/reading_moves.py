"""Helpers of the tests of moves: an article's moves as short tuples."""

from __future__ import annotations

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves import read_moves
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def moves_of(text: str, language: str, *, headline: str = "", published: str | None = "2022-05-10") -> list[Move]:
    document = Document(headline, text, language, published)
    organizations = find_organizations(document)
    return read_moves(document, organizations, find_people(document, organizations))


def short(moves: list[Move]) -> list[tuple[str, str]]:
    return [(move.event, move.person) for move in moves]
