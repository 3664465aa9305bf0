"""Numbers in running text, told apart by the word behind them: a count of vehicles, a share, money, grams, a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.classification.folding import fold
from pipeline.classification.types import SHARED, read_data

QUANTITIES = ("count", "scale", "percent", "money", "grams", "year")
"""What a number can be. `scale` is a count in millions; numbers of anything else are left out."""

_NUMBER = re.compile(r"\d\d*(?:(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|[.,]\d+)?")
"""Begins with one digit: the engine then looks for digits, where for `\\d+` it tries every character."""
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\D\d{3})+")
_SIGN_BEFORE = {"€": "money", "$": "money", "£": "money"}
_FIRST_OF_TWO = {"pour", "per", "por"}
_SECOND_OF_TWO = {"cent", "cento", "ciento"}
"""Only together a percentage: "12 pour cent", but "in 2019 for the fair"."""
_BEGIN_UNIT = {" ", "%", "€", "$", "£", "g"}
_SMALLEST_BARE_COUNT = 1000
_MOST_BARE_DIGITS = 10
_BEHIND = 30  # characters; three words


def find_quantities(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each number that counts for something."""
    units = _units()
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if kind := _kind(match[0], folded[end : end + _BEHIND], folded[start - 1 : start], units):
            yield start, end, kind


def _kind(number: str, behind: str, before: str, units: Mapping[str, str]) -> str | None:
    if before in _SIGN_BEFORE:
        return _SIGN_BEFORE[before]
    if before.isalpha():  # "V12", "e208"
        return None
    words = behind.split(None, 3)[:3] if behind[:1] in _BEGIN_UNIT else []
    first = units.get(words[0]) if words else None
    if first is None:
        return _bare(number)
    if first == "percent" and words[0] in _FIRST_OF_TWO and words[1:2] and words[1] not in _SECOND_OF_TWO:
        first = None
    if first == "link":
        first = units.get(words[1]) if len(words) > 1 else None
    if first == "scale":
        rest = [units.get(word) for word in words[1:]]
        return "money" if "money" in rest else "scale"
    if first == "vehicles":
        return "count" if len(number) > 1 else None
    if first == "billions":
        return "money"
    if first == "percent" and number == "100":  # "100 % electric"
        return None
    if first in {"percent", "money", "grams"}:
        return first
    if first == "other":
        return None
    return _bare(number)


def _bare(number: str) -> str | None:
    if number.isdecimal():
        if len(number) == 4 and number[:2] in {"19", "20"}:
            return "year"
        # More digits than vehicles on earth are a serial number, or a page that floods.
        counts = 4 <= len(number) <= _MOST_BARE_DIGITS and int(number) >= _SMALLEST_BARE_COUNT
        return "count" if counts else None
    return "count" if _GROUPED.fullmatch(number) else None


@cache  # one table
def _units() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, words in read_data(SHARED, "units.toml").items():
        for word in words:
            table.setdefault(" ".join(fold(word).split()), kind)
    return table
