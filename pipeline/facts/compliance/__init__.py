"""Reads `facts.compliance` out of a document: who met, missed or may miss which fleet target.

Each row comes from one window: a sentence, two that follow each other, or a table row
with its header. Three things may come from the rest of the page: the regulation, the
year where the window states none, and the name that "the maker" or "it" stands for.

The rules read statements; of an article known to be about targets, learned weights then
choose which bodies and years are rows and what their outcome is (`ranking.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance.body_features import body_features
from pipeline.facts.compliance.page import read_page
from pipeline.facts.compliance.possible_bodies import possible_bodies
from pipeline.facts.compliance.ranking import ranked_rows
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.people import PersonMention
from pipeline.facts.possible_fact import PossibleFact
from pipeline.organizations.mention import OrganizationMention

__all__ = ["ComplianceReader", "read_compliance"]


class ComplianceReader:
    """Reads the rows of one document: its sentences once, whatever is asked of them."""

    def __init__(
        self, document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention] = ()
    ) -> None:
        self._page = read_page(document, organizations)
        self._people = people

    def read(self, *, about_targets: bool = False, at_least_one: bool = True) -> list[Compliance]:
        """Every row in the order of the text, each with its evidence, as the rules alone read it.

        Of an article known to be `about_targets` the rows that the learned weights choose, `at_least_one` unless it is
        only asked what they would choose.
        """
        if not about_targets:
            return list(self._page.rows)
        return ranked_rows(self._page, self._people, at_least_one=at_least_one)

    def possible(self) -> list[PossibleFact]:
        """Every body that might have a row, for the question whether the document tells of targets at all."""
        signs = PageSigns(self._page, possible_bodies(self._page, self._people))
        return [PossibleFact(one.name, "body", None, body_features(signs, one)) for one in signs.bodies]


def read_compliance(document: Document, organizations: Sequence[OrganizationMention]) -> list[Compliance]:
    """Every row the rules read, in the order of the text, each with its evidence.

    Args:
        document: headline and text.
        organizations: the organizations named in them.
    """
    return ComplianceReader(document, organizations).read()
