"""The words of bylines, of all languages together.

Reads `languages/<language>/authors.toml`: `before` (words in front of the names), `between` (words between
two names), `label` (what stands before a colon and a name), `particles` (words in lower case within a
name), `jobs` (words no name holds), `desks` (words for the desk of a paper), `nobody` (entries that name no one),
`empty` (those of them that do not even name a desk), `pictures` (words behind which those are named who made the
pictures), `credits` (what ends a caption, before a colon and a name) and `writers` (words of their trade). First names
are those of `people.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.languages import every_vocabulary


def folded(name: str) -> str:
    """The name in small letters, without marks."""
    return " ".join(re.findall(r"\w+", name.lower()))


def _merged(key: str) -> set[str]:
    return {word for data in every_vocabulary("authors").values() for word in data.get(key, ())}


@cache
def jobs() -> frozenset[str]:
    """Words that no name holds."""
    return frozenset(_merged("jobs"))


@cache
def particles() -> frozenset[str]:
    """Words in lower case within a name."""
    return frozenset(_merged("particles"))


@cache
def nobody() -> frozenset[str]:
    """Names that stand for nobody, folded."""
    return frozenset(folded(name) for name in _merged("nobody"))


@cache
def desks() -> frozenset[str]:
    """Words for the desk of a paper."""
    return frozenset(_merged("desks"))


@cache
def empty() -> frozenset[str]:
    """Of those, the ones that do not even name a desk."""
    return frozenset(folded(name) for name in _merged("empty"))


@cache
def first_names() -> frozenset[str]:
    """First names of people, of all languages."""
    people = every_vocabulary("people").values()
    keys = ("first_names", "first_names_abroad", "doubtful_first_names")
    return frozenset(name for data in people for key in keys for name in data.get(key, "").split())


@cache
def words_before_pictures() -> re.Pattern[str]:
    """Where the names of those begin who made the pictures."""
    words = "|".join(map(re.escape, sorted(_merged("pictures"), key=len, reverse=True)))
    return re.compile(rf"(?<=\w)\W+(?:{words})\b", re.IGNORECASE)


@cache
def credit_at_end() -> re.Pattern[str]:
    """The end of a caption that says whose picture it is: "… Photo : A. Morel", "… (Foto: Werk)", "… © DR"."""
    words = "|".join(map(re.escape, sorted(_merged("credits"), key=len, reverse=True)))
    return re.compile(
        rf"(?:^|[.!?…»”\"]\s*|\()(?:(?:{words})\s?:\s[^:!?]{{2,70}}|©\s?[^:!?]{{2,50}})\)?$", re.IGNORECASE
    )


@cache
def writers() -> frozenset[str]:
    """Words of the trade of those who write, in lower case."""
    return frozenset(_merged("writers"))


@cache
def months_and_days() -> frozenset[str]:
    """Names of months, in lower case."""
    return frozenset(
        name for data in every_vocabulary("dates").values() for names in data["months"].values() for name in names
    )


@cache
def words_before() -> re.Pattern[str]:
    """Words in front of the names, at the start."""
    words = sorted(_merged("before"), key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, words))})(?:\s*:\s*|\s+))+", re.IGNORECASE)


@cache
def byline_start() -> re.Pattern[str]:
    """The words before names, at the start of a line or as a word of it, before a capital letter."""
    words = "|".join(map(re.escape, sorted(_merged("before"), key=len, reverse=True)))
    return re.compile(rf"(?:^\W{{0,3}}|(?<=\s))(?i:{words})\s*:?\s+(?=[^\W\d_])")


@cache
def label_of_names() -> re.Pattern[str]:
    """What stands before a colon and names."""
    return re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(_merged('label'))))})\s?:", re.IGNORECASE)


@cache
def words_between() -> re.Pattern[str]:
    """Words between two names."""
    words = sorted(_merged("between"), key=len, reverse=True)
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, words))})\s+", re.IGNORECASE)
