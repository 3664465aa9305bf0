"""Single words that speak of moves, of one language: `languages/<language>/moves_words.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.languages import vocabulary


@dataclass(frozen=True, slots=True)
class MoveWords:
    """The words of one language by their keys in the file, which says of each what it is for."""

    field_endings: frozenset[str]
    led_binding: frozenset[str]
    to_whom: frozenset[str]
    still: frozenset[str]
    led_things: frozenset[str]
    succeeds: frozenset[str]
    will_be: frozenset[str]
    leads_now: frozenset[str]
    of_a_company: frozenset[str]
    by_whom: frozenset[str]
    members: frozenset[str]
    had_been: frozenset[str]
    where: frozenset[str]
    abstract_endings: frozenset[str]
    contracted_articles: frozenset[str]
    before_nouns: frozenset[str]
    adjective_like: frozenset[str]
    amounts: frozenset[str]
    deputies: frozenset[str]


_OF_ALL = frozenset({"work", "names", "titles"})
"""Tables that are read of all languages at once: names, fields of work and titles are foreign in many a text."""


def move_words(language: str) -> MoveWords:
    """The words of that language.

    Raises:
        TypeError: its file lacks a key, or has one too many.
    """
    tables = [keys for table, keys in vocabulary(language, "moves_words").items() if table not in _OF_ALL]
    return MoveWords(**{key: frozenset(words) for keys in tables for key, words in keys.items()})
