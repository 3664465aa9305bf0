"""Organizations in a sentence: those of the table, made whole, and those that only the syntax shows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.firms import is_like_a_name
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.roles import RoleMark
from pipeline.facts.moves.tokens import Found, Token

_LONGEST = 7
_LONGEST_DESCRIPTION = 6
_INSIDE = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "di",
        "del",
        "della",
        "of",
        "the",
        "&",
        "and",
        "et",
        "und",
        "der",
        "für",
        "for",
        "dei",
        "delle",
        "degli",
        "los",
        "las",
        "la",
    ]
)


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
        marks.append(EmployerMark(first, last, name or _written(tokens, first, last), True, _preposed(found, first)))
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
    strong = {phrase.last for phrase in found if phrase.kind == "employer:strong"}
    begins = {prepositions[role.last] for role in roles if role.last in prepositions} | strong
    of = {phrase.first: phrase.last for phrase in found if phrase.kind == "employer:of"}
    begins |= {of[phrase.end] for phrase in found if phrase.kind.startswith("frame:") and phrase.end in of}
    lead_ins |= _compounds_that_lead_in(tokens, lexicon)
    begins |= {first for first in lead_ins if first not in taken}
    begins |= _agents(found)
    people = {mark.first for mark in persons}
    marks = []
    for begin in sorted(begins):
        at = begin
        while at in prepositions and at not in taken and at < begin + 2:
            at = prepositions[at]
        named = at
        if at in lead_ins and at not in taken:
            named = at if tokens[at].key in lexicon.leading_words else lead_ins[at]
            at = lead_ins[at]
            while at in prepositions and at not in taken:
                at = named = prepositions[at]
            described = _behind_description(tokens, at, found, lexicon)
            if described > at:
                at = named = described
        last = _run(tokens, at, taken, lexicon)
        names_itself = begin > 0 or tokens[begin].key in lexicon.company_nouns
        fielded = lexicon.nouns_are_capital and tokens[begin].key.removesuffix("s") in lexicon.company_nouns
        if (
            (last == at or fielded)
            and begin in lead_ins
            and begin not in taken
            and names_itself
            and tokens[begin].capital
        ):
            named, at, last = begin, begin, _of_a_field(tokens, lead_ins[begin], taken, lexicon)
        if last in people:
            last = at  # a word before a name: "l'Italien Luca …"
        if last - at == 1 and tokens[at].key in lexicon.words_of_employers - lexicon.company_nouns:
            last = at  # a country or a point of the compass: "Europe du Sud"
        if last > at and not (
            lexicon.nouns_are_capital
            and _is_common(tokens, (begin, at, last), lexicon, led_in=lead_ins.get(begin) == at)
        ):
            marks.append(
                EmployerMark(
                    named, last, _written(tokens, named, last), False, begin not in lead_ins or _preposed(found, begin)
                )
            )
            taken.update(range(at, last))
    marks += _companies(tokens, found, taken, lexicon)
    marks += _acting(tokens, found, taken, lexicon)
    subject = _opening(tokens, found, taken, lexicon)
    if subject is not None:
        marks.append(EmployerMark(*subject, _written(tokens, *subject), False, False))
    return marks


def _compounds_that_lead_in(tokens: Sequence[Token], lexicon: Lexicon) -> dict[int, int]:
    """German nouns that end with such a word, also in the genitive: "Autohandelsgruppe", "des Zulieferers"."""
    if not lexicon.nouns_are_capital:
        return {}
    return {
        at: at + 1
        for at, token in enumerate(tokens)
        if token.capital and token.key.removesuffix("s").endswith(lexicon.lead_in_endings)
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
        if word not in _INSIDE and (word in lexicon.ends_role or end in verbs or word in lexicon.articles):
            return at
        end += 1
    return end if end < len(tokens) and tokens[end].capital else at


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


def _acting(tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon) -> list[EmployerMark]:
    """Capital words right before a verb of appointing: "Meanwhile, Olin Corp has named", "Vergölst holt"."""
    marks = []
    ends = {phrase.last: phrase.first for phrase in found if phrase.kind in ("context:have", "context:adverbs")}
    for phrase in found:
        if phrase.kind not in ("frame:appoint_actively", "frame:appoint"):
            continue
        last, auxiliary = phrase.first, False
        while last in ends:
            last, auxiliary = ends[last], True
        if phrase.kind == "frame:appoint" and not auxiliary:
            continue
        first = last
        while first and _opens_a_company(tokens, first - 1, taken, lexicon):
            first -= 1
        if first == last or (lexicon.nouns_are_capital and (first or last > 1 or not _is_bare(tokens[0], lexicon))):
            continue
        if last - first == 1 and tokens[first].key in lexicon.words_of_employers | lexicon.collective_nouns:
            continue
        marks.append(EmployerMark(first, last, _written(tokens, first, last), False, False))
        taken.update(range(first, last))
    return marks


def _is_bare(token: Token, lexicon: Lexicon) -> bool:
    return not (lexicon.head_endings and token.key.endswith(lexicon.head_endings))


def _companies(
    tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> list[EmployerMark]:
    """Names that a noun shows to be a company's: "Ozalide Pneus", "Lomond Tyres"."""
    marks = []
    for at, token in enumerate(tokens):
        form = token.key in lexicon.legal_forms
        if at in taken or not token.capital or not (form or token.key in lexicon.company_nouns):
            continue
        first = at
        longest = _LONGEST if form or not lexicon.nouns_are_capital else 1
        while at - first < longest and first and _opens_a_company(tokens, first - 1, taken, lexicon):
            first -= 1
        last = at + 1 if form else _run(tokens, at, taken, lexicon)
        while form and last < len(tokens) and (tokens[last].key in lexicon.legal_forms or tokens[last].text == "&"):
            last += 1  # "GmbH & Co. KG"
        if lexicon.nouns_are_capital and not form:
            last = min(last, at + 2)
        if last - first > 1:
            marks.append(EmployerMark(first, last, _written(tokens, first, last), False, _preposed(found, first)))
            taken.update(range(first, last))
    return marks


