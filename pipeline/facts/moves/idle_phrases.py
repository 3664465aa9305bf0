"""Phrases of moving that tell of no move where they stand: parts of other verbs, states without a post or a day."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.shared_posts import shares_a_post
from pipeline.facts.moves.tokens import Found, Token

_FEW_WORDS = 3
"""Words between "after" and "years"."""


def _goes_with_the_last_verb(phrase: Found, reading: Reading) -> bool:
    """Whether "is" or "will" only goes with the verb that ends a German clause: "ist am Montag als Chef gegangen"."""
    auxiliary = any(found.kind == "context:be" for found in reading.starting(phrase.first))
    if not (auxiliary and reading.lexicon.nouns_are_capital):
        return False
    ends = (at for at in range(phrase.last, len(reading.tokens)) if reading.key(at) in _ENDS)
    stop = next((at for at in ends if not reading.key(at - 1).isdigit()), len(reading.tokens))  # "am 3. Mai"
    return any(found.kind == "frame:leave" and found.first >= phrase.last for found in reading.ending(stop))


def _is_of_a_passive(phrase: Found, reading: Reading) -> bool:
    """Whether "wurde" goes with a participle that ends its clause, and no position: "wurde vom Verband geehrt"."""
    auxiliary = any(found.kind == "context:be" for found in reading.starting(phrase.first))
    if not (auxiliary and reading.lexicon.nouns_are_capital and phrase.last - phrase.first == 1):
        return False
    size = len(reading.tokens)
    stop = next((at for at in range(phrase.last, size) if reading.key(at) in _CLOSES), size)
    closing = reading.tokens[stop - 1]
    if stop - phrase.last < _LEAST_OF_A_PASSIVE or closing.capital or not closing.key.endswith(_PARTICIPLES):
        return False
    told = any(found.kind.startswith("frame:") for found in reading.ending(stop))
    return not told and not any(phrase.last <= role.first < stop for role in reading.roles)


_PARTICIPLES = ("t", "en")
_LEAST_OF_A_PASSIVE = 2
"""Words of a German clause behind its "wurde"."""
_ENDS = frozenset(",;:.!?")
_CLOSES = _ENDS | frozenset(["und", "“", "»"])
_LEAVES = ("frame:leave", "tenor:goes")


def without_parts_of_verbs(found: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    """The phrases without those that are only a part of a verb of announcing: "kündigte Gespräche mit X an"."""
    announcing = {
        one.first
        for one in found
        if one.kind == "context:announces_something" and (one.end == len(tokens) or tokens[one.end].key in _CLOSES)
    }
    return [one for one in found if one.first not in announcing or not one.kind.startswith(_LEAVES)]


def _is_a_noun(phrase: Found, reading: Reading) -> bool:
    """Whether an article before and "of" behind make the word a noun: "la guida della filiale"."""
    named = any(found.kind == "role:joiners" for found in reading.starting(phrase.last))
    return named and reading.ends_with("pronoun:article", phrase.first) is not None


def is_idle(phrase: Found, reading: Reading) -> bool:
    """Whether a phrase that needs a position or a date beside it has none, or only says of a post who had it."""
    if _goes_with_the_last_verb(phrase, reading):
        return True
    if phrase.kind in ("frame:leave", "frame:hand_over", "frame:entrust"):
        covering = (one for one in reading.phrases("context:predecessor") if one.first == phrase.first)
        return any(one.last > phrase.last for one in covering)  # "le siège laissé vacant par X"
    if phrase.kind == "frame:appoint_actively" and reading.ends_with("pronoun:possessive", phrase.first) is not None:
        return True  # "cède sa place à X": a noun
    if phrase.kind == "frame:take_up" and any(one.kind == "context:shares" for one in reading.starting(phrase.first)):
        return not shares_a_post(phrase, reading)
    if phrase.kind == "frame:take_up":
        into_force = any(one.first < phrase.last < one.last for one in reading.phrases("tenor:change_day"))
        if into_force or _is_of_a_passive(phrase, reading):
            return True  # "entra in vigore"
        times = (one for one in reading.phrases("context:after_years") if one.first == phrase.last - 1)
        return any(one.tail - one.last <= _FEW_WORDS for one in times)  # "geht nach vier Jahren"
    if phrase.kind == "frame:departure_of" and reading.has("context:other_exit", phrase.first, phrase.last):
        return not (reading.roles or any(token.key in reading.lexicon.post_nouns for token in reading.tokens))
    if phrase.kind == "frame:introduce":
        return phrase.first > 0
    if phrase.kind == "frame:be_dated":
        return not (reading.dates and reading.roles)
    if phrase.kind == "frame:lead_dated":
        return _is_a_noun(phrase, reading) or not any(date.value and len(date.value) >= 7 for date in reading.dates)
    if phrase.kind == "frame:new_role":
        return not any(
            role.first <= phrase.first < role.last or 0 <= role.head - phrase.last <= 1 for role in reading.roles
        )
    return False
