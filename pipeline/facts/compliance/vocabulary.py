"""The words of compliance in one language, compiled from `languages/<language>/compliance.toml`.

The file has `phrases` (by what they tell: `objective`, `over`, `attain`, `negation`, …; the French
file explains each), `columns` (what heads the
columns of tables), `rules` (words that speak for a regulation), `rule_names` (its own names),
`markets` and `market_adjectives` (names by country code), `demonyms` (what makers of a country are called).
How a phrase is written is told in `phrases.py`.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.languages import LANGUAGES, vocabulary

RULE = "rule:"
RULE_NAME = "rule name:"
MARKET = "market:"
MARKET_ADJECTIVE = "market adjective:"
DEMONYM = "demonym:"
_TABLES = (
    (RULE, "rules"),
    (RULE_NAME, "rule_names"),
    (MARKET, "markets"),
    (MARKET_ADJECTIVE, "market_adjectives"),
    (DEMONYM, "demonyms"),
)

_IN_HEADS = ("objective", "ceiling", "required", "actual", "average", "topic")
"""Phrases of the text that also head a column."""


def phrase_book(language: str | None) -> PhraseBook:
    """The phrases of that language; the English ones where it is none of ours."""
    return _compiled(language if language in LANGUAGES else "en")


@lru_cache(maxsize=len(LANGUAGES))
def _compiled(language: str) -> PhraseBook:
    data = vocabulary(language, "compliance")
    labelled: dict[str, list[str]] = dict(data["phrases"])
    for prefix, table in _TABLES:
        labelled.update({prefix + name: phrases for name, phrases in data[table].items()})
    return PhraseBook(labelled)


def column_book(language: str | None) -> PhraseBook:
    """The words that head the columns of tables, in that language; the English ones where it is none of ours."""
    return _columns(language if language in LANGUAGES else "en")


@lru_cache(maxsize=len(LANGUAGES))
def _columns(language: str) -> PhraseBook:
    data = vocabulary(language, "compliance")
    kept = {label: data["phrases"][label] for label in _IN_HEADS}
    return PhraseBook({**kept, **data["columns"]})
