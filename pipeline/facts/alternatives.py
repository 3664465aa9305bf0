"""Alternatives of a pattern, put together so that a place of a text is compared with few of them.

A plain alternation tries its patterns one after the other at every word. Here they are parted
by the letter they begin with, and each part stands behind a set of characters, which the matcher
tests before it enters the part. What is found stays the same: patterns that can begin
alike keep their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

_CASED = "".join(map(chr, range(0x20, 0x250))) + "\u212a\u212b"
"""Where the other cases of a letter are looked for: Latin, with the signs for kelvin and ångström."""
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
"""A character of a pattern, an escaped one, or a set of characters."""
_LITERAL = re.compile(r"[^\s.^$*+?{}\[\]()|\\]|\\[^\w\s]")
_PLAIN_SET = re.compile(r"\[[^\W_]+\]")
_LOOKBEHIND = re.compile(r"^(?:\(\?<[=!][^()]*\))+")
_IN_ITS_CASE = re.compile(r"^\(\?-i:")
_DIGIT_FIRST = re.compile(r"\\d(?![*?]|\{0|\{,)")
_MOST_WAYS_TO_OPEN = 200
"""Patterns that can begin in more ways are left as they are."""

_BLANKS = r" \u00a0"
_ANY_BLANK = f"[{_BLANKS}]"

_Opening = tuple[str | None, str]
"""The character that a pattern begins with, None where it may begin otherwise, and what is left of the pattern."""


def alternatives(patterns: Iterable[str], *, any_case: bool = True) -> str:
    """One pattern that matches just what the patterns joined by `|` match.

    Args:
        patterns: without groups of their own that have a name or a number.
        any_case: whether the pattern will stand where case is ignored.
    """
    parts: dict[str, list[_Opening]] = {}
    unknown: list[_Opening] = []
    for pattern in patterns:
        for opening in _openings(pattern):
            if opening[0] is None:
                unknown.append(opening)
                # It may match where another does: it takes its place among those of every letter.
                for letter, part in parts.items():
                    if _may_begin(opening[1], letter):
                        part.append(opening)
            else:
                letter = opening[0].lower() if any_case else opening[0]
                before = [one for one in unknown if _may_begin(one[1], letter)]
                parts.setdefault(letter, before).append(opening)
    found = [_joined(_set_of(letter, any_case=any_case), part) for letter, part in parts.items()]
    if unknown:
        # At the letters above they have been tried.
        tried = parts and any(_may_begin(rest, "") for _, rest in unknown)
        elsewhere = f"(?!{_set_of(parts, any_case=any_case)})" if tried else ""
        found.append(f"{elsewhere}(?:{'|'.join(rest for _, rest in unknown)})")
    return "|".join(found)


def with_any_blank(pattern: str) -> str:
    """The pattern, in which a blank also matches one that keeps words on a line; in a set of characters too."""
    pieces = _PIECE.findall(pattern)
    return "".join(
        _ANY_BLANK if one == " " else one.replace(" ", _BLANKS) if one.startswith("[") else one for one in pieces
    )


def openings_of(patterns: Iterable[str], *, any_case: bool = True, also: str = "") -> str:
    """A condition, as a pattern, that holds where one of the patterns can begin; empty where that is not known.

    Args:
        patterns: as for `alternatives`.
        any_case: whether case is ignored.
        also: more characters at which it holds, as a set of a pattern lists them.
    """
    letters: dict[str, None] = {}
    for pattern in patterns:
        opened = _IN_ITS_CASE.sub("(?:", _LOOKBEHIND.sub("", pattern))
        for letter, _ in _openings(opened):
            if letter is None:
                return ""
            letters[letter] = None
    return f"(?={_set_of(letters, any_case=any_case, also=also)})"


def _joined(lead: str, part: Sequence[_Opening]) -> str:
    """The patterns of one letter, neighbours that begin with it behind one set."""
    branches: list[str] = []
    for begins, run in groupby(part, key=lambda opening: opening[0] is not None):
        rests = "|".join(rest for _, rest in run)
        branches.append(f"{lead}(?:{rests})" if begins else f"(?={lead})(?:{rests})")
    return "|".join(branches)


def _may_begin(pattern: str, letter: str) -> bool:
    """Whether a pattern whose ways to begin are not known may begin with that letter."""
    return letter.isdigit() or not _DIGIT_FIRST.match(pattern)


def _set_of(letters: Iterable[str], *, any_case: bool, also: str = "") -> str:
    """The letters as a set, in which their cases stand: a set that ignores case is tested more slowly."""
    members = dict.fromkeys(case for letter in letters for case in (_cases(letter) if any_case else letter))
    return f"(?-i:[{''.join(map(re.escape, members))}{also}])"


@lru_cache(maxsize=512)
def _cases(letter: str) -> tuple[str, ...]:
    """The characters that match the letter where case is ignored."""
    found = re.findall(re.escape(letter), _CASED, re.IGNORECASE)
    return tuple(dict.fromkeys([letter, *found]))


def _openings(pattern: str) -> Sequence[_Opening]:
    """The ways in which a pattern can begin, in the order in which they are tried."""
    found: list[_Opening] = []
    for opening in _ways(pattern):
        found.append(opening)
        if len(found) > _MOST_WAYS_TO_OPEN:
            return [(None, f"(?:{pattern})")]
    return found


def _ways(pattern: str) -> Iterator[_Opening]:
    branches = _branches(pattern)
    if len(branches) > 1:
        for branch in branches:
            yield from _ways(branch)
        return
    first, closing = _PIECE.match(pattern), _closing(pattern) if pattern.startswith("(?:") else None
    letters = _letters(first[0]) if first else ""
    end = closing + 1 if closing else first.end() if first and letters else 0
    quantifier, rest = pattern[end : end + 1], pattern[end:]
    optional = quantifier == "?" and pattern[end + 1 : end + 2] not in ("?", "+")
    if not end or (quantifier in ("*", "+", "{", "?") and not optional):
        yield None, pattern
        return
    rest = rest[1:] if optional else rest
    if closing:
        for branch in _branches(pattern[3:closing]):
            yield from _ways(branch + rest)
    else:
        for letter in letters:
            yield letter, rest
    if optional:
        yield from _ways(rest)


def _letters(piece: str) -> str:
    """The characters that a piece of a pattern stands for, where they are few and known."""
    return piece[-1] if _LITERAL.fullmatch(piece) else piece[1:-1] if _PLAIN_SET.fullmatch(piece) else ""


def _branches(pattern: str) -> list[str]:
    """The alternatives that a pattern has outside its brackets."""
    branches, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            branches.append("")
        else:
            branches[-1] += piece
    return branches


def _closing(pattern: str) -> int | None:
    """Where the bracket that opens the pattern is closed."""
    depth = 0
    for piece in _PIECE.finditer(pattern):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            return piece.start()
    return None
