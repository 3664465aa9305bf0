"""Fits the weights of moves: whether something holds, or which of several candidates is right.

Logistic regression and its conditional form (softmax over the candidates of a question), with a square penalty. A sign
has one weight for both events and a smaller one of its own for each, which are written as their sums.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from scipy.sparse import csr_matrix

from pipeline.article import MoveEvent
from pipeline.facts.moves.ranking.weights import Weights
from tools.conditional_logit import fit_options

LEAST_TIMES = 6
"""A sign of fewer candidates is a name or a chance."""
PENALTY = 20.0
"""On the square of a weight; by cross-validation, flat from 10 to 50."""
APART = 4.0
"""How many times as much on what is of one event alone."""
TRUSTED = ("rule", "none", "bias")
"""Signs that most questions have, the verdict of the rules among them: nothing to be learned by heart."""
TRUSTED_SHARE = 0.05
"""The share of the penalty that falls on those."""
STEPS = 80
SMALLEST = 0.02
"""A weight below says nothing, and is not kept."""


@dataclass(frozen=True, slots=True)
class Question:
    """Candidates by their signs, which of them are right, and what the question counts."""

    signs: Sequence[Sequence[str]]
    right: Sequence[bool]
    event: MoveEvent
    weight: float


def fit_yes(questions: Sequence[Question], penalty: float = PENALTY) -> Weights:
    """The weights that tell whether the one candidate of each question is right: against a second without signs."""
    paired = [
        Question([one.signs[0], []], [one.right[0], not one.right[0]], one.event, one.weight) for one in questions
    ]
    return fit_choice(paired, penalty)


def fit_choice(questions: Sequence[Question], penalty: float = PENALTY) -> Weights:
    """The weights that tell which candidate is right; several may be."""
    times = Counter(sign for one in questions for signs in one.signs for sign in signs)
    names = sorted(sign for sign, count in times.items() if count >= LEAST_TIMES)
    places = {name: place for place, name in enumerate(names)}
    size = len(names)
    columns: list[int] = []
    ends = [0]
    for one in questions:
        own = size * (2 if one.event == "departed" else 1)
        for signs in one.signs:
            known = [places[sign] for sign in signs if sign in places]
            columns += known + [place + own for place in known]
            ends.append(len(columns))
    matrix = csr_matrix((numpy.ones(len(columns)), columns, ends), shape=(len(ends) - 1, 3 * size))
    penalties = numpy.full(3 * size, penalty)
    penalties[size:] *= APART
    trusted = numpy.array([name.startswith(TRUSTED) for name in names])
    penalties[numpy.tile(trusted, 3)] *= TRUSTED_SHARE
    found = fit_options(
        matrix,
        [len(one.signs) for one in questions],
        [each for one in questions for each in one.right],
        [one.weight for one in questions],
        penalties,
        steps=STEPS,
    )
    comes, goes = found[:size] + found[size : 2 * size], found[:size] + found[2 * size :]
    return Weights(
        {
            name: (round(float(comes[place]), 2), round(float(goes[place]), 2))
            for name, place in places.items()
            if max(abs(comes[place]), abs(goes[place])) >= SMALLEST
        }
    )
