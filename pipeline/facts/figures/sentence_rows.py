"""The rows of one sentence: its counts with their changes, its shares, and the dated values of earlier periods."""

from __future__ import annotations

from pipeline.article import Figure
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.counts import find_counts
from pipeline.facts.figures.neighbouring_values import change_before, prior_row
from pipeline.facts.figures.number_row import NumberRow
from pipeline.facts.figures.pairing import is_difference, pair, respectively
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.percentages import Share, find_percentages
from pipeline.facts.figures.ranking.number_features import NumberFeatures
from pipeline.facts.figures.ranking.rankers import Rankers
from pipeline.facts.figures.setting import Setting


def sentence_rows(
    passage: Passage, before: Passage | None, context: Context, published: str | None, rankers: Rankers
) -> list[Figure]:
    """The rows of the sentence, in the order of their numbers.

    Args:
        passage: the sentence.
        before: the neighbouring sentence before, if any.
        context: of headline, heading and lead; takes the period and place of the text's first figure.
        published: the date of publication; a later period is a forecast.
        rankers: what was learned of numbers and their fields.
    """
    counts = find_counts(passage, has_metric=_has_metric(passage, before, context))
    speaks_of_shares = bool(before and before.speaks_of_shares) or context.speaks_of_shares
    changes, shares = find_percentages(passage, shares_expected=speaks_of_shares)
    differences = [one for one in counts if is_difference(one, counts, changes, passage)]
    counts = [one for one in counts if one not in differences]
    features = NumberFeatures(passage, before, context, len(counts))
    counts, shares = rankers.counts(counts, changes, features, differences), rankers.shares(shares, changes, features)
    by_order, place_by_order = respectively(counts, changes, passage)
    left = [one for one in changes if one not in by_order.values()]
    paired = {**pair(counts, left, passage), **by_order}
    inherited = change_before(before, counts, paired, opening=not context.settled)
    numbers = sorted([*((one.start, one.end) for one in counts), *((one.start, one.end) for one in shares)])
    found: list[tuple[int, Figure | None]] = []
    last: Figure | None = None
    for index, count in enumerate(counts):
        if count.prior:
            found.append((count.start, prior_row(passage, count, last)))
            continue
        row = NumberRow(Setting(passage, before, context, count.start, count.end, numbers), published, rankers)
        change = paired.get(index)
        late = inherited if change is None and index == 0 else None
        if index == 0 and not changes and not late and _is_told_by_headline(passage, context):
            late = context.headline_change
        last = row.of_count(count, change, late, place_by_order.get(index))
        found.append((count.start, last))
    for share in shares:
        if not share.prior and not _is_of_the_mix(passage, share, context):
            setting = Setting(passage, before, context, share.start, share.end, numbers, is_share=True)
            found.append((share.start, NumberRow(setting, published, rankers).of_share(share)))
    return [figure for _, figure in sorted(found, key=lambda one: one[0]) if figure]


def _has_metric(passage: Passage, before: Passage | None, context: Context) -> bool:
    """Whether the neighbourhood says how vehicles were counted, or the sentence has whose they are and of when."""
    if context.metric or (before and before.metric_words):
        return True
    if context.counts_otherwise:
        return False
    if context.body_metric:
        return True
    named = any(one.kind == "maker" for one in passage.subjects) or any(one.located for one in passage.places)
    return named and any(one.kind != "day" for one in passage.periods)


def _is_told_by_headline(passage: Passage, context: Context) -> bool:
    """Whether the sentence has the text's first figure, of whom the headline speaks: its change is told there."""
    if context.settled or passage.sentence.field == "headline":
        return False
    makers = {one.name for one in passage.subjects if one.kind in ("maker", "model")}
    return makers <= {context.maker.name} if context.maker else not makers and context.first_maker is None


def _is_of_the_mix(passage: Passage, share: Share, context: Context) -> bool:
    """Whether the share is one of what the headline's maker sold: "la X compte pour 40 % des ventes"."""
    if context.maker is None or context.is_market or not passage.forms.volumes_behind.match(passage.text, share.end):
        return False
    return not any(one.kind == "segment" and one.end <= share.start for one in passage.subjects)
