"""Puts the tellings of one move together: one row a person, event and post, from the window that tells most."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Move, Span
from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft


def merge(drafts: Sequence[Draft], view: ArticleView) -> list[Move]:
    """Rows in the order in which the text first tells them."""
    completed = [_with_employer(draft, view) for draft in drafts]
    groups: list[list[Draft]] = []
    for draft in completed:
        group = next((group for group in groups if all(_same_move(draft, other) for other in group)), None)
        if group is None:
            groups.append([draft])
        else:
            group.append(draft)
    rows = [_row(group) for group in groups]
    rows = [_with_shared_role(row, rows) for row in rows]
    return [_move(row, view) for row in rows]


def _same_move(one: Draft, other: Draft) -> bool:
    if one.person != other.person or one.event != other.event:
        return False
    if one.role and other.role and not _alike(one.role, other.role):
        return False
    if one.employer and other.employer and not _alike(one.employer, other.employer):
        return not (one.employer_stated and other.employer_stated)
    return True


def _words(text: str) -> set[str]:
    return {word.strip(".,").lower()[:6] for word in text.replace("-", " ").split() if len(word) > 2}


def _alike(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return bool(a & b) or one.lower() in other.lower() or other.lower() in one.lower()


def _row(group: Sequence[Draft]) -> Draft:
    """The telling with most fields; what it lacks is taken from tellings of the same move in a sentence of their own."""
    best = max(group, key=lambda draft: (draft.told + draft.employer_stated, draft.certainty, -min(draft.sentences)))
    row = best
    for other in sorted(group, key=lambda draft: -draft.told):
        changes: dict[str, object] = {}
        if row.role is None and other.role is not None:
            changes["role"] = other.role
        if other.employer is not None and (row.employer is None or (other.employer_stated and not row.employer_stated)):
            changes |= {"employer": other.employer, "employer_stated": other.employer_stated}
        if row.date is None and other.date is not None:
            changes["date"] = other.date
        elif row.date and other.date and len(other.date) > len(row.date) and other.date.startswith(row.date):
            changes["date"] = other.date
        if row.predecessor is None and other.predecessor is not None:
            changes["predecessor"] = other.predecessor
        if changes:
            row = row.with_(**changes, sentences=row.sentences | other.sentences)
    several = 1 - (1 - best.certainty) * 0.5 if len(group) > 1 else best.certainty
    return row.with_(certainty=round(several, 3))


def _with_employer(draft: Draft, view: ArticleView) -> Draft:
    """An organization the window does not name is the one its surroundings speak of."""
    if draft.employer is not None:
        return draft
    number = max(draft.sentences)
    for reading in reversed(view.readings[max(0, number - 2) : number + 1]):
        known = [mark for mark in reading.employers if mark.known]
        if known:
            return draft.with_(employer=known[0].name)
    for reading in view.readings:
        known = [mark for mark in reading.employers if mark.known]
        if known:
            return draft.with_(employer=known[0].name)
    return draft


def _with_shared_role(row: Draft, rows: Sequence[Draft]) -> Draft:
    """The post is the same for who leaves it and who takes it, where one sentence or two adjacent ones tell both."""
    if row.role is not None:
        return row
    for other in rows:
        near = min(abs(a - b) for a in row.sentences for b in other.sentences) <= 1
        if not near or other.role is None:
            continue
        if row.event == "departed" and other.predecessor == row.person:
            return row.with_(role=other.role)
        if row.event == "appointed" and row.predecessor == other.person and other.event == "departed":
            return row.with_(role=other.role)
    return row


def _move(row: Draft, view: ArticleView) -> Move:
    evidence: list[Span] = []
    for number in sorted(row.sentences):
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
