"""Organizations in a sentence: those of the table, made whole, and those that only the syntax shows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.associations import associations
from pipeline.facts.moves.capital_runs import (
    INSIDE,
    end_of_field,
    is_a_department,
    is_preposed,
    run_of_capitals,
    written,
)
from pipeline.facts.moves.companies import abbreviations, acting, companies, opening, units
from pipeline.facts.moves.firms import is_like_a_name
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.tokens import Found, Token

_LONGEST_DESCRIPTION = 6


def table_employers(
    tokens: Sequence[Token],
    places: Sequence[tuple[int, int, str | None]],
    names: Sequence[PersonMark],
    found: Sequence[Found],
    lexicon: Lexicon,
    *,
    whole: bool,
) -> list[EmployerMark]:
    """The table's organizations with the capital words that belong to them: "Skoda France", "Groupe Renault".

    Where capitals say nothing, they are taken as the `whole` name.
    """
    persons = {at for name in names for at in range(name.first, name.last)}
    marks: list[EmployerMark] = []
    for place_first, place_last, name in places:
        first, last = place_first, place_last
        if first in persons or (marks and first < marks[-1].last):
            continue
        while first and tokens[first - 1].key in lexicon.leading_words and first - 1 not in persons:
            first -= 1
        while not whole and last < len(tokens) and last not in persons and _belongs(tokens[last], lexicon):
            last += 1
        whole_name = name if (first, last) == (place_first, place_last) else None
        marks.append(
            EmployerMark(first, last, whole_name or written(tokens, first, last), True, is_preposed(found, first))
        )
    return marks


def _belongs(token: Token, lexicon: Lexicon) -> bool:
    if lexicon.nouns_are_capital:
        return token.capital and (token.key in lexicon.words_of_employers or token.text.isupper())
    return token.capital and token.key not in lexicon.head_words and token.key.isalnum()


def syntactic_employers(
    tokens: Sequence[Token],
    found: Sequence[Found],
    lexicon: Lexicon,
    *,
    roles: Sequence[RoleMark],
    persons: Sequence[PersonMark],
    known: Sequence[EmployerMark],
) -> list[EmployerMark]:
    """Organizations outside the table: capital words behind a position or behind "chez", "bei", "at"."""
    taken = {at for mark in persons for at in range(mark.first, mark.last)}
    taken |= {at for mark in known for at in range(mark.first, mark.last)}
    prepositions = {phrase.first: phrase.last for phrase in found if phrase.kind == "employer:prepositions"}
    lead_ins = {phrase.first: phrase.last for phrase in found if phrase.kind == "employer:lead_in"}
    strong = _behind_strong_words(found, persons, lexicon)
    begins = {prepositions[role.last] for role in roles if role.last in prepositions} | strong
    of = {phrase.first: phrase.last for phrase in found if phrase.kind == "employer:of"}
    begins |= {of[phrase.end] for phrase in found if phrase.kind.startswith("frame:") and phrase.end in of}
    lead_ins |= _compounds_that_lead_in(tokens, lexicon)
    begins |= {first for first in lead_ins if first not in taken}
    begins |= _agents(found)
    people = {mark.first for mark in persons}
    marks = []
    for begin in sorted(one for one in begins if one < len(tokens)):  # a verb may end the sentence: "tauscht … aus"
        at = begin
        while at in prepositions and at not in taken and at < begin + 2:
            at = prepositions[at]
        named = at
        if at in lead_ins and at not in taken:
            named = at if _is_of_the_name(tokens[at], lexicon) else lead_ins[at]
            at = lead_ins[at]
            while at in prepositions and at not in taken:
                at = named = prepositions[at]
            described = _behind_description(tokens, at, found, lexicon)
            if lexicon.nouns_are_capital and tokens[begin].key.endswith(tuple(lexicon.associations)):
                named = begin  # "Landesverband Kfz-Gewerbe"
            if described > at:
                whole = begin > 0 and tokens[begin].capital and tokens[begin].key in lexicon.company_nouns
                at, named = described, begin if whole else described  # "la Fédération des services de Bretagne"
        elif begin in strong:
            at = named = _behind_a_noun(tokens, at, found, lexicon)
        last = run_of_capitals(tokens, at, taken, lexicon)
        names_itself = begin > 0 or tokens[begin].key in lexicon.company_nouns
        fielded = lexicon.nouns_are_capital and tokens[begin].key.removesuffix("s") in lexicon.company_nouns
        if (
            (last == at or fielded)
            and begin in lead_ins
            and begin not in taken
            and names_itself
            and tokens[begin].capital
        ):
            named, at, last = begin, begin, end_of_field(tokens, lead_ins[begin], taken, lexicon)
        if last in people or _is_no_company(tokens, at, last, lexicon):
            last = at  # or a word before a name: "l'Italien Luca …"
        if last > at and not (
            lexicon.nouns_are_capital
            and _is_common(tokens, (begin, at, last), lexicon, led_in=lead_ins.get(begin) == at)
        ):
            marks.append(
                EmployerMark(
                    named, last, written(tokens, named, last), False, begin not in lead_ins or is_preposed(found, begin)
                )
            )
            taken.update(range(at, last))
    marks += units(tokens, found, taken, lexicon)
    marks += companies(tokens, found, taken, lexicon)
    marks += abbreviations(tokens, found, taken, lexicon)
    marks += acting(tokens, found, taken, lexicon)
    subject = opening(tokens, found, taken, lexicon)
    if subject is not None:
        marks.append(EmployerMark(*subject, written(tokens, *subject), False, False))
        taken.update(range(*subject))
    marks += associations(tokens, found, taken, lexicon)
    return marks


def _is_of_the_name(token: Token, lexicon: Lexicon) -> bool:
    """Whether what leads in is the first word of the name: "Groupe X", "Asociación Española de Talleres"."""
    return token.key in lexicon.leading_words or (token.capital and token.key in lexicon.associations)


def _is_no_company(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether it is a country, a point of the compass or a department: "Europe du Sud", "Recursos Humanos"."""
    return written(tokens, at, last).lower() in lexicon.places or all(
        (token.key in lexicon.words_of_employers and token.key not in lexicon.company_nouns)
        or is_a_department(token, lexicon)
        for token in tokens[at:last]
        if token.key not in INSIDE
    )


