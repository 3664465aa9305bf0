"""Puts the tellings of one move together: one row a person, event and post, from the window that tells most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Move, Span
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.full_forms import in_full, initials
from pipeline.facts.moves.surroundings import with_employer


def merge(drafts: Sequence[Draft], view: ArticleView) -> list[Move]:
    """Rows in the order in which the text first tells them."""
    completed = [in_full(with_employer(draft, drafts, view), view.readings) for draft in drafts]
    generic = view.readings[0].lexicon.generic_names if view.readings else frozenset()
    bodies = view.readings[0].lexicon.bodies if view.readings else frozenset()
    vague = view.readings[0].lexicon.vague_roles if view.readings else frozenset()
    completed = _with_the_post(completed, bodies)
    groups: list[list[Draft]] = []
    for draft in completed:
        fitting = [group for group in groups if all(_same_move(draft, other, generic, vague) for other in group)]
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
            groups.append([draft])
        else:
            group.append(draft)
    today = view.published.as_date.isoformat() if view.published and view.published.as_date else None
    rows = [_row(group, bodies, vague, today) for group in groups]
    rows = [_with_shared_role(row, rows) for row in rows]
    rows = [_with_predecessor(row, rows) for row in rows]
    rows = [_with_the_title(row, view) for row in rows]
    rows = [row for row in rows if not (_is_undone(row, rows) or _goes_with_another(row, rows, bodies))]
    return [_move(row, view) for row in rows]


def _with_the_post(drafts: Sequence[Draft], bodies: frozenset[str]) -> list[Draft]:
    """A seat in a body, told of somebody right before the position that goes with it, without the seat.

    "X joins the executive committee. She will be head of sales."
    """
    kept = []
    for draft in drafts:
        concrete = _is_body(draft.role, bodies) and any(
            other is not draft
            and other.person == draft.person
            and other.event == draft.event == "appointed"
            and other.role is not None
            and not _is_body(other.role, bodies)
            and not other.employer_stated
            and 0 <= max(other.sentences) - max(draft.sentences) <= 1
            for other in drafts
        )
        kept.append(draft.with_(role=None) if concrete else draft)
    return kept


def _same_move(one: Draft, other: Draft, generic: frozenset[str], vague: frozenset[str]) -> bool:
    if one.person != other.person or one.event != other.event:
        return False
    if one.additional and not other.additional:
        return False  # what was told before is not of this post
    headline = 0 in one.sentences or 0 in other.sentences
    if any(max(draft.sentences) == 0 and draft.role is None for draft in (one, other)):
        return True  # "X picks Y to lead Z in Europe"
    told_vaguely = any((draft.role or "").lower() in vague for draft in (one, other))
    if one.role and other.role and not _alike(one.role, other.role) and not headline and not told_vaguely:
        return False
    if one.employer and other.employer and one.employer_stated and other.employer_stated:
        return (
            _alike(one.employer, other.employer) if headline else _same_employer(one.employer, other.employer, generic)
        )
    return True


def _same_employer(one: str, other: str, generic: frozenset[str]) -> bool:
    """Whether two names differ in words like "Groupe" alone."""
    a, b = ({word.lower() for word in name.split()} - generic for name in (one, other))
    if one.lower().startswith(other.lower()) or other.lower().startswith(one.lower()):
        return True
    return a == b or not a or not b or one.lower().replace(" ", "") == other.lower().replace(" ", "")


def _words(text: str) -> set[str]:
    return {word.strip(".,").lower()[:6] for word in text.replace("-", " ").split() if len(word) > 2}


def _alike(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    if initials(one) == other.lower() or initials(other) == one.lower():
        return True
    return bool(a & b) or one.lower() in other.lower() or other.lower() in one.lower()


def _is_body(role: str | None, bodies: frozenset[str]) -> bool:
    """Whether a position is named by a body or an office alone: "comité exécutif", "direction"."""
    return bool(role) and (role or "").lower().split()[0] in bodies


def _missing(row: Draft, other: Draft, bodies: frozenset[str], vague: frozenset[str]) -> dict[str, object]:
    """What another telling of the same move knows better."""
    changes: dict[str, object] = {}
    bare, vaguely = _is_body(row.role, bodies), (row.role or "").lower() in vague
    exact = not _is_body(other.role, bodies) and (other.role or "").lower() not in vague
    if other.role is not None and (row.role is None or ((bare or vaguely) and exact)):
        changes["role"] = other.role
    if other.employer is not None and (row.employer is None or (other.employer_stated and not row.employer_stated)):
        changes |= {"employer": other.employer, "employer_stated": other.employer_stated}
    finer = row.date and other.date and len(other.date) > len(row.date) and other.date.startswith(row.date)
    if other.date is not None and (row.date is None or finer):
        changes["date"] = other.date
    if row.predecessor is None and other.predecessor is not None:
        changes["predecessor"] = other.predecessor
    return changes


def _row(group: Sequence[Draft], bodies: frozenset[str], vague: frozenset[str], today: str | None) -> Draft:
    """The telling with most fields; what it lacks comes from other tellings of the same move."""
    best = max(group, key=lambda draft: (draft.told + draft.employer_stated, draft.certainty, -min(draft.sentences)))
    row = best
    for other in sorted(group, key=lambda draft: -draft.told):
        changes = _missing(row, other, bodies, vague)
        if changes:
            row = row.with_(**changes, sentences=row.sentences | other.sentences, support=row.support | other.support)
    dated = [one for one in group if one.event == "appointed" and one.date and len(one.date) > len("2021")]
    ahead = next((one for one in dated if today and one.date and one.date > today), None)
    if ahead and row.date and today and row.date <= today:
        # the day of the decision, and the day from which it holds
        row = row.with_(date=ahead.date, sentences=row.sentences | ahead.sentences)
    several = 1 - (1 - best.certainty) * 0.5 if len(group) > 1 else best.certainty
    return row.with_(certainty=round(several, 3))


def _with_shared_role(row: Draft, rows: Sequence[Draft]) -> Draft:
    """The post is the same for who leaves it and who takes it, where one sentence or two adjacent ones tell both."""
    if row.role is not None:
        return row
    if row.interim is not None:
        return _inherited(row, rows).with_(role=_inherited(row, rows).role or row.interim or None)
    return _inherited(row, rows)


def _inherited(row: Draft, rows: Sequence[Draft]) -> Draft:
    for other in rows:
        near = min(abs(a - b) for a in row.sentences for b in other.sentences) <= 2
        if not near or other.role is None:
            continue
        if row.event == "departed" and other.predecessor == row.person:
            return row.with_(role=other.role)
        if row.event == "appointed" and row.predecessor == other.person and other.event == "departed":
            return row.with_(role=other.role)
    return row


def _with_predecessor(row: Draft, rows: Sequence[Draft]) -> Draft:
    """Who alone leaves the same post of the same organization a few sentences away is the predecessor."""
    if row.event != "appointed" or row.predecessor or not row.role:
        return row
    left = [
        other
        for other in rows
        if other.event == "departed"
        and other.person != row.person
        and _post(other.role) == _post(row.role)
        and other.employer == row.employer is not None
        and min(abs(one - two) for one in row.sentences for two in other.sentences) <= _NEAR
    ]
    rivals = [other for other in rows if other.event == "appointed" and _post(other.role) == _post(row.role)]
    taken = any(other.predecessor == left[0].person for other in rows) if left else True
    if len(left) != 1 or len(rivals) != 1 or taken:
        return row
    return row.with_(predecessor=left[0].person, sentences=row.sentences | left[0].sentences)


def _with_the_title(row: Draft, view: ArticleView) -> Draft:
    """Who leaves, leaves the position that stands behind the name and a comma in another sentence of the top."""
    if row.event != "departed" or row.role is not None:
        return row
    for reading in view.readings[: max(row.sentences) + 2]:
        for mark in reading.persons:
            if mark.name != row.person or reading.key(mark.last) != ",":
                continue
            for role in reading.roles:
                begin = role.first - (reading.ends_with("pronoun:article", role.first) is not None)
                old = reading.ends_with("context:old_role", role.first) is not None
                new = any(reading.key(at) in reading.lexicon.new_words for at in range(role.first, role.head))
                if begin == mark.last + 1 and not (
                    old or new or _is_body(reading.key(role.head), reading.lexicon.bodies)
                ):
                    text = reading.text(role.first, role.last)
                    return row.with_(role=text, sentences=row.sentences | {reading.number})
    return row


def _post(role: str | None) -> str:
    """A position without what it goes on with: "chairman" of "chairman of the board"."""
    return re.split(r" (?:of|de|du|des|der|di|del)\b", (role or "").lower())[0]


_NEAR = 3
"""Sentences between the news of who goes and of who comes."""


def _is_undone(row: Draft, rows: Sequence[Draft]) -> bool:
    """Whether somebody's arrival where the same article lets them leave is only how they once came."""
    return (
        row.event == "appointed"
        and row.role is None
        and any(
            other.event == "departed"
            and other.person == row.person
            and bool(other.employer and row.employer)
            and _alike(other.employer or "", row.employer or "")
            for other in rows
        )
    )


def _goes_with_another(row: Draft, rows: Sequence[Draft], bodies: frozenset[str]) -> bool:
    """Whether a seat in a body only comes with the position that another row tells: "He will sit on the board"."""
    if row.event != "appointed" or row.predecessor or min(row.sentences) == 0 or not _is_body(row.role, bodies):
        return False
    return any(
        other.person == row.person
        and other.event == "appointed"
        and other.role is not None
        and not _is_body(other.role, bodies)
        and min(other.sentences) <= min(row.sentences)
        for other in rows
    )


def _move(row: Draft, view: ArticleView) -> Move:
    evidence: list[Span] = []
    for number in sorted(row.sentences | row.support):
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
