"""Weak signs that stand beside a person and speak of somebody else."""

from __future__ import annotations

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found
from pipeline.languages.united import united

_PRIZES = frozenset(united("moves_words", "names", "prizes"))
_CLOSE_BY = 4
"""Words of an aside behind a name."""


def speaks_of_another(reading: Reading, phrase: Found, mark: PersonMark) -> bool:
    """Whether the sign does not say that the person comes.

    Of a successor who is spoken of ("X has chosen her successor at the helm"), of who is called the predecessor, of
    who leads what is named besides ("the group led by X"), of whom somebody reports to ("wird an X berichten"), of a
    name that a preposition takes out of the sentence; or of a prize that somebody gets.
    """
    if any(reading.key(at) in _PRIZES for at in range(phrase.last, phrase.last + _CLOSE_BY)):
        return True
    if phrase.kind == "tenor:comes_to" and any(
        reading.key(at) in _PRIZES for at in range(max(0, phrase.first - _CLOSE_BY), phrase.first)
    ):
        return True  # "The medal went to X"
    low, high = min(mark.last, phrase.last), max(mark.first, phrase.first)
    if mark.last <= phrase.first and any(
        low <= noun.first < high for noun in reading.phrases("context:successor_noun")
    ):
        return True
    if any(
        reading.has(kind, mark.last, mark.last + _CLOSE_BY) and reading.key(mark.last) == ","
        for kind in ("tenor:leaver", "context:predecessor_noun")
    ):
        return True
    if phrase.last <= mark.first and reading.has("context:reports", mark.last, mark.last + 2):
        return True
    led = phrase.kind == "tenor:comes_to" and reading.key(phrase.end - 1) in reading.words.by_whom
    if led and reading.key(phrase.first - 1) in reading.lexicon.employer_nouns | reading.lexicon.collective_nouns:
        return True
    if led and reading.key(phrase.first - 1) in reading.words.leads_now and phrase.end - phrase.first == len("by"):
        return True  # "her team is led by X" tells how it is
    return phrase.kind == "tenor:comes" and not mark.known and reading.preposition_before(mark.first)


def goes_as_predecessor(reading: Reading, phrase: Found, mark: PersonMark) -> bool:
    """Whether it is of who had the post that the sign tells something, and no other post of theirs is named."""
    return names_predecessor(reading, mark) and not any(role.first >= phrase.last for role in reading.roles)


def names_predecessor(reading: Reading, mark: PersonMark) -> bool:
    """Whether a noun for who had the post stands right before the name: "her predecessor, X, has moved to Y"."""
    begins = reading.title_before(mark.first)
    places = (mark.first, mark.first - 1, begins, begins - 1)
    at = [place for place in places if place in (mark.first, begins) or reading.key(place) == ","]
    return any(reading.ends_with("context:predecessor_noun", place) is not None for place in at)


def titled_elsewhere(reading: Reading, mark: PersonMark, employer: str | None) -> bool:
    """Whether the name's title, or what binds a company to it, names another than `employer`."""
    begins = reading.title_before(mark.first)
    low = max((role.first for role in reading.roles if role.last <= begins and begins - role.last <= 1), default=begins)
    bound = reading.key(mark.last) == "(" or reading.key(mark.last) in reading.words.of_a_company
    behind = mark.last + 2 if bound else mark.last  # "X of Ford", "X (Ford)"
    ours = (employer or "").lower()
    for one in reading.employers:
        name = one.name.lower()
        if low <= one.first < behind and one.first != mark.first and not (ours and _is_part(name, ours)):
            return True
    return False


def _is_part(name: str, other: str) -> bool:
    """Whether one of two names begins the other: "Kia" and "Kia Deutschland"."""
    return f"{name} ".startswith(f"{other} ") or f"{other} ".startswith(f"{name} ")
