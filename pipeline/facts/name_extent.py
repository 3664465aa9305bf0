"""Where a full name ends: behind the family name, before what the sentence goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.facts.names import NameLexicon, Word
from pipeline.facts.person_reading import Reading

_LONGEST: Final = 5
"""Capitalised words of the longest names: "Maria Inês de Sousa Falcão Brandt"."""
_SHORTEST: Final = 2


def extent_of_name(reading: Reading, first: int, last: int) -> int | None:
    """The last word of a name that begins at first; None where it has no family name."""
    words, lexicon = reading.words, reading.lexicon
    end, capitals = first, 1
    for position in range(first + 1, last + 1):
        word = words[position]
        if not word.capital:
            continue
        if word.honorific:
            return position if capitals >= _SHORTEST else None
        inside = position < last and (word.initial or word.text.lower() in lexicon.particles)  # "Ines Le Falk"
        if lexicon.is_no_name(word) and not inside:
            break
        if capitals >= _SHORTEST and _is_ordinary(reading, word) and words[end].text.lower() not in lexicon.particles:
            break
        if capitals == _LONGEST or _names_a_place(words[end : position + 1], capitals, lexicon):
            break
        if reading.nouns_capital and capitals == _SHORTEST and _is_noun(words[end], word, lexicon):
            break
        end, capitals = position, capitals + 1
    while end > first and words[end].initial:
        end -= 1
    real = sum(1 for word in words[first : end + 1] if word.capital and not (word.initial and word is not words[first]))
    return end if real >= _SHORTEST else None


def _is_ordinary(reading: Reading, word: Word) -> bool:
    """Whether the document writes the word with a small letter elsewhere, as it does what follows a name in a title."""
    return word.normal.casefold() in reading.small and not reading.lexicon.is_first_name(word)


def _is_noun(family: Word, behind: Word, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word behind a whole German name is rather a noun: "sagte Ines Falk Journalisten"."""
    if family.text.lower() in lexicon.particles:
        return False  # "Ines Van Falk"
    return not (lexicon.is_first_name(family) or lexicon.may_be_first_name(family) or family.initial or behind.initial)


def _names_a_place(words: Sequence[Word], capitals: int, lexicon: NameLexicon) -> bool:
    """Whether small words behind a whole name say where somebody is from: "Ines Falk de Vesoul"."""
    small = [word.text for word in words[1:-1]]
    if not small or capitals < _SHORTEST or lexicon.is_first_name(words[0]) or words[0].initial:
        return False
    return not lexicon.family_links.issuperset(small)
