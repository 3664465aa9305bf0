"""What is handed to somebody, where the text names no position: "Purchasing goes to X", "la production échoit à X"."""

from __future__ import annotations

from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found

_LONGEST_FIELD = 4
"""Words of a field of work that is given to somebody."""


def what_goes(reading: Reading, phrase: Found) -> str | None:
    """The words before the verb that name what is given; null where they are many, or name a person."""
    begin = end = _before_an_aside(reading, phrase.first)
    while begin and (reading.key(begin - 1).replace("-", "").isalnum() or reading.key(begin - 1).endswith("'")):
        begin -= 1
    last = end
    while last > begin and _is_small(reading, last - 1):
        last -= 1
    while begin < last and (reading.key(begin) in reading.lexicon.articles or _is_small(reading, begin)):
        begin += 1
    begin = _behind_the_last_article(reading, begin, last)
    if not 0 < last - begin <= _LONGEST_FIELD or any(begin <= mark.first < last for mark in reading.persons):
        return None
    if (
        any(begin <= mark.first < last for mark in reading.employers)
        or reading.key(begin) in reading.lexicon.post_nouns
    ):
        return None
    if any(one.kind.startswith("pronoun:") for at in range(begin, last) for one in reading.starting(at)):
        article = {phrase.first for phrase in reading.phrases("pronoun:article")}
        if not {begin, *range(begin, last)} & article:
            return None
    return reading.text(begin, last)


def _behind_the_last_article(reading: Reading, begin: int, last: int) -> int:
    """Where the noun begins, behind an article that nothing binds to words before it: "que les | achats"."""
    for at in range(last - 1, begin, -1):
        bound = reading.ends_with("role:joiners", at) is not None or reading.ends_with("context:and", at) is not None
        if reading.key(at) in reading.lexicon.articles and not bound:
            return at + 1
    return begin


def _before_an_aside(reading: Reading, at: int) -> int:
    """Where the subject ends before what stands between commas: "Purchasing, X's job so far, goes to Y"."""
    while at and _is_small(reading, at - 1):
        at -= 1
    if reading.key(at - 1) != ",":
        return at
    far = max(at - _LONGEST_ASIDE, 0)
    return next((before for before in range(at - 2, far, -1) if reading.key(before) == ","), at)


_LONGEST_ASIDE = 9
"""Words of an aside between what is handed over and the verb."""


def _is_small(reading: Reading, at: int) -> bool:
    """Whether a word only binds or forms a tense: "will", "est", "also"."""
    kinds = ("context:be", "context:have", "context:adverbs", "context:and", "context:break")
    return any(one.kind in kinds for one in reading.starting(at))
