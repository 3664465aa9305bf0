"""Organizations that a word of their name or the verb behind them shows: "Lomond Tyres", "X GmbH", "X has named"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.capital_runs import LONGEST, is_preposed, opens_a_company, run_of_capitals, written
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.tokens import Found, Token


def companies(tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon) -> list[EmployerMark]:
    """Names that a noun shows to be a company's: "Ozalide Pneus", "Lomond Tyres"."""
    marks = []
    for at, token in enumerate(tokens):
        stem, hyphen, noun = token.text.rpartition("-")
        if (
            at not in taken
            and hyphen
            and stem[:1].isupper()
            and noun[:1].isupper()
            and noun.lower() in lexicon.branches
        ):
            marks.append(EmployerMark(at, at + 1, token.text, False, is_preposed(found, at)))  # "Weller-Gruppe"
            taken.add(at)
            continue
        form = token.key in lexicon.legal_forms
        if at in taken or not token.capital or not (form or token.key in lexicon.company_nouns):
            continue
        longest = LONGEST if form or not lexicon.nouns_are_capital else 1
        first = _first_of_a_company(tokens, at, longest, taken, lexicon)
        if form and 0 < at - first <= 2 and first > 1 and tokens[first - 1].key in ("and", "&"):
            before = _first_of_a_company(tokens, first - 1, longest, taken, lexicon)
            first = before if before < first - 1 else first  # "Dunmore and Pratt Inc"
        last = at + 1 if form else run_of_capitals(tokens, at, taken, lexicon)
        while form and last < len(tokens) and (tokens[last].key in lexicon.legal_forms or tokens[last].text == "&"):
            last += 1  # "GmbH & Co. KG"
        if lexicon.nouns_are_capital and not form:
            last = min(last, at + 2)
        if last - first > 1 and not _is_a_field(tokens[first:last], lexicon):
            marks.append(EmployerMark(first, last, written(tokens, first, last), False, is_preposed(found, first)))
            taken.update(range(first, last))
    return marks


