"""The organization an article of moves is about: the name outside people's that it comes back to most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import Directory
from pipeline.facts.moves.origins import comes_from
from pipeline.facts.moves.reading import EmployerMark, Reading

_ENOUGH = 4.0
"""Weight from which a name is what the article is about."""
_OPENER = 1.0
"""Weight of a word whose capital may be only that of the sentence."""
_LEAST = 2.0
"""Weight from which it is likelier than what stands far from the move."""
_MARGIN = 1.25
"""How many times as much as the next name."""
_LEAD = 3
"""Number of the first sentence that no longer belongs to the top."""
_LONGEST = 6
_INSIDE = frozenset(["&", "of", "de", "del", "di"])
_SOFT_ENDS = frozenset([".", ",", "–", "—", "-", "(", ":"])


@dataclass(frozen=True, slots=True)
class MainEmployer:
    """The name, as written most fully, and the first sentence that has it."""

    name: str
    sentence: int
    sure: bool
    """Whether it stands out far enough to be preferred to what the sentences around name."""


def main_employer(readings: Sequence[Reading], people: Directory) -> MainEmployer | None:
    """The organization the article is about; null where none is named often enough."""
    if not readings:
        return None
    lexicon = readings[0].lexicon
    sure_people = people.human | {mark.name for reading in readings for mark in reading.persons if mark.known}
    humans = {word.lower() for name in sure_people for word in name.split()}
    written: dict[str, list[tuple[str, int]]] = {}
    weights: Counter[str] = Counter()
    locative: Counter[str] = Counter()
    common = _common_words(readings, lexicon)
    inside = {
        token.key
        for reading in readings
        if reading.number and not reading.sentence.is_row
        for token in reading.tokens[1:]
        if token.capital
    }
    for reading in readings:
        if reading.sentence.is_row or (reading.shouted and reading.number):
            continue
        for first, last, mark in _runs(reading, humans, lexicon):
            key = reading.key(first)
            opens = first == 0 or not reading.key(first - 1).isalnum()
            doubtful = opens and not (mark is not None and mark.known) and key not in inside
            if doubtful and last - first == 1 and reading.key(last) not in ("'s", "’s") and reading.text(first, last).isalpha():
                weights[key] += 0.0 if key in common or lexicon.nouns_are_capital else _OPENER * (1 + 0.8 * (reading.number == 0))
                written.setdefault(key, []).append((reading.text(first, last), reading.number))
                continue
            if mark is None and last - first == 1 and (key in common or len(key) < _SHORTEST):
                continue
            locative[key] += mark is None and is_a_place(reading, first, last)
            weights[key] += _weight(reading, first, last, mark)
            written.setdefault(key, []).append((reading.text(first, last), reading.number))
    for key, times in locative.items():
        if 2 * times >= len(written[key]):
            weights[key] = 0.2 * len(written[key])  # a town
    ranked = [(weight, key) for key, weight in weights.most_common(3) if len(written[key]) > 1 or weight >= _ENOUGH]
    ranked = ranked or [(weight, key) for key, weight in weights.most_common(1)]
    if not ranked or ranked[0][0] < _LEAST:
        return None
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    if lexicon.nouns_are_capital and ranked[0][0] < _ENOUGH:
        return None
    sure = ranked[0][0] >= max(_ENOUGH, rival * _MARGIN)
    forms = written[ranked[0][1]]
    name, number = max(forms, key=lambda form: (len(form[0].split()), -form[1]))
    return MainEmployer(name, number, sure)


_SHORTEST = 3
"""Letters of the shortest name that is counted where nothing else shows it to be one."""


def _weight(reading: Reading, first: int, last: int, mark: EmployerMark | None) -> float:
    """How much one mention speaks for the article being about the name."""
    origin = mark is not None and comes_from(reading, mark)
    if origin or reading.ends_with("context:old_role", first) is not None:
        return -0.5
    if is_a_place(reading, first, last) and not (mark is not None and mark.known):
        return 0.2
    weight = 1.0
    if reading.number == 0:
        weight += 1.5
    elif reading.number < _LEAD:
        weight += 1.0
    if mark is not None or last - first > 1:
        weight += 0.5
    elif reading.lexicon.nouns_are_capital and first > 1 and reading.tokens[first - 1].capital:
        weight += 1.5  # "die Plattform X"
    elif reading.key(first - 1) in reading.lexicon.articles and reading.key(last).islower():
        weight -= 0.6  # "the Bristol maker"
    if reading.key(last) == "," and reading.key(last + 1) in reading.lexicon.articles:
        weight += 0.5
    if reading.ends_with("employer:strong", first) is not None or reading.ends_with("employer:lead_in", first):
        weight += 0.5
    return weight


def is_a_place(reading: Reading, first: int, last: int) -> bool:
    """Whether one capital word stands behind a preposition that is said of places first of all: "à Gand"."""
    return last - first == 1 and reading.ends_with("tenor:locative", first) is not None


def _common_words(readings: Sequence[Reading], lexicon: Lexicon) -> set[str]:
    """Words that the article shows to be no names: written small elsewhere, or as German nouns behind an article."""
    common = set()
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            if not token.capital:
                common.add(token.key)
            elif lexicon.nouns_are_capital and at and not _may_stand_before_a_name(reading, at, lexicon):
                common.add(token.key)
    return common


def _may_stand_before_a_name(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether a German noun has neither an article nor an adjective before it."""
    before = reading.tokens[at - 1]
    if before.key[0].isdigit() or before.key in lexicon.articles or before.key in lexicon.contracted or before.key in _GERMAN_ARTICLES:
        return False
    return not (before.key.endswith(("en", "er", "es", "em", "e")) and before.key not in _GERMAN_SMALL_WORDS) or (
        before.capital
    )


