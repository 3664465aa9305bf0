"""Scores for each article by models that never saw it, nor a near-duplicate of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from pipeline.classification.article_terms import Terms, terms_of
from pipeline.classification.classify import LEAD_THRESHOLD, read_signs
from pipeline.classification.model import Linear
from pipeline.classification.training.compose import HOSTS, compose, load_passages
from pipeline.classification.training.corpus import PROJECT_ARTICLES, Labelled, group_near_duplicates, load
from pipeline.classification.training.fit import Calibration, Example, calibrate, directions, fit
from pipeline.classification.training.fit_wording import WordedExample, fit_wording
from pipeline.classification.types import known_types
from pipeline.classification.wording import Wording, WordingTable

FOLDS = 10

BACKGROUND_WEIGHT = 0.1
"""What an article of the background counts against one that was labelled with care."""

NO_TYPE_WEIGHT = 2.0
"""What an article of no type counts against one of a type: of the labelled ones two in five are of none, of the press
three in four, and a false type costs a desk more than a missed one."""

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


@dataclass(frozen=True, slots=True)
class Learning:
    """What weights are learned from: the articles first, then the background, then articles with a passage set in."""

    rows: list[Row]
    """The features hold what the wording says, by weights that were learned without the row's fold."""
    folds: list[int]
    wording: dict[str, Wording]
    """The wording of each type, learned from all rows."""


def feature_values(articles: Sequence[Labelled], types: Sequence[str]) -> list[tuple[Values, Terms]]:
    """The features of each article by type, without what its wording says, and the terms of its wording."""
    table = []
    for article in articles:
        reading, seen = read_signs(article.document, types=types)
        values = {kind.name: features for kind, _, features in seen if kind.name in types}
        table.append((values, terms_of(reading)))
    return table


def cross_validate(
    articles: Sequence[Labelled],
    types: Sequence[str],
    *,
    background: Sequence[Labelled] = (),
    with_background: bool = False,
) -> list[HeldOut]:
    """Each article scored, and calibrated, by what was learned from the other folds; where asked, the background too.

    What the wording says of the rows learned from comes from weights that may have seen the article held out: of
    second order, and far cheaper than to learn it anew for each fold.
    """
    measured = (*articles, *background) if with_background else articles
    totals = held_out_totals(learning_rows(articles, types, background), types)[: len(measured)]
    results = []
    for fold in range(FOLDS):
        part, lead = calibrations([row for row in totals[: len(articles)] if row.fold != fold])
        results += [
            HeldOut(
                row.article,
                {name: part.probability(total) for name, total in row.part.items()},
                {name: lead.probability(total) for name, total in row.lead.items()},
            )
            for row in totals
            if row.fold == fold
        ]
    order = {article.id: index for index, article in enumerate(measured)}
    return sorted(results, key=lambda result: order[result.article.id])


def held_out_totals(learned: Learning, types: Sequence[str]) -> list[Totals]:
    """The sums of each row by weights fitted on the other folds. Folds depend on the articles' ids alone."""
    totals = [Totals(article, fold, {}, {}) for (_, article, _), fold in zip(learned.rows, learned.folds, strict=True)]
    for fold in range(FOLDS):
        others = [row for row, its in zip(learned.rows, learned.folds, strict=True) if its != fold]
        for name in types:
            as_part, as_lead = fit_type(name, others)
            for (values, _, _), total in zip(learned.rows, totals, strict=True):
                if total.fold == fold:
                    total.part[name] = as_part.total(values[name])
                    total.lead[name] = as_lead.total(values[name])
    return totals


def learning_rows(articles: Sequence[Labelled], types: Sequence[str], background: Sequence[Labelled]) -> Learning:
    """The features of all articles to learn from.

    The passages are set into articles of the background, and of the project's own where it has none in the language.
    """
    languages = {article.language for article in background}
    own = [article for article in load(PROJECT_ARTICLES) if article.language not in languages]
    composed = list(compose(load_passages(), [*background, *own]))
    everything = [*articles, *background, *composed]
    weights = [1.0 if article.types else NO_TYPE_WEIGHT for article in articles]
    weights += [READ_WEIGHT if article.read else BACKGROUND_WEIGHT for article in background]
    weights += [PASSAGE_WEIGHT] * len(composed)
    groups = group_near_duplicates(articles)
    keys = [articles[group].id for group in groups]
    keys += [article.id.partition(" in ")[0] for article in (*background, *composed)]  # a passage is in one fold
    folds = [crc32(key.encode()) % FOLDS for key in keys]
    table = feature_values(everything, types)
    written = [frozenset(terms.written()) for _, terms in table]
    wording = {}
    for name in types:
        examples = [
            WordedExample(terms, name in article.types, weight)
            for terms, article, weight in zip(written, everything, weights, strict=True)
        ]
        for fold in range(FOLDS):
            learned = WordingTable(
                {name: fit_wording([one for one, its in zip(examples, folds, strict=True) if its != fold])}
            )
            for (values, terms), its in zip(table, folds, strict=True):
                if its == fold:
                    values[name].update(learned.features(terms)[name])
        wording[name] = fit_wording(examples)
    rows = [(values, article, weight) for (values, _), article, weight in zip(table, everything, weights, strict=True)]
    return Learning(rows, folds, wording)


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
