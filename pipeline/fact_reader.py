"""The facts of one document, each kind read once: for the decision on its types, and for the article itself."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Compliance, Facts, Figure, Move
from pipeline.document import Document
from pipeline.facts.compliance import ComplianceReader
from pipeline.facts.figures import possible_figures, read_figures
from pipeline.facts.moves import MovesReader
from pipeline.facts.people import PersonMention
from pipeline.facts.possible_fact import PossibleFact
from pipeline.facts.window import Windows
from pipeline.organizations.mention import OrganizationMention

MOST_CHARS = 4_000
"""Characters of a text that are read where its type is in doubt: long pages cost ten times as much, and seldom turn."""

Fact = Move | Figure | Compliance


class FactReader:
    """Reads the facts of one document by type, each kind once."""

    def __init__(
        self, document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention]
    ) -> None:
        self._document, self._organizations, self._people = document, organizations, people
        self._beginning: FactReader | None = None
        self._reader_of_moves: MovesReader | None = None
        self._moves: list[Move] | None = None
        self._moves_of_an_appointment: list[Move] | None = None
        self._figures: list[Figure] | None = None
        self._reader_of_compliance: ComplianceReader | None = None
        self._compliance: list[Compliance] | None = None
        self._likely_compliance: list[Compliance] | None = None

    @property
    def document(self) -> Document:
        """What is read."""
        return self._document

    def moves(self) -> list[Move]:
        """Who moved."""
        if self._moves is None:
            self._moves = self._moves_reader().read()
        return self._moves

    def moves_of_an_appointment(self) -> list[Move]:
        """Who moved, in an article known to be about that: also what only its tenor tells."""
        if self._moves_of_an_appointment is None:
            self._moves_of_an_appointment = self._moves_reader().read(about_moves=True)
        return self._moves_of_an_appointment

    def _moves_reader(self) -> MovesReader:
        if self._reader_of_moves is None:
            self._reader_of_moves = MovesReader(self._document, self._organizations, self._people)
        return self._reader_of_moves

    def figures(self) -> list[Figure]:
        """What was sold or registered."""
        if self._figures is None:
            self._figures = read_figures(self._document, self._organizations, people=self._people)
        return self._figures

    def compliance(self) -> list[Compliance]:
        """Who met or missed a target."""
        if self._compliance is None:
            self._compliance = self._compliance_reader().read()
        return self._compliance

    def compliance_of_a_report(self) -> list[Compliance]:
        """Who met or missed a target, in an article known to be about that: what weights choose, one row at least."""
        likely = self._compliance_if_of_a_report()
        return likely or self._compliance_reader().read(about_targets=True)

    def _compliance_if_of_a_report(self) -> list[Compliance]:
        if self._likely_compliance is None:
            self._likely_compliance = self._compliance_reader().read(about_targets=True, at_least_one=False)
        return self._likely_compliance

    def _compliance_reader(self) -> ComplianceReader:
        if self._reader_of_compliance is None:
            self._reader_of_compliance = ComplianceReader(self._document, self._organizations, self._people)
        return self._reader_of_compliance

    def in_doubt(self) -> FactReader:
        """The reader that a type in doubt is asked of: itself, or one of the beginning of a long text."""
        if len(self._document.text) <= MOST_CHARS:
            return self
        if self._beginning is None:
            self._beginning = beginning(self._document, self._organizations, self._people)
        return self._beginning

    def of(self, name: str) -> Sequence[Fact]:
        """The facts of the type of that name; none where no reader belongs to it."""
        if name == "appointment":
            return self.moves()
        if name == "sales_figures":
            return self.figures()
        return self.compliance() if name == "co2_compliance" else []

    def by_tenor(self, name: str) -> int:
        """How many facts more the rules find if the article is taken to be of the type."""
        if name != "appointment":
            return 0
        reader = self._moves_reader()
        return max(0, len(reader.rows_by_rules(about_moves=True)) - len(reader.rows_by_rules()))

    def if_of(self, name: str) -> Sequence[Fact]:
        """The facts if the article is taken to be of the type, where its reader then reads another way; else none."""
        if name == "appointment":
            return self.moves_of_an_appointment()
        return self._compliance_if_of_a_report() if name == "co2_compliance" else []

    def possible(self, name: str) -> list[PossibleFact]:
        """What might be a fact of the type, each with its signs; nothing where no reader belongs to it."""
        if name == "appointment":
            return self._moves_reader().possible()
        if name == "sales_figures":
            return possible_figures(self._document, self._organizations)
        return self._compliance_reader().possible() if name == "co2_compliance" else []

    def facts(self, names: frozenset[str]) -> Facts:
        """The facts of the types the article has; facts of other types would be passing mentions."""
        windows = Windows(self._document)
        return Facts(
            moves=[windows.place(one) for one in self.moves_of_an_appointment()] if "appointment" in names else [],
            figures=[windows.place(one) for one in self.figures()] if "sales_figures" in names else [],
            compliance=(
                [windows.place(one) for one in self.compliance_of_a_report()] if "co2_compliance" in names else []
            ),
        )


def beginning(
    document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention]
) -> FactReader:
    """A reader of the beginning, cut at the end of a paragraph: what decides a type in doubt stands there."""
    end = document.text.rfind("\n", MOST_CHARS // 2, MOST_CHARS)
    end = end if end > 0 else MOST_CHARS
    shorter = Document(document.headline, document.text[:end], document.language, document.published)
    return FactReader(
        shorter,
        [one for one in organizations if one.span.field == "headline" or one.span.end <= end],
        [one for one in people if one.span.field == "headline" or one.span.end <= end],
    )