_GERMAN_ARTICLES = frozenset(
    ["ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "mehr", "viele", "alle", "zwei", "drei"]
)
_GERMAN_SMALL_WORDS = frozenset(["der", "bei", "für", "über", "unter", "neben", "gegen", "ohne", "wie", "oder", "hinter"])
"""Words in whose shape adjectives end, and that may stand before a name."""


def _runs(
    reading: Reading, humans: set[str], lexicon: Lexicon
) -> Iterator[tuple[int, int, EmployerMark | None]]:
    """Capital words that may be the name of an organization, with the organization read there before."""
    marks = {mark.first: mark for mark in reading.employers}
    taken = {
        at
        for mark in reading.persons
        if (mark.known or reading.key(mark.last - 1) in humans)
        and not (mark.last - mark.first == 1 and _is_led(reading, mark.first, lexicon))
        for at in range(mark.first, mark.last)
    }
    taken |= {at for mark in reading.dates for at in range(mark.first, mark.last)}
    at = 0
    while at < len(reading.tokens):
        mark = marks.get(at)
        if mark is not None and at not in taken:
            yield mark.first, mark.last, mark
            at = mark.last
            continue
        last = at
        while last < len(reading.tokens) and last - at < _LONGEST and last not in taken and last not in marks:
            if _is_name_word(reading, last, humans, lexicon):
                last += 1
            elif (
                last > at
                and reading.key(last) in _INSIDE
                and last + 1 < len(reading.tokens)
                and reading.tokens[last + 1].capital
                and _is_name_word(reading, last + 1, humans, lexicon)
                and reading.key(last) == "&"
            ):
                last += 1
            else:
                break
        while last > at and last < len(reading.tokens) and _goes_on_in_digits(reading, last):
            last += 1
        begin = at
        if lexicon.nouns_are_capital and last - at > 1 and at and reading.key(at - 1) in lexicon.articles:
            begin = at + 1  # "die Plattform X": the noun before the name
        if last > at and not is_dateline(reading, at, last):
            yield begin, last, None
        at = max(last, at + 1)


def _is_led(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun of companies stands right before: "Garages Dupré"."""
    return at > 0 and reading.tokens[at - 1].capital and reading.key(at - 1) in lexicon.company_nouns | lexicon.leading_words


def _goes_on_in_digits(reading: Reading, at: int) -> bool:
    """Whether digits stand right behind the word without a blank: "Wagen24"."""
    return reading.tokens[at].text.isdigit() and reading.tokens[at].start == reading.tokens[at - 1].end


def _is_name_word(reading: Reading, at: int, humans: set[str], lexicon: Lexicon) -> bool:
    token = reading.tokens[at]
    return (
        token.capital
        and token.text[0].isalnum()
        and (token.key not in humans or _is_led(reading, at, lexicon))
        and token.key not in lexicon.words_of_employers - lexicon.company_nouns
        and token.key not in lexicon.places
        and token.key not in lexicon.head_words
        and token.key not in lexicon.calendar_words
        and token.key not in lexicon.articles
        and token.key not in lexicon.titles
        and not any(phrase.last - phrase.first == 1 for phrase in reading.starting(at) if phrase.kind != "role:before")
        and not (lexicon.head_endings and token.key.endswith(lexicon.head_endings))
    )


def is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether words open a paragraph as its place or its heading: "OSLO, Oct 20 -", "Lyon, le 3 mai", "PEOPLE."."""
    if first or last >= len(reading.tokens) or not reading.number or reading.key(last) not in _SOFT_ENDS:
        return False
    shouted = all(token.text.isupper() or not token.text.isalpha() for token in reading.tokens[first:last])
    date = any(mark.first - last <= _LEAD for mark in reading.dates)
    return (shouted and len(reading.tokens[first].text) > _LEAD) or (date and reading.key(last) in (",", "(", "–", "—"))