def _opens_a_company(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> bool:
    token = tokens[at]
    return (
        at not in taken
        and token.capital
        and token.key.replace("-", "").isalpha()
        and token.key not in lexicon.articles
        and token.key not in lexicon.ends_role
        and token.key not in lexicon.head_words
        and token.key not in _INSIDE
    )


def _opening(
    tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> tuple[int, int] | None:
    """Capital words that open the sentence as its subject: "La Fiev a élu", "Olin Corp named"."""
    if not tokens or (lexicon.nouns_are_capital and ":" not in (token.text for token in tokens[1:5])):
        return None
    first = 1 if tokens[0].key in lexicon.articles else 0
    last = _run(tokens, first, taken, lexicon)
    words = tokens[first:last]
    if (
        not words
        or any(word.key.endswith("'") for word in words)
        or words[0].key in lexicon.words_of_employers
        or words[0].key in lexicon.head_words
    ):
        return None
    followed = tokens[last].key if last < len(tokens) else ""
    verb = any(
        phrase.first == last and phrase.kind in ("context:have", "frame:appoint_actively", "frame:appoint")
        for phrase in found
    )
    if lexicon.nouns_are_capital:
        return (first, last) if followed == ":" else None
    shouted = words[0].text.isupper() and len(words[0].text) > 1
    return (first, last) if first or len(words) > 1 or shouted or verb or followed == ":" else None


def _of_a_field(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> int:
    """One past a name that goes on with common nouns: "Syndicat des loueurs", "Association of Importers"."""
    last = at
    if at >= len(tokens) or tokens[at].key not in _INSIDE:
        return at - 1
    while last < len(tokens) and last - at < _LONGEST and last not in taken:
        token = tokens[last]
        if not token.text[0].isalpha() or (token.key in lexicon.ends_role and token.key not in _INSIDE):
            break
        last += 1
    while last > at and tokens[last - 1].key in _INSIDE:
        last -= 1
    return last


def _run(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> int:
    first = at
    while at < len(tokens) and at not in taken and at - first < _LONGEST:
        token = tokens[at]
        capital = (
            (token.capital or token.text[0].isdigit())
            and token.text[0].isalnum()
            and token.key not in lexicon.calendar_words
        )
        if (capital and not (at == first and token.text[0].isdigit())) or (
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
    while at > first and tokens[at - 1].text[0].isdigit() and tokens[at - 1].start > tokens[at - 2].end:
        at -= 1  # a number behind a blank is none of the name, that of "TF1" is
    return first if at - first == 1 and (len(tokens[first].text) == 1 or tokens[first].key in lexicon.titles) else at


def _written(tokens: Sequence[Token], first: int, last: int) -> str:
    words = []
    for number in range(first, last):
        if number > first and tokens[number].start > tokens[number - 1].end:
            words.append(" ")
        words.append(tokens[number].text)
    return "".join(words).rstrip("'’")


def _preposed(found: Sequence[Found], first: int) -> bool:
    return any(phrase.kind == "employer:prepositions" and phrase.last == first for phrase in found)
