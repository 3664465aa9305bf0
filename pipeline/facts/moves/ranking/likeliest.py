"""The likeliest value of a field of one move, and how much likelier than the rules' own it must be to stand."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.ranking.cases import Cases
from pipeline.facts.moves.ranking.town_names import town_names
from pipeline.facts.moves.ranking.values import Value
from pipeline.facts.moves.ranking.weights import Weights, shares

RANKED = "ranked"
"""The frame of a row that no rule has read."""
UNSURE = 0.6
"""Confidence below which a row of the rules takes from the ranking what it lacks."""
FILLS = {"role": 0.1, "employer": 0.3, "date": 0.1, "predecessor": 0.3}
"""By how much likelier than nothing a value must be that such a row lacks."""
GIVES_WAY = 0.2
"""By how much likelier another organization must be than one that a row of the rules took from its surroundings."""
STATED_GIVES_WAY = 0.5
"""The same than one that its own sentence states, and that the table of organizations lacks."""
ROLE_FILLS = 0.3
"""By how much likelier than nothing a position must be that a surer row lacks."""
ROLE_CHANGES = 0.25
"""By how much likelier another position must be than the one that a surer row has."""
CHANGES = {"predecessor": 0.5, "date": 0.5, "employer": 0.1}
"""The same to fill or change what else surer rows lack or say."""
REMAINS_MARGIN = 0.5
"""The same of a predecessor who is told to stay, where they may have left this post for another.

All were chosen with the cross-validated figures in view."""


def likeliest(
    field: str, row: Draft, rows: Sequence[Draft], cases: Cases, weights: Weights
) -> tuple[Value | None, str | None]:
    """The value whose places together are likeliest right, with its text; what the rules say unless it is surer."""
    said: str | None = getattr(row, field)
    by_rules = row.frame != RANKED
    margin = _margin(field, row) if by_rules else None
    if by_rules and margin is None:
        return None, said
    offered, totals = cases.weighed(field, row.person, row.event, rows, weights)
    parts = shares(totals)
    together: dict[str | None, float] = {}
    places: dict[str | None, tuple[float, Value | None]] = {}
    for value, part in zip(offered, parts, strict=True):
        text = None if value is None else value.text
        if value is not None and field == "role" and _is_another_post(value, row, rows):
            continue
        together[text] = together.get(text, 0.0) + part
        if text not in places or part > places[text][0]:
            places[text] = part, value
    best = max(together, key=together.__getitem__)
    if margin is not None:
        own = max((part for text, part in together.items() if _alike(text, said)), default=0.0)
        if together[best] - own < margin or best is None or _only_comes(field, best, rows):
            return None, said
        if together[best] - own < REMAINS_MARGIN and _remains(field, best, offered):
            return None, said
        if row.employer_stated and field == "employer" and any(_is_sure(value, said) for value in offered):
            return None, said
    return places[best][1], best


def _is_another_post(value: Value, row: Draft, rows: Sequence[Draft]) -> bool:
    """Whether the position is what the predecessor takes up elsewhere.

    Nor does a row without a position, of which the rules are sure, get that of the person's other move: who quits to
    become head of Y was not head of Y.
    """
    others = [one for one in rows if one.person == row.predecessor and one.event == "appointed"]
    if row.role is None and row.frame not in (RANKED, "tenor") and row.certainty >= UNSURE:
        others += [one for one in rows if one.person == row.person and one.event != row.event]
    if any(_alike(one.role, value.text) for one in others):
        return True
    return row.event == "departed" and _is_arrived_at(value)


def _is_arrived_at(value: Value) -> bool:
    """Whether the position is part of a phrase of being named: "X, called to the direction of Y, left the keys"."""
    return any(
        trigger.kind in ("frame:appoint", "frame:take_up") and trigger.first <= value.first < trigger.end
        for trigger in value.shape.reading.triggers
    )


def _is_sure(value: Value | None, said: str | None) -> bool:
    """Whether the value is the organization that the rules say, and the table has it."""
    return value is not None and value.text == said and "known" in value.own


def _only_comes(field: str, name: str, rows: Sequence[Draft]) -> bool:
    """Whether the name would be that of a predecessor who is told to come and not to go: a successor, a colleague."""
    events = {row.event for row in rows if row.person == name} if field == "predecessor" else set()
    return events == {"appointed"}


def _remains(field: str, name: str, offered: Sequence[Value | None]) -> bool:
    """Whether a sentence says behind a predecessor's name that they stay: "the founder, X, remains on the board"."""
    return field == "predecessor" and any(
        phrase.first >= one.last
        for one in offered
        if one is not None and one.text == name
        for phrase in one.shape.reading.phrases("tenor:stays")
    )


def _margin(field: str, row: Draft) -> float | None:
    """How much surer than the rules the ranking must be to fill or change a field; null where it has no say."""
    if field == "employer" and row.employer is not None:
        # a town that its own sentence states is no surer than what the surroundings name: "she leaves Vesoul"
        stated = row.employer_stated and row.employer.lower() not in town_names()
        return STATED_GIVES_WAY if stated else GIVES_WAY
    if getattr(row, field) is None and (row.frame == "tenor" or row.certainty < UNSURE):
        return FILLS.get(field)
    if field == "role":
        return ROLE_FILLS if row.role is None else ROLE_CHANGES
    return CHANGES.get(field)


def _alike(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and one.casefold() == other.casefold())
