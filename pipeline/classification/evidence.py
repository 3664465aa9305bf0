"""The words that speak for a type, as spans of the headline and the text."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Span
from pipeline.classification.features import PLACES, SignFound
from pipeline.classification.matching import Reading
from pipeline.classification.model import TypeModel

MAX_SPANS = 3
MAX_CHARACTERS = 220


def evidence_for(found: Sequence[SignFound], model: TypeModel, reading: Reading) -> list[Span]:
    """From the sentences that weigh most for the type, the stretch between their first and last telling word."""
    weight_of = {one.sign.name: _weight(one.sign.name, model) for one in found}
    totals: dict[int, float] = {}
    concepts: dict[int, int] = {}
    for one in found:
        weight = weight_of[one.sign.name]
        if weight <= 0:
            continue
        for index in one.sentences:
            totals[index] = totals.get(index, 0.0) + weight
            concepts[index] = concepts.get(index, 0) | one.sign.all | one.sign.any
    best = sorted(totals, key=lambda index: (-totals[index], index))[:MAX_SPANS]
    return [_span(index, concepts[index], reading) for index in best]


def _weight(name: str, model: TypeModel) -> float:
    return sum(model.part.weights.get(f"{place}:{name}", 0.0) for place in PLACES)


def _span(index: int, concepts: int, reading: Reading) -> Span:
    sentence = reading.sentences[index]
    hits = [hit for hit in reading.hits if hit.sentence == index and hit.concepts & concepts]
    if not hits:
        return sentence.span(0, min(len(sentence.text), MAX_CHARACTERS))
    start = min(hit.start for hit in hits)
    end = max(hit.end for hit in hits if hit.end - start <= MAX_CHARACTERS or hit.start == start)
    return sentence.span(start, end)
