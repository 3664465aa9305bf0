"""Averages of vans and lorries, where a sentence gives them to no maker and no market.

"New vans averaged 185 g": a page that tells of cars too has another row for these. The average of new
cars is that of the market where they are sold.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.bodies import Body, Group
from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vehicle_policies import VEHICLES, body_of_class

_OF_A_MAKER = ("possessive", "own", "it", "they", "group", "brand")
_REACH = 2
"""How many sentences before may name whose vans they are."""


def class_of_average(number: Grams, reading: Reading, before: Sequence[Reading]) -> Group | None:
    """The class of vehicles other than cars whose average a number is.

    Args:
        number: the grams.
        reading: their sentence.
        before: the sentences before it; a maker named there may be whose vans they are.
    """
    if number.role != "actual" or reading.groups or reading.refers_back or reading.has("we"):
        return None
    near = [one for one in before[-_REACH:] if one.sentence.paragraph == reading.sentence.paragraph]
    if reading.has(*_OF_A_MAKER) and any(one.groups_of_kind("organization") for one in near):
        return None
    classes = [cue for cue in reading.cues if cue.label == "commercial_vehicles" and cue.end <= number.start]
    of_cars = any(cue.label == VEHICLES and not _is_one_of(cue.start, cue.end, classes) for cue in reading.cues)
    if not classes or of_cars:
        return None
    first = max(classes, key=lambda cue: (-cue.start, cue.end))
    body: Body = body_of_class(reading, first.start, first.end)
    return (body,)


def _is_one_of(start: int, end: int, classes: list[Cue]) -> bool:
    return any(start < one.end and one.start < end for one in classes)