def _behind_strong_words(found: Sequence[Found], persons: Sequence[PersonMark], lexicon: Lexicon) -> set[int]:
    """Where an organization begins behind "at" or a verb of joining and leaving; in German behind a name alone."""
    leaves = {phrase.first for phrase in found if phrase.kind == "frame:leave"} if lexicon.nouns_are_capital else set()
    return {
        phrase.last
        for phrase in found
        if phrase.kind == "employer:strong"
        and (phrase.first not in leaves or any(mark.last == phrase.first for mark in persons))
    }


def _compounds_that_lead_in(tokens: Sequence[Token], lexicon: Lexicon) -> dict[int, int]:
    """German nouns that end with such a word, also in the genitive: "Autohandelsgruppe", "des Zulieferers"."""
    if not lexicon.nouns_are_capital:
        return {}
    return {
        at: at + 1
        for at, token in enumerate(tokens)
        if token.capital
        and any(form.endswith(lexicon.lead_in_endings) for form in (token.key.removesuffix("s"), token.key[:-2]))
    }


def _agents(found: Sequence[Found]) -> set[int]:
    """Where the organization begins that does what a phrase tells in the passive: "recruté par"."""
    ends = {phrase.end for phrase in found if phrase.kind in ("frame:appoint", "frame:dismiss")}
    return {phrase.last for phrase in found if phrase.kind == "employer:agent" and phrase.first in ends}


def _behind_description(tokens: Sequence[Token], at: int, found: Sequence[Found], lexicon: Lexicon) -> int:
    """One past what describes the organization before its name: "start-up lyonnaise X", "fabricant de batteries X".

    The same place where no name follows.
    """
    if lexicon.nouns_are_capital:
        return at
    verbs = {phrase.first for phrase in found if phrase.kind.startswith(("frame:", "context:"))}
    end = at
    while end < len(tokens) and end - at < _LONGEST_DESCRIPTION and not tokens[end].capital:
        word = tokens[end].key
        if not word.replace("-", "").rstrip("'").isalpha():
            return at
        if word not in INSIDE and (word in lexicon.ends_role or end in verbs or word in lexicon.articles):
            return at
        end += 1
    return end if end < len(tokens) and tokens[end].capital else at


def _behind_a_noun(tokens: Sequence[Token], at: int, found: Sequence[Found], lexicon: Lexicon) -> int:
    """One past an article and a noun for what is joined or left: "quitte le sidérurgiste X"; else the same place."""
    if lexicon.nouns_are_capital or at + 2 >= len(tokens) or tokens[at].key not in lexicon.articles:
        return at
    noun = tokens[at + 1]
    plain = noun.text.islower() and noun.text.isalpha() and noun.key not in lexicon.ends_role
    known = noun.key in lexicon.head_words | lexicon.post_nouns | lexicon.collective_nouns | lexicon.bodies or any(
        phrase.kind == "employer:teams" and phrase.first == at + 1 for phrase in found
    )
    return at + 2 if plain and not known and tokens[at + 2].capital else at


def _is_common(tokens: Sequence[Token], place: tuple[int, int, int], lexicon: Lexicon, *, led_in: bool) -> bool:
    """Whether German words are rather common nouns than a name; the place is that of what leads in and of the words."""
    begin, at, last = place
    if is_like_a_name(tokens[at].text) or any(token.key in lexicon.legal_forms for token in tokens[at:last]):
        return False
    if tokens[at].key.removesuffix("s") in lexicon.words_of_employers - lexicon.company_nouns - lexicon.leading_words:
        return True
    if lexicon.head_endings and tokens[at].key.endswith(lexicon.head_endings) and last - at == 1:
        return True
    if led_in:
        return last - at == 1 and tokens[at].key in lexicon.words_of_employers
    article = at > 0 and (tokens[at - 1].key in lexicon.articles or tokens[at - 1].key in lexicon.contracted)
    return at > begin or (article and last - at == 1)
