"""What a phrase of moving does not report: careers, rumours, candidacies, what did not happen."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause

_BASE = {
    "appoint": 0.93,
    "appoint_actively": 0.92,
    "take_up": 0.85,
    "at_head": 0.75,
    "be_role": 0.8,
    "listed": 0.85,
    "new_role": 0.8,
    "succeed": 0.9,
    "succeeded_by": 0.85,
    "leave": 0.85,
    "dismiss": 0.9,
    "dismiss_actively": 0.85,
    "hand_over": 0.88,
    "entrust": 0.8,
    "appointment_of": 0.88,
    "departure_of": 0.85,
    "own_departure": 0.7,
}


_STATES = frozenset({"frame:take_up", "frame:be_role", "frame:be_dated", "frame:at_head"})
"""Phrases that may also tell how things stand."""


def certainty_of(frame: str, clause: Clause, *, linked: bool) -> float:
    """How often a reading by this kind of phrase is right, by the kind and by how the person was found."""
    certainty = _BASE[frame]
    if linked:
        certainty *= 0.8
    if clause.has("context:planned", clause.left, clause.right):
        certainty *= 0.8
    return round(certainty, 3)


def is_background(clause: Clause, view: ArticleView) -> bool:
    """Whether the phrase tells what was long ago, may never be, or is not so."""
    reading, trigger = clause.reading, clause.trigger
    start = max(clause.verb - 1, 0)
    dates = [
        mark
        for mark in clause.dates(trigger.first, clause.right)
        if mark.value and len(mark.value) >= 7 and not mark.since
    ]
    recent = bool(dates) and not any(is_old(mark.value, view) for mark in dates)
    if not recent:
        if reading.has("context:past", start, trigger.first) or reading.has(
            "context:past", trigger.last, trigger.last + 1
        ):
            return True
        if reading.lexicon.nouns_are_capital and reading.has("context:past", clause.left, clause.right):
            return True
    if reading.has("context:before_now", start, trigger.first):
        return True
    if reading.has("context:stay", max(clause.verb - 1, 0), trigger.first):
        return True
    if reading.has("context:rumour", max(clause.verb - 2, clause.left), min(trigger.end + 3, clause.right)):
        return True
    if reading.has("context:rumour", clause.left, clause.right) and not reading.has(
        "context:planned", clause.left, clause.right
    ):
        return True
    if trigger.kind in _STATES and reading.has("context:lasting", clause.left, clause.right) and not recent:
        since = [
            mark
            for mark in clause.dates(clause.left, clause.right)
            if mark.since and mark.value and len(mark.value) >= 7
        ]
        if not since or all(is_old(mark.value, view) for mark in since):
            return True
    if _negated(clause):
        return True
    return _is_long_ago(clause, view)


def _negated(clause: Clause) -> bool:
    trigger = clause.trigger
    if any(
        token.key in clause.reading.lexicon.negations for token in clause.reading.tokens[trigger.first : trigger.last]
    ):
        return False  # the phrase itself is negative: "n'est plus", "is no longer"
    for phrase in clause.reading.phrases("context:negation"):
        if max(clause.left, min(clause.verb - 1, trigger.first - 5)) <= phrase.first < trigger.first or (
            clause.reading.lexicon.negation_behind and trigger.last <= phrase.first <= trigger.last + 2
        ):
            return True
    return False


def _is_long_ago(clause: Clause, view: ArticleView) -> bool:
    """Whether the dates of the clause lie well before the article."""
    if view.now is None:
        return False
    reading, trigger = clause.reading, clause.trigger
    own = [mark for mark in clause.dates(trigger.first, clause.right) if mark.value and not mark.since]
    if clause.reading.ends_with("pronoun:subject", clause.verb) is not None:
        all_dates = [mark for mark in reading.dates if mark.value]
        if all_dates and all(is_old(mark.value, view) for mark in all_dates):
            return True
    opening = [
        mark for mark in reading.dates if mark.first <= 3 and mark.value and not mark.since and mark.first < clause.verb
    ]
    near = [
        mark
        for mark in clause.dates(clause.left, trigger.first)
        if mark.value and not mark.since and clause.verb - mark.last <= 2
    ]
    dates = [*opening, *near, *own]
    if not dates:
        return False
    return all(is_old(mark.value, view) for mark in dates)


def is_old(value: str | None, view: ArticleView) -> bool:
    """Whether a date lies well before the article."""
    if value is None:
        return False
    year = int(value[:4])
    now = view.now or year
    if view.published and view.published.month and len(value) >= 7:
        months = (view.published.year - year) * 12 + view.published.month - int(value[5:7])
        return months > 10
    return year < now - (1 if view.published is None else 0) if len(value) == 4 else year < now - 1
