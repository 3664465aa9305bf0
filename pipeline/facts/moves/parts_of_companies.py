"""Parts of a company that are named by their work: "Sparte Nutzfahrzeuge", "divisione Veicoli", "the truck division".

They are a field of work to lead, and nobody's organization.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.moves.fields_known import names_a_field
from pipeline.facts.moves.reading import EmployerMark, Reading
from pipeline.languages.united import united

_UNITS = frozenset(united("moves_words", "work", "units"))
_BINDING = frozenset(united("moves_words", "work", "binding"))
_NAMED = 3
"""Words of the name of a part of a company."""


def parts_of_companies(reading: Reading) -> Iterator[tuple[int, int]]:
    """The tokens of each, from the first to before the last."""
    for at, token in enumerate(reading.tokens):
        if token.key not in _UNITS:
            continue
        first, last = at, at + 1
        if reading.lexicon.language == "en":
            while first and at - first < _NAMED and _is_plain(reading, first - 1):
                first -= 1
        else:
            while last < len(reading.tokens) and last - at <= _NAMED and _names_a_part(reading, last):
                last += 1
            while reading.key(last - 1) in _BINDING:
                last -= 1
        if last - first > 1:
            yield first, last


def without_parts(marks: list[EmployerMark], reading: Reading) -> list[EmployerMark]:
    """The organizations but those that are only the name of a part of one; in English that stands before its noun."""
    if not marks or reading.lexicon.language == "en":
        return marks
    parts = [range(*place) for place in parts_of_companies(reading) if not _opens_as_a_name(reading, *place)]
    return [mark for mark in marks if mark.known or not any(mark.last - 1 in part for part in parts)]


def _opens_as_a_name(reading: Reading, first: int, last: int) -> bool:
    """Whether it opens the sentence and none of its words is of a field of work: "Secteur Plus a nommé …"."""
    return first == 0 and not any(names_a_field(reading.key(at)) for at in range(first + 1, last))


def _is_plain(reading: Reading, at: int) -> bool:
    key = reading.key(at)
    small = key in reading.lexicon.articles or key in reading.lexicon.ends_role
    return key.replace("-", "").isalpha() and not small and not reading.starting(at)


def _names_a_part(reading: Reading, at: int) -> bool:
    """Whether the word goes on with the name of the part: behind "de" only a field of work, not the company."""
    token = reading.tokens[at]
    if token.key in _BINDING:
        return at + 1 < len(reading.tokens) and names_a_field(reading.key(at + 1))
    return token.text[0].isalpha() and (token.capital or names_a_field(token.key))
