"""Reads `facts.moves` out of a document: who takes up or leaves which position, where, when and after whom."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves.article_view import ArticleView, view_article
from pipeline.facts.moves.bystanders import without_bystanders, without_shared_titles
from pipeline.facts.moves.completing import with_left_role, with_own_form
from pipeline.facts.moves.days_of_changes import with_day_of_the_change
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.fields_of_work import with_field_of_work
from pipeline.facts.moves.lexicon import lexicon
from pipeline.facts.moves.merge import as_move, merge
from pipeline.facts.moves.one_house import after_who_moves_on, in_one_house, in_one_post, with_own_title
from pipeline.facts.moves.ranking.cases import Cases
from pipeline.facts.moves.ranking.possible_moves import possible_moves
from pipeline.facts.moves.ranking.rank import rank
from pipeline.facts.moves.shared_days import with_shared_day
from pipeline.facts.moves.successions import with_sole_predecessor
from pipeline.facts.moves.telling import tell
from pipeline.facts.moves.tenor import by_tenor
from pipeline.facts.people import PersonMention
from pipeline.facts.possible_fact import PossibleFact
from pipeline.organizations.mention import OrganizationMention


class MovesReader:
    """Reads the moves of one document: its sentences once, whatever is asked of them."""

    def __init__(
        self, document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention]
    ) -> None:
        words = lexicon(document.language or "")
        self.view = view_article(document, organizations, people, words) if words is not None else None
        self._human = frozenset(self.view.people.human) if self.view is not None else frozenset()
        self._by_rules: dict[bool, list[Draft]] = {}
        self._questions: Cases | None = None

    def read(self, *, about_moves: bool = False) -> list[Move]:
        """Every row the text states, in the order of the text, each with its evidence.

        Of an article known to be `about_moves` also those that only its tenor tells, with a lower confidence, all of
        them weighed by what was learned of such articles.

        Empty where the language is not one of those with a vocabulary.
        """
        view = self.view
        if view is None:
            return []
        rows = self.rows_by_rules(about_moves=about_moves)
        if about_moves:
            rows = with_sole_predecessor(without_bystanders(rank(rows, self._cases(view)), view), view)
            rows = [with_own_form(with_field_of_work(with_left_role(row, rows), rows, view), view) for row in rows]
            rows = after_who_moves_on(in_one_house(without_shared_titles(rows, view), view))
            rows = [with_own_title(in_one_post(row, rows, view), view) for row in rows]
            rows = [with_day_of_the_change(with_shared_day(row, rows, view), rows, view) for row in rows]
        return [as_move(row, view) for row in rows]

    def rows_by_rules(self, *, about_moves: bool = False) -> list[Draft]:
        """The rows that the rules alone read."""
        view = self.view
        if view is None:
            return []
        if about_moves not in self._by_rules:
            view.people.human = set(self._human)  # what one reading learns of who is human must not lead the next
            told = tell(view, about_moves=about_moves)
            if about_moves:
                told = without_bystanders([*told, *by_tenor(view, told)], view)
            rows = merge(told, view, complete=about_moves)
            self._by_rules[about_moves] = without_bystanders(rows, view) if about_moves else rows
        return self._by_rules[about_moves]

    def possible(self) -> list[PossibleFact]:
        """Everybody who might come or go, for the question whether the document tells of moves at all."""
        if self.view is None:
            return []
        rows = self.rows_by_rules(about_moves=True)
        return list(possible_moves(self._cases(self.view), rows))

    def _cases(self, view: ArticleView) -> Cases:
        if self._questions is None:
            self._questions = Cases(view)
        return self._questions


def read_moves(
    document: Document,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    *,
    about_moves: bool = False,
) -> list[Move]:
    """The moves of a document that is read for nothing else: see `MovesReader.read`."""
    return MovesReader(document, organizations, people).read(about_moves=about_moves)
