"""A value that a field of a figure may have, with what speaks for and against it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.setting import Setting

_WORD = re.compile(r"[^\W\d_]+|\d|[%(:;,.|«»]")
_BREAK = re.compile(r"[;:()]|,[ \u00a0]")
_SIZES = (0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4)
"""How far so many words are, in steps that grow."""
_FAR = 5


@dataclass(slots=True)
class Option:
    """One value of those that compete."""

    chosen: Chosen
    features: list[str] = field(default_factory=list)


def words_of(text: str) -> list[str]:
    """Its words, digits and marks, in lower case."""
    return _WORD.findall(text.lower())


@dataclass(frozen=True, slots=True)
class Way:
    """What lies between a mention and the number in the same sentence."""

    side: str
    """`<` where the mention stands before the number, `>` behind, `=` inside it."""
    words: list[str]
    size: int
    """How far it is, from 0 to 5."""
    breaks: int
    """Commas, brackets and colons, up to 3."""
    crossed: bool
    """Whether another figure begins between the two."""

    @classmethod
    def of(cls, start: int, end: int, setting: Setting) -> Way:
        """The way from the mention at those offsets to the number of the setting."""
        if end <= setting.start:
            side, left, right = "<", end, setting.start
        elif start >= setting.end:
            side, left, right = ">", setting.end, start
        else:
            return cls("=", [], 0, 0, crossed=False)
        between = setting.passage.text[left:right]
        words = words_of(between)
        size = _SIZES[len(words)] if len(words) < len(_SIZES) else _FAR
        breaks = min(len(_BREAK.findall(between)), 3)
        return cls(side, words, size, breaks, setting.crosses_another(left, right))


def nearest_first(spans: list[tuple[int, int]], setting: Setting) -> list[int]:
    """The order of the spans by their distance from the number."""

    def distance(index: int) -> int:
        start, end = spans[index]
        return min(abs(start - setting.end), abs(setting.start - end))

    return sorted(range(len(spans)), key=distance)


def about(setting: Setting) -> str:
    """What the article is about: a market, one maker or several."""
    if setting.context.is_market:
        return "market"
    return "maker" if setting.context.maker else "makers"
