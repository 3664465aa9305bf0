"""Rules that bind a class of vehicles, where the text names neither makers nor a market for them.

"Average emissions of new lorries must fall by 15 % in 2025 and by 30 % in 2030": each
reduction, or limit in grams, with a year of its own is a row of that class.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.bodies import UNLISTED, Body
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.scope import is_elsewhere
from pipeline.facts.compliance.statement import Statement

VEHICLES = "vehicles"
_REACH = 3
"""How many sentences before may name the class."""
_SUBJECT, _STAGE = 5, 50
_BEHIND, _BEFORE = 25, 30
"""Characters from a reduction to its year behind it, and before it."""
_OF_RULES = (
    "objective",
    "ceiling",
    "norm",
    "required",
    "obligation",
    "policy",
    "change",
    "institution",
    "conditional",
    "would",
    "future",
)
_OF_EMISSIONS = ("topic", "grams", "norm", "ceiling")


def vehicle_statements(
    readings: Sequence[Reading], taken: Sequence[Statement], published: int | None
) -> Iterator[Statement]:
    """The rows of classes of vehicles.

    Args:
        readings: the sentences of the page.
        taken: the statements already read; where they tell of makers or a market, these are bound.
        published: the year of publication; what was due before is no rule to come.
    """
    bound = {number for one in taken for number in one.window}
    seen: set[tuple[str, int]] = set()
    makers = [one for one in taken if one.body.kind == "organization" and not one.body.key.startswith(UNLISTED)]
    told_of_one = min((number for one in makers for number in one.window), default=len(readings))
    for number, reading in enumerate(readings):
        if number > told_of_one:
            return  # behind what a page tells of a maker the rule is background
        if number in bound or reading.sentence.field != "text" or is_elsewhere(reading):
            continue
        if reading.groups_of_kind("organization") or not (reading.percentages or reading.grams):
            continue
        near = readings[max(0, number - _REACH) : number + 1]
        told = any(one.has(*_OF_EMISSIONS) for one in near) and any(one.has(*_OF_RULES) for one in near)
        body = _class_of(readings, number)
        if body is None or not told:
            continue
        for year, place, target in _rules(reading, published) or _of_stage_before(readings, number):
            if (body.key, year) not in seen:
                seen.add((body.key, year))
                statement = Statement(body, {number}, place, "policy", outcome="unknown", target=target)
                statement.year = year
                yield statement


def _class_of(readings: Sequence[Reading], number: int) -> Body | None:
    """The class named first in the sentence, else last before it, else in the headline."""
    here = [cue for cue in readings[number].cues if cue.label == VEHICLES]
    for before in [] if here else reversed(readings[max(0, number - _REACH) : number]):
        here = [cue for cue in before.cues if cue.label == VEHICLES][-1:]
        if here:
            return body_of_class(before, here[0].start, here[0].end)
    if here:
        widest = max((cue for cue in here if cue.start == here[0].start), key=lambda cue: cue.end)
        return body_of_class(readings[number], widest.start, widest.end)
    headline = [cue for cue in readings[0].cues if cue.label == VEHICLES]
    return body_of_class(readings[0], headline[0].start, headline[0].end) if headline else None


def body_of_class(reading: Reading, start: int, end: int) -> Body:
    """The body that a class named at that place is."""
    name = reading.sentence.text[start:end]
    return Body(name, "makers", start, end, f"{VEHICLES}-{name.casefold()}")


def opens_with_vehicles(reading: Reading) -> bool:
    """Whether a class of vehicles is the subject of a sentence that gives it a limit in grams."""
    limits = any(one.role == "target" for one in reading.grams)
    return limits and any(cue.label == VEHICLES and cue.start <= _SUBJECT for cue in reading.cues)


def _of_stage_before(readings: Sequence[Reading], number: int) -> list[tuple[int, int, float | None]]:
    """The first limit of a class that opens its sentence, of the first year that the sentence before sets."""
    reading = readings[number]
    if not opens_with_vehicles(reading) or reading.years or number == 0:
        return []
    before = readings[number - 1]
    set_for = [
        year
        for year in before.years
        if any(one.role == "target" and 0 <= year.start - one.end <= _STAGE for one in before.grams)
    ]
    if before.sentence.paragraph != reading.sentence.paragraph or not set_for:
        return []
    first = next(one for one in reading.grams if one.role == "target")
    return [(set_for[0].year, first.end, first.value)]


def _rules(reading: Reading, published: int | None) -> list[tuple[int, int, float | None]]:
    """Each year to come with its place and, where there is one, its limit in grams."""
    return list(_dated_rules(reading, published))


def _dated_rules(reading: Reading, published: int | None) -> Iterator[tuple[int, int, float | None]]:
    for year in reading.years:
        if year.baseline or (published and year.year < published):
            continue
        limits = [
            one.value for one in reading.grams if one.role == "target" and 0 <= year.start - one.end <= _BEHIND
        ] + [one.value for one in reading.grams if one.role == "target" and 0 <= one.start - year.end <= _BEFORE]
        cut = any(
            0 <= year.start - end <= _BEHIND or 0 <= start - year.end <= _BEFORE for start, end in reading.percentages
        )
        if limits or cut:
            yield year.year, year.start, next(iter(limits), None)
