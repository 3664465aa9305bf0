"""Weak signs that somebody comes or goes, each with the person of the sentence it may speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.article import MoveEvent
from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.other_people import speaks_of_another
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.speakers import CLOSING, EITHER, speaks
from pipeline.facts.moves.tokens import Found

_EVENTS: dict[str, MoveEvent] = {
    "tenor:comes": "appointed",
    "tenor:since": "appointed",
    "tenor:from_day": "appointed",
    "tenor:comes_to": "appointed",
    "tenor:goes": "departed",
    "tenor:goes_of": "departed",
}
_BEHIND = frozenset({"tenor:comes_to", "tenor:goes_of"})
"""Signs whose person stands behind them."""
_DATING = frozenset({"tenor:since", "tenor:from_day"})
"""Signs that are only a day from which something holds."""
_BREAKS = frozenset(";|•*")
_FAR = 16
"""Words between a person and the sign that speaks of the person."""
_NEAR = 5
_CLOSE_BY = 4
_OPENING = 4
"""Words of a sentence within which stands what goes on with the person of the sentence before."""
_OPEN = frozenset("«„")


@dataclass(frozen=True, slots=True)
class WeakSign:
    """One sign, and whom it speaks of: a person of its sentence, or nobody, where it goes on with the topic."""

    phrase: Found
    event: MoveEvent
    mark: PersonMark | None

    @property
    def behind(self) -> bool:
        """Whether the person stands behind the sign."""
        return self.mark is not None and self.mark.first >= self.phrase.last


def weak_signs(reading: Reading) -> Iterator[WeakSign]:
    """The signs of a sentence that are not in a quotation, the longest where several begin together, in order."""
    quoted = _quoted(reading)
    if reading.phrases("context:prize"):
        return
    if reading.sentence.text.rstrip('»”" ').endswith("?") and not reading.roles:
        return
    for kind, event in _EVENTS.items():
        for phrase in reading.phrases(kind):
            if phrase.first in quoted:
                continue
            if kind in _DATING:
                mark = _beside_a_day(reading, phrase)
                if mark is not None:
                    yield WeakSign(phrase, event, mark)
                continue
            mark = _behind(reading, phrase) if kind in _BEHIND else _before(reading, phrase)
            if reading.sentence.is_row:
                mark = reading.persons[0] if reading.persons else None
            if event == "appointed" and mark is not None and speaks_of_another(reading, phrase, mark):
                continue
            if kind == "tenor:comes_to" and _is_a_leaver(reading, phrase):
                yield WeakSign(phrase, "departed", mark)
                continue
            for joined in _joined(reading, mark, phrase):
                yield WeakSign(phrase, event, joined)
            if mark is not None or (kind not in _BEHIND and _goes_on(reading, phrase)):
                yield WeakSign(phrase, event, mark)


def _joined(reading: Reading, mark: PersonMark | None, phrase: Found) -> list[PersonMark]:
    """Who shares the sign with the person by "and": "X, of Y, and the lawyer Z join"."""
    if mark is None:
        return []
    joined: list[PersonMark] = []
    if mark.first >= phrase.last:
        joined = [
            other for other in reading.persons if other.first >= mark.last and _is_joined(reading, mark.last, other)
        ]
    else:
        earlier = [other for other in reading.persons if other.last <= mark.first]
        if earlier and reading.ends_with("context:and", reading.title_before(mark.first)) == earlier[-1].last:
            joined.append(earlier[-1])
    return joined


def _is_joined(reading: Reading, first: int, other: PersonMark) -> bool:
    """Whether only descriptions and an "and" stand before another name."""
    if reading.ends_with("context:and", reading.title_before(other.first)) is None:
        return False
    kinds = ("frame:", "context:relative", "tenor:goes", "tenor:comes")
    return not any(
        phrase.kind.startswith(kinds) and phrase.kind not in _BEHIND
        for at in range(first, other.first)
        for phrase in reading.starting(at)
    )


def _beside_a_day(reading: Reading, phrase: Found) -> PersonMark | None:
    """Who is the subject of a clause with a day: "Since Monday X runs …", "From 1 May X …"."""
    if not any(phrase.first - 1 <= mark.first <= phrase.last + 1 for mark in reading.dates):
        return None
    for mark in reading.persons:
        distance = mark.first - phrase.last if mark.first >= phrase.last else phrase.first - mark.last
        low, high = min(mark.last, phrase.last), max(mark.first, phrase.first)
        if (
            0 <= distance <= _FAR
            and not speaks(reading, mark)
            and not reading.preposition_before(mark.first)
            and not any(reading.key(at) in _BREAKS or reading.key(at) == ":" for at in range(low, high))
        ):
            return mark
    return None


def _is_a_leaver(reading: Reading, phrase: Found) -> bool:
    """Whether the sentence names who goes: "La sortante se nomme X", "Ihr Vorgänger heißt X"."""
    return any(reading.has(kind, 0, phrase.first) for kind in ("tenor:leaver", "context:predecessor_noun"))


def _quoted(reading: Reading) -> set[int]:
    """The words between quotation marks, of quotations longer than a name."""
    inside: set[int] = set()
    opened: int | None = None
    for at, token in enumerate(reading.tokens):
        if opened is None and (token.text in _OPEN or token.text in EITHER):
            opened = at
        elif opened is not None and (token.text in CLOSING or token.text in EITHER):
            if at - opened > _NEAR:
                inside.update(range(opened, at))
            opened = None
    if opened is not None:
        inside.update(range(opened, len(reading.tokens)))
    return inside


def _before(reading: Reading, phrase: Found) -> PersonMark | None:
    """Who stands before the sign as its subject, or, where nobody does, straight behind it."""
    for mark in reading.persons:
        if phrase.last <= mark.first < phrase.tail:
            return None if speaks(reading, mark) else mark  # "soll X … leiten"
    for mark in reversed(reading.persons):
        if mark.last > phrase.first:
            continue
        if phrase.first - mark.last > _FAR or any(reading.key(at) in _BREAKS for at in range(mark.last, phrase.first)):
            return None
        if speaks(reading, mark):
            return None
        relative = reading.key(mark.last) == "," and any(
            found.kind == "context:relative" for found in reading.starting(mark.last + 1)
        )
        apposed = reading.key(mark.last) == "," and phrase.first <= mark.last + 2
        enclosed = reading.key(mark.last) == "," == reading.key(phrase.first - 1)  # "after X, the founder, quit"
        if relative or apposed or enclosed or not reading.preposition_before(mark.first):
            return mark
    behind = next((mark for mark in reading.persons if mark.first >= phrase.end), None)
    if behind is None or speaks(reading, behind):
        return None
    begins = reading.title_before(behind.first)
    if begins - phrase.end > (1 if phrase.first > 1 else _OPENING - 1) or reading.preposition_before(behind.first):
        return None
    return behind


def _behind(reading: Reading, phrase: Found) -> PersonMark | None:
    """Who stands straight behind the sign, a title or a position between them."""
    mark = next((one for one in reading.persons if one.first >= phrase.end), None)
    if mark is None or speaks(reading, mark) or mark.first - phrase.end > _FAR:
        return None
    begins = reading.title_before(mark.first)
    between = range(phrase.end, begins)
    if any(reading.key(at) in _BREAKS or reading.is_phrase(at) for at in between):
        return None
    return mark if begins - phrase.end <= _CLOSE_BY or mark.first - phrase.end <= _NEAR else None


def _goes_on(reading: Reading, phrase: Found) -> bool:
    """Whether the sign goes on with the person of the sentence before: behind a pronoun, or at the beginning."""
    if any(mark.first < phrase.first for mark in reading.persons):
        return False
    pronoun = any(reading.has(kind, 0, phrase.first) for kind in ("pronoun:subject", "pronoun:possessive"))
    return pronoun or phrase.first <= (_OPENING if reading.lexicon.drops_pronouns else 0)
