"""A second look at types in doubt: where the score of a type stands between yes and no, the facts are asked.

A move with its position in the lead speaks for an appointment, whatever words tell it; an article that seems to
be one and gives no move is less likely one. The weights stand in `second_look.json` beside each type's model;
`python -m tools.train_second_look` learns them from scores of models that had not seen the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from pipeline.article import Compliance, Facts, Figure, Move
from pipeline.classification.classify import Scored
from pipeline.classification.model import Linear
from pipeline.classification.types import read_second_look
from pipeline.document import Document
from pipeline.facts.compliance import ComplianceReader
from pipeline.facts.figures import read_figures
from pipeline.facts.moves import MovesReader
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention

MOST_CHARS = 4_000
"""Characters of a text that are read where its type is in doubt: long pages cost ten times as much, and seldom turn."""
LEAD_CHARS = 300
"""Characters of the text that count as its lead, with the headline."""

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
        self._compliance_of_a_report: list[Compliance] | None = None

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
            self._figures = read_figures(self._document, self._organizations)
        return self._figures

    def compliance(self) -> list[Compliance]:
        """Who met or missed a target."""
        if self._compliance is None:
            self._compliance = self._compliance_reader().read()
        return self._compliance

    def compliance_of_a_report(self) -> list[Compliance]:
        """Who met or missed a target, in an article known to be about that: what learned weights choose."""
        if self._compliance_of_a_report is None:
            self._compliance_of_a_report = self._compliance_reader().read(about_targets=True)
        return self._compliance_of_a_report

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
        """How many facts more there are if the article is taken to be of the type."""
        if name != "appointment":
            return 0
        reader = self._moves_reader()
        return max(0, len(reader.rows_by_rules(about_moves=True)) - len(reader.rows_by_rules()))

    def facts(self, names: frozenset[str]) -> Facts:
        """The facts of the types the article has; facts of other types would be passing mentions."""
        return Facts(
            moves=self.moves_of_an_appointment() if "appointment" in names else [],
            figures=self.figures() if "sales_figures" in names else [],
            compliance=self.compliance_of_a_report() if "co2_compliance" in names else [],
        )


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The weights of a type, and between which scores they count."""

    least: float
    most: float
    threshold: float
    """From this corrected probability on the article has the type."""
    weights: Linear


def beginning(
    document: Document, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention]
) -> FactReader:
    """A reader of the beginning, cut at the end of a paragraph: what decides a type in doubt stands there."""
    end = document.text.rfind("\n", 0, MOST_CHARS)
    end = end if end > 0 else MOST_CHARS
    shorter = Document(document.headline, document.text[:end], document.language, document.published)
    return FactReader(
        shorter,
        [one for one in organizations if one.span.field == "headline" or one.span.end <= end],
        [one for one in people if one.span.field == "headline" or one.span.end <= end],
    )


def look_again(scores: Sequence[Scored], reader: FactReader) -> list[Scored]:
    """The scores, those in doubt corrected by what the readers of facts find."""
    return [_corrected(one, reader) for one in scores]


def signs_of(probability: float, facts: Sequence[Fact], by_tenor: int) -> dict[str, float]:
    """What the score and the facts say, by name: the log-odds, and facts counted up to a few.

    `told_in_lead`, `told`: facts that say all that matters; `in_lead`, `any`: all; `none`: 1 where there is no fact;
    `by_tenor`: those that would come with the type.
    """
    told = [fact for fact in facts if _says_all(fact)]
    return {
        "score": log(probability / (1 - probability)),
        "told_in_lead": float(min(sum(map(_in_lead, told)), 2)),
        "in_lead": float(min(sum(map(_in_lead, facts)), 2)),
        "told": float(min(len(told), 3)),
        "any": float(min(len(facts), 3)),
        "none": float(not facts),
        "by_tenor": float(min(by_tenor, 3)),
    }


def _corrected(one: Scored, reader: FactReader) -> Scored:
    second = _second_look(one.kind.name)
    if second is None or not second.least <= one.part <= second.most:
        return one
    asked = reader.in_doubt()
    facts = asked.of(one.kind.name)
    part = second.weights.probability(signs_of(one.part, facts, asked.by_tenor(one.kind.name)))
    brought_in = one.part < one.threshold and part >= second.threshold
    # A type that facts in the lead have brought in is what the lead is about.
    lead = max(one.lead, part) if brought_in and any(map(_in_lead, facts)) else one.lead
    return replace(one, part=part, lead=lead, threshold=second.threshold)


def _in_lead(fact: Fact) -> bool:
    return any(span.field == "headline" or span.start < LEAD_CHARS for span in fact.evidence)


def _says_all(fact: Fact) -> bool:
    """Whether the fact has what makes it one of its type: a position in a firm, a number, a result."""
    if isinstance(fact, Move):
        return fact.organization is not None and fact.role is not None
    if isinstance(fact, Figure):
        return fact.value is not None and not fact.forecast
    return fact.outcome in ("met", "missed") or fact.actual_g_km is not None


@lru_cache(maxsize=64)  # one a type
def _second_look(name: str) -> SecondLook | None:
    data = read_second_look(name)
    if data is None:
        return None
    weights: Mapping[str, float] = data["weights"]
    return SecondLook(data["least"], data["most"], data["threshold"], Linear(data["bias"], weights))
