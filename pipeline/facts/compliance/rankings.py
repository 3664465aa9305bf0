"""Rankings: averages that stand right behind the names of a list, their unit told once before or not at all.

"Fiat (129.8), Citroën (134.6) and Seat (137.2) improved most", or a name and its number a line under
"average emissions, in g/km". Other numbers stand behind makers' names too: sales, dealers, models ("Peugeot 208").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.facts.compliance.bodies import Body
from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

UNIT = re.compile(
    rf"(?<![\w])(?:g|gr|{any_of('compliance_words', 'grams', 'nouns')})"
    rf"\s?(?:{any_of('compliance_words', 'grams', 'of')}\s)?(?:CO.?2?\s?)?"
    rf"(?:/|{any_of('compliance_words', 'grams', 'a_kilometre')})\s?k(?:m|ilom)"
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
_COUNTS_ELSE = re.compile(rf"\b{any_of('compliance_words', 'rankings', 'counts_else')}|[%€$£]", re.IGNORECASE)
"""What else is counted of makers than their grams."""
_EMISSIONS = frozenset({"grams", "average", "actual", "topic"})
"""Phrases of a sentence that tells of emissions."""


class Introduction(NamedTuple):
    """What a sentence makes of bare numbers behind names in the next one."""

    told: bool = False
    """Whether they may be averages."""
    open: bool = False
    """Whether it is a heading, or ends with a colon, or is a line of the list itself: the numbers are of its unit."""


def introduction(text: str, grams: Sequence[Grams], cues: Sequence[Cue], bodies: Sequence[Body]) -> Introduction:
    """What a sentence makes of the next one's bare numbers.

    Args:
        text: the sentence before.
        grams: its grams.
        cues: its phrases.
        bodies: its names.
    """
    if _is_a_line(text, grams, bodies):
        return Introduction(told=True, open=True)
    told = _introduces_a_ranking(text, grams, cues)
    units = [match.start() for match in UNIT.finditer(text)]
    # "Sales in thousands" behind the unit: that is what follows.
    last = bool(units) and not _COUNTS_ELSE.search(text, units[-1])
    return Introduction(told, last and text[-1:] not in ".!?…")


def _introduces_a_ranking(text: str, grams: Sequence[Grams], cues: Sequence[Cue]) -> bool:
    """Whether bare numbers of the next sentence may be averages: this one tells of averages.

    Args:
        text: the sentence before.
        grams: its grams.
        cues: its phrases.
    """
    if all(cue.label not in _EMISSIONS for cue in cues):
        return False
    if grams:
        return any(one.role == "actual" for one in grams)
    return UNIT.search(text) is not None


def _is_a_line(text: str, grams: Sequence[Grams], bodies: Sequence[Body]) -> bool:
    """Whether a sentence is a line of such a list: a name and its average, and no more."""
    return (
        len(grams) == 1
        and len(bodies) == 1
        and grams[0].role == "actual"
        and bodies[0].start <= _LINE_OPENS
        and _TO_VALUE.fullmatch(text, bodies[0].end, grams[0].start) is not None
        and _LINE_ENDS.fullmatch(text, grams[0].end) is not None
    )


def of_a_ranking(
    text: str, quantities: Sequence[Quantity], bodies: Sequence[Body], grams: Sequence[Grams], before: Introduction
) -> list[Grams]:
    """The averages of a ranking that its sentence, or its line, gives without saying what they are.

    A number with decimals is neither a model nor a count of anything; a whole one needs an introduction that ends
    with its unit, or grams in its own sentence.

    Args:
        text: the sentence.
        quantities: its numbers.
        bodies: its names.
        grams: what is known of its grams.
        before: what the sentence before makes of bare numbers.
    """
    if _COUNTS_ELSE.search(text):
        return []
    free = [
        one
        for one in quantities
        if one.kind == "count"
        and LOWEST_FLEET <= one.value <= _HIGHEST_FLEET
        and all(one.end <= other.start or other.end <= one.start for other in grams)
    ]
    names = [body for body in bodies if body.kind == "organization"]
    bracketed = _one_each(_behind(names, free, text, _TO_BRACKET, _BRACKET_CLOSES))
    fractions = bool(bracketed) and all(not one.value.is_integer() for one, _ in bracketed)
    told = any(one.role == "actual" for one in grams)
    introduced = before.told and (fractions or before.open) and len(bracketed) >= _LEAST
    if bracketed and (told or introduced):
        return [one for one, _ in bracketed]
    if before.told and len(names) == 1 and names[0].start <= _LINE_OPENS:
        return [
            one
            for one, body in _behind(names, free, text, _TO_VALUE, _LINE_ENDS)
            if _LINE_ENDS.fullmatch(text, one.end)
            # "Peugeot 208" is a model.
            and (not one.value.is_integer() or (before.open and text[body.end : one.start].strip()))
        ]
    return []


def _one_each(found: Iterator[tuple[Grams, Body]]) -> list[tuple[Grams, Body]]:
    """The first average of each maker."""
    first: dict[str, tuple[Grams, Body]] = {}
    for one, body in found:
        first.setdefault(body.key, (one, body))
    return list(first.values())


def _behind(
    names: Sequence[Body], free: Sequence[Quantity], text: str, opening: re.Pattern[str], closing: re.Pattern[str]
) -> Iterator[tuple[Grams, Body]]:
    """The number right behind each name, with the name."""
    for body in names:
        one = next((number for number in free if number.start >= body.end), None)
        if one and opening.fullmatch(text, body.end, one.start) and closing.match(text, one.end):
            yield Grams(one.value, "actual", one.start, one.end), body
