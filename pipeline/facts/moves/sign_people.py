"""Which person of its sentence a weak sign of coming or going speaks of."""

from __future__ import annotations

from pipeline.facts.moves.names import PersonMark
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.speakers import speaks
from pipeline.facts.moves.tokens import Found

_BREAKS = frozenset(";|•*")
_FAR = 16
"""Words between a person and the sign that speaks of the person."""
_NEAR = 5
_CLOSE_BY = 4
_OPENING = 4
"""Words of a sentence within which stands what goes on with the person of the sentence before."""
_LONGEST_ASIDE = 10
_INVERTED = 12
"""Words between a verb and its subject behind it, with days, adverbs and asides between them."""


def before_sign(reading: Reading, phrase: Found) -> PersonMark | None:
    """Who stands before the sign as its subject, or, where nobody does, behind it."""
    for mark in reading.persons:
        if phrase.last <= mark.first < phrase.tail:
            return None if speaks(reading, mark) else mark  # "soll X … leiten"
    for mark in reversed(reading.persons):
        if mark.last > phrase.first:
            continue
        if phrase.first - mark.last > _FAR or any(reading.key(at) in _BREAKS for at in range(mark.last, phrase.first)):
            return None
        if _is_in_a_description(reading, mark):
            continue
        if speaks(reading, mark) or _belongs_to(reading, mark, phrase):
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
    near = begins - phrase.end <= (1 if phrase.first > 1 else _OPENING - 1)
    if not near and not _is_inverted(reading, phrase, begins):
        return None
    return None if reading.preposition_before(behind.first) else behind


def behind_sign(reading: Reading, phrase: Found) -> PersonMark | None:
    """Who stands straight behind the sign, a title or a position between them, or behind a colon after a position."""
    mark = next((one for one in reading.persons if one.first >= phrase.end), None)
    if mark is None or speaks(reading, mark) or mark.first - phrase.end > _FAR:
        return None
    begins = reading.title_before(mark.first)
    between = range(phrase.end, begins)
    if is_announced(reading, phrase, mark):
        return mark
    small = phrase.end - phrase.first == 1 and len(reading.key(phrase.first)) <= _CLOSE_BY
    apart = "," in (reading.key(begins - 1), reading.key(mark.first - 1))
    if small and apart and any(one.last <= phrase.first for one in reading.persons):
        return None  # "X becomes head of fleet at Kia, Y leaves": another clause
    if any(reading.key(at) in _BREAKS or reading.is_phrase(at) for at in between):
        return None
    return mark if begins - phrase.end <= _CLOSE_BY or mark.first - phrase.end <= _NEAR else None


def is_announced(reading: Reading, phrase: Found, mark: PersonMark) -> bool:
    """Whether a position and a colon stand between the sign and the name: "has a new head of sales: X"."""
    begins = reading.title_before(mark.first)
    if reading.key(begins - 1) != ":" or not phrase.end < begins <= phrase.end + _FAR:
        return False
    return any(phrase.first <= role.first and role.last < begins for role in reading.roles)


def goes_on(reading: Reading, phrase: Found) -> bool:
    """Whether the sign goes on with the person of the sentence before: behind a pronoun, or at the beginning."""
    if any(mark.first < phrase.first for mark in reading.persons):
        return False
    pronoun = any(reading.has(kind, 0, phrase.first) for kind in ("pronoun:subject", "pronoun:possessive"))
    return pronoun or phrase.first <= (_OPENING if reading.lexicon.drops_pronouns else 0)


def _is_in_a_description(reading: Reading, mark: PersonMark) -> bool:
    """Whether a preposition takes the name into the relative clause of another: "X, who ran with Y, kept her seat"."""
    if not reading.preposition_before(mark.first):
        return False
    others = [one for one in reading.persons if one.last < mark.first and one.name != mark.name]
    if not others or reading.key(others[-1].last) != ",":
        return False
    opened = others[-1].last + 1
    relative = any(found.kind == "context:relative" for found in reading.starting(opened))
    return relative and not any(reading.key(at) == "," for at in range(opened, mark.first))


def _belongs_to(reading: Reading, mark: PersonMark, phrase: Found) -> bool:
    """Whether only something of the person is said to be: "X, whose new task will be known later"."""
    copula = any(found.kind == "context:be" and found.last == phrase.end for found in reading.starting(phrase.first))
    return copula and any(
        mark.last <= whose.first <= mark.last + 1
        and whose.first < phrase.first
        and not any(reading.key(at) == "," for at in range(whose.last, phrase.first))
        for whose in reading.phrases("context:whose")
    )


def _is_inverted(reading: Reading, phrase: Found, begins: int) -> bool:
    """Whether only days, adverbs and asides stand between a verb and its subject behind it.

    "Nach Hamburg geht dafür am selben Tag X", "La eredita, con il suo archivio, X".
    """
    lexicon = reading.lexicon
    if not (lexicon.nouns_are_capital or lexicon.drops_pronouns) or begins - phrase.end > _INVERTED:
        return False
    if any(mark.last <= phrase.first for mark in reading.persons):
        return False
    at = phrase.end
    if begins - at <= _OBJECT and not any(_parts(reading, one) for one in range(at, begins)):
        return True
    while at < begins:
        end = _idle_words(reading, at, begins)
        if end == at:
            return False
        at = end
    return True


def _parts(reading: Reading, at: int) -> bool:
    """Whether a sign or another verb parts what stands before from what stands behind."""
    if not reading.tokens[at].text.isalnum() and "-" not in reading.key(at):
        return True
    kinds = ("frame:", "context:relative", "context:and", "context:announce", "context:to")
    return any(found.kind.startswith(kinds) for found in reading.starting(at))


_OBJECT = 7
"""Words of an object and its adverbs between a verb and its subject behind them."""


def _idle_words(reading: Reading, at: int, begins: int) -> int:
    """One past an aside, a day or an adverb that begins there; the same place where none does."""
    if reading.key(at) == ",":
        closing = next((end for end in range(at + 1, min(begins, at + _LONGEST_ASIDE)) if reading.key(end) == ","), at)
        return closing + 1 if closing > at else at
    for date in reading.dates:
        if date.first == at or (date.first == at + 1 and reading.ends_with("context:prepositions", at + 1) == at):
            return date.last
    adverbs = [found.last for found in reading.starting(at) if found.kind == "context:adverbs"]
    if adverbs:
        return max(adverbs)
    token = reading.tokens[at]
    small = reading.lexicon.nouns_are_capital and not token.capital and token.text.isalpha()
    return at + 1 if small and not any(one.kind == "context:relative" for one in reading.starting(at)) else at
