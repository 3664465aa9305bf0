"""The people found before, as marks in a sentence, without those that are organizations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.firms import Firms, is_shown_a_firm
from pipeline.facts.moves.names import Directory, PersonMark
from pipeline.facts.moves.reading import Reading, token_range
from pipeline.facts.moves.spans import by_sentence
from pipeline.facts.people import PersonMention
from pipeline.languages.united import united


def people_in(
    reading: Reading, proposals: Sequence[tuple[int, int]], people: Sequence[PersonMention], directory: Directory
) -> list[PersonMark]:
    """Full names and, where a surname stands alone, the person it is linked to."""
    sentence = reading.sentence
    marks: list[PersonMark] = []
    proposed = {at for first, last in proposals for at in range(first, last)}
    for mention in people:
        span = mention.span
        if span.field == sentence.field and span.start >= sentence.start and span.end <= sentence.end:
            place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
            if not place or goes_on_as_a_company(reading, place[1]) or _goes_on_in_a_compound(reading, place, mention):
                continue
            if place[0] not in proposed and not _in_a_firm(reading, place):
                full = mention.name if " " in mention.name else directory.full(mention.name)
                marks.append(_known(reading, place, full or mention.name))
    marks += [PersonMark(first, last, reading.text(first, last), False) for first, last in proposals]
    covered = {at for mark in marks for at in range(mark.first, mark.last)}
    for at, token in enumerate(reading.tokens):
        if not token.capital or at in covered or not directory.begins(token.text) or _in_a_firm(reading, (at, at + 1)):
            continue
        for length in (3, 2, 1):
            if at + length <= len(reading.tokens) and not covered & set(range(at, at + length)):
                full = directory.full(reading.text(at, at + length))
                if full:
                    marks.append(PersonMark(at, at + length, full, False))
                    covered.update(range(at, at + length))
                    break
    marks += _given_names_of_kin(reading, covered, directory)
    return sorted(marks, key=lambda mark: mark.first)


_KIN = frozenset(united("moves_words", "names", "kin"))


def _given_names_of_kin(reading: Reading, covered: set[int], directory: Directory) -> Iterator[PersonMark]:
    """Given names alone behind a word of kin, of who is named in full elsewhere: "hands over to his daughter Ana"."""
    for at, token in enumerate(reading.tokens):
        if at in covered or not token.capital or reading.key(at - 1) not in _KIN:
            continue
        full = directory.called(token.text)
        goes_on = at + 1 < len(reading.tokens) and reading.tokens[at + 1].capital
        if full and not goes_on:
            yield PersonMark(at, at + 1, full, False)


def _goes_on_in_a_compound(reading: Reading, place: tuple[int, int], mention: PersonMention) -> bool:
    """Whether the name is only the first part of a compound that is a company's name: "Weller-Gruppe"."""
    token, lexicon = reading.tokens[place[1] - 1], reading.lexicon
    if token.end <= mention.span.end - reading.sentence.start:
        return False
    noun = token.key.rpartition("-")[2]
    return noun in lexicon.branches or noun in lexicon.company_nouns


def _in_a_firm(reading: Reading, place: tuple[int, int]) -> bool:
    """Whether a surname alone is that of a firm: "Autohaus Weber", "Weber Automobile"."""
    first, last = place
    if last - first > 1:
        return False
    behind = reading.tokens[last] if last < len(reading.tokens) else None
    named_so = behind is not None and behind.capital and behind.key in reading.lexicon.words_of_employers
    return named_so or reading.key(first - 1) in reading.lexicon.leading_words or _is_part_of_a_name(reading, first)


def _is_part_of_a_name(reading: Reading, at: int) -> bool:
    """Whether a surname stands beside another capital word that makes it a firm's: "Corrigan Trailers"."""
    if reading.lexicon.nouns_are_capital or reading.number == 0:
        return False
    before = reading.tokens[at - 1] if at else None
    if before is not None and before.capital and before.key in reading.lexicon.company_nouns:
        return True  # "Remolques Iturralde"
    if at and (before is None or reading.ends_with("pronoun:titles", at) is not None or before.capital):
        return False
    behind = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    return (
        behind is not None and behind.capital and behind.text.isalpha() and behind.key in reading.lexicon.company_nouns
    )


def _known(reading: Reading, place: tuple[int, int], name: str) -> PersonMark:
    """A person found before, without a position that the name ran into: "Ana Ruiz CEO"."""
    first, last = place
    while last - first > 2 and reading.key(first) in reading.lexicon.words_of_employers:
        name = name.partition(" ")[2]
        first += 1
    while (
        last - first > 2
        and reading.key(last - 1) in reading.lexicon.head_words
        and reading.tokens[last - 1].text.isupper()
    ):
        name = name.rpartition(" ")[0]
        last -= 1
    return PersonMark(first, last, name, True)


def without_firms(
    readings: Sequence[Reading], people: Sequence[PersonMention], firms: Firms
) -> Sequence[PersonMention]:
    """The people without those whom a sentence shows to be an organization: "directeur financier de X Y"."""
    wrong: set[str] = set()
    for reading, mentions in zip(readings, by_sentence(readings, people), strict=True):
        for mention in mentions:
            place = token_range(
                reading.tokens, mention.span.start - reading.sentence.start, mention.span.end - reading.sentence.start
            )
            if place is None or place[1] - place[0] == 1:
                continue
            goes_on = goes_on_as_a_company(reading, place[1])
            marked = any(first <= place[0] < last for first, last in firms.places(reading))
            first_word = reading.key(place[0])
            led = first_word in reading.lexicon.company_nouns and not first_word.isupper()
            if goes_on or marked or led or is_shown_a_firm(reading, *place) or _ends_like_a_company(reading, place[1]):
                wrong.add(mention.name)
                words = [token.text for token in reading.tokens[place[0] : place[1] + goes_on]]
                firms.add(words)
                firms.add(words[: place[1] - place[0]])
    return [mention for mention in people if mention.name not in wrong] if wrong else people


def _ends_like_a_company(reading: Reading, last: int) -> bool:
    key, lexicon = reading.key(last - 1), reading.lexicon
    if key in lexicon.branches and reading.tokens[last - 1].capital:
        return True
    return key in reading.lexicon.company_nouns or (key in reading.lexicon.legal_forms and len(key) > 2)


def goes_on_as_a_company(reading: Reading, at: int) -> bool:
    """Whether a noun of a company's name goes on behind: "Stellar Dealer Group", "Milton Gas and Light Co"."""
    lexicon = reading.lexicon
    if reading.key(at) in ("and", "&") and at + 2 < len(reading.tokens) and reading.tokens[at + 1].capital:
        return reading.tokens[at + 2].capital and reading.key(at + 2) in lexicon.legal_forms
    return (
        at < len(reading.tokens)
        and reading.tokens[at].capital
        and (reading.key(at) in lexicon.company_nouns or reading.key(at) in lexicon.legal_forms)
    )
