"""Which of many patterns stand in a short text: their plain words are looked for all at once.

The patterns are alternatives of names (`sidebar|banner|bread-?crumb`). Python's `re` tries each of them at each letter;
an automaton finds all plain ones in one pass, and leaves to `re` the few that are more than a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

_PLAIN = re.compile(r"[\w :-]+")
"""Characters that stand for themselves in a pattern."""


class NumberedPatterns:
    """Finds the numbers of the patterns that match somewhere in a text.

    Args:
        patterns: numbers and patterns; a number may have several.
    """

    def __init__(self, patterns: Iterable[tuple[int, str]]) -> None:
        words: dict[str, set[int]] = {}
        others: dict[int, list[str]] = {}
        for number, pattern in patterns:
            for alternative in _alternatives(pattern):
                if _PLAIN.fullmatch(alternative):
                    words.setdefault(alternative, set()).add(number)
                else:
                    others.setdefault(number, []).append(alternative)
        self._words = AhoCorasick(list(words))
        self._numbers = list(words.values())
        self._others = [(number, re.compile("|".join(alternatives)).search) for number, alternatives in others.items()]

    def found_in(self, text: str) -> set[int]:
        """The numbers of the patterns found in the text."""
        found: set[int] = set()
        for word, _, _ in self._words.find_matches_as_indexes(text, overlapping=True):
            found |= self._numbers[word]
        for number, search in self._others:
            if number not in found and search(text):
                found.add(number)
        return found


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the bars that no brackets hold."""
    depth = start = 0
    for place, character in enumerate(pattern):
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif character == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
    yield pattern[start:]
