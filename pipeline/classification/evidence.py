"""The words that speak for a type, as spans of the headline and the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.article import Span
from pipeline.classification.features import SignFound
from pipeline.classification.matching import Reading, bits_of
from pipeline.classification.model import TypeModel

MAX_SPANS = 3
MAX_CHARACTERS = 220


def evidence_for(found: Sequence[SignFound], model: TypeModel, reading: Reading) -> list[Span]:
    """From the sentences that weigh most for the type, the stretch between their first and last telling word."""
    totals = [0.0] * len(reading.sentences)
    concepts = [0] * len(reading.sentences)
    for sign, sentences in found:
        weight = model.sign_weights.get(sign.name, 0.0)
        if weight > 0:
            for index in bits_of(sentences):
                totals[index] += weight
                concepts[index] |= sign.concepts
    best = sorted((index for index, total in enumerate(totals) if total > 0), key=lambda index: (-totals[index], index))
    return spans_of({index: concepts[index] for index in best[:MAX_SPANS]}, reading)


def spans_of(concepts: Mapping[int, int], reading: Reading) -> list[Span]:
    """For each sentence, by number, the stretch from the first to the last of those concepts, the whole without any."""
    hits: dict[int, list[tuple[int, int]]] = {index: [] for index in concepts}
    for index, bits, start, end in reading.hits:
        if index in concepts and bits & concepts[index]:
            hits[index].append((start, end))
    return [_span_of(index, hits[index], reading) for index in concepts]


def _span_of(index: int, hits: list[tuple[int, int]], reading: Reading) -> Span:
    sentence, begins = reading.sentences[index], reading.starts[index]
    if not hits:
        return sentence.span(0, min(len(sentence.text), MAX_CHARACTERS))
    first = min(start for start, _ in hits)
    last = max(end for start, end in hits if end - first <= MAX_CHARACTERS or start == first)
    return sentence.span(first - begins, last - begins)
