"""Capital words that may be the name of an organization, and those that only look like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.capital_runs import is_a_department
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.facts.moves.title_words import is_a_short_form

_LONGEST = 6
_DESCRIPTION = 5
"""Words from a noun for organizations to the name behind it."""
_OPENING = 3
"""Words from a place to the date behind it, and letters of the shortest heading in capitals."""
_SOFT_ENDS = frozenset([".", ",", "–", "—", "-", "(", ":"])


def name_runs(reading: Reading, humans: set[str], lexicon: Lexicon) -> Iterator[tuple[int, int, EmployerMark | None]]:
    """Capital words that may be the name of an organization, with the organization read there before."""
    marks = {mark.first: mark for mark in reading.employers}
    taken = {
        at
        for mark in reading.persons
        if (mark.known or reading.key(mark.last - 1) in humans)
        and not (mark.last - mark.first == 1 and is_led(reading, mark.first, lexicon))
        for at in range(mark.first, mark.last)
    }
    taken |= {at for mark in reading.dates for at in range(mark.first, mark.last)}
    # A title of several capital words is no company: "promosso Chief Operating Officer".
    taken |= {at for role in reading.roles if role.head_last - role.head > 1 for at in range(role.head, role.head_last)}
    at = 0
    while at < len(reading.tokens):
        mark = marks.get(at)
        if mark is not None and at not in taken:
            yield mark.first, mark.last, mark
            at = mark.last
            continue
        last = at
        while last < len(reading.tokens) and last - at < _LONGEST and last not in taken and last not in marks:
            if _is_name_word(reading, last, humans, lexicon, opens=last == at) or (
                last > at
                and reading.key(last) in ("&",)
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


def is_led(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun of companies stands right before: "Garages Dupré", "il gruppo Dupré", "Reifenhersteller Dupré"."""
    if not at:
        return False
    before = reading.tokens[at - 1]
    if before.capital and (before.key in lexicon.company_nouns or before.key in lexicon.leading_words):
        return True
    if lexicon.nouns_are_capital:
        return before.capital and before.key.endswith(lexicon.lead_in_endings)
    return reading.ends_with("employer:lead_in", at) is not None


def _goes_on_in_digits(reading: Reading, at: int) -> bool:
    """Whether digits stand right behind the word without a blank: "Wagen24"."""
    return reading.tokens[at].text.isdigit() and reading.tokens[at].start == reading.tokens[at - 1].end


def _is_name_word(reading: Reading, at: int, humans: set[str], lexicon: Lexicon, *, opens: bool = True) -> bool:
    """Whether the word may belong to a name; one that many names have does not open it: "Ibaia Motor"."""
    token = reading.tokens[at]
    return (
        token.capital
        and token.text[0].isalnum()
        and (token.key not in humans or is_led(reading, at, lexicon))
        and (not opens or token.key not in lexicon.words_of_employers or token.key in lexicon.company_nouns)
        and not (opens and token.text.isupper() and is_a_short_form(token))
        and token.key not in lexicon.places
        and token.key not in lexicon.head_words
        and token.key not in lexicon.calendar_words
        and token.key not in lexicon.articles
        and token.key not in lexicon.titles
        and not is_a_department(token, lexicon)
        and not any(phrase.last - phrase.first == 1 for phrase in reading.starting(at) if phrase.kind != "role:before")
        and not (lexicon.head_endings and token.key.endswith(lexicon.head_endings))
    )


def is_a_place(reading: Reading, first: int, last: int) -> bool:
    """Whether a preposition said of places first of all stands before the words: "à Vesoul", "in the Castle Inn"."""
    if reading.key(first - 1) in reading.lexicon.articles:
        return reading.ends_with("tenor:locative", first - 1) is not None
    return last - first == 1 and reading.ends_with("tenor:locative", first) is not None


def drop_towns(readings: Sequence[Reading]) -> None:
    """Take back organizations outside the table that another place of the article shows to be towns: "à Vesoul"."""
    towns = {
        reading.key(mark.first)
        for reading in readings
        for mark in reading.employers
        if not mark.known and mark.last - mark.first == 1 and is_a_place(reading, mark.first, mark.last)
    } | {
        reading.key(at)
        for reading in readings
        for phrase in reading.phrases("tenor:locative")
        for at in (phrase.last,)
        if at < len(reading.tokens) and reading.tokens[at].capital and reading.person_at(at) is None
    }
    towns -= {
        reading.key(mark.first)
        for reading in readings
        if reading.number
        for mark in reading.employers
        if not mark.preposed and _is_led_in(reading, mark.first)
    }
    for reading in readings:
        reading.employers = [
            mark
            for mark in reading.employers
            if mark.known or mark.last - mark.first > 1 or reading.key(mark.first) not in towns
        ]


def _is_led_in(reading: Reading, first: int) -> bool:
    """Whether a noun for organizations stands before the name, with a description or without: "maker of axles X"."""
    if reading.ends_with("employer:prepositions", first) is not None or reading.ends_with("tenor:locative", first):
        return False
    return any(
        phrase.kind == "employer:lead_in" and all(not token.capital for token in reading.tokens[phrase.last : first])
        for at in range(max(0, first - _DESCRIPTION), first)
        for phrase in reading.starting(at)
    )


def is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether words open a paragraph as its place or its heading: "MIDTOWN, May 4 -", "Lyon, le 3 mai", "PEOPLE."."""
    if reading.sentence.field == "headline" or reading.key(last) not in _SOFT_ENDS:
        return False
    if any(not token.text.isupper() for token in reading.tokens[:first]):
        return False
    if first and reading.key(first - 1) in reading.lexicon.articles:
        return False  # "L'OCDE, …"
    shouted = all(token.text.isupper() or not token.text.isalpha() for token in reading.tokens[first:last])
    date = any(mark.first - last <= _OPENING for mark in reading.dates)
    return (shouted and len(reading.tokens[first].text) > _OPENING) or (
        date and reading.key(last) in (",", "(", "–", "—")
    )
