"""What a phrase of moving does not report: careers, rumours, candidacies, what did not happen."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause

_BASE = {
    "appoint": 0.93,
    "appoint_actively": 0.92,
    "take_up": 0.85,
    "be_role": 0.8,
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


def certainty_of(frame: str, clause: Clause, *, linked: bool) -> float:
    """How often a reading by this kind of phrase is right, by the kind and by how the person was found."""
    certainty = _BASE[frame]
    if linked:
        certainty *= 0.88
    if clause.has("context:planned", clause.left, clause.right):
        certainty *= 0.8
    return round(certainty, 3)


def is_background(clause: Clause, view: ArticleView) -> bool:
    """Whether the phrase tells what was long ago, may never be, or is not so."""
    reading, trigger = clause.reading, clause.trigger
    start = max(clause.verb - 1, 0)
    if reading.has("context:past", start, trigger.first) or reading.has("context:past", trigger.last, trigger.last + 1):
        return True
    if reading.lexicon.nouns_are_capital and reading.has("context:past", clause.left, clause.right):
        return True
    if reading.has("context:rumour", max(clause.verb - 2, clause.left), min(trigger.end + 3, clause.right)):
        return True
    if any(
        phrase.kind == "context:rumour" and clause.left <= phrase.first < clause.right for phrase in reading.found
    ) and not reading.has("context:planned", clause.left, clause.right):
        return True
    if _negated(clause):
        return True
    return _is_long_ago(clause, view)


def _negated(clause: Clause) -> bool:
    trigger = clause.trigger
    for phrase in clause.reading.phrases("context:negation"):
        if clause.verb - 1 <= phrase.first < trigger.first or (
            clause.reading.lexicon.negation_behind and trigger.last <= phrase.first <= trigger.last + 2
        ):
            return True
    return False


def _is_long_ago(clause: Clause, view: ArticleView) -> bool:
    """Whether the dates of the clause lie well before the article."""
    if view.now is None:
        return False
    reading, trigger = clause.reading, clause.trigger
    own = [mark for mark in clause.dates(trigger.first, clause.right) if mark.value]
    opening = [mark for mark in reading.dates if mark.first <= 3 and mark.value and mark.first < clause.verb]
    near = [mark for mark in clause.dates(clause.left, trigger.first) if mark.value and clause.verb - mark.last <= 2]
    dates = [mark for mark in (*opening, *near, *own)]
    if not dates:
        return False
    return all(_old(mark.value or "", view) for mark in dates)


def _old(value: str, view: ArticleView) -> bool:
    year = int(value[:4])
    now = view.now or year
    if view.published and view.published.month and len(value) >= 7:
        months = (view.published.year - year) * 12 + view.published.month - int(value[5:7])
        return months > 10
    return year < now - (1 if view.published is None else 0) if len(value) == 4 else year < now - 1
