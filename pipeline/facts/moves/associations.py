"""Associations, by the noun in their name: "la Chambre suisse des importateurs", "the Irish Motor Council"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.capital_runs import (
    INSIDE,
    end_of_field,
    is_preposed,
    opens_a_company,
    run_of_capitals,
    written,
)
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.reading import EmployerMark
from pipeline.facts.moves.tokens import Found, Token
from pipeline.languages.united import united

_GATHERINGS = frozenset(united("moves_words", "names", "gatherings"))
"""Nouns for those who only meet, which capitals before them make nobody's employer: "Cricket Club"."""
_LONGEST = 5
"""Capital words before the noun: "National Motor Market Council"."""


def associations(
    tokens: Sequence[Token], found: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> list[EmployerMark]:
    """Names that an association's noun opens, with small words behind it, or that it ends."""
    if lexicon.nouns_are_capital:
        return []
    marks: list[EmployerMark] = []
    posts = {phrase.first for phrase in found if phrase.kind == "role:heads" and phrase.last - phrase.first > 1}
    for at, token in enumerate(tokens):
        if not token.capital or token.key not in lexicon.associations or at in taken or at in posts:
            continue
        if token.text.isupper() and len(token.text) > 1:
            continue  # where all is in capitals they say nothing
        first, last = at, _end_of_what_it_is_of(tokens, at + 1, found, taken, lexicon)
        if last is None and token.key in _GATHERINGS:
            continue
        if last is None:
            first, last = _first_of_capitals(tokens, at, taken, lexicon), at + 1
        if last - first > 1:
            marks.append(EmployerMark(first, last, written(tokens, first, last), False, is_preposed(found, first)))
            taken.update(range(first, last))
    return marks


def _end_of_what_it_is_of(
    tokens: Sequence[Token], at: int, found: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> int | None:
    """One past the words behind the noun, with "of" and an adjective before it or none; null where none follow."""
    verbs = {
        phrase.first
        for phrase in found
        if phrase.kind.startswith(("frame:", "context:")) and tokens[phrase.first].key not in INSIDE
    }
    described = at < len(tokens) and _may_describe(tokens[at], lexicon)
    if described and (at in verbs or at in taken):
        return None
    begin = at + described
    if begin >= len(tokens) or tokens[begin].key not in INSIDE:
        return None
    if written(tokens, at - 1, begin).lower() in lexicon.places:
        return None  # "l'Union européenne"
    last = min([end_of_field(tokens, begin, taken, lexicon), *(verb for verb in verbs if verb >= begin)])
    while last > begin and tokens[last - 1].key in INSIDE:
        last -= 1
    last = max(last, run_of_capitals(tokens, last, taken, lexicon)) if last > begin else last
    return last if last > begin + 1 else None


def _may_describe(token: Token, lexicon: Lexicon) -> bool:
    small = token.text.islower() and token.text.replace("-", "").isalpha()
    return small and token.key not in INSIDE and token.key not in lexicon.ends_role


def _first_of_capitals(tokens: Sequence[Token], at: int, taken: set[int], lexicon: Lexicon) -> int:
    """First of the capital words that the noun ends, where a sentence or a "the" opens them."""
    first = at
    while first and at - first < _LONGEST and opens_a_company(tokens, first - 1, taken, lexicon):
        first -= 1
    determined = first > 0 and tokens[first - 1].key in lexicon.articles
    return first if determined or at - first > 1 else at
