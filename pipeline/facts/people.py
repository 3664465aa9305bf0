"""Where headline and text name people.

Full names are read first: runs of capitalised words in which a first name, or what
stands around, shows a person. Then family names alone are found and given to the full
name they belong to, also where they stand before it: headlines like "Falk quitte …".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from pipeline.article import Span
from pipeline.document import Document, Field
from pipeline.facts.names import NameLexicon, Word, fold, name_lexicon, words_of
from pipeline.facts.person_signs import STRONG, WEAK, is_addressed, is_determined, names_a_thing, signs_of_person
from pipeline.organizations.mention import OrganizationMention

_LONGEST: Final = 5
"""Capitalised words of the longest names: "Maria Inês de Sousa Falcão Brandt"."""
_SHORTEST: Final = 2
_LOWER_PART: Final = re.compile("[-‑][a-zà-ÿ]")
"""A part in small letters: "Lyon-based"."""
_SHORT_CAPITALS: Final = 4
"""Letters up to which a word in capitals is rather an abbreviation than a family name."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a text names a person."""

    name: str
    """The person's full name, as the article first writes it, also where this place has the surname alone."""
    span: Span


@dataclass(frozen=True)
class _Reading:
    """One field of the document, cut into words."""

    field: Field
    text: str
    words: list[Word]
    taken: list[bool]
    """By word: whether it belongs to the name of an organization."""
    lexicon: NameLexicon
    small: frozenset[str]
    """Words that the document writes with a small letter; empty where nouns never have one."""
    nouns_capital: bool
    """Whether the language writes every noun with a capital, as German does."""


@dataclass(frozen=True)
class _FullName:
    reading: _Reading
    first: int
    last: int

    @cached_property
    def words(self) -> list[Word]:
        return self.reading.words[self.first : self.last + 1]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @cached_property
    def text(self) -> str:
        """The name as written, with plain blanks."""
        return " ".join(self.reading.text[self.start : self.end].split())

    @cached_property
    def key(self) -> str:
        return fold(self.text)


def find_people(document: Document, organizations: Sequence[OrganizationMention]) -> list[PersonMention]:
    """Every mention, headline first, in order."""
    readings = _read(document, organizations)
    full_names = _without_tails(_full_names(readings))
    names = _as_first_written(full_names)
    found = [(name.reading.field, name.start, name.end, names[name.key]) for name in full_names]
    found += _family_names(readings, full_names, names)
    found.sort(key=lambda place: (place[0] != "headline", place[1]))
    return [PersonMention(name, document.span(field, start, end)) for field, start, end, name in found]


def _read(document: Document, organizations: Sequence[OrganizationMention]) -> list[_Reading]:
    fields: tuple[tuple[Field, str], ...] = (("headline", document.headline), ("text", document.text))
    cut = {field: words_of(text) for field, text in fields}
    small = frozenset(word.text for words in cut.values() for word in words if not word.capital)
    readings = []
    for field, text in fields:
        spans = [mention.span for mention in organizations if mention.span.field == field]
        taken, position = [], 0
        for word in cut[field]:
            while position < len(spans) and spans[position].end <= word.start:
                position += 1
            taken.append(position < len(spans) and spans[position].start < word.end)
        lexicon, german = name_lexicon(document.language), document.language == "de"
        readings.append(_Reading(field, text, cut[field], taken, lexicon, frozenset() if german else small, german))
    return readings


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: _FullName
    needed: int
    """Signs of a person that it needs to count."""
    signs: int
    """Signs that stand around it."""


def _full_names(readings: Sequence[_Reading]) -> list[_FullName]:
    """Names that are sure, and those that the article writes somewhere with enough signs of a person."""
    candidates = [found for reading in readings for run in _runs(reading) for found in _candidates(reading, *run)]
    lacking: dict[str, int] = {}
    for found in candidates:
        key, lacks = found.name.key, found.needed - found.signs
        lacking[key] = min(lacks, lacking.get(key, lacks))
    written = Counter(found.name.key for found in candidates)
    words = Counter(word.text for reading in readings for word in reading.words)
    names: list[_FullName] = []
    for found in candidates:
        name, lacks = found.name, lacking[found.name.key]
        # People are called by their family name afterwards: one sign more, for names that have one already.
        recurs = found.needed > lacks > 0 and words[name.words[-1].text] > written[name.key]
        if lacks <= WEAK * (recurs and not name.reading.nouns_capital):
            overlaps = bool(names) and names[-1].reading is name.reading and names[-1].last >= name.first
            if not overlaps:
                names.append(name)
    return names


