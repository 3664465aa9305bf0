"""People who are only quoted."""

from __future__ import annotations

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading

CLOSING = frozenset("»")
EITHER = frozenset('"“”')
"""Quotation marks that open or close."""


def speaks(reading: Reading, mark: PersonMark) -> bool:
    """Whether the person is only quoted: "says X", "X said"."""
    places = (reading.title_before(mark.first), mark.first)
    if any(reading.ends_with("context:announce", at) is not None for at in places):
        return True
    if any(found.kind == "context:announce" for found in reading.starting(mark.last)):
        return True
    return is_quoted(reading, mark)


def is_quoted(reading: Reading, mark: PersonMark) -> bool:
    """Whether a quotation and a comma stand right before the name and its verb."""
    begins = min(reading.title_before(mark.first), mark.first)
    closed = next((at for at in range(begins - 1, max(begins - _SPEAKING, 0), -1) if reading.key(at) in _QUOTES), None)
    return closed is not None and "," in (reading.key(closed + 1), reading.key(closed - 1))


_QUOTES = CLOSING | EITHER
_SPEAKING = 6
"""Words from the end of a quotation to the name of who speaks: "…", said with a smile X."""
