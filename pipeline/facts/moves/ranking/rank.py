"""Puts the learned weights to the rows of the rules: who moves after all, who does not, and what belongs to each move.

The rules' verdict is a strong sign among the others. Asked only in articles that are about moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.article import MoveEvent
from pipeline.facts.moves.capital_runs import is_a_department
from pipeline.facts.moves.completing import without_interim
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.fields_known import names_a_field
from pipeline.facts.moves.ranking.cases import EVENTS, MOST_PEOPLE, Cases
from pipeline.facts.moves.ranking.likeliest import RANKED, likeliest
from pipeline.facts.moves.ranking.row_signs import mention_signs
from pipeline.facts.moves.ranking.values import FIELDS, Value
from pipeline.facts.moves.ranking.weights import Weights, probability, read_weights

LEAST_OF_RULES = 0.25
"""Probability below which a row of the rules is dropped."""
_SLACK = 0.08
"""By how much less likely the move of somebody may be who is named in a sentence with a position."""
LEAST_OF_TENOR = 0.33
"""The same of a row that only the tenor of the article tells: below it, few held."""
LEAST_OF_ALL = 0.5
"""Probability above which a move is a row that no rule has read; lower values find more rows, and
more spare ones."""
_MORE_TO_LEAVE = 0.05
"""By how much more likely a departure has to be than an arrival: of those added, more were no rows."""


def rank(rows: Sequence[Draft], cases: Cases) -> list[Draft]:
    """The rows that hold, in the order of the text, each with its likeliest values."""
    return decide(rows, cases, read_weights()) if len(rows) <= MOST_PEOPLE else list(rows)


def decide(
    rows: Sequence[Draft], cases: Cases, weights: Mapping[str, Weights], least: float = LEAST_OF_ALL
) -> list[Draft]:
    """The same with weights given, and the probability from which a row is added."""
    likely = probabilities(rows, cases, weights["rows"])
    # An article about moves tells one: where the tenor alone tells any, they need no more than rows of the rules.
    held = [row for row in rows if likely.get((row.person, row.event), 1.0) >= LEAST_OF_RULES]
    kept = [row for row in held if likely.get((row.person, row.event), 1.0) >= _least(row)] or held
    told = {(row.person, row.event) for row in rows}
    added = [
        _new_row(name, event, part, cases, weights["rows"])
        for (name, event), part in likely.items()
        if part > _least_to_add(name, event, cases, least)
        and (name, event) not in told
        and not _is_mourned_or_honoured(name, cases)
        and not cases.stays(name)
    ]
    filled = [_filled(row, rows, cases, weights) for row in kept]
    filled += [_with_the_post_of_the_successor(_filled(row, rows, cases, weights), kept) for row in added]
    return sorted(filled, key=lambda row: min(row.sentences)) if added else filled


def _least_to_add(name: str, event: MoveEvent, cases: Cases, least: float) -> float:
    slack = _SLACK if _is_named_beside_a_position(name, cases) else 0.0
    return least - slack + (_MORE_TO_LEAVE if event == "departed" else 0.0)


def _least(row: Draft) -> float:
    return LEAST_OF_TENOR if row.frame == "tenor" else LEAST_OF_RULES


def _with_the_post_of_the_successor(row: Draft, rows: Sequence[Draft]) -> Draft:
    """Who leaves, was added and has no position leaves the one that another row says somebody takes after them."""
    for other in rows:
        if row.event == "departed" and row.role is None and other.predecessor == row.person:
            return row.with_(role=without_interim(other), employer=row.employer or other.employer)
    return row


def probabilities(rows: Sequence[Draft], cases: Cases, weights: Weights) -> dict[tuple[str, MoveEvent], float]:
    """How likely each of the people comes, and goes."""
    likely = {}
    for name, signs in cases.people():
        totals = weights.totals(signs)
        for event, total in zip(EVENTS, totals, strict=True):
            likely[name, event] = probability(total + weights.total(cases.rules_of(name, event, rows), event))
    return likely


def _is_named_beside_a_position(name: str, cases: Cases) -> bool:
    """Whether a sentence that names the person names a position."""
    return any(one.reading.roles for one, _, _ in cases.mentions[name])


def _is_mourned_or_honoured(name: str, cases: Cases) -> bool:
    """Whether a sentence that names the person tells of a death, or all do of a prize: neither is a move."""
    readings = [one.reading for one, _, _ in cases.mentions[name]]
    return any(one.phrases("context:obituary") for one in readings) or all(
        one.phrases("context:prize") for one in readings
    )


def _new_row(name: str, event: MoveEvent, part: float, cases: Cases, weights: Weights) -> Draft:
    """A row without fields, told by the sentence around the mention that speaks most for it."""
    best = max(
        cases.mentions[name],
        key=lambda mention: (mention[0].reading.number > 0, weights.total(mention_signs(*mention), event)),
    )
    return Draft(name, event, RANKED, frozenset({best[0].reading.number}), certainty=round(part, 3))


def _filled(row: Draft, rows: Sequence[Draft], cases: Cases, weights: Mapping[str, Weights]) -> Draft:
    for field in FIELDS:
        if field not in weights or (field == "predecessor" and row.event == "departed"):
            continue
        if field == "date" and row.date is not None and _has_several_days(row, rows):
            continue
        if field == "role" and _has_several_posts(row, rows):
            continue
        value, text = likeliest(field, row, rows, cases, weights[field])
        if text == getattr(row, field):
            continue
        if field == "employer":
            if value is not None and _is_no_employer(value, rows):
                continue
            row = row.with_(employer_stated=value is not None and value.number in row.sentences)
        row = row.with_(**{field: text})
        if value is not None:
            row = row.with_(sentences=row.sentences | {value.number})
    return row


def _is_no_employer(value: Value, rows: Sequence[Draft]) -> bool:
    """Whether what looks like an organization is somebody who moves, a deputy or a department that opens a sentence."""
    lexicon = value.shape.reading.lexicon
    titles = lexicon.head_words | lexicon.words.deputies
    alone = value.last - value.first == 1 and any(sign in value.own for sign in ("run", "run opens"))
    department = alone and (
        ("run opens" in value.own and names_a_field(value.text))
        or is_a_department(value.shape.reading.tokens[value.first], lexicon)
    )
    return department or value.text in {row.person for row in rows} or value.text.lower() in titles


def _has_several_days(row: Draft, rows: Sequence[Draft]) -> bool:
    """Whether the rules read another day for another post of the person: the places of a day cannot tell which."""
    own = {one.date for one in rows if one.person == row.person and one.event == row.event and one.date}
    return len(own) > 1


def _has_several_posts(row: Draft, rows: Sequence[Draft]) -> bool:
    """Whether the rules read several posts for the person: the places of one cannot tell which row it belongs to."""
    return sum(one.person == row.person and one.event == row.event for one in rows) > 1
