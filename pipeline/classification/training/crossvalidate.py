"""Scores for each article by models that never saw it, nor a near-duplicate of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from pipeline.classification.classify import LEAD_THRESHOLD, score
from pipeline.classification.model import Linear
from pipeline.classification.training.compose import HOSTS, compose, load_passages
from pipeline.classification.training.corpus import PROJECT_ARTICLES, Labelled, group_near_duplicates, load
from pipeline.classification.training.fit import Calibration, Example, calibrate, directions, fit
from pipeline.classification.types import known_types

FOLDS = 10

BACKGROUND_WEIGHT = 0.1
"""What an article of the background counts against one that was labelled with care."""

READ_WEIGHT = 0.4
"""What it counts where it was read for its label: better labelled, but of other trades and of another press."""

PASSAGE_WEIGHT = 0.15 / HOSTS
"""What an article counts that a passage was set into: an invented paragraph in all its articles, as much as this."""

Values = dict[str, dict[str, float]]
"""The features of an article, by type."""

Row = tuple[Values, Labelled, float]
"""An article to learn from, with what it counts."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What models that had not seen the article say of it, by type."""

    article: Labelled
    part: dict[str, float]
    lead: dict[str, float]

    def types(self) -> frozenset[str]:
        """The types it would be given."""
        return frozenset(name for name, value in self.part.items() if value >= known_types()[name].threshold)

    def primary(self) -> str:
        """The type it would be filed under."""
        best = max(self.types(), key=lambda name: (self.lead[name], name), default=None)
        return best if best is not None and self.lead[best] >= LEAD_THRESHOLD else "other"


@dataclass(frozen=True, slots=True)
class Totals:
    """The two sums of each type for a held-out article, before calibration."""

    article: Labelled
    fold: int
    part: dict[str, float]
    lead: dict[str, float]


def feature_values(articles: Sequence[Labelled], types: Sequence[str]) -> list[Values]:
    """The features of each article, by type."""
    table = []
    for article in articles:
        _, scores = score(article.document, types=types)
        table.append({one.kind.name: one.values for one in scores if one.kind.name in types})
    return table


def cross_validate(
    articles: Sequence[Labelled], types: Sequence[str], *, background: Sequence[Labelled] = ()
) -> list[HeldOut]:
    """Each article scored, and calibrated, by what was learned from the other folds and the background."""
    totals = held_out_totals(articles, types, background)
    results = []
    for fold in range(FOLDS):
        part, lead = calibrations([row for row in totals if row.fold != fold])
        results += [
            HeldOut(
                row.article,
                {name: part.probability(total) for name, total in row.part.items()},
                {name: lead.probability(total) for name, total in row.lead.items()},
            )
            for row in totals
            if row.fold == fold
        ]
    order = {article.id: index for index, article in enumerate(articles)}
    return sorted(results, key=lambda result: order[result.article.id])


def held_out_totals(articles: Sequence[Labelled], types: Sequence[str], background: Sequence[Labelled]) -> list[Totals]:
    """The sums of each article by weights fitted on the other folds. Folds depend on the articles' ids alone."""
    groups = group_near_duplicates(articles)
    fold_of = [crc32(articles[group].id.encode()) % FOLDS for group in groups]
    values = feature_values(articles, types)
    more = further_rows(background, types)
    rows = [Totals(article, fold, {}, {}) for article, fold in zip(articles, fold_of, strict=True)]
    for fold in range(FOLDS):
        seen = [(values[index], articles[index], 1.0) for index, its in enumerate(fold_of) if its != fold]
        for name in types:
            as_part, as_lead = fit_type(name, [*seen, *more])
            for index, row in enumerate(rows):
                if row.fold == fold:
                    row.part[name] = as_part.total(values[index][name])
                    row.lead[name] = as_lead.total(values[index][name])
    return rows


def further_rows(background: Sequence[Labelled], types: Sequence[str]) -> list[Row]:
    """What is learned from but not measured: the background, and the project's passages set into other articles.

    The passages are set into articles of the background, and of the project's own where it has none in the language.
    """
    languages = {article.language for article in background}
    own = [article for article in load([PROJECT_ARTICLES]) if article.language not in languages]
    composed = list(compose(load_passages(), [*background, *own]))
    weights = [READ_WEIGHT if article.read else BACKGROUND_WEIGHT for article in background]
    weights += [PASSAGE_WEIGHT] * len(composed)
    further = [*background, *composed]
    return list(zip(feature_values(further, types), further, weights, strict=True))


def calibrations(totals: Sequence[Totals]) -> tuple[Calibration, Calibration]:
    """What turns the two sums of held-out articles into probabilities; one pair of numbers for all types."""
    part = [(total, name in row.article.types) for row in totals for name, total in row.part.items()]
    lead = [(total, name == row.article.primary) for row in totals for name, total in row.lead.items()]
    return calibrate(part), calibrate(lead)


def fit_type(name: str, rows: Sequence[Row]) -> tuple[Linear, Linear]:
    """The two sums of a type: is a real part, is what headline and lead are about."""
    directed = directions(known_types()[name])
    return (
        fit([Example(values[name], name in article.types, weight) for values, article, weight in rows], directed),
        fit([Example(values[name], name == article.primary, weight) for values, article, weight in rows], directed),
    )
