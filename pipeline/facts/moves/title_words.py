"""Capital words that go on with a title and are no name: "Vice President Complete Vehicle Manufacturing"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.facts.moves.fields_known import names_a_field
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.tokens import Token
from pipeline.facts.names import name_lexicon
from pipeline.languages.united import united

_WORDS = frozenset(united("moves_words", "titles", "words"))
_REGIONS = frozenset(united("moves_words", "titles", "regions"))
_ABBREVIATIONS = frozenset(united("moves_words", "titles", "abbreviations"))
LONGEST = 5
"""Capital words that a title goes on with."""


def is_of_a_title(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word is one of titles, of a company's work, or a region."""
    key = token.key
    if key in lexicon.company_nouns or key in lexicon.legal_forms:
        return False
    return key in _WORDS | _ABBREVIATIONS or is_a_region(token, lexicon) or names_a_field(key)


def opens_a_title(token: Token) -> bool:
    """Whether a capital word behind a name is rather of a title: "Ana Ruiz Head of Marketing"."""
    return token.key in _WORDS


def is_a_short_form(token: Token) -> bool:
    """Whether the word stands in short for a kind of customers, of vehicles or of work: "SME"."""
    return token.key in _ABBREVIATIONS


def is_a_region(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word is a point of the compass, a region, or a country."""
    return token.key in _REGIONS or token.key in lexicon.places


def end_of_title(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, *, free: Callable[[int], bool], least: int = 1
) -> int:
    """One past the capital words from `at` on that go on with a title; `at` where none do.

    More than half of them are words of titles, the last among these, and the first is no given name.

    Args:
        free: whether the token at a place may belong to a title.
        least: words that they are at least.
    """
    last = at
    while last < len(tokens) and last - at < LONGEST and free(last):
        if not (tokens[last].capital and tokens[last].text.replace("-", "").isalpha()):
            break
        last += 1
    return last if last - at >= least and are_of_a_title(tokens[at:last], lexicon) else at


def end_of_region(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, free: Callable[[int], bool]) -> int:
    """One past the regions that stand between signs behind a title: ", Pacific Northwest,"; `at` where none do."""
    last = at
    while last < len(tokens) and last - at < LONGEST and free(last) and tokens[last].capital:
        if not is_a_region(tokens[last], lexicon):
            return at
        last += 1
    ends = last >= len(tokens) or not tokens[last].text[0].isalnum()
    return last if ends and any(tokens[word].key in _REGIONS for word in range(at, last)) else at


def are_of_a_title(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether capital words are a title's: most of them and the last, and none a given name that opens them."""
    if not words or is_given(words[0], lexicon) or not is_of_a_title(words[-1], lexicon):
        return False
    return 2 * sum(is_of_a_title(word, lexicon) for word in words) > len(words)


def is_given(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word is known as a given name."""
    names, opening = name_lexicon(lexicon.language), token.text.partition("-")[0]
    return token.text in names.first_names or opening in names.first_names or opening in names.doubtful