def _is_a_field(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether no word is a name's own: "Automotive Aftermarket", "Sales Finance"."""
    common = lexicon.words_of_employers - lexicon.leading_words - lexicon.legal_forms
    return all(word.key in common for word in words) and words[-1].key not in lexicon.company_nouns


def units(tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon) -> list[EmployerMark]:
    """Capital words between an owner and a noun for a part of a company: "its Dunmore Airways unit"."""
    marks = []
    nouns = {phrase.first for phrase in found if phrase.kind == "employer:units"}
    for owner in (phrase for phrase in found if phrase.kind == "employer:owner"):
        first = owner.last
        last = run_of_capitals(tokens, first, taken, lexicon)
        if last > first and last in nouns:
            preposed = is_preposed(found, owner.first) or is_preposed(found, first)
            marks.append(EmployerMark(first, last, written(tokens, first, last), False, preposed))
            taken.update(range(first, last))
    return marks


def abbreviations(
    tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> list[EmployerMark]:
    """In German, where a capital shows no name, letters behind an article: "der HFV", "beim ORV"."""
    if not lexicon.nouns_are_capital:
        return []
    marks = []
    for at, token in enumerate(tokens):
        letters = token.text
        if at in taken or not (3 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()):
            continue
        before = tokens[at - 1].key if at else ""
        determined = before in lexicon.articles or before in lexicon.contracted
        if determined and token.key not in lexicon.head_words | lexicon.words_of_employers:
            marks.append(EmployerMark(at, at + 1, letters, False, is_preposed(found, at)))
            taken.add(at)
    return marks


def _first_of_a_company(tokens: Sequence[Token], at: int, longest: int, taken: set[int], lexicon: Lexicon) -> int:
    first = at
    while at - first < longest and first:
        if opens_a_company(tokens, first - 1, taken, lexicon):
            first -= 1
        elif first > 1 and tokens[first - 1].text == "&" and opens_a_company(tokens, first - 2, taken, lexicon):
            first -= 2  # "Classic & Specialist Vehicle Federation"
        else:
            break
    return first


def acting(tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon) -> list[EmployerMark]:
    """Capital words right before a verb of appointing: "Meanwhile, Olin Corp has named", "Vergölst holt"."""
    marks = []
    ends = {phrase.last: phrase.first for phrase in found if phrase.kind in ("context:have", "context:adverbs")}
    for phrase in found:
        acts = phrase.kind in ("frame:appoint_actively", "frame:appoint", "frame:dismiss_actively")
        if not acts and not (phrase.kind == "frame:entrust" and phrase.tail > phrase.last):
            continue
        last, auxiliary = phrase.first, False
        while last in ends:
            last, auxiliary = ends[last], True
        last = _before_an_aside(tokens, last)
        if phrase.kind == "frame:appoint" and not auxiliary:
            continue
        first = last
        while first and opens_a_company(tokens, first - 1, taken, lexicon):
            first -= 1
        if first == last or (lexicon.nouns_are_capital and (first or last > 1 or not _is_bare(tokens[0], lexicon))):
            continue
        if last - first == 1 and tokens[first].key in lexicon.words_of_employers | lexicon.collective_nouns:
            continue
        if last - first == 1 and _is_a_compound(tokens[first], lexicon):
            continue  # "Reifenwerk bekommt einen Chef"
        marks.append(EmployerMark(first, last, written(tokens, first, last), False, False))
        taken.update(range(first, last))
    return marks


def _before_an_aside(tokens: Sequence[Token], last: int) -> int:
    """Where the subject ends before small words between commas: "X, de son côté, accueille"."""
    if not last or tokens[last - 1].key != ",":
        return last
    for at in range(last - 2, max(last - _LONGEST_ASIDE, 0), -1):
        if tokens[at].key == ",":
            return at
        if tokens[at].capital:
            return last
    return last


_LONGEST_ASIDE = 7
"""Words of an aside between a company and its verb."""


def _is_bare(token: Token, lexicon: Lexicon) -> bool:
    return not (lexicon.head_endings and token.key.endswith(lexicon.head_endings))


def _is_a_compound(token: Token, lexicon: Lexicon) -> bool:
    """Whether a German word is a common noun for a company that another stands before: "Reifenhersteller"."""
    ends = tuple(noun for noun in lexicon.employer_nouns if len(noun) > len("kfz"))
    return lexicon.nouns_are_capital and token.key.endswith(ends) and "-" not in token.text


def _is_labelled(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].key == ":" and not tokens[0].text.isupper()


def opening(
    tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> tuple[int, int] | None:
    """Capital words that open the sentence as its subject: "La Fiev a élu", "Olin Corp named"."""
    if not tokens or (lexicon.nouns_are_capital and ":" not in (token.text for token in tokens[1:5])):
        return None
    first = 1 if tokens[0].key in lexicon.articles else 0
    last = run_of_capitals(tokens, first, taken, lexicon)
    words = tokens[first:last]
    if (
        not words
        or any(word.key.endswith("'") for word in words)
        or (words[0].key in lexicon.words_of_employers and not (len(words) > 1 and _is_labelled(tokens, last)))
        or words[0].key in lexicon.head_words
        or any(phrase.kind == "pronoun:subject" and phrase.first == first for phrase in found)
    ):
        return None
    followed = tokens[last].key if last < len(tokens) else ""
    if followed == "." and last + 1 < len(tokens) and tokens[last + 1].text in "-–—":
        return None  # where the report comes from: "NUEVA ALBA.- La empresa …"
    verb = any(
        phrase.first == last and phrase.kind in ("context:have", "frame:appoint_actively", "frame:appoint")
        for phrase in found
    )
    if lexicon.nouns_are_capital:
        return (first, last) if followed == ":" else None
    shouted = words[0].text.isupper() and len(words[0].text) > 1
    return (first, last) if first or len(words) > 1 or shouted or verb or followed == ":" else None
