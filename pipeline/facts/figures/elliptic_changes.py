"""Changes that are told without a number of percent: "ein Fünftel weniger", "down by a third", "148,900, down 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.facts.figures.passage import Passage
from pipeline.languages.united import any_of

_BY = re.compile(
    r"[ \u00a0](?:(?:(?!\d)[\w’'-]+[ \u00a0]){0,2}(?:um|by|of|de|di|del|da|en)[ \u00a0]"
    r"|d['’]|(?:damit|alone)[ \u00a0])?"
)
"""Between a word of change and its size."""
_COMPARES = re.compile(any_of("figures_words", "changes", "more_or_less"), re.IGNORECASE)
"""More or less than a fraction is how large something is, and not how it changed."""
_ROUGHLY_WITHIN = 22
_STEPS = re.compile(
    rf"(?<!\w)(?:(?P<rise>{any_of('figures_words', 'changes', 'up')}|\+)"
    rf"|(?P<fall>{any_of('figures_words', 'changes', 'down')}|[-–]))[ \u00a0]$",
    re.IGNORECASE,
)
"""Right before a number that is a change because others of the sentence are."""
_CLOSES = re.compile(r"[ \u00a0]?(?:[,;:.!?)|](?!\d)|$)")
_LARGEST = 100
_REMARK = 12
"""Characters of a sentence that only tells a change: "Down 9."."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percent, with its sign; offsets count in the passage."""

    value: float
    start: int
    end: int


def elliptic_changes(passage: Passage) -> list[Change]:
    """The changes of the passage that are fractions, or numbers whose percent sign is left out."""
    return [*_of_fractions(passage), *_without_percent(passage)]


def _of_fractions(passage: Passage) -> Iterator[Change]:
    forms, text = passage.forms, passage.text
    for match in forms.fraction_words.finditer(text):
        if forms.fractions.match(text, match.start()):
            continue  # "a quarter of sales" is a share
        if forms.roughly.search(text, max(0, match.start() - _ROUGHLY_WITHIN), match.start()):
            continue
        told = forms.direction_behind.match(text, match.end()) or _direction_before(match.start(), passage)
        if told:
            value = forms.fraction_values[match["part"].lower()]
            yield Change(value if told.lastgroup == "rise" else -value, match.start(), match.end())


def _direction_before(position: int, passage: Passage) -> re.Match[str] | None:
    """The word of change that governs what stands at the position: "dropped by a third"."""
    words = [one for one in passage.forms.direction.finditer(passage.text, 0, position) if one.end() <= position]
    if not words or _COMPARES.fullmatch(words[-1][0]):
        return None
    return words[-1] if _BY.fullmatch(passage.text, words[-1].end(), position) else None


def _without_percent(passage: Passage) -> Iterator[Change]:
    numbers, text = passage.quantities, passage.text
    told = any(one.kind == "percent" for one in numbers) or len(text) <= _REMARK
    for one in numbers:
        if not (told or one.value % 1 or passage.in_brackets(one.start)):
            continue
        step = _STEPS.search(text, max(0, one.start - 8), one.start)
        if one.kind == "count" and not one.in_words and one.value < _LARGEST and step and _CLOSES.match(text, one.end):
            yield Change(one.value if step.lastgroup == "rise" else -one.value, one.start, one.end)
