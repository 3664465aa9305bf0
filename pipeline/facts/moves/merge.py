"""Puts the tellings of one move together: one row a person, event and post, from the window that tells most."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Move, Span
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.completing import (
    same_post,
    with_predecessor,
    with_shared_role,
    with_the_title,
    without_new_post,
)
from pipeline.facts.moves.days_of_changes import with_day_of_the_change
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.effects import with_date
from pipeline.facts.moves.full_forms import in_full
from pipeline.facts.moves.nearby_posts import with_nearby_post
from pipeline.facts.moves.speakers import is_quoted
from pipeline.facts.moves.successions import with_successions
from pipeline.facts.moves.surroundings import with_employers
from pipeline.facts.moves.tellings import are_alike, by_person, is_body, is_same_move, joined_row, without_doubles


def merge(drafts: Sequence[Draft], view: ArticleView, *, complete: bool = False) -> list[Draft]:
    """Rows in the order in which the text first tells them; `complete` takes fields from around them, too."""
    own = by_person(drafts)
    drafts = [draft for draft in drafts if not _is_mistaken(draft, own[draft.person], view, alone=len(own) == 1)]
    completed = [in_full(draft, view.readings) for draft in with_employers(drafts, view)]
    generic = view.readings[0].lexicon.generic_names if view.readings else frozenset()
    bodies = view.readings[0].lexicon.bodies if view.readings else frozenset()
    vague = view.readings[0].lexicon.vague_roles if view.readings else frozenset()
    completed = _with_the_post(completed, bodies)
    groups: list[list[Draft]] = []
    groups_of: dict[str, list[list[Draft]]] = {}
    for draft in completed:
        theirs = groups_of.setdefault(draft.person, [])
        fitting = [group for group in theirs if all(is_same_move(draft, other, generic, vague) for other in group)]
        fitting.sort(key=lambda group: not any(same_post(draft, other) for other in group))  # stable
        beside = [group for group in fitting if any(max(draft.sentences) == max(other.sentences) for other in group)]
        if draft.role is None and not draft.employer_stated and draft.predecessor:
            near = [
                group
                for group in fitting
                if any(max(draft.sentences) - max(other.sentences) in (0, 1) for other in group)
            ]
            for other_group in near[1:]:  # two posts, one predecessor: "in both he succeeds …"
                other_group.append(draft)
            beside = near or beside
        group = next(iter(beside or fitting), None)
        if group is None:
            theirs.append([draft])
            groups.append(theirs[-1])
        else:
            group.append(draft)
    today = view.published.as_date.isoformat() if view.published and view.published.as_date else None
    rows = [joined_row(group, bodies, vague, today) for group in groups]
    own = by_person(rows)
    rows = [without_new_post(row, own[row.person]) for row in rows]
    rows = [with_shared_role(row, rows) for row in rows]
    rows = [with_predecessor(row, rows) for row in rows]
    rows = [with_the_title(row, view) for row in rows]
    if complete:
        own = by_person(rows)
        rows = [row for row in rows if not _is_undone(row, own[row.person])]
        rows = _completed(rows, view)
    rows = without_doubles(rows)
    own = by_person(rows)
    return [
        row
        for row in rows
        if not (
            _is_undone(row, own[row.person])
            or _goes_with_another(row, own[row.person], bodies)
            or _is_the_weaker_sign(row, own[row.person])
        )
    ]


def _is_the_weaker_sign(row: Draft, own: Sequence[Draft]) -> bool:
    """Whether only weak signs tell the row, of whom another row tells the same event: they seldom tell two posts."""
    if row.frame != "tenor" or row.additional:
        return False
    at = next(at for at, one in enumerate(own) if one is row)
    strength = (row.certainty, row.told)
    for number, other in enumerate(own):
        if number == at or other.event != row.event:
            continue
        theirs = (other.certainty, other.told)
        if other.frame != "tenor" or theirs > strength or (theirs == strength and number < at):
            return True
    return False


def _is_mistaken(draft: Draft, own: Sequence[Draft], view: ArticleView, *, alone: bool) -> bool:
    """Whether a pronoun lets somebody leave whom others let arrive, or a draft only describes who is quoted.

    `own` are all drafts of the person; `alone` where there are none of others.
    """
    arrives = any(other.event == "appointed" and not other.linked for other in own)
    if draft.linked and draft.event == "departed" and not draft.employer_stated and arrives:
        return True
    if alone or draft.frame == "listed":
        return False
    for number in draft.sentences:
        reading = view.readings[number]
        marks = [mark for mark in reading.persons if mark.name == draft.person]
        if not marks or not all(is_quoted(reading, mark) for mark in marks):
            return False
    return not any(other is not draft and other.sentences != draft.sentences for other in own)


def _completed(rows: list[Draft], view: ArticleView) -> list[Draft]:
    """The rows with what the article tells around them: who is replaced, the position, the day."""
    rows = with_successions(rows, view)
    rows = [with_shared_role(row, rows) for row in rows]
    rows = [with_nearby_post(row, rows, view) for row in rows]
    rows = [with_shared_role(row, rows) for row in rows]
    rows = with_successions(rows, view)  # also of those whose post was not known before
    bodies = view.readings[0].lexicon.bodies if view.readings else frozenset()
    own = by_person(rows)
    rows = [row for row in rows if not any(_is_echo(row, other, bodies) for other in _others(row, own[row.person]))]
    rows = [row if row.role else row.with_(role=row.field) for row in rows]
    rows = [with_date(row, rows, view) for row in rows]
    return [with_day_of_the_change(row, rows, view) for row in rows]


def _others(row: Draft, own: Sequence[Draft]) -> list[Draft]:
    """The person's rows that may make one an echo: those before it, and those behind that are surer of more."""
    at = next(at for at, one in enumerate(own) if one is row)
    return [
        *(other for other in own[:at] if not _tells_less(other, row)),
        *(other for other in own[at + 1 :] if _tells_less(row, other)),
    ]


