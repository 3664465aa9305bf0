"""Below a standard of miles a gallon, or a quota of electric cars, is a miss: more of them is better, not less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import ComplianceOutcome, ComplianceRule
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.regulations import regulation_in
from pipeline.languages.united import any_of

_MORE_IS_BETTER = frozenset({"us_cafe", "uk_zev", "china_nev"})
_WITHIN = 6
"""Words of an idiom before the one that says the side: "came in well under"."""


def _side(key: str) -> re.Pattern[str]:
    """Up to the word of that side, where it says no amount: not "missed it by over two points"."""
    word = rf"{any_of('compliance_words', 'sides', key)}\b"
    amount = rf"{any_of('compliance_words', 'sides', 'by_how_much')} {word}"
    return re.compile(rf"(?:(?!{amount})[\w'’-]+ ){{0,{_WITHIN}}}?\b{word}", re.IGNORECASE)


_BELOW, _ABOVE = _side("below"), _side("above")
_LITTLE = re.compile(rf"\b{any_of('compliance_words', 'sides', 'little')}\b", re.IGNORECASE)


def with_turned_sides(readings: Sequence[Reading], page: ComplianceRule) -> list[Reading]:
    """The readings, where a side of a standard is the contrary of what it is for emissions.

    Args:
        readings: the sentences of the page.
        page: the regulation it speaks of.
    """
    return [
        _turned(one)
        if regulation_in(one, page) in _MORE_IS_BETTER and not one.grams and not _LITTLE.search(one.sentence.text)
        else one
        for one in readings
    ]


def _turned(reading: Reading) -> Reading:
    text = reading.sentence.text
    verdicts = tuple(replace(one, outcome=_of_side(one.outcome, text, one.start)) for one in reading.verdicts)
    tones = tuple(replace(one, outcome=_of_side(one.outcome, text, one.start)) for one in reading.tones)
    return replace(reading, verdicts=verdicts, tones=tones)


def _of_side(outcome: ComplianceOutcome, text: str, start: int) -> ComplianceOutcome:
    """The outcome that the words from there on give, where they only say a side."""
    if outcome == "met" and _BELOW.match(text, start):
        return "missed"
    return "met" if outcome == "missed" and _ABOVE.match(text, start) else outcome
