"""Reads `facts.moves` out of a document: who takes up or leaves which position, where, when and after whom."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves.article_view import view_article
from pipeline.facts.moves.lexicon import lexicon
from pipeline.facts.moves.merge import merge
from pipeline.facts.moves.telling import tell
from pipeline.facts.moves.tenor import by_tenor
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention


class MovesReader:
    """Reads the moves of one document: its sentences once, whatever is asked of them."""

    def __init__(
        self, document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention]
    ) -> None:
        words = lexicon(document.language or "")
        self._view = view_article(document, organizations, people, words) if words is not None else None
        self._human = frozenset(self._view.people.human) if self._view is not None else frozenset()

    def read(self, *, about_moves: bool = False) -> list[Move]:
        """Every row the text states, in the order of the text, each with its evidence.

        Of an article known to be `about_moves` also those that only its tenor tells, with a lower confidence.

        Empty where the language is not one of those with a vocabulary.
        """
        view = self._view
        if view is None:
            return []
        view.people.human = set(self._human)  # what one reading learns of who is human must not lead the next
        told = tell(view, about_moves=about_moves)
        if about_moves:
            told = [*told, *by_tenor(view, told)]
        return merge(told, view, complete=about_moves)


def read_moves(
    document: Document,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    *,
    about_moves: bool = False,
) -> list[Move]:
    """The moves of a document that is read for nothing else: see `MovesReader.read`."""
    return MovesReader(document, organizations, people).read(about_moves=about_moves)
