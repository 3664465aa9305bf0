"""Which numbers of a page are the target, the average, the distance and the bill of a row, by learned weights.

Those of grams are chosen together: no number plays two parts, and a distance is that of the other two. What the rules
read from a table stays, since tables are read as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import log

from pipeline.article import Compliance
from pipeline.facts.compliance.evidence import holds, with_sentence
from pipeline.facts.compliance.number_features import PageNumbers
from pipeline.facts.compliance.possible_bodies import PossibleBody
from pipeline.facts.compliance.possible_numbers import PossibleNumber
from pipeline.facts.compliance.weights import PARTS, Part, Weights, shares

_GRAMS: tuple[Part, ...] = ("target_g_km", "actual_g_km", "gap_g_km")
_MOST = 3
"""Values of one part that are tried beside those of the others."""
_KEPT, _KEPT_SILENCE, _KEPT_DISTANCE = 2.0, 1.5, 50.0
"""How many times as likely another number must be as the one the rules read, as none where they read none, and as a
distance: what they read as one hardly ever is anything else.
"""
_DENIED, _ROUNDING = 0.1, 1.05
"""What is left of the likelihood where three numbers do not fit, and by how much rounded ones may differ."""


@dataclass(frozen=True, slots=True)
class _Option:
    """A number for a part, or none."""

    place: int | None
    """Its place among the page's numbers; None where there is none, and where only the rules' row has it."""
    value: float | None
    likelihood: float


def with_numbers(
    numbers: PageNumbers,
    body: PossibleBody,
    row: Compliance,
    told: Compliance | None,
    by: Mapping[Part, Weights],
) -> Compliance:
    """The row with the numbers that are likeliest to be its own, and the sentences that tell them.

    Args:
        numbers: those of the page.
        body: whose row it is.
        row: the row, with its year.
        told: what the rules read of the body; None where they read nothing.
        by: the weights of each part.
    """
    if not numbers.possible:
        return row
    options = {}
    for part in PARTS:
        places = numbers.options(part, body)
        totals = [0.0]  # of no number, where there is none
        if len(places) > 1:
            totals = [by[part].total(numbers.features(body, row.year, told, part, place)) for place in places]
        options[part] = _options(numbers, row, part, dict(zip(places, shares(totals), strict=True)))
    best = max(product(*(options[part] for part in _GRAMS)), key=lambda chosen: _likelihood(*chosen))
    target, actual, gap = best
    bill = max(options["penalty_eur"], key=lambda one: one.likelihood)
    distance = gap.value
    if distance is not None:
        sides = list(_told_sides(numbers, row, distance, gap.place))
        if target.value is not None and actual.value is not None:
            distance = distance if actual.value > target.value else -distance
        else:
            distance = sides[0] if sides else -distance if row.outcome == "met" else distance
    changed = replace(
        row, target_g_km=target.value, actual_g_km=actual.value, gap_g_km=distance, penalty_eur=bill.value
    )
    for one in (*best, bill):
        if one.place is not None:
            changed = _with_evidence(numbers, changed, numbers.possible[one.place])
    return changed


def _with_evidence(numbers: PageNumbers, row: Compliance, chosen: PossibleNumber) -> Compliance:
    """The row with the sentence of a number, where no sentence that it rests on tells the same."""
    readings = numbers.signs.page.readings
    same = [one for one in numbers.possible if (one.value, one.is_sum) == (chosen.value, chosen.is_sum)]
    if any(holds(span, readings[one.number].sentence) for one in same for span in row.evidence):
        return row
    return with_sentence(row, readings[chosen.number].sentence)


def _options(
    numbers: PageNumbers, row: Compliance, part: Part, likelihoods: Mapping[int | None, float]
) -> list[_Option]:
    """The likeliest values of a part, the value of the row among them.

    Args:
        numbers: those of the page.
        row: the row.
        part: which part.
        likelihoods: by the number's place, and None for no number.
    """
    said = getattr(row, part)
    size = None if said is None else abs(said)
    values = {place: None if place is None else numbers.possible[place].value for place in likelihoods}
    if size not in values.values():  # of a table: nothing stands beside it that could be weighed
        return [_Option(None, size, 1.0)]
    found: dict[float | None, _Option] = {}
    for place, value in values.items():
        likelihood = likelihoods[place]
        known = found.get(value)
        if known is None:
            found[value] = _Option(place, value, likelihood)
            continue
        likelier = place if likelihood > known.likelihood else known.place
        found[value] = _Option(likelier, value, known.likelihood + likelihood)
    kept = _KEPT_SILENCE if size is None else _KEPT_DISTANCE if part == "gap_g_km" else _KEPT
    found[size] = replace(found[size], likelihood=kept * found[size].likelihood)
    ordered = sorted(found.values(), key=lambda one: -one.likelihood)
    return [*ordered[:_MOST], *(one for one in ordered[_MOST:] if one.value in (None, size))]


def _likelihood(target: _Option, actual: _Option, gap: _Option) -> float:
    taken = [one.place for one in (target, actual, gap) if one.place is not None]
    total = sum(log(max(one.likelihood, 1e-9)) for one in (target, actual, gap))
    if len(set(taken)) < len(taken):
        return total - log(1e9)
    if target.value is None or actual.value is None or gap.value is None:
        return total
    fits = abs(abs(actual.value - target.value) - gap.value) < _ROUNDING
    return total if fits else total + log(_DENIED)


def _told_sides(numbers: PageNumbers, row: Compliance, distance: float, place: int | None) -> Iterator[float]:
    """A distance with the side that the rules read, in the row and beside the number."""
    if row.gap_g_km is not None and abs(row.gap_g_km) == distance:
        yield row.gap_g_km
    if place is not None and numbers.possible[place].grams.role == "gap":
        yield numbers.possible[place].grams.value