def _candidates(reading: _Reading, first: int, last: int) -> Iterator[_Candidate]:
    """What may be full names in the run."""
    words, lexicon = reading.words, reading.lexicon
    while first < last:
        end = _extent(reading, first, last) if _may_open(reading, first, last) else None
        if end is None or names_a_thing(words, first, end, lexicon) or _is_model(reading, end):
            first += 1
            continue
        needed = _needed_signs(reading, first, end)
        signs = signs_of_person(words, first, end, reading.text, lexicon) if needed else 0
        yield _Candidate(_FullName(reading, first, end), needed, signs)
        first = end + 1 if signs >= needed else first + 1


def _runs(reading: _Reading) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words and the particles between them, with blanks alone in between."""
    words, taken = reading.words, reading.taken
    first = 0
    while first < len(words):
        if not words[first].capital or taken[first]:
            first += 1
            continue
        last, ahead = first, first + 1
        while ahead < len(words) and words[ahead].follows(words[ahead - 1]) and not taken[ahead]:
            if words[ahead].capital:
                last = ahead
            elif words[ahead].text not in reading.lexicon.particles:
                break
            ahead += 1
        yield first, last
        first = last + 1


def _may_open(reading: _Reading, first: int, last: int) -> bool:
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
    if _LOWER_PART.search(opening.text):
        return False
    if opening.initial:
        return "." in words[first + 1].gap
    if reading.nouns_capital and not words[first + 1].capital:  # "Vertreter von Zephyr"
        return False
    if (opening.text.isupper() and len(opening.text) <= _SHORT_CAPITALS) or words[first + 1].text.isupper():
        return _writes_family_in_capitals(words[first : last + 1])
    # "Rektor Ines Falk": the first name further on begins the name.
    return not any(lexicon.is_first_name(word) for word in words[first + 1 : last])


def _writes_family_in_capitals(words: Sequence[Word]) -> bool:
    """Whether the unknown name looks like "Bram SCHOT", not like the model "Zephyr GT"."""
    return not words[0].text.isupper() and len(words[-1].text) > _SHORT_CAPITALS


def _is_model(reading: _Reading, end: int) -> bool:
    """Whether the last word is that of a model or a version: "Zephyr EX5", "Zoe NCM"."""
    word = reading.words[end]
    if reading.text[word.end : word.end + 1].isdigit():
        return True
    abbreviated = word.text.isupper() and 1 < len(word.text) < _SHORT_CAPITALS
    return abbreviated and not word.honorific and word.text.title() not in reading.lexicon.family_names_first


def _needed_signs(reading: _Reading, first: int, end: int) -> int:
    """How much the surroundings have to say for the name."""
    words, lexicon = reading.words, reading.lexicon
    opening = words[first]
    sure = lexicon.is_first_name(opening)
    inside = words[first + sure : end + 1]  # a sure first name may be a word besides: "Pierre", "Clara"
    ordinary = any(word.normal.casefold() in reading.small for word in inside if word.capital)
    determined = is_determined(words, first, lexicon)
    if sure:
        return STRONG if determined else WEAK if ordinary else 0
    if lexicon.may_be_first_name(opening):
        return STRONG if determined or ordinary or opening.text in lexicon.not_names else WEAK
    if opening.text.isupper() and lexicon.is_first_name(words[end]):  # "FALK Ines"
        return WEAK
    return STRONG + WEAK if determined or ordinary else STRONG


def _extent(reading: _Reading, first: int, last: int) -> int | None:
    """The last word of a name that begins at first; None where it has no family name."""
    words, lexicon = reading.words, reading.lexicon
    end, capitals = first, 1
    for position in range(first + 1, last + 1):
        word = words[position]
        if not word.capital:
            continue
        if word.honorific:
            return position if capitals >= _SHORTEST else None
        if lexicon.is_no_name(word) and not (word.initial and position < last):
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


def _is_noun(family: Word, behind: Word, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word behind a whole German name is rather a noun: "sagte Ines Falk Journalisten"."""
    return not (lexicon.is_first_name(family) or lexicon.may_be_first_name(family) or family.initial or behind.initial)


def _names_a_place(words: Sequence[Word], capitals: int, lexicon: NameLexicon) -> bool:
    """Whether small words behind a whole name say where somebody is from: "Ines Falk de Vesoul"."""
    small = [word.text for word in words[1:-1]]
    if not small or capitals < _SHORTEST or lexicon.is_first_name(words[0]) or words[0].initial:
        return False
    return not lexicon.family_links.issuperset(small)


def _without_tails(names: list[_FullName]) -> list[_FullName]:
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
        cut.append(_FullName(name.reading, name.first, shorter[0]) if shorter else name)
    return cut


def _as_first_written(names: Sequence[_FullName]) -> Mapping[str, str]:
    """By key: the name as it stands first, in small letters where it stands so anywhere."""
    written: dict[str, str] = {}
    for name in sorted(names, key=lambda name: name.text.isupper()):
        written.setdefault(name.key, name.text)
    return written


