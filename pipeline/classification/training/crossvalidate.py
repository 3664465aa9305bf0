"""Scores for each article by models that never saw it, nor a near-duplicate of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from pipeline.classification.classify import THRESHOLD, score
from pipeline.classification.training.corpus import Labelled, group_near_duplicates
from pipeline.classification.training.fit import Example, fit

FOLDS = 10


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What models that had not seen the article say of it, by type."""

    article: Labelled
    part: dict[str, float]
    lead: dict[str, float]

    def types(self) -> frozenset[str]:
        """The types it would be given."""
        return frozenset(name for name, value in self.part.items() if value >= THRESHOLD)

    def primary(self) -> str:
        """The type it would be filed under."""
        best = max(self.types(), key=lambda name: (self.lead[name], name), default=None)
        return best if best is not None and self.lead[best] >= THRESHOLD else "other"


def feature_values(articles: Sequence[Labelled], types: Sequence[str]) -> list[dict[str, dict[str, float]]]:
    """The features of each article, by type."""
    table = []
    for article in articles:
        _, scores = score(article.document, types=types)
        table.append({one.kind.name: one.values for one in scores if one.kind.name in types})
    return table


def cross_validate(articles: Sequence[Labelled], types: Sequence[str], folds: int = FOLDS) -> list[HeldOut]:
    """Each article scored by a model fitted on the other folds. Folds depend on the articles' ids alone."""
    groups = group_near_duplicates(articles)
    fold_of = [crc32(articles[group].id.encode()) % folds for group in groups]
    values = feature_values(articles, types)
    part: list[dict[str, float]] = [{} for _ in articles]
    lead: list[dict[str, float]] = [{} for _ in articles]
    for name in types:
        for fold in range(folds):
            seen = [index for index, its in enumerate(fold_of) if its != fold]
            as_part = fit([Example(values[index][name], name in articles[index].types) for index in seen])
            as_lead = fit([Example(values[index][name], name == articles[index].primary) for index in seen])
            for index, its in enumerate(fold_of):
                if its == fold:
                    part[index][name] = as_part.probability(values[index][name])
                    lead[index][name] = as_lead.probability(values[index][name])
    return [HeldOut(*row) for row in zip(articles, part, lead, strict=True)]
