"""The classifier: from a document to its types."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.article import OTHER, Span, TypeScore
from pipeline.classification.article_terms import terms_of
from pipeline.classification.evidence import MAX_SPANS, evidence_for
from pipeline.classification.features import SignFound, add_neighbours, read_features, view_for
from pipeline.classification.matching import Reading, matcher_for
from pipeline.classification.model import TypeModel, model_for
from pipeline.classification.result import Classification
from pipeline.classification.types import TypeDefinition, enabled_types
from pipeline.classification.wording import telling_spans, wording_for, wording_table
from pipeline.document import Document
from pipeline.languages import LANGUAGES

LEAD_THRESHOLD = 0.5
"""From this probability on a type the article has is the one that headline and lead are about."""


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
    threshold: float
    """From this probability on the article has the type."""


def classify(document: Document, *, types: Collection[str] = ()) -> Classification:
    """Every type that is a real part of the article, each with its probability and evidence.

    Args:
        document: headline and text.
        types: names of further types, beside those that are on.

    Raises:
        TypeDataError: `types` names a type that does not exist.
    """
    return decide(*score(document, types=types))


def decide(reading: Reading, scores: Sequence[Scored]) -> Classification:
    """The types whose probability reaches their threshold, and of which there are words to show."""
    likely = sorted((one for one in scores if one.part >= one.threshold), key=lambda one: -one.part)
    shown = [(one, evidence) for one in likely if (evidence := _evidence(one, reading))]
    first = max((one for one, _ in shown), key=lambda one: one.lead, default=None)
    return Classification(
        type=first.kind.name if first and first.lead >= LEAD_THRESHOLD else OTHER,
        types=[TypeScore(one.kind.name, round(one.part, 4), evidence) for one, evidence in shown],
    )


def _evidence(one: Scored, reading: Reading) -> list[Span]:
    """What the signs quote; the telling words where an article is of the type by its wording alone."""
    if found := evidence_for(one.found, one.model, reading):
        return found
    wording = wording_for(one.kind.name)
    return telling_spans(wording, reading, MAX_SPANS) if wording else []


def score(document: Document, *, types: Collection[str] = ()) -> tuple[Reading, list[Scored]]:
    """What every type that is on, or named, makes of the document."""
    reading, seen = read_signs(document, types=types)
    told = wording_table(tuple(kind.name for kind, _, _ in seen)).features(terms_of(reading))
    scores = []
    for kind, found, values in seen:
        model = model_for(kind.name)
        values.update(told.get(kind.name, {}))
        part, lead = model.probabilities(values)
        scores.append(Scored(kind, model, found, values, part, lead, kind.threshold))
    return reading, scores


def read_signs(
    document: Document, *, types: Collection[str] = ()
) -> tuple[Reading, list[tuple[TypeDefinition, list[SignFound], dict[str, float]]]]:
    """The signs of every type that is on, or named, in the document, and their features."""
    kinds = enabled_types(types)
    language = document.language if document.language in LANGUAGES else None
    names = tuple(kind.name for kind in kinds)
    reading = matcher_for(kinds, language).read(document)
    seen = [(kind, *read_features(view_for(kind.name, names, language), reading)) for kind in kinds]
    add_neighbours({kind.name: values for kind, _, values in seen})
    return reading, seen
