"""Fits how likely what might be a fact is one, over articles that have the type and articles that have not.

A fact of an article without the type is none: a person whose career is told, stolen cars, a model's own grams. The
readers of facts learn from articles of their type alone and know nothing of those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.classification.training.corpus import Labelled
from pipeline.fact_reader import FactReader
from pipeline.facts.possible_fact import PossibleFact
from tests.quality.compliance_score import _similar

LEAST_TIMES = 6
"""A sign of fewer possible facts is a name or a chance."""
STRENGTH = {"appointment": 0.05, "sales_figures": 0.1, "co2_compliance": 0.05}
"""The inverse of the penalty on the square of a weight; by cross-validation, flat around these."""
SMALLEST = 0.02
"""A weight below says nothing, and is not kept."""
BACKGROUND_WEIGHT, BACKGROUND_SHARE = 0.5, 4
"""What a possible fact of the background counts, and one of how many of its articles is read."""
FACTS = {"appointment": "moves", "sales_figures": "figures", "co2_compliance": "co2"}
"""Where the labels of an article hold its facts."""

Label = Mapping[str, Any]


def _is_move(label: Label, one: PossibleFact) -> bool:
    return bool(label["event"] == one.kind) and label["person"].split()[-1].casefold() in one.name.casefold()


def _is_figure(label: Label, one: PossibleFact) -> bool:
    if one.kind == "change":
        return label["change_pct"] is not None and _is_close(abs(label["change_pct"]), one.value or 0.0)
    return bool(label["unit"] == one.kind) and _is_close(label["value"], one.value or 0.0)


def _is_close(wanted: float, said: float) -> bool:
    return abs(wanted - said) <= 0.005 * max(1e-9, abs(wanted))


def _is_row(label: Label, one: PossibleFact) -> bool:
    return _similar(label["organization"], one.name)


_IS_FACT: dict[str, Callable[[Label, PossibleFact], bool]] = {
    "appointment": _is_move,
    "sales_figures": _is_figure,
    "co2_compliance": _is_row,
}


@dataclass(slots=True)
class Signs:
    """Numbers for the names of signs, so that a name is kept once."""

    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, names: Iterable[str]) -> list[int]:
        """The numbers of those names, each once."""
        numbers = self.numbers
        return [numbers.setdefault(name, len(numbers)) for name in dict.fromkeys(names)]


@dataclass(frozen=True, slots=True)
class Asked:
    """The possible facts of an article, and which of them are facts; None where its labels do not tell."""

    fold: int
    weight: float
    signs: Sequence[Sequence[int]]
    right: Sequence[bool] | None


def ask(
    name: str, article: Labelled, reader: FactReader, labels: Sequence[Label] | None, signs: Signs, folds: int
) -> Asked:
    """What might be a fact of the type in the article.

    Args:
        name: the type.
        article: labelled with its types.
        reader: of its facts.
        labels: its facts of the type; None where nobody labelled them.
        signs: the numbers of names.
        folds: how many there are.
    """
    possible = reader.possible(name)
    # No facts in an article of the type: of changes alone, which are no rows, but more than nothing.
    known: Sequence[Label] | None = (labels or None) if name in article.types else ()
    is_fact = _IS_FACT[name]
    return Asked(
        crc32(article.id.encode()) % folds,
        BACKGROUND_WEIGHT if article.source == "background" else 1.0,
        [signs.of(one.signs) for one in possible],
        None if known is None else [any(is_fact(label, one) for label in known) for one in possible],
    )


class Likelihoods:
    """The weights of one type, learned of some of the articles."""

    def __init__(self, name: str, articles: Iterable[Asked]) -> None:
        rows = list(_rows(articles))
        times = Counter(sign for signs, _, _ in rows for sign in signs)
        self._columns = {sign: at for at, sign in enumerate(sorted(one for one in times if times[one] >= LEAST_TIMES))}
        matrix = self._matrix([signs for signs, _, _ in rows])
        self._model = LogisticRegression(C=STRENGTH[name], max_iter=400).fit(
            matrix, [right for _, right, _ in rows], sample_weight=[weight for _, _, weight in rows]
        )

    def of(self, article: Asked) -> list[float]:
        """How likely each of its possible facts is one."""
        if not article.signs:
            return []
        found = self._model.predict_proba(self._matrix(article.signs))[:, 1]
        return [float(one) for one in found]

    def data(self, signs: Signs) -> dict[str, Any]:
        """What is written."""
        names = {number: name for name, number in signs.numbers.items()}
        weights = {names[sign]: round(float(self._model.coef_[0][at]), 2) for sign, at in self._columns.items()}
        kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
        return {"bias": round(float(self._model.intercept_[0]), 3), "weights": kept}

    def _matrix(self, rows: Sequence[Sequence[int]]) -> csr_matrix:
        columns: list[int] = []
        ends = [0]
        for signs in rows:
            columns += sorted(self._columns[sign] for sign in signs if sign in self._columns)
            ends.append(len(columns))
        return csr_matrix((numpy.ones(len(columns)), columns, ends), shape=(len(rows), len(self._columns)))


def _rows(articles: Iterable[Asked]) -> Iterator[tuple[Sequence[int], bool, float]]:
    for one in articles:
        for signs, right in zip(one.signs, one.right or (), strict=False):
            yield signs, right, one.weight
