"""Deputies of who leaves, who are called so only to say who comes: "goes to her deputy, X", "son adjoint X"."""

from __future__ import annotations

from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.roles import RoleMark

_NEAR = 4
"""Words between a name and what it is called behind a comma: ", currently her deputy"."""


def is_called_a_deputy(reading: Reading, mark: RoleMark) -> bool:
    """Whether a position is what somebody beside it is so far to another: not the post that the sentence tells of.

    In "is appointed her deputy" it is that post: no name stands beside it.
    """
    if reading.key(mark.head) not in reading.lexicon.of_a_person or mark.last > mark.head_last:
        return False
    at = reading.ends_with("pronoun:possessive", mark.first)
    if at is None or reading.ends_with("context:as", at) is not None:
        return False
    behind = any(person.first - mark.last in (0, 1) for person in reading.persons)
    return behind or any(
        0 < at - person.last <= _NEAR and reading.key(person.last) == "," for person in reading.persons
    )
