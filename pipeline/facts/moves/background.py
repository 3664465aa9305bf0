"""What a phrase of moving does not report: careers, rumours, candidacies, what did not happen."""

from __future__ import annotations

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.clause import Clause
from pipeline.facts.moves.old_days import STATES, is_long_ago, is_old
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
        or is_long_ago(clause, view)
        or (clause.reading.sentence.text.endswith("?") and clause.trigger.kind != "frame:new_role")
    )


def _is_past(clause: Clause) -> bool:
    """Whether the tense or "years ago" says that it was before."""
    reading, trigger = clause.reading, clause.trigger
    return (
        (_says(reading, "context:past", max(clause.verb - 1, 0), trigger.first) and not _is_absolute(clause))
        or reading.has("context:past", trigger.last, trigger.last + 1)
        or (reading.lexicon.nouns_are_capital and reading.has("context:past", _own_words(clause), clause.right))
        or reading.has("context:long_ago", trigger.first, clause.right)
    )


def _is_absolute(clause: Clause) -> bool:
    """Whether a participle has a subject of its own right beside it: "X having left, Y takes over"."""
    reading, trigger = clause.reading, clause.trigger
    for phrase in reading.phrases("context:past"):
        if not reading.key(phrase.first).endswith(reading.lexicon.gerunds) or not (
            clause.verb - 1 <= phrase.first and phrase.last <= trigger.first
        ):
            continue
        behind = () if phrase.first else (phrase.last, trigger.last)  # "Habiendo dejado X …", "Avendo X lasciato …"
        if any(mark.last == phrase.first or mark.first in behind for mark in reading.persons):
            return True
    return False


def _own_words(clause: Clause) -> int:
    """Where the words of the phrase's own clause begin in German: behind the "dass" of what somebody has told."""
    told = [
        phrase.first
        for phrase in clause.reading.phrases("context:that")
        if clause.left <= phrase.first < clause.trigger.first and clause.reading.key(phrase.first - 1) == ","
    ]
    return told[-1] if told else clause.left


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
    voted = reading.has("tenor:vote", clause.trigger.first, clause.trigger.end)
    done = any(reading.has(kind, clause.verb, clause.trigger.first) for kind in ("context:be", "context:have"))
    if (voted and done) or reading.has("context:decided", clause.trigger.first, clause.trigger.last):
        return False  # "their candidate, X, has been elected", "of three candidates X won"
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
    if not lasting or not (clause.trigger.kind in STATES or _is_a_state_since(clause)):
        return False
    since = [mark for mark in clause.dates(clause.left, clause.right) if mark.value and len(mark.value) >= 7]
    return not since or all(is_old(mark.value, view) for mark in since)


def _is_a_state_since(clause: Clause) -> bool:
    """Whether a bare participle and right behind it a day say since when somebody is there: "installed since 2017"."""
    bare = clause.trigger.kind == "frame:appoint" and clause.verb == clause.trigger.first
    return bare and any(mark.since and 0 <= mark.first - clause.trigger.end <= 1 for mark in clause.reading.dates)


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
        clause.reading.key(at) in clause.reading.lexicon.negations
        for at in (*range(trigger.first, trigger.last), *range(trigger.tail, trigger.end))
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


def _in_an_aside(clause: Clause, at: int) -> bool:
    """Whether a comma stands between the word and the verb: "X, on the board since last year, assumes …"."""
    return any(clause.reading.key(between) in (",", ":") for between in range(at, clause.verb))
