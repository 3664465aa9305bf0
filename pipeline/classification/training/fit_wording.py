"""Learn what words and pairs of words say of a type: logistic regression over all of them, the weightiest kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.sparse import diags
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.classification.wording import FEWEST_TERMS, Wording

STRENGTH = 20.0
"""The inverse of the penalty on the square of a weight; by cross-validation, flat from 10 to 30."""
LEAST_ARTICLES = 3
"""A term of fewer articles is a name or a chance."""
KEPT = 6_000
"""Terms kept: those whose weight and number of articles together matter most. All 150,000 gain nothing that shows."""


@dataclass(frozen=True, slots=True)
class WordedExample:
    """The terms of an article, whether it is of the type, and what it counts."""

    terms: frozenset[str]
    positive: bool
    weight: float = 1.0


def fit_wording(examples: Sequence[WordedExample]) -> Wording:
    """The weights of the terms. Deterministic."""
    vectorizer = CountVectorizer(analyzer=sorted, binary=True, min_df=LEAST_ARTICLES, dtype=np.float64)
    counts = vectorizer.fit_transform([example.terms for example in examples])
    scaled = diags([1 / sqrt(max(FEWEST_TERMS, len(example.terms))) for example in examples]) @ counts
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3)
    model.fit(
        scaled,
        [example.positive for example in examples],
        sample_weight=[example.weight for example in examples],
    )
    weights = model.coef_[0]
    matters = np.abs(weights) * np.sqrt(np.asarray(counts.sum(axis=0)).ravel())
    kept = np.argsort(-matters, kind="stable")[:KEPT]
    names = vectorizer.get_feature_names_out()
    return Wording(
        round(float(model.intercept_[0]), 4),
        {str(names[each]): round(float(weights[each]), 3) for each in sorted(kept)},
    )
