"""Whether somebody comes from an organization: "after nine years at X", "passed through X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.moves.reading import EmployerMark, Reading


def comes_from(reading: Reading, mark: EmployerMark) -> bool:
    """Whether words of origin stand before the organization, or before one that it is joined to."""
    begin = _with_what_leads_in(reading, mark.first)
    if _stands_behind_origin(reading, mark):
        return True
    joined = reading.ends_with("context:and", begin)
    if joined is None and _goes_on(reading, mark):
        joined = mark.first - 1 if reading.key(mark.first - 1) == "," else None
    return any(_stands_behind_origin(reading, one) for one in _listed_before(reading, joined))


def _stands_behind_origin(reading: Reading, mark: EmployerMark) -> bool:
    """Whether words of origin stand right before the organization, or before what leads it in."""
    begins = (mark.first, _with_what_leads_in(reading, mark.first))
    return any(reading.ends_with("context:origin", at) is not None for at in begins)


def _listed_before(reading: Reading, end: int | None) -> Iterator[EmployerMark]:
    """The organizations of a list up to where it is joined to the last, backwards: "X, Y" before "and Z"."""
    by_end = {one.last: one for one in reading.employers}
    while end is not None and end in by_end:
        mark = by_end[end]
        yield mark
        comma = reading.key(mark.first - 1) == ","
        end = mark.first - 1 if comma else reading.ends_with("context:and", _with_what_leads_in(reading, mark.first))


def _goes_on(reading: Reading, mark: EmployerMark) -> bool:
    """Whether another organization follows in the same list."""
    joiners = [one.last for one in reading.starting(mark.last) if one.kind == "context:and"]
    begin = mark.last + 1 if reading.key(mark.last) == "," else next(iter(joiners), -1)
    return any(other.first == begin for other in reading.employers)


def stands_behind_a_name(reading: Reading, mark: EmployerMark) -> bool:
    """Whether it is only where somebody named right before it is so far: "X of Dunmore will take the wheel"."""
    of = reading.ends_with("employer:of", mark.first)
    return of is not None and any(person.last == of for person in reading.persons)


def stands_beside_a_name(reading: Reading, first: int) -> bool:
    """Whether it follows a name and a comma at once: "Treasurer: X, Dunmore Tyres"."""
    return reading.key(first - 1) == "," and any(person.last == first - 1 for person in reading.persons)


def is_one_of_many(reading: Reading, mark: EmployerMark) -> bool:
    """Whether an indefinite article makes it a car or one of a company: "an old Skoda", "un responsable Ford"."""
    begins = range(max(0, mark.first - _INDEFINITE), mark.first)
    return any(
        reading.ends_with("pronoun:indefinite", at + 1) is not None
        and all(not reading.tokens[between].capital for between in range(at + 1, mark.first))
        and all(reading.key(between).replace("-", "").isalpha() for between in range(at + 1, mark.first))
        and not any(reading.starting(between) for between in range(at + 1, mark.first))
        for at in begins
    )


_INDEFINITE = 3
"""Words from an indefinite article to the name: "a second-hand Skoda"."""


def _with_what_leads_in(reading: Reading, begin: int) -> int:
    """Where the organization begins with the article and the noun before it: "venue de l'agence X"."""
    while begin:
        lead_in = reading.ends_with("employer:lead_in", begin)
        if lead_in is not None:
            begin = lead_in
        elif (
            reading.lexicon.nouns_are_capital and reading.key(begin - 1).endswith(reading.lexicon.lead_in_endings)
        ) or reading.key(begin - 1) in reading.lexicon.articles:
            begin -= 1
        else:
            break
    return begin
