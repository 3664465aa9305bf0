"""Whether somebody comes from an organization: "after nine years at X", "passed through X and Y"."""

from __future__ import annotations

from pipeline.facts.moves.reading import EmployerMark, Reading


def comes_from(reading: Reading, mark: EmployerMark) -> bool:
    """Whether words of origin stand before the organization, or before one that it is joined to."""
    begin = _with_what_leads_in(reading, mark.first)
    if any(reading.ends_with("context:origin", at) is not None for at in (mark.first, begin)):
        return True
    joined = reading.ends_with("context:and", begin)
    before = next((other for other in reading.employers if other.last == joined), None) if joined else None
    return before is not None and comes_from(reading, before)


def stands_behind_a_name(reading: Reading, mark: EmployerMark) -> bool:
    """Whether it is only where somebody named right before it is so far: "X of Dunmore will take the wheel"."""
    of = reading.ends_with("employer:of", mark.first)
    return of is not None and any(person.last == of for person in reading.persons)


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
