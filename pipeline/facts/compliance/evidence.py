"""The words a row rests on, in at most two pieces: sentences that follow each other are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Compliance, Span
from pipeline.document import Document, Sentence
from pipeline.facts.window import in_order

_MOST_PIECES = 2


def in_few_pieces(row: Compliance, document: Document) -> Compliance:
    """The row with its evidence in as few pieces as it has windows; what lies between the pieces of one is in it."""
    if len(row.evidence) <= _MOST_PIECES:
        return row
    told = sorted((span for span in row.evidence if span.field == "text"), key=lambda span: span.start)
    others = [span for span in row.evidence if span.field != "text"]
    return replace(row, evidence=[*others[: _MOST_PIECES - 1], *_joined(told, document, _MOST_PIECES - bool(others))])


def _joined(spans: Sequence[Span], document: Document, most: int) -> list[Span]:
    """The spans, those nearest to each other as one, until there are no more than so many."""
    pieces = list(spans)
    while len(pieces) > most:
        gaps = [later.start - earlier.end for earlier, later in pairwise(pieces)]
        place = gaps.index(min(gaps))
        pieces[place : place + 2] = [document.span("text", pieces[place].start, pieces[place + 1].end)]
    return pieces


def with_sentence(row: Compliance, sentence: Sentence) -> Compliance:
    """The row with a sentence that is not in its evidence yet."""
    if any(holds(span, sentence) for span in row.evidence):
        return row
    return replace(row, evidence=in_order({*row.evidence, sentence.span(0, len(sentence.text))}))


def holds(span: Span, sentence: Sentence) -> bool:
    """Whether a sentence stands in a span."""
    return span.field == sentence.field and span.start <= sentence.start and sentence.end <= span.end
