"""What a phrase of moving does not report: careers, rumours, candidacies, what did not happen."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.reading import Reading

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
    "tenor": 0.55,
}


_STATES = frozenset({"frame:take_up", "frame:be_role", "frame:be_dated", "frame:at_head"})
"""Phrases that may also tell how things stand."""


def base_certainty(frame: str) -> float:
    """How often a reading by this kind of phrase is right."""
    return _BASE[frame]


def certainty_of(frame: str, clause: Clause, *, linked: bool) -> float:
    """How often a reading by this kind of phrase is right, by the kind and by how the person was found."""
    certainty = _BASE[frame]
    if linked:
        certainty *= 0.8
    if clause.has("context:planned", clause.left, clause.right):
        certainty *= 0.8
    return round(certainty, 3)


def is_background(clause: Clause, view: ArticleView, *, past_is_news: bool = False) -> bool:
    """Whether the phrase tells what was long ago, may never be, or is not so.

    `past_is_news` where the tense alone says nothing: "He had left in the spring".
    """
    dates = [
        mark
        for mark in clause.dates(clause.trigger.first, clause.right)
        if mark.value and len(mark.value) >= 7 and not mark.since
    ]
    recent = bool(dates) and not any(is_old(mark.value, view) for mark in dates)
    return (
        (not recent and not past_is_news and _is_past(clause))
        or _is_no_news(clause)
        or _is_rumour(clause)
        or (not recent and _lasts(clause, view))
        or _negated(clause)
        or _is_long_ago(clause, view)
        or (clause.reading.sentence.text.endswith("?") and clause.trigger.kind != "frame:new_role")
    )


def _is_past(clause: Clause) -> bool:
    """Whether the tense or "years ago" says that it was before."""
    reading, trigger = clause.reading, clause.trigger
    return (
        _says(reading, "context:past", max(clause.verb - 1, 0), trigger.first)
        or reading.has("context:past", trigger.last, trigger.last + 1)
        or (reading.lexicon.nouns_are_capital and reading.has("context:past", clause.left, clause.right))
        or reading.has("context:long_ago", trigger.first, clause.right)
    )


def _is_no_news(clause: Clause) -> bool:
    """Whether it is what was before the news, what stays, or what somebody tells of himself."""
    reading, trigger, start = clause.reading, clause.trigger, max(clause.verb - 1, 0)
    adjective = reading.has("context:adjective", trigger.first, trigger.last)
    if adjective and reading.key(trigger.first - 1) in reading.lexicon.articles:
        return True  # "a retired general"
    return (
        reading.has("context:before_now", start, trigger.first)
        or reading.has("context:stay", max(start - 1, clause.left), trigger.first)
        or reading.has("context:first_person", max(clause.verb - 2, clause.left), trigger.first)
    )


def _is_rumour(clause: Clause) -> bool:
    reading = clause.reading
    if _says(reading, "context:rumour", max(clause.verb - 2, clause.left), min(clause.trigger.end + 3, clause.right)):
        return True
    return _says(reading, "context:rumour", clause.left, clause.right) and not reading.has(
        "context:planned", clause.left, clause.right
    )


def _lasts(clause: Clause, view: ArticleView) -> bool:
    """Whether it has been so for long: "dirige depuis 2012"."""
    lasting = [
        phrase
        for phrase in clause.reading.phrases("context:lasting")
        if clause.left <= phrase.first < clause.right
        and (phrase.first >= clause.trigger.first or phrase.first <= 1 or not _in_an_aside(clause, phrase.first))
    ]
    if clause.trigger.kind not in _STATES or not lasting:
        return False
    since = [mark for mark in clause.dates(clause.left, clause.right) if mark.value and len(mark.value) >= 7]
    return not since or all(is_old(mark.value, view) for mark in since)


def _says(reading: Reading, kind: str, first: int, last: int) -> bool:
    """Whether a phrase of that kind stands there that is not only indirect speech: "said X would take over"."""
    for phrase in reading.phrases(kind):
        if not first <= phrase.first < last:
            continue
        indirect = any(
            other.kind == "context:indirect" and other.last == phrase.last for other in reading.starting(phrase.first)
        ) and reading.has("context:announce", 0, phrase.first)
        relative = reading.ends_with("context:relative", phrase.first) is not None
        if not indirect or relative:
            return True
    return False


def _negated(clause: Clause) -> bool:
    trigger = clause.trigger
    if any(
        token.key in clause.reading.lexicon.negations for token in clause.reading.tokens[trigger.first : trigger.last]
    ):
        return False  # the phrase itself is negative: "n'est plus", "is no longer"
    for phrase in clause.reading.phrases("context:negation"):
        if not clause.reading.lexicon.nouns_are_capital and any(
            clause.reading.key(at) == "," for at in range(phrase.last, trigger.first)
        ):
            continue  # "like it or not, X becomes …"
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
    own = [
        mark
        for mark in clause.dates(trigger.first, clause.right)
        if mark.value and not mark.since and not _is_of_another_clause(clause, mark.first)
    ]
    if clause.reading.ends_with("pronoun:subject", clause.verb) is not None:
        states = trigger.kind in _STATES
        all_dates = [mark for mark in reading.dates if mark.value and (states or not mark.since)]
        if all_dates and all(is_old(mark.value, view) for mark in all_dates):
            return True
    opening = [
        mark
        for mark in reading.dates
        if mark.first <= 3
        and mark.value
        and not mark.since
        and mark.first < clause.verb
        and _opens(reading, mark.first)
    ]
    near = [
        mark
        for mark in clause.dates(clause.left, trigger.first)
        if mark.value and not mark.since and clause.verb - mark.last <= 2
    ]
    dates = own or [*opening, *near]
    if not dates:
        return False
    return all(is_old(mark.value, view) for mark in dates)


def _opens(reading: Reading, at: int) -> bool:
    """Whether a date opens its sentence with small words alone before it: not "Entré en 2015, X …"."""
    small = ("context:prepositions", "employer:prepositions", "pronoun:article", "employer:of")
    return at < _FEW_WORDS or any(found.kind in small for found in reading.starting(0))


_FEW_WORDS = 2


def _in_an_aside(clause: Clause, at: int) -> bool:
    """Whether a comma stands between the word and the verb: "X, on the board since last year, assumes …"."""
    return any(clause.reading.key(between) in (",", ":") for between in range(at, clause.verb))


def _is_of_another_clause(clause: Clause, at: int) -> bool:
    """Whether a verb of its own stands between the phrase and a date: "X, which he founded in 1984"."""
    kinds = ("context:past", "context:relative", "pronoun:subject")
    return any(clause.reading.has(kind, clause.trigger.end, at) for kind in kinds)


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
