"""Tellings of one move: which belong together, and the row that they make."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.full_forms import initials


def by_person(rows: Sequence[Draft]) -> dict[str, list[Draft]]:
    """The rows of each person, in their order: lists name hundreds of people, and most questions are of one."""
    found: dict[str, list[Draft]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(row)
    return found


def without_doubles(rows: Sequence[Draft]) -> list[Draft]:
    """The rows without those that in the end say the same of the same person as one before, which gets their words."""
    kept: dict[tuple[object, ...], Draft] = {}
    for row in rows:
        key = (row.person, row.event, (row.role or "").lower(), (row.employer or "").lower())
        first = kept.get(key)
        if first is None:
            kept[key] = row
            continue
        kept[key] = first.with_(
            date=first.date or row.date,
            predecessor=first.predecessor or row.predecessor,
            sentences=first.sentences | row.sentences,
            linked=first.linked and row.linked,
            certainty=max(first.certainty, row.certainty),
        )
    return list(kept.values())


def is_same_move(one: Draft, other: Draft, generic: frozenset[str], vague: frozenset[str]) -> bool:
    """Whether two drafts tell one move: person and event agree, and post and employer do not part them."""
    if one.person != other.person or one.event != other.event:
        return False
    if one.additional and not other.additional:
        return False  # what was told before is not of this post
    headline = 0 in one.sentences or 0 in other.sentences
    if any(max(draft.sentences) == 0 and draft.role is None for draft in (one, other)):
        return True  # "X picks Y to lead Z in Europe"
    told_vaguely = any((draft.role or "").lower() in vague for draft in (one, other))
    if one.role and other.role and not are_alike(one.role, other.role) and not headline and not told_vaguely:
        return False
    if one.employer and other.employer and one.employer_stated and other.employer_stated:
        return (
            are_alike(one.employer, other.employer)
            if headline
            else _same_employer(one.employer, other.employer, generic)
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


def are_alike(one: str, other: str) -> bool:
    """Whether two names may mean the same: they share a word, one holds the other, or one is its initials."""
    a, b = _words(one), _words(other)
    if initials(one) == other.lower() or initials(other) == one.lower():
        return True
    return bool(a & b) or one.lower() in other.lower() or other.lower() in one.lower()


def are_nearly_one(one: str, other: str) -> bool:
    """Whether two positions share more than half of their words, or one holds the other: no "head of" alone."""
    a, b = _words(one), _words(other)
    if one.lower() in other.lower() or other.lower() in one.lower() or a <= b or b <= a:
        return True
    if "-" in one + other and one.lower().replace("-", " ").split()[0] == other.lower().replace("-", " ").split()[0]:
        return True  # "président-directeur général" and "président du conseil"
    return 2 * len(a & b) > max(len(a), len(b))


def is_body(role: str | None, bodies: frozenset[str]) -> bool:
    """Whether a position is named by a body or an office alone: "comité exécutif", "direction"."""
    return bool(role) and (role or "").lower().split()[0] in bodies


def joined_row(group: Sequence[Draft], bodies: frozenset[str], vague: frozenset[str], today: str | None) -> Draft:
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


def _missing(row: Draft, other: Draft, bodies: frozenset[str], vague: frozenset[str]) -> dict[str, object]:
    """What another telling of the same move knows better."""
    changes: dict[str, object] = {}
    bare, vaguely = is_body(row.role, bodies), (row.role or "").lower() in vague
    exact = not is_body(other.role, bodies) and (other.role or "").lower() not in vague
    if other.role is not None and (row.role is None or ((bare or vaguely) and exact)):
        changes["role"] = other.role
    if other.employer is not None and (row.employer is None or (other.employer_stated and not row.employer_stated)):
        changes |= {"employer": other.employer, "employer_stated": other.employer_stated}
    finer = row.date and other.date and len(other.date) > len(row.date) and other.date.startswith(row.date)
    if other.date is not None and (row.date is None or finer):
        changes["date"] = other.date
    if row.field is None and other.field is not None:
        changes["field"] = other.field
    if row.predecessor is None and other.predecessor is not None:
        changes["predecessor"] = other.predecessor
    return changes
