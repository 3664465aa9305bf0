"""Full names: runs of capitalised words in which a first name, or what stands around, shows a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.facts.name_extent import extent_of_name
from pipeline.facts.names import Word, fold
from pipeline.facts.person_reading import FullName, Reading
from pipeline.facts.person_signs import STRONG, WEAK, is_determined, names_a_thing, signs_of_person

_LOWER_PART: Final = re.compile("[-‑][a-zà-ÿ]")
"""A part in small letters: "Lyon-based"."""
_ELIDED: Final = re.compile("L['’]|(?:[CDJST]|Qu|Jusqu|Lorsqu|Puisqu|Dell|Nell|Sull|Dall|All|Un)['’][a-zà-ÿ]")
"""A small word run into the next: "C’est", "D’après", "L’Alsacien", "Dell’ex"; but not "D’Arcy"."""
_SHORT_CAPITALS: Final = 4
"""Letters up to which a word in capitals is rather an abbreviation than a family name."""

_OPENING_QUOTE: Final = re.compile(r"""\s["“«„‘']""")
_CLOSING_QUOTE: Final = re.compile(r"""["”»“’']\s""")

_BETWEEN_NOUNS: Final = frozenset({"of", "for", "de", "des", "du", "di", "dei", "del", "della", "para"})
"""Small words inside the names of organizations."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: FullName
    needed: int
    """Signs of a person that it needs to count."""
    signs: int
    """Signs that stand around it."""


def full_names_of(readings: Sequence[Reading]) -> list[FullName]:
    """Names that are sure, and those that the article writes somewhere with enough signs of a person."""
    candidates = [found for reading in readings for run in _runs(reading) for found in _candidates(reading, *run)]
    lacking: dict[str, int] = {}
    for found in candidates:
        key, lacks = found.name.key, found.needed - found.signs
        lacking[key] = min(lacks, lacking.get(key, lacks))
    written = Counter(found.name.key for found in candidates)
    names: list[FullName] = []
    for found in candidates:
        name, lacks = found.name, lacking[found.name.key]
        # People are called by their family name afterwards: one sign more, for names that have one already.
        recurs = found.needed > lacks > 0 and name.reading.written[name.words[-1].text] > written[name.key]
        if lacks <= WEAK * (recurs and not name.reading.nouns_capital):
            overlaps = bool(names) and names[-1].reading is name.reading and names[-1].last >= name.first
            if not overlaps:
                names.append(name)
    return names


def _candidates(reading: Reading, first: int, last: int) -> Iterator[_Candidate]:
    """What may be full names in the run."""
    words, lexicon = reading.words, reading.lexicon
    while first < last:
        end = extent_of_name(reading, first, last) if _may_open(reading, first, last) else None
        if end is None or names_a_thing(words, first, end, lexicon) or _is_model(reading, end):
            first += 1
            continue
        needed = _needed_signs(reading, first, end)
        signs = signs_of_person(words, first, end, reading.text, lexicon) if needed else 0
        yield _Candidate(FullName(reading, first, end), needed, signs)
        first = end + 1 if signs >= needed else first + 1


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words and the particles between them, with blanks alone in between."""
    words, taken = reading.words, reading.taken
    behind = 0
    for first in reading.capitals:
        if first < behind or taken[first]:
            continue
        last, ahead = first, first + 1
        while ahead < len(words) and _goes_on(words, ahead) and not taken[ahead]:
            if words[ahead].capital:
                last = ahead
            elif words[ahead].text not in reading.lexicon.particles:
                break
            ahead += 1
        yield first, last
        behind = last + 1


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word follows the one before straight, or as a nickname or behind one: 'Desmond "Dez" Falk'."""
    if words[at].follows(words[at - 1]):
        return True
    opens = at if _OPENING_QUOTE.fullmatch(words[at].gap) else at - 1
    if opens < 1 or opens + 1 >= len(words) or not _OPENING_QUOTE.fullmatch(words[opens].gap):
        return False
    closed = _CLOSING_QUOTE.fullmatch(words[opens + 1].gap) is not None
    return closed and all(word.capital for word in words[opens - 1 : opens + 2])


def _may_open(reading: Reading, first: int, last: int) -> bool:
    """Whether a name can begin with that word."""
    words, lexicon = reading.words, reading.lexicon
    opening = words[first]
    if not opening.capital or opening.text in lexicon.openers:
        return False
    if lexicon.is_first_name(opening):
        return True
    if lexicon.may_be_first_name(opening):  # "Lotus Elise", "BYD Song": models are called like people
        return not (first and reading.taken[first - 1] and opening.follows(words[first - 1]))
    if lexicon.is_no_name(opening) or words[first + 1].text in lexicon.determiners:
        return False
    if _LOWER_PART.search(opening.text) or _ELIDED.match(opening.text):
        return False
    if opening.initial:
        return "." in words[first + 1].gap
    if reading.nouns_capital and not words[first + 1].capital:  # "Vertreter von Zephyr"
        return False
    if reading.nouns_capital and opening.text.removesuffix("er") in lexicon.not_names:  # "Hamburger Wurzeln"
        return False
    if (opening.text.isupper() and len(opening.text) <= _SHORT_CAPITALS) or words[first + 1].text.isupper():
        return _writes_family_in_capitals(words[first : last + 1])
    # "Rektor Ines Falk": the first name further on begins the name.
    return not any(lexicon.is_first_name(word) for word in words[first + 1 : last])


def _writes_family_in_capitals(words: Sequence[Word]) -> bool:
    """Whether the unknown name looks like "Bram SCHOT", not like the model "Zephyr GT"."""
    return not words[0].text.isupper() and len(words[-1].text) > _SHORT_CAPITALS


def _is_model(reading: Reading, end: int) -> bool:
    """Whether the last word is that of a model or a version: "Zephyr EX5", "Zoe NCM"."""
    word = reading.words[end]
    if reading.text[word.end : word.end + 1].isdigit():
        return True
    abbreviated = word.text.isupper() and 1 < len(word.text) < _SHORT_CAPITALS
    return abbreviated and not word.honorific and word.text.title() not in reading.lexicon.family_names_first


def _needed_signs(reading: Reading, first: int, end: int) -> int:
    """How much the surroundings have to say for the name."""
    words, lexicon = reading.words, reading.lexicon
    opening = words[first]
    sure = lexicon.is_first_name(opening)
    inside = words[first + sure : end + 1]  # a sure first name may be a word besides: "Pierre", "Clara"
    ordinary = any(word.normal.casefold() in reading.small for word in inside if word.capital)
    determined = is_determined(words, first, lexicon)
    if sure and determined and reading.nouns_capital:
        # ", die Ana Ruiz übertragen wurde": a relative pronoun; in the south people have articles: "der Carl Moss"
        return WEAK * ("," not in words[first - 1].gap or ordinary)
    if sure:
        return STRONG if determined else WEAK if ordinary else 0
    if lexicon.may_be_first_name(opening):
        return STRONG if determined or ordinary or opening.text in lexicon.not_names else WEAK
    if opening.text.isupper() and lexicon.is_first_name(words[end]):  # "FALK Ines"
        return WEAK
    linked = end > first + 1 and not words[first + 1].capital  # "Comité de Ventes" is likelier than "Gisbrecht de Falk"
    tail = _ends_a_longer_name(reading, first)
    if determined or ordinary or (tail and first and not words[first - 1].capital):
        return STRONG + WEAK
    looks_human = (
        reading.speaks_of_positions and not reading.nouns_capital and not tail and _looks_human(words[first : end + 1])
    )
    return STRONG + WEAK * linked - WEAK * looks_human


def _ends_a_longer_name(reading: Reading, first: int) -> bool:
    """Whether a capitalised word stands before, straight or behind a preposition: "Federation of Road Users"."""
    words, lexicon = reading.words, reading.lexicon
    for before in range(first - 1, max(first - 3, -1), -1):
        if not words[before + 1].follows(words[before]):
            return False
        if words[before].capital:
            return not (
                lexicon.is_role(words[before]) or words[before].text in lexicon.openers | lexicon.forms_of_address
            )
        if words[before].text not in lexicon.family_links and words[before].text not in _BETWEEN_NOUNS:
            return False
    return False


def _looks_human(words: Sequence[Word]) -> bool:
    """Whether an unknown name is written like a person's: two or three plain words with one capital each."""
    capitals = [word for word in words if word.capital and not word.initial]
    plain = all(word.text.replace("-", "").replace("’", "").replace("'", "").isalpha() for word in capitals)
    return 2 <= len(capitals) <= 3 and plain and not any(word.text.isupper() for word in capitals)


def without_tails(names: list[FullName]) -> list[FullName]:
    """The names, cut back where another place shows that the last word is none of the name.

    "… sagte Ines Falk Journalisten" and "Ines Falk" elsewhere: one person.
    """
    keys = {name.key for name in names}
    cut = []
    for name in names:
        shorter = [
            end
            for end in range(name.first + 1, name.last)
            if fold(" ".join(word.text for word in name.reading.words[name.first : end + 1])) in keys
        ]
        ending = int(name.reading.nouns_capital and name.key.endswith("s") and name.key[:-1] in keys)
        cut.append(FullName(name.reading, name.first, shorter[0] if shorter else name.last, 0 if shorter else ending))
    return cut


def as_first_written(names: Sequence[FullName]) -> Mapping[str, str]:
    """By key: the name as it stands first, in small letters where it stands so anywhere."""
    written: dict[str, str] = {}
    for name in sorted(names, key=lambda name: name.text.isupper()):
        written.setdefault(name.key, name.text)
    return written
