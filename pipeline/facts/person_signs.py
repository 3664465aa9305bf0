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
_LINK: Final = 3
"""Letters of the small words between a verb and its person."""
_VERB_WITHIN: Final = 4
"""Words behind a name within which its verb stands: "Ines Falk has now been appointed"."""
_STOPS: Final = frozenset(".!?;:\n|")


def signs_of_person(words: Sequence[Word], first: int, last: int, text: str, lexicon: NameLexicon) -> int:
    """How strongly the surroundings of words[first..last] speak for a person, as a sum of signs."""
    return _signs_before(words, first, lexicon) + _signs_behind(words, last, text, lexicon)


def _signs_before(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    if not first:
        return 0
    if is_addressed(words, first, lexicon):
        return STRONG
    before, gap = words[first - 1], words[first].gap.strip(" \u00a0\u202f")
    if gap not in {"", ",", ":", "–", "—"}:
        return 0
    if lexicon.is_role(before):
        return STRONG
    role = WEAK if _role_goes_on(words, first, lexicon) else 0
    if gap:
        return role
    return role + _verb_before(words, first, lexicon)


def _role_goes_on(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a role and its complements stand before: "directeur des opérations Ines Falk"."""
    for position in range(first - 1, max(first - 1 - _ROLE_WITHIN, -1), -1):
        if lexicon.is_role(words[position]):
            return True
        if words[position].gap.strip(" \u00a0\u202f"):
            return False
    return False


def _verb_before(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    before = words[first - 1]
    folded = before.text.casefold()
    if folded in lexicon.before_person or folded in lexicon.said_or_moved or folded.startswith(lexicon.moved_stems):
        return WEAK
    linked = len(before.text) <= _LINK and first > 1 and before.follows(words[first - 2])  # "succède à", "place of"
    return WEAK if linked and words[first - 2].text.casefold() in lexicon.before_person else 0


def _signs_behind(words: Sequence[Word], last: int, text: str, lexicon: NameLexicon) -> int:
    if _AGE.match(text, words[last].end):
        return STRONG
    behind = words[last + 1 : last + 1 + _ROLE_WITHIN]
    apposition = bool(behind) and bool(_APPOSITION.match(behind[0].gap))
    verb = role = 0
    for distance, word in enumerate(behind):
        if not _STOPS.isdisjoint(word.gap) or (not apposition and "," in word.gap):
            break
        if lexicon.is_role(word):
            role = STRONG if apposition else WEAK
        elif apposition and not distance and word.text.casefold() in lexicon.opens_apposition:
            role = STRONG
        elif not apposition and distance < _VERB_WITHIN:
            if word.text in lexicon.human_verbs:
                verb = STRONG
            elif word.text in lexicon.said_or_moved or word.text.casefold().startswith(lexicon.moved_stems):
                verb = max(verb, WEAK)
    return verb + role + (_relative_sign(behind[0], lexicon) if behind else 0)


def _relative_sign(word: Word, lexicon: NameLexicon) -> int:
    """What a relative clause behind the name says: ", who" is of people alone, ", qui" of people and things."""
    if word.gap.strip() != ",":
        return 0
    if word.text in lexicon.relatives_of_people:
        return STRONG
    return WEAK if word.text in lexicon.relatives else 0


def is_addressed(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a form of address stands right before: "M. Dupont", "Frau Falk"; never "M Sport"."""
    if not first or words[first - 1].text not in lexicon.forms_of_address or "\n" in words[first].gap:
        return False
    stop = words[first].gap.strip(" \u00a0\u202f")
    return stop == "." or (not stop and len(words[first - 1].text) > 1)


def is_determined(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an article stands right before, as before things: "la Giulia", "the Martin Agency"."""
    if not first or not words[first].follows(words[first - 1]):
        return False
    return words[first - 1].text.casefold() in lexicon.determiners


def names_a_thing(words: Sequence[Word], first: int, last: int, lexicon: NameLexicon) -> bool:
    """Whether a street, a prize or a company carries the name: "rue Jean Moulin", "Martin Falk GmbH"."""
    if first and words[first].follows(words[first - 1]) and words[first - 1].text.casefold() in lexicon.before_things:
        return True
    if words[last].text.casefold() in lexicon.after_things:
        return True
    if last + 1 == len(words):
        return False
    behind = words[last + 1]
    if behind.gap.strip() == "&":
        return True
    return behind.follows(words[last]) and behind.capital and behind.text.casefold() in lexicon.after_things
