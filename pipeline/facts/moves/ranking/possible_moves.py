"""Whoever is named, as one who might come or go, for the question whether an article tells of moves at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.ranking.cases import EVENTS, Cases
from pipeline.facts.possible_fact import PossibleFact


def possible_moves(cases: Cases, rows: Sequence[Draft]) -> Iterator[PossibleFact]:
    """Each person twice, once for each event, with the signs that the ranking has of them.

    Args:
        cases: the article's people.
        rows: what the rules read of it.
    """
    for name, signs in cases.people():
        for event in EVENTS:
            own = [*signs, *cases.rules_of(name, event, rows)]
            yield PossibleFact(name, event, None, [*own, *(f"{event}: {sign}" for sign in own)])
