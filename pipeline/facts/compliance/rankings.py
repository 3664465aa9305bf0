"""Rankings: averages that stand right behind the names of a list, their unit told once before or not at all.

"Fiat (129.8), Citroën (134.6) and Seat (137.2) improved most", or a name and its number a line under
"average emissions, in g/km".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.bodies import Body
from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams
from pipeline.facts.numbers import Quantity

UNIT = re.compile(
    r"(?<![\w])(?:g|gr|grammes?|grams?|gramm?i?|Gramm|gramos)\s?(?:(?:de|di|of)\s)?(?:CO.?2?\s?)?(?:/|par|per|pro|je|por|al)\s?k(?:m|ilom)"
)
"""Grams a kilometre without a number."""
_HIGHEST_FLEET = 400.0
_TO_BRACKET, _BRACKET_CLOSES = re.compile(r"\s?\("), re.compile(r"\s?(?:g|gr|g/km)?\s?[),;]")
_TO_VALUE = re.compile(r"\s?[:–—=-]\s?|\s?\.{2,}\s?|\s")
_LINE_ENDS = re.compile(r"\s?(?:g|gr|g/km|g CO2/km)?\s?(?:\([^)]*\)|[.;,])?\s*")
_LINE_OPENS = 6
"""Characters that may stand before the name of a line: "10. "."""
_LEAST = 2
"""How many names in one sentence make a list."""


def of_a_ranking(
    text: str, quantities: Sequence[Quantity], bodies: Sequence[Body], grams: Sequence[Grams], *, counted: bool
) -> list[Grams]:
    """The averages of a ranking that its sentence, or its line, gives without saying what they are.

    Args:
        text: the sentence.
        quantities: its numbers.
        bodies: its names.
        grams: what is known of its grams.
        counted: whether the sentence before gives grams or their unit.
    """
    free = [
        one
        for one in quantities
        if one.kind == "count"
        and LOWEST_FLEET <= one.value <= _HIGHEST_FLEET
        and all(one.end <= other.start or other.end <= one.start for other in grams)
    ]
    names = [body for body in bodies if body.kind == "organization"]
    bracketed = list(_behind(names, free, text, _TO_BRACKET, _BRACKET_CLOSES))
    told = any(one.role == "actual" for one in grams)
    if bracketed and (told or (counted and len(bracketed) >= _LEAST)):
        return bracketed
    if counted and len(names) == 1 and names[0].start <= _LINE_OPENS:
        return [one for one in _behind(names, free, text, _TO_VALUE, _LINE_ENDS) if _LINE_ENDS.fullmatch(text, one.end)]
    return []


def _behind(
    names: Sequence[Body], free: Sequence[Quantity], text: str, opening: re.Pattern[str], closing: re.Pattern[str]
) -> Iterator[Grams]:
    """The number right behind each name."""
    for body in names:
        one = next((number for number in free if number.start >= body.end), None)
        if one and opening.fullmatch(text, body.end, one.start) and closing.match(text, one.end):
            yield Grams(one.value, "actual", one.start, one.end)
