"""Days that are of something else than a beginning: of an end, of the news itself, of another change."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.reading import DateMark, Reading
from pipeline.languages import every_vocabulary
from pipeline.languages.united import united


def ends_on(reading: Reading, mark: DateMark) -> bool:
    """Whether something lasts until that day, or until a meeting on it: "until the assembly of 18 September"."""
    if reading.ends_with("context:until", mark.first) is not None:
        return True
    return any(
        phrase.last <= mark.first <= phrase.last + _MEETING
        and not any(phrase.last <= one.first < mark.first for one in reading.dates)
        and not any(phrase.last <= one.first < mark.first for one in reading.triggers)
        and not any(reading.key(at) in _STOPS for at in range(phrase.last, mark.first))
        for phrase in reading.phrases("context:until")
    )


def is_of_the_next(reading: Reading, mark: DateMark, own: set[str]) -> bool:
    """Whether the day opens what goes on with somebody else: "names A as x and, from 1 June, B as y"."""
    following = next((one for one in reading.persons if one.first >= mark.last), None)
    if following is None or following.name in own or reading.title_before(following.first) - mark.last > 1:
        return False
    if not any(one.name in own and one.last <= mark.first for one in reading.persons):
        return False
    begins = range(max(0, mark.first - _JOINED), mark.first + 1)
    return any(reading.ends_with("context:and", at) is not None for at in begins)


def is_told(reading: Reading) -> bool:
    """Whether the sentence is on the news itself: "The announcement came on Monday"."""
    return any(
        phrase.kind == "context:announce" and phrase.last <= _OPENING + 1
        for at in range(_OPENING)
        for phrase in reading.starting(at)
    ) and not (reading.persons or reading.triggers or reading.roles)


def is_on_another_change(reading: Reading) -> bool:
    """Whether the sentence is on the change of something else: "The switch to agencies starts on 1 September".

    So is one whose subject is a thing: "The new prices take effect on 1 June", "the handover of the first vans".
    Not where what changes is a position or the day follows: "le changement à la tête de Z", "ce sera chose faite à
    compter du 1er octobre".
    """
    if is_on_a_thing(reading):
        return True
    for kind in _CHANGES:
        for phrase in reading.phrases(kind):
            behind = phrase.last
            posts = [one.first for one in reading.roles] + [one.first for one in reading.phrases("frame:at_head")]
            if (
                phrase.first < _OPENING
                and reading.key(behind) in _TO_WHAT
                and not any(behind <= mark.first <= behind + _OPENING for mark in reading.dates)
                and not any(behind <= at <= behind + _OPENING for at in posts)
            ):
                return True
    return False


def is_on_a_thing(reading: Reading) -> bool:
    """Whether the sentence opens with a thing, and neither with a position nor with a change at one: "at the plant"."""
    posts = [one.first for one in reading.roles] + [one.first for one in reading.phrases("frame:at_head")]
    if reading.persons or any(at < _SUBJECT for at in posts):
        return False
    opening = max(
        (mark.last for mark in reading.dates if mark.first <= _OPENING), default=0
    )  # "On 1 June, the plant …"
    led_in = not opening and any(one.kind in ("context:prepositions", "tenor:locative") for one in reading.starting(0))
    pronouns = reading.phrases("pronoun:subject")
    if led_in or any(not _names_a_thing(reading, one.last) for one in pronouns):
        return False  # "At the new plant she starts on 1 June"
    ends = [mark.first for mark in reading.dates if mark.first >= opening]
    until = min([opening + _SUBJECT, len(reading.tokens), *ends])
    at = next((at for at in range(until) if _names_a_thing(reading, at)), None)
    own = at is not None and reading.ends_with("pronoun:possessive", at) is not None
    if at is None or (own and reading.key(at) in _ENGAGEMENTS):
        return False  # "Her contract begins on 1 June"
    if any(reading.key(before) in reading.lexicon.post_nouns for before in range(at)):
        return False
    changes = [
        one.last for kind in _CHANGES for one in reading.phrases(kind) if one.first < _OPENING and one.last <= at
    ]
    return not changes or any(reading.key(behind) in _OF_WHAT for behind in changes)


def _names_a_thing(reading: Reading, at: int) -> bool:
    """Whether the word is one or begins with it; in German, also a compound of it: "Händlerverträge"."""
    if at >= len(reading.tokens):
        return False
    token, (whole, stems) = reading.tokens[at], _THINGS[reading.lexicon.language]
    if reading.lexicon.nouns_are_capital:
        return token.capital and (token.key in whole or any(stem in token.key for stem in stems))
    return token.key in whole or token.key.startswith(stems)


def _things(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Short words, which count only whole, and beginnings of words."""
    return (
        frozenset(word for word in words if len(word) <= _SHORT),
        tuple(word for word in words if len(word) > _SHORT),
    )


_SHORT = len("work")
_THINGS = {language: _things(words["names"]["things"]) for language, words in every_vocabulary("moves_words").items()}
_CHANGES = ("context:change", "context:takes_effect", "tenor:change_day")
_JOINED = 3
"""Words between "and" and the day of who comes next: "and, from 1 June, …"."""
_SUBJECT = 7
"""Words of a sentence within which its subject stands, with what belongs to it."""
_ENGAGEMENTS = frozenset(united("moves_words", "names", "engagements"))
_TO_WHAT = frozenset(united("moves_words", "names", "behind_a_switch"))
_OF_WHAT = frozenset(united("moves_words", "names", "behind_a_change")) - _TO_WHAT
_OPENING = 3
"""Words of a sentence within which its subject stands."""
_MEETING = 4
"""Words of a meeting between "until" and its day."""
_STOPS = frozenset(",;:()–—")
