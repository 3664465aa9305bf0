"""Which of many patterns stand in a short text: the plain words among them are looked for all at once.

The patterns are alternatives of names (`sidebar|banner|bread-?crumb`). Python's `re` tries each of them at each letter;
an automaton finds all in one pass. What stands for a few words (`bread-?crumb`, `(?:post|page)-body`) is written out;
what is more than words stays a pattern, and is tried at the start alone where it is bound to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

_PART = re.compile(r"(?:(?P<letter>[\w :-])|\[(?P<set>[\w-]+)\]|\((?:\?:)?(?P<group>[^()]*)\))(?P<maybe>\??)")
"""A letter, one of several or one of several parts; or none, where a question mark follows."""
_MAX_WORDS = 50


class NumberedPatterns:
    """Finds the numbers of the patterns that match somewhere in a text.

    Args:
        patterns: numbers and patterns; a number may have several.
    """

    def __init__(self, patterns: Iterable[tuple[int, str]]) -> None:
        words: dict[str, set[int]] = {}
        opening: dict[int, list[str]] = {}
        others: dict[int, list[str]] = {}
        for number, pattern in patterns:
            for alternative in _alternatives(pattern):
                for word in (plain := _words(alternative)):
                    words.setdefault(word, set()).add(number)
                if not plain:
                    bound = opening if alternative.startswith(("^", r"\A")) else others
                    bound.setdefault(number, []).append(alternative)
        self._words = AhoCorasick(list(words))
        self._numbers = list(words.values())
        self._others = [(number, re.compile("|".join(each)).match) for number, each in opening.items()]
        self._others += [(number, re.compile("|".join(each)).search) for number, each in others.items()]

    def found_in(self, text: str) -> set[int]:
        """The numbers of the patterns found in the text."""
        found: set[int] = set()
        for word, _, _ in self._words.find_matches_as_indexes(text, overlapping=True):
            found |= self._numbers[word]
        for number, is_found in self._others:
            if number not in found and is_found(text):
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


def _words(pattern: str) -> list[str]:
    """All words that the pattern stands for; none where it is more than a few words."""
    words, at = [""], 0
    while at < len(pattern):
        part = _PART.match(pattern, at)
        if part is None or "-" in (part["set"] or "").strip("-"):
            return []
        choices = [part["letter"]] if part["letter"] else list(part["set"] or ())
        if part["group"] is not None:
            choices = [word for alternative in part["group"].split("|") for word in _words(alternative)]
        if part["group"] is not None and len(choices) < part["group"].count("|") + 1:
            return []
        words = [word + choice for word in words for choice in ([*choices, ""] if part["maybe"] else choices)]
        if len(words) > _MAX_WORDS:
            return []
        at = part.end()
    return words if "" not in words else []
