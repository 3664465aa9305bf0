"""Brands that only say what a company sells: "Garages Morvan, the Renault dealer", "l'importateur des marques Kia"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.moves.reading import EmployerMark, Reading, token_range
from pipeline.organizations.mention import OrganizationMention

_MAKERS = frozenset(["maker", "brand", "group"])
"""Kinds of the table whose cars others sell."""


def with_makers(
    marks: Sequence[EmployerMark], reading: Reading, organizations: Sequence[OrganizationMention]
) -> list[EmployerMark]:
    """The marks of one sentence, each with whether the table has it as one that makes cars."""
    begins = reading.sentence.start
    makers = {
        at
        for mention in organizations
        if mention.record.kind in _MAKERS and mention.span.field == reading.sentence.field
        for place in [token_range(reading.tokens, mention.span.start - begins, mention.span.end - begins)]
        if place is not None
        for at in range(*place)
    }
    return [replace(mark, makes_cars=mark.first in makers or mark.last - 1 in makers) for mark in marks]


def is_only_sold(reading: Reading, mark: EmployerMark) -> bool:
    """Whether a word for a seller stands beside a brand: "le concessionnaire Renault", "the Kia and Skoda dealership".

    Not where the seller's own name follows, and not of a company that makes no cars: "the dealer Autohaus Kern".
    """
    if not mark.makes_cars:
        return False
    return _is_before(reading, mark.first) or _is_behind(reading, mark)


def _is_before(reading: Reading, at: int) -> bool:
    """Whether a seller and what leads from it to the brand stand before: "importateur des marques du groupe X"."""
    first = at
    while first and at - first < _REACH:
        if reading.ends_with("employer:sellers", first) is not None:
            return True
        word = reading.key(first - 1)
        leads = word in reading.lexicon.articles or reading.ends_with("employer:of", first) is not None
        joined = reading.ends_with("context:and", first) is not None or word == ","
        brand = any(mark.makes_cars and mark.last == first for mark in reading.employers)
        if not (leads or joined or brand or reading.ends_with("employer:lead_in", first) is not None):
            return False
        first -= 1
    return False


def _is_behind(reading: Reading, mark: EmployerMark) -> bool:
    """Whether a seller stands right behind the brand, or behind those it is joined to: "X and Y dealer"."""
    last = mark.last
    while last < min(len(reading.tokens), mark.last + _REACH):
        if any(phrase.kind == "employer:sellers" for phrase in reading.starting(last)):
            return True
        joined = next((phrase.last for phrase in reading.starting(last) if phrase.kind == "context:and"), None)
        other = next((one for one in reading.employers if one.makes_cars and one.first == joined), None)
        if other is None:
            return False
        last = other.last
    return False


_REACH = 7
"""Words between a seller and the brand."""
