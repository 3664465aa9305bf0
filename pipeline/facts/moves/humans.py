"""Signs beside a name that it is a person's: a title, a position, an age, a pronoun in the next sentence."""

from __future__ import annotations

from pipeline.facts.moves.names import Directory, PersonMark
from pipeline.facts.moves.reading import Reading


def find_human(reading: Reading, directory: Directory) -> None:
    """Note the names that the text treats as a person's: with a title, a position or an age beside them."""
    for mark in reading.persons:
        if (
            mark.known
            or reading.ends_with("pronoun:titles", mark.first) is not None
            or any(role.last == mark.first for role in reading.roles)
            or _position_behind(reading, mark)
            or _age_behind(reading, mark)
        ):
            directory.human.add(mark.name)


def _position_behind(reading: Reading, mark: PersonMark) -> bool:
    return reading.key(mark.last) in (",", "(") and any(
        mark.last < role.head <= mark.last + 4 for role in reading.roles
    )


def _age_behind(reading: Reading, mark: PersonMark) -> bool:
    return is_age(reading, mark.last)


def goes_on_with_a_pronoun(reading: Reading, following: Reading) -> bool:
    """Whether "he" or "she" opens the next sentence, and one person alone can be meant."""
    pronoun = any(phrase.kind == "pronoun:subject" for phrase in following.starting(0))
    return pronoun and reading.number > 0 and len({mark.name for mark in reading.persons}) == 1


def is_age(reading: Reading, at: int) -> bool:
    """Whether an age stands behind a comma or a bracket: "Ana Ruiz, 43"."""
    age = reading.key(at + 1)
    return reading.key(at) in (",", "(") and age.isdigit() and 18 <= int(age) <= 95
