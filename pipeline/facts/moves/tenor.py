"""Moves read from the tenor of the article: people of whom no phrase of moving tells anything.

Journalists tell a move in more ways than a list of phrases holds. In an article about moves, somebody who is named
in full beside a position, a date or a word that only hints at coming or going has most likely come or gone. Each
person is weighed by all the weak signs of the article that speak of them; what those leave open stays unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.article import MoveEvent
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.fresh_days import day_of_a_list
from pipeline.facts.moves.labels import has_a_label, is_bullet, labelled
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.replaced_only import only_names_the_predecessor
from pipeline.facts.moves.succession_rows import succession_rows
from pipeline.facts.moves.tellings import are_alike
from pipeline.facts.moves.weak_signs import WeakSign, weak_signs
from pipeline.facts.moves.weighing import weigh

_ENOUGH = 1.0
"""How much has to speak for a move: one sign that is more than a copula."""
_ENOUGH_BESIDE = 1.5
"""How much has to speak for coming and going both, of one person in different sentences."""
_ENOUGH_LINKED = 2.3
"""How much has to speak for a move where no sentence names the person: pronouns often stand for somebody else."""
_FAR_BACK = 2
"""Sentences between a person and a sentence that goes on with them."""


@dataclass(slots=True)
class _Case:
    """What speaks for one move of one person."""

    person: str
    event: MoveEvent
    weight: float = 0.0
    drafts: list[Draft] = field(default_factory=list)


def by_tenor(view: ArticleView, told: Sequence[Draft]) -> list[Draft]:
    """Drafts for people of whom `told` says nothing, where enough speaks for a move."""
    cases: dict[tuple[str, MoveEvent], _Case] = {}
    stay: set[str] = set()
    labels = {one.number for one in view.readings if has_a_label(one)}
    several = sum(is_bullet(one) and ":" in one.sentence.text for one in view.readings) > 1
    opening = 0
    topic: str | None = None
    topic_sentence = last_label = -9
    for reading in view.readings:
        if (
            reading.sentence.field == "headline"
            or (reading.sentence.is_row and len({mark.name for mark in reading.persons}) != 1)
            or reading.phrases("context:obituary")
        ):
            continue
        going_on = topic if reading.number - topic_sentence <= _FAR_BACK else None
        stay |= _staying(reading)
        opening = opening if is_bullet(reading) else reading.number
        in_a_list = reading.number - last_label == 1 or (several and is_bullet(reading))
        in_a_list = in_a_list or (reading.number in labels and reading.number + 1 in labels)
        for written in labelled(reading, view, in_a_list=in_a_list):
            last_label = reading.number
            bullet = is_bullet(reading) and written.date is None
            label = written.with_(date=day_of_a_list(view, opening)) if bullet else written
            if label.person not in stay:
                case = cases.setdefault((label.person, label.event), _Case(label.person, label.event))
                case.weight += _ENOUGH
                case.drafts.append(label)
        for sign in weak_signs(reading):
            if sign.event == "departed" and only_names_the_predecessor(sign.phrase, sign.mark, reading):
                continue
            if _has_another_subject(sign, reading, told):
                continue
            person = sign.mark.name if sign.mark is not None else going_on
            if person is None or " " not in person or person in stay:
                continue
            draft, weight = weigh(sign, person, reading, view)
            if draft is not None:
                case = cases.setdefault((person, sign.event), _Case(person, sign.event))
                case.weight += weight
                case.drafts.append(draft)
        first = next((mark for mark in reading.persons if not reading.preposition_before(mark.first)), None)
        if first is not None or reading.persons:
            topic, topic_sentence = (first or reading.persons[0]).name, reading.number
        elif going_on is not None:
            topic_sentence = max(topic_sentence, reading.number - 1)
    decided = [draft for case in _decided(cases, told) for draft in case.drafts]
    known = {(draft.person, draft.event) for draft in told}
    return [*decided, *(row for row in succession_rows(view) if (row.person, row.event) not in known)]


def _has_another_subject(sign: WeakSign, reading: Reading, told: Sequence[Draft]) -> bool:
    """Whether a phrase of moving of the same words has told of somebody else, and a preposition stands before the name.

    "A, in the chair of B since 2017, will retire": the verb is A's.
    """
    mark = sign.mark
    if mark is None or not reading.preposition_before(mark.first):
        return False
    kinds = {one.kind.partition(":")[2] for one in reading.triggers if one.first == sign.phrase.first}
    return any(
        draft.event == sign.event
        and draft.frame in kinds
        and draft.person != mark.name
        and reading.number in draft.sentences
        for draft in told
    )


def _decided(cases: dict[tuple[str, MoveEvent], _Case], told: Sequence[Draft]) -> list[_Case]:
    """The cases with enough weight, of people who are not told of; of coming and going, what weighs more."""
    known = {(draft.person, draft.event) for draft in told}
    sure = {(draft.person, draft.event) for draft in told if not draft.linked}
    replaced = {draft.predecessor for draft in told if draft.predecessor}
    kept = []
    for (person, event), case in cases.items():
        other: MoveEvent = "departed" if event == "appointed" else "appointed"
        against = cases.get((person, other))
        if case.weight < _ENOUGH_LINKED and all(draft.linked for draft in case.drafts):
            continue
        if (person, event) in known or case.weight < _ENOUGH:
            continue
        if (person, other) in sure and not _is_elsewhere(case, other, told):
            continue
        if event == "appointed" and person in replaced:
            continue
        apart = against is not None and _sentences(against).isdisjoint(_sentences(case))
        outweighed = against is not None and against.weight >= case.weight
        replaces = event == "departed" and person in replaced
        if outweighed and not replaces and (not apart or case.weight < _ENOUGH_BESIDE):
            continue
        kept.append(case)
    return kept


def _is_elsewhere(case: _Case, other: MoveEvent, told: Sequence[Draft]) -> bool:
    """Whether a company is stated for the move that is not the one of the person's other move: from A to B."""
    told_of = [one for one in told if one.person == case.person and one.event == other]
    return case.weight >= _ENOUGH_BESIDE and any(
        draft.employer_stated
        and draft.employer
        and all(one.employer and not are_alike(one.employer, draft.employer) for one in told_of)
        for draft in case.drafts
    )


def _sentences(case: _Case) -> frozenset[int]:
    return frozenset(number for draft in case.drafts for number in draft.sentences)


def _staying(reading: Reading) -> set[str]:
    """Who is said to remain what they are."""
    names: set[str] = set()
    if reading.has("context:renewed"):
        return names  # "was confirmed and remains"
    for phrase in reading.phrases("tenor:stays"):
        before = [mark for mark in reading.persons if mark.last <= phrase.first]
        behind = [
            mark for mark in reading.persons if phrase.last <= reading.title_before(mark.first) <= phrase.last + 2
        ]
        if before:
            names.add(before[-1].name)
        elif behind:
            names.add(behind[0].name)
    return names
