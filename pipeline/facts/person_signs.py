"""What stands around a capitalised pair and shows that it is a person, or that it is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.facts.names import NameLexicon, Word

STRONG: Final = 2
"""A form of address, a role, an age: enough for a name that no list knows."""
WEAK: Final = 1
"""A verb of saying or moving: enough for a first name that is a word too; two of them make a strong sign."""

_AGE: Final = re.compile(
    r"\s?(?:\(\s?\d{2}\s?(?:\)|,|ans|Jahre|años|anni|years)|,\s(?:aged\s)?\d{2}(?:,|\sans|\saños|\sanni|-year))"
)
_APPOSITION: Final = re.compile(r"\s?[,(–—]\s?$")
_ROLE_WITHIN: Final = 6
"""Words behind a comma within which a role counts: "Ines Falk, bisher Leiterin"."""
_VERB_WITHIN: Final = 4
"""Words behind a name within which its verb stands: "Ines Falk has now been appointed"."""
_STOPS: Final = frozenset(".!?;:\n|")


def signs_of_person(words: Sequence[Word], first: int, last: int, text: str, lexicon: NameLexicon) -> int:
    """How strongly the surroundings of words[first..last] speak for a person, as a sum of signs."""
    return _signs_before(words, first, lexicon) + _signs_behind(words, last, text, lexicon)


def _signs_before(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    if not first:
        return 0
    before, gap = words[first - 1], words[first].gap
    if is_addressed(words, first, lexicon):
        return STRONG
    if gap.strip(" \u00a0") not in {"", ",", ":", "–", "—"}:
        return 0
    if lexicon.is_role(before):
        return STRONG if not gap.strip(" \u00a0") else WEAK
    folded = before.text.casefold()
    if gap.strip():
        return 0
    if folded in lexicon.before_person or (
        folded == "à" and first > 1 and words[first - 2].text in lexicon.before_person
    ):
        return WEAK
    return 0


def _signs_behind(words: Sequence[Word], last: int, text: str, lexicon: NameLexicon) -> int:
    end = words[last].end
    if _AGE.match(text, end):
        return STRONG
    score = 0
    apposition = last + 1 < len(words) and bool(_APPOSITION.match(words[last + 1].gap))
    for distance, word in enumerate(words[last + 1 : last + 1 + _ROLE_WITHIN]):
        if not _STOPS.isdisjoint(word.gap):
            break
        if apposition and lexicon.is_role(word):
            return STRONG
        if not apposition and distance < _VERB_WITHIN and "," not in word.gap and word.text in lexicon.said_or_moved:
            score = WEAK
            if lexicon.is_role(word):
                return STRONG
    return score


def is_addressed(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a form of address stands right before: "M. Dupont", "Frau Falk"."""
    if not first or words[first - 1].text not in lexicon.forms_of_address:
        return False
    return words[first].gap.strip(" \u00a0\u202f") in {"", "."} and "\n" not in words[first].gap


def is_determined(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an article stands right before, as before things: "la Giulia", "the Martin Agency"."""
    if not first or not words[first].follows(words[first - 1]):
        return False
    return words[first - 1].text.casefold() in lexicon.determiners


def names_a_thing(words: Sequence[Word], first: int, last: int, lexicon: NameLexicon) -> bool:
    """Whether a street, a prize or a company carries the name: "rue Jean Moulin", "Martin Falk GmbH"."""
    if first and words[first].follows(words[first - 1]) and words[first - 1].text.casefold() in lexicon.before_things:
        return True
    if last + 1 == len(words):
        return False
    behind = words[last + 1]
    if behind.gap.strip() == "&":
        return True
    return behind.follows(words[last]) and behind.capital and behind.text.casefold() in lexicon.after_things
