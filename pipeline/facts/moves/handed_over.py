"""What is handed to somebody, where the text names no position: "Purchasing goes to X", "la production échoit à X"."""

from __future__ import annotations

from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found

_LONGEST_FIELD = 4
"""Words of a field of work that is given to somebody."""


def what_goes(reading: Reading, phrase: Found) -> str | None:
    """The words before the verb that name what is given; null where they are many, or name a person."""
    begin = phrase.first
    while begin and (reading.key(begin - 1).replace("-", "").isalnum() or reading.key(begin - 1).endswith("'")):
        begin -= 1
    last = phrase.first
    while last > begin and _is_small(reading, last - 1):
        last -= 1
    while begin < last and (reading.key(begin) in reading.lexicon.articles or _is_small(reading, begin)):
        begin += 1
    if not 0 < last - begin <= _LONGEST_FIELD or any(begin <= mark.first < last for mark in reading.persons):
        return None
    if any(one.kind.startswith("pronoun:") for at in range(begin, last) for one in reading.starting(at)):
        article = {phrase.first for phrase in reading.phrases("pronoun:article")}
        if not {begin, *range(begin, last)} & article:
            return None
    return reading.text(begin, last)


def _is_small(reading: Reading, at: int) -> bool:
    """Whether a word only binds or forms a tense: "will", "est", "also"."""
    kinds = ("context:be", "context:have", "context:adverbs", "context:and", "context:break")
    return any(one.kind in kinds for one in reading.starting(at))
