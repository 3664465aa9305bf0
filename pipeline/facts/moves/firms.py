"""Organizations that one place of the article shows to be such, and that its other places only name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.names import name_lexicon, words_of


@dataclass(slots=True)
class Firms:
    """Names of organizations outside the table, by their first word."""

    _names: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)

    def add(self, words: Sequence[str], forms: Collection[str] = ()) -> None:
        """Take in a name, and where it ends with one of the `forms` also what the text may shorten it to."""
        self._names.setdefault(words[0], set()).add(tuple(words))
        if words[-1].lower() in forms and words[0][0].isupper():
            for length in range(2, len(words)):
                if words[length - 1].isalpha() and words[length - 1][0].isupper():
                    self._names[words[0]].add(tuple(words[:length]))

    def places(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """First and one past the last token of every place that names one, the longest name there."""
        texts = [token.text for token in reading.tokens]
        if self._names.keys().isdisjoint(texts):
            return
        at = 0
        while at < len(texts):
            lengths = [
                len(name) for name in self._names.get(texts[at], ()) if tuple(texts[at : at + len(name)]) == name
            ]
            if lengths:
                yield at, at + max(lengths)
            at += max(lengths, default=1)

    def learn(self, marks: Iterable[EmployerMark], reading: Reading) -> None:
        """Take in what the syntax of a sentence shows to be an organization."""
        for mark in marks:
            words = [token.text for token in reading.tokens[mark.first : mark.last]]
            if not mark.known and _is_a_name(mark, reading):
                self.add(words, reading.lexicon.legal_forms)

    def spread(self, reading: Reading) -> None:
        """Mark the other places of a sentence that name one of them."""
        taken = {at for mark in reading.employers for at in range(mark.first, mark.last)}
        taken |= {at for mark in reading.persons for at in range(mark.first, mark.last)}
        new = [
            EmployerMark(first, last, reading.text(first, last), False, _preposed(reading, first))
            for first, last in self.places(reading)
            if taken.isdisjoint(range(first, last))
        ]
        if new:
            reading.employers = sorted([*reading.employers, *new], key=lambda mark: mark.first)


def is_shown_a_firm(reading: Reading, first: int, last: int) -> bool:
    """Whether the words beside say that it is an organization: "directeur général de", "chez", "… said it"."""
    if _is_a_person_there(reading, first):
        return False
    if _behind_at(reading, first) or any(phrase.kind == "employer:says_it" for phrase in reading.starting(last)):
        return True
    if any(
        phrase.kind == "employer:lead_in" and not _is_head(reading, phrase.first) for phrase in reading.ending(first)
    ):
        return True
    noun = reading.key(first - 1).removesuffix("s")
    if reading.lexicon.nouns_are_capital and noun.endswith(reading.lexicon.lead_in_endings):
        return True
    if any(phrase.kind == "employer:units" for phrase in reading.starting(last)) and reading.ends_with(
        "employer:owner", first
    ):
        return True  # "its Dunmore Airways unit"
    of = reading.ends_with("employer:of", first)
    return of is not None and any(_is_position(reading, phrase.kind, of) for phrase in reading.ending(of))


def _is_a_person_there(reading: Reading, first: int) -> bool:
    """Whether a given name opens what is the subject behind its verb, or who has a seat.

    "Le fauteuil que quitte Martin …", "Lascia l'azienda Ottavio …"; "le mandat de gérant de Bruno …".
    """
    word = words_of(reading.tokens[first].text)[:1]
    if not word or not name_lexicon(reading.lexicon.language).is_first_name(word[0]):
        return False
    for phrase in reading.phrases("frame:leave"):
        if not 0 <= first - phrase.last <= _OBJECT:
            continue
        opens = phrase.first == 0 and first - phrase.last != 1
        relative = phrase.last == first and reading.ends_with("context:relative", phrase.first) is not None
        object_before = phrase.last == first and reading.ends_with("pronoun:object", phrase.first) is not None
        if opens or relative or object_before:
            return True
    of = reading.ends_with("employer:of", first)
    role = next((one for one in reading.phrases("role:heads") if of is not None and one.last == of), None)
    seat = reading.lexicon.post_nouns
    return role is not None and any(reading.key(at) in seat for at in range(max(0, role.first - 2), role.first))


_OBJECT = 2
"""Words of the object between a verb and its subject behind: "Lascia l'azienda X"."""


def _is_head(reading: Reading, at: int) -> bool:
    return any(phrase.kind == "role:heads" for phrase in reading.starting(at))


def _is_position(reading: Reading, kind: str, last: int) -> bool:
    """Whether a position ends there that somebody has in an organization, and not with a person or in a body."""
    if kind not in ("role:heads", "role:after"):
        return False
    not_of_firms = reading.lexicon.of_a_person | reading.lexicon.bodies
    return not any(reading.key(at) in not_of_firms for at in range(max(0, last - 3), last))


def _behind_at(reading: Reading, at: int) -> bool:
    """Whether "chez", "at", "bei" stands before, which is said of organizations."""
    return reading.ends_with("employer:strong", at) is not None and not any(
        phrase.kind.startswith("frame:") and (reading.lexicon.nouns_are_capital or phrase.kind != "frame:leave")
        for phrase in reading.ending(at)
    )


def _is_a_name(mark: EmployerMark, reading: Reading) -> bool:
    lexicon, first = reading.lexicon, reading.tokens[mark.first]
    if not first.capital or first.key in lexicon.articles or len(first.text) < 2:
        return False
    if lexicon.nouns_are_capital and mark.last - mark.first == 1 and not is_like_a_name(first.text):
        return _stands_bare(reading, mark.first, lexicon)
    return mark.last - mark.first > 1 or first.key not in lexicon.words_of_employers | lexicon.head_words


def _stands_bare(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether no article stands before a noun, which a common noun would have."""
    return at > 0 and reading.key(at - 1) not in lexicon.articles and reading.key(at - 1) not in lexicon.contracted


def is_like_a_name(word: str) -> bool:
    """Whether a word is written as nouns are not: in capitals, or with a hyphen."""
    return word.isupper() or "-" in word or any(letter.isupper() for letter in word[1:])


def _preposed(reading: Reading, first: int) -> bool:
    return reading.ends_with("employer:prepositions", first) is not None
