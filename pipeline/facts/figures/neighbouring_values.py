"""Values that a neighbour tells: the change in the sentence before or behind, and the count of an earlier period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Figure, Span
from pipeline.facts.figures.counts import Count, find_counts
from pipeline.facts.figures.elliptic_changes import Change
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.percentages import find_percentages

_LONGEST_REMARK = 70
"""Characters of a sentence that only remarks on the number of the one before."""
_DATED_WITHIN = 24
"""Characters between the value of an earlier period and its date."""


def change_before(
    before: Passage | None, counts: Sequence[Count], paired: dict[int, Change], *, opening: bool
) -> tuple[float, Span] | None:
    """The change of the sentence before, where that has a change and no count of its own to go with it."""
    if before is None or not counts or 0 in paired or counts[0].prior:
        return None
    if find_counts(before, has_metric=True):
        return None
    changes, _ = find_percentages(before, shares_expected=False)
    if len(changes) != 1 or before.forms.looking_back.match(before.text) or before.forms.excluded.search(before.text):
        return None
    if not (before.metric_words or opening):
        return None
    return changes[0].value, before.sentence.span(changes[0].start, changes[0].end)


def told_afterwards(passage: Passage, before: Passage | None, last: Figure | None) -> Figure | None:
    """The last row of the sentence before with the change that this one tells of it: "Soit une hausse de 8 %."."""
    if before is None or last is None or last.change_pct is not None or last.unit != "vehicles":
        return None
    opened = passage.forms.looking_back.match(passage.text)
    if not (opened or _only_tells_a_change(passage)) or find_counts(passage, has_metric=True):
        return None
    counts = [one for one in find_counts(before, has_metric=True) if not one.prior]
    changes, shares = find_percentages(passage, shares_expected=False)
    if len(counts) != 1 or not changes or shares or passage.forms.of_money.search(passage.text):
        return None
    if len(changes) > 1 and not opened:
        return None  # of several that "C'est …" tells the first is the year's
    change = changes[0]
    told = passage.sentence.span(change.start, change.end)
    return replace(last, change_pct=round(change.value, 4), evidence=[*last.evidence, told])


def only_looks_back(passage: Passage) -> bool:
    """Whether the sentence tells nothing but the value of an earlier period: "A year ago: 6,260."."""
    if len(passage.text) > _LONGEST_REMARK or not passage.forms.a_year_ago.match(passage.text):
        return False
    return any(one.kind in ("count", "year") for one in passage.quantities)


def _only_tells_a_change(passage: Passage) -> bool:
    """Whether the sentence is a remark on the number before: "Suben un 3,8 %.", "Down 2.4%.", "Hausse : 4,4 %."."""
    named = any(one.kind in ("maker", "model", "segment") for one in passage.subjects)
    return len(passage.text) <= _LONGEST_REMARK and not named


def prior_row(passage: Passage, count: Count, last: Figure | None) -> Figure | None:
    """The row of an earlier period, where the text dates it: "contre 4 100 en 2017"; else none."""
    for period in passage.periods:
        behind = count.end <= period.start <= count.end + _DATED_WITHIN
        opened = 0 < count.start - period.end <= 3 and passage.in_brackets(count.start)  # "en 2017 (12 300 unités)"
        if period.value and (opened or (behind and not set(passage.text[count.end : period.start]) & set(",;()"))):
            break
    else:
        return None
    running = any(one.kind == "cumulative" for one in passage.periods)
    if last is None or period.value is None or (last.period is None and running):
        return None
    # "9 400 in March, against 8 100 last year": in March of last year.
    value = period.value[:4] + (last.period or "")[4:] if period.kind == "year" else period.value
    if value == last.period:
        return None
    spans = [passage.sentence.span(count.start, count.end), passage.sentence.span(period.start, period.end)]
    kept = [span for span in last.evidence if last.subject and span.quote == last.subject]
    return replace(
        last,
        value=count.value,
        change_pct=None,
        period=value,
        forecast=False,
        confidence=round(last.confidence * 0.9, 2),
        evidence=[*spans, *kept],
    )