def _family_names(
    readings: Sequence[_Reading], full_names: Sequence[_FullName], names: Mapping[str, str]
) -> list[tuple[Field, int, int, str]]:
    """Places with the family name alone, each with the full name it stands for."""
    owners: dict[str, list[tuple[tuple[str, ...], _FullName]]] = {}
    for name in full_names:
        for family in _families(name):
            owners.setdefault(family[0], []).append((family, name))
    found = []
    for reading in readings:
        covered = {
            position for name in full_names if name.reading is reading for position in range(name.first, name.last + 1)
        }
        position = 0
        while position < len(reading.words):
            if position in covered or reading.taken[position]:
                position += 1
                continue
            match = _family_at(reading, position, covered, owners)
            if match is not None:
                length, owner = match
                called = names[owner.key] if owner else reading.words[position].text
                last = reading.words[position + length - 1]
                found.append((reading.field, reading.words[position].start, last.end, called))
                position += length
            else:
                position += 1
    return found


def _families(name: _FullName) -> Iterator[tuple[str, ...]]:
    """The ways to call the person by family name, longest first, folded, word by word."""
    lexicon, words = name.reading.lexicon, [word for word in name.words if not word.honorific]
    if words[0].normal in lexicon.family_names_first and not lexicon.is_first_name(words[0]):
        yield (fold(words[0].text),)
        return
    begin = 1
    while begin < len(words) - 1 and (words[begin].initial or lexicon.is_first_name(words[begin])):
        begin += 1
    folded = tuple(fold(word.text).rstrip("'") for word in words)
    seen = set()
    for family in (folded[begin:], _from_capital(words, folded, begin), folded[begin : begin + 1], folded[-1:]):
        if family and family not in seen and len(family[-1]) > 1 and family[-1] not in lexicon.particles:
            seen.add(family)
            yield family


def _from_capital(words: Sequence[Word], folded: tuple[str, ...], begin: int) -> tuple[str, ...]:
    while begin < len(words) and not words[begin].capital:
        begin += 1
    return folded[begin:]


def _family_at(
    reading: _Reading,
    position: int,
    covered: set[int],
    owners: Mapping[str, list[tuple[tuple[str, ...], _FullName]]],
) -> tuple[int, _FullName | None] | None:
    """How many words of a family name stand there, and whose it is; None where there is none.

    A form of address before a name that nobody in the text carries in full makes a person of that one word.
    """
    words, lexicon = reading.words, reading.lexicon
    word = words[position]
    best: tuple[int, _FullName] | None = None
    key = fold(word.text)
    if reading.nouns_capital and key not in owners and key.endswith("s"):  # the genitive: "Falks Nachfolger"
        key = key[:-1]
    for family, owned_by in owners.get(key, ()) or owners.get(key.split("-")[0], ()):
        length = len(family)
        if best is not None and length < best[0]:
            continue
        ahead = words[position : position + length]
        joined = all(later.follows(earlier) for earlier, later in pairwise(ahead))
        folded = [fold(part.text).rstrip("'") for part in ahead]
        if folded[-1:] != list(family[-1:]) and folded:
            folded[-1] = key if length == 1 else folded[-1]
            folded[-1] = folded[-1].split("-")[0]  # "Falk-Nachfolger"
        if (
            joined
            and folded == list(family)
            and ahead[-1].capital
            and not covered.intersection(range(position, position + length))
        ):
            nearer = best is None or length > best[0] or _precedes(owned_by, reading, word)
            best = (length, owned_by) if nearer else best
    addressed = is_addressed(words, position, lexicon)
    if best is None:
        return (1, None) if addressed and word.capital and len(word.text) > 1 and not lexicon.is_no_name(word) else None
    return best if addressed or _stands_alone(reading, position, best[0]) else None


def _precedes(owner: _FullName, reading: _Reading, word: Word) -> bool:
    """Whether the full name stands before: of two people of one family the last one named is meant."""
    if owner.reading is not reading:
        return owner.reading.field == "headline"
    return owner.start < word.start


def _is_name_word(reading: _Reading, position: int) -> bool:
    """Whether the word can be part of a name; in German, where any noun looks so, whether it is a first name."""
    word, lexicon = reading.words[position], reading.lexicon
    if reading.nouns_capital or lexicon.is_first_name(word):
        return lexicon.is_first_name(word)
    return not (reading.taken[position] or lexicon.is_no_name(word))


def _stands_alone(reading: _Reading, position: int, length: int) -> bool:
    """Whether the family name is not part of a longer one, nor an ordinary word with a sentence's capital."""
    words, lexicon = reading.words, reading.lexicon
    last = position + length - 1
    if is_determined(words, position, lexicon) or names_a_thing(words, position, last, lexicon):
        return False
    if position and words[position].follows(words[position - 1]):
        before = words[position - 1]
        if before.capital and not before.initial and _is_name_word(reading, position - 1):
            return False
    if length == 1 and words[position].text.casefold() in reading.small:
        return signs_of_person(words, position, position, reading.text, lexicon) > 0
    return True
