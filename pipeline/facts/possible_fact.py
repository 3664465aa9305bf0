"""What might be a fact of an article of which it is open whether it tells of any: a person, a number, a body."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class PossibleFact(NamedTuple):
    """One of those, with what speaks for and against it."""

    name: str
    """The person who may come or go, the body that may have met a target, as the text has it; empty of a number."""
    kind: str
    """`appointed` or `departed` of a person, the unit of a number, `change` of a change in percent, `body`."""
    value: float | None
    """The number."""
    signs: Iterable[str]
    """Features by name, those of `kind` alone among them."""
