"""Organizations in a sentence: those of the table, made whole, and those that only the syntax shows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.tokens import Found, Token

_LONGEST = 7
_INSIDE = frozenset("de du des d' di del della of the & and et et und der für for".split())


def table_employers(
    tokens: Sequence[Token],
    places: Sequence[tuple[int, int]],
    names: Sequence[PersonMark],
    found: Sequence[Found],
    lexicon: Lexicon,
) -> list[EmployerMark]:
    """The table's organizations with the capital words that belong to them: "Skoda France", "Groupe Renault"."""
    persons = {at for name in names for at in range(name.first, name.last)}
    marks: list[EmployerMark] = []
    for first, last in places:
        if first in persons or (marks and first < marks[-1].last):
            continue
        while first and tokens[first - 1].key in lexicon.leading_words and first - 1 not in persons:
            first -= 1
        while last < len(tokens) and last not in persons and _belongs(tokens[last], lexicon):
            last += 1
        marks.append(EmployerMark(first, last, _written(tokens, first, last), True, _preposed(found, first)))
    return marks


def _belongs(token: Token, lexicon: Lexicon) -> bool:
    if lexicon.nouns_are_capital:
        return token.capital and (token.key in lexicon.words_of_employers or token.text.isupper())
    return token.capital and token.key not in lexicon.head_words and token.key.isalnum()


def syntactic_employers(
    tokens: Sequence[Token],
    found: Sequence[Found],
    roles: Sequence[RoleMark],
    persons: Sequence[PersonMark],
    known: Sequence[EmployerMark],
    lexicon: Lexicon,
) -> list[EmployerMark]:
    """Organizations outside the table: capital words behind a position and its preposition, or behind "chez", "bei", "at"."""
    taken = {at for mark in (*persons, *known) for at in range(mark.first, mark.last)}
    prepositions = {phrase.first: phrase.last for phrase in found if phrase.kind == "employer:prepositions"}
    lead_ins = {phrase.first: phrase.last for phrase in found if phrase.kind == "employer:lead_in"}
    strong = {phrase.last for phrase in found if phrase.kind == "employer:strong"}
    begins = {prepositions[role.last] for role in roles if role.last in prepositions} | strong
    marks = []
    for begin in sorted(begins):
        at = begin
        while at in prepositions and at not in taken and at < begin + 2:
            at = prepositions[at]
        if at in lead_ins and at not in taken:
            at = lead_ins[at]
            while at in prepositions and at not in taken:
                at = prepositions[at]
        last = _run(tokens, at, taken, lexicon)
        if last > at and not (lexicon.nouns_are_capital and at - begin and not _like_a_name(tokens[at])):
            marks.append(EmployerMark(at, last, _written(tokens, at, last), False, True))
            taken.update(range(at, last))
    return marks


def _like_a_name(token: Token) -> bool:
    return token.text.isupper() or "-" in token.text


def _run(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> int:
    first = at
    while at < len(tokens) and at not in taken and at - first < _LONGEST:
        token = tokens[at]
        capital = (
            (token.capital or token.text[0].isdigit())
            and token.text[0].isalnum()
            and token.key not in lexicon.calendar_words
        )
        if capital and not (at == first and token.text[0].isdigit()):
            at += 1
        elif (
            at > first
            and token.key in _INSIDE
            and at + 1 < len(tokens)
            and tokens[at + 1].capital
            and at + 1 not in taken
            and token.key not in ("et", "and", "und", "der")
        ):
            at += 1
        else:
            break
    while at > first and tokens[at - 1].text[0].isdigit():
        at -= 1
    return at


def _written(tokens: Sequence[Token], first: int, last: int) -> str:
    words = []
    for number in range(first, last):
        if number > first and tokens[number].start > tokens[number - 1].end:
            words.append(" ")
        words.append(tokens[number].text)
    return "".join(words).rstrip("'’")


def _preposed(found: Sequence[Found], first: int) -> bool:
    return any(phrase.kind == "employer:prepositions" and phrase.last == first for phrase in found)