def _tells_less(one: Draft, other: Draft) -> bool:
    return (one.employer_stated, one.told, one.certainty) < (other.employer_stated, other.told, other.certainty)


def _is_echo(row: Draft, other: Draft, bodies: frozenset[str]) -> bool:
    """Whether a row only tells once more what another tells: nothing but what surrounds the two parts them."""
    if row.event != other.event or row.additional:
        return False
    if row.employer_stated and other.employer_stated and not are_alike(row.employer or "", other.employer or ""):
        return False
    if row.date and other.date and row.date != other.date and row.role != other.role:
        return False  # "deputy from May, chief executive from January"
    if row.role is None or other.role is None or is_body(row.role, bodies):
        return not row.employer_stated or row.role is None or is_body(row.role, bodies)
    return are_alike(row.role, other.role) and (
        row.role.lower() in other.role.lower() or other.role.lower() in row.role.lower()
    )


def _with_the_post(drafts: Sequence[Draft], bodies: frozenset[str]) -> list[Draft]:
    """A seat in a body, told of somebody right before the position that goes with it, without the seat.

    "X joins the executive committee. She will be head of sales."
    """
    kept, own = [], by_person(drafts)
    for draft in drafts:
        concrete = is_body(draft.role, bodies) and any(
            other is not draft
            and other.event == draft.event == "appointed"
            and other.role is not None
            and not is_body(other.role, bodies)
            and not other.employer_stated
            and 0 <= max(other.sentences) - max(draft.sentences) <= 1
            for other in own[draft.person]
        )
        kept.append(draft.with_(role=None) if concrete else draft)
    return kept


def _is_undone(row: Draft, own: Sequence[Draft]) -> bool:
    """Whether somebody's arrival where another of their own rows lets them leave is only how they once came."""
    return (
        row.event == "appointed"
        and row.role is None
        and any(
            other.event == "departed"
            and bool(other.employer and row.employer)
            and are_alike(other.employer or "", row.employer or "")
            for other in own
        )
    )


def _goes_with_another(row: Draft, own: Sequence[Draft], bodies: frozenset[str]) -> bool:
    """Whether a seat in a body only comes with the position that another of the person's rows tells."""
    if row.event != "appointed" or row.predecessor or row.additional or min(row.sentences) == 0:
        return False
    if not is_body(row.role, bodies):
        return False
    return any(
        other.event == "appointed"
        and other.role is not None
        and not is_body(other.role, bodies)
        and min(other.sentences) <= min(row.sentences)
        for other in own
    )


def as_move(row: Draft, view: ArticleView) -> Move:
    """The row as the article carries it, with the sentences that tell it as evidence: first the one that tells most."""
    values = [one for one in (row.person, row.role, row.employer, row.predecessor) if one]

    def told(number: int) -> int:
        return sum(value in view.readings[number].sentence.text for value in values)

    # In headline and text alike, the text is the fuller of two that tell as much.
    main = max(sorted(row.sentences), key=lambda number: (told(number), number != 0))
    evidence: list[Span] = []
    for number in [main, *sorted((row.sentences | row.support) - {main})]:
        sentence = view.readings[number].sentence
        evidence.append(sentence.span(0, len(sentence.text)))
    return Move(
        person=row.person,
        event=row.event,
        role=row.role,
        organization=row.employer,
        effective_date=row.date,
        predecessor=row.predecessor,
        confidence=row.certainty,
        evidence=evidence,
    )
