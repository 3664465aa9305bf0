"""The classifier: from a document to its types."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pipeline.article import OTHER, TypeScore
from pipeline.classification.evidence import evidence_for
from pipeline.classification.features import SignFound, features, signs_for, signs_found
from pipeline.classification.matching import Reading, matcher_for
from pipeline.classification.model import TypeModel, model_for
from pipeline.classification.result import Classification
from pipeline.classification.types import TypeDefinition, enabled_types
from pipeline.document import Document

THRESHOLD = 0.5
"""From this probability on an article is of a type."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One type's view of a document."""

    kind: TypeDefinition
    model: TypeModel
    found: list[SignFound]
    values: dict[str, float]
    part: float
    """Probability that the type is a real part of the article."""
    lead: float
    """Probability that headline and lead are about it."""


def classify(document: Document, *, types: Collection[str] = ()) -> Classification:
    """Every type that is a real part of the article, each with its probability and evidence.

    Args:
        document: headline and text.
        types: names of further types, beside those that are on.

    Raises:
        TypeDataError: `types` names a type that does not exist.
    """
    reading, scores = score(document, types=types)
    present = sorted((one for one in scores if one.part >= THRESHOLD), key=lambda one: -one.part)
    first = max(present, key=lambda one: one.lead, default=None)
    return Classification(
        type=first.kind.name if first and first.lead >= THRESHOLD else OTHER,
        types=[
            TypeScore(one.kind.name, round(one.part, 4), evidence_for(one.found, one.model, reading)) for one in present
        ],
    )


def score(document: Document, *, types: Collection[str] = ()) -> tuple[Reading, list[Scored]]:
    """What every type that is on, or named, makes of the document."""
    kinds = enabled_types(types)
    names = tuple(kind.name for kind in kinds)
    reading = matcher_for(kinds, document.language).read(document)
    scores = []
    for kind in kinds:
        found = signs_found(signs_for(kind.name, names, document.language), reading)
        values = features(found, reading.sentences)
        model = model_for(kind.name)
        scores.append(
            Scored(kind, model, found, values, model.part.probability(values), model.lead.probability(values))
        )
    return reading, scores
