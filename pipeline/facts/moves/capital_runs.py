"""Runs of capital words: how far a name of an organization reaches."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.tokens import Found, Token
from pipeline.languages.united import united

LONGEST = 7
INSIDE = frozenset(united("moves_words", "names", "inside_companies"))


def run_of_capitals(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> int:
    """One past the capital words from `at` on, with the small words inside a name; `at` where none begin."""
    first = at
    while at < len(tokens) and at not in taken and at - first < LONGEST:
        token = tokens[at]
        capital = (
            (token.capital or token.text[0].isdigit())
            and not _is_an_adjective(token, lexicon)
            and token.text[0].isalnum()
            and token.key not in lexicon.calendar_words
        )
        if (capital and not (at == first and token.text[0].isdigit())) or (
            at > first
            and token.key in INSIDE
            and at + 1 < len(tokens)
            and tokens[at + 1].capital
            and at + 1 not in taken
            and token.key not in ("et", "and", "und", "der")
        ):
            at += 1
        else:
            break
    while at > first and tokens[at - 1].text[0].isdigit() and tokens[at - 1].start > tokens[at - 2].end:
        at -= 1  # a number behind a blank is none of the name, that of "TF1" is
    return first if at - first == 1 and (len(tokens[first].text) == 1 or tokens[first].key in lexicon.titles) else at


def _is_an_adjective(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capital word goes on in small letters, as "Lancaster-based" does."""
    return not lexicon.nouns_are_capital and token.text.rpartition("-")[2].islower() and "-" in token.text


def written(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a name as they stand in the text."""
    words = []
    for number in range(first, last):
        if number > first and tokens[number].start > tokens[number - 1].end:
            words.append(" ")
        words.append(tokens[number].text)
    return "".join(words).rstrip("'’")


def is_preposed(found: Sequence[Found], first: int) -> bool:
    """Whether a preposition stands right before."""
    return any(phrase.kind == "employer:prepositions" and phrase.last == first for phrase in found)


def opens_a_company(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> bool:
    """Whether the word may be the first of a company's name."""
    token = tokens[at]
    return (
        at not in taken
        and token.capital
        and token.key.replace("-", "").isalpha()
        and not _is_an_adjective(token, lexicon)
        and token.key not in lexicon.articles
        and token.key not in lexicon.ends_role
        and token.key not in lexicon.head_words
        and token.key not in INSIDE
    )


def end_of_field(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> int:
    """One past a name that goes on with common nouns: "Syndicat des loueurs", "Association of Importers"."""
    last = at
    if at >= len(tokens) or tokens[at].key not in INSIDE:
        return at - 1
    while last < len(tokens) and last - at < LONGEST and last not in taken:
        token = tokens[last]
        if not token.text[0].isalpha() or (token.key in lexicon.ends_role and token.key not in INSIDE):
            break
        last += 1
    while last > at and tokens[last - 1].key in INSIDE:
        last -= 1
    return last


def is_a_department(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capital word names a part of a company: "director de Expansión", "responsabile Vendite"."""
    if not token.capital or token.key in lexicon.company_nouns | lexicon.employer_nouns | lexicon.leading_words:
        return False
    ends = bool(lexicon.department_endings) and token.key.endswith(lexicon.department_endings)
    return token.key in lexicon.departments or (ends and not token.text.isupper())
