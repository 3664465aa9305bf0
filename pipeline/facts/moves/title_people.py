"""People found before whose name is only words of a title: "two Country Managers", "director, Pacific Northwest"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.reading import Reading, token_range
from pipeline.facts.moves.spans import by_sentence
from pipeline.facts.moves.title_words import LONGEST, are_of_a_title, is_given, is_of_a_title
from pipeline.facts.people import PersonMention

_BETWEEN = (",", "(", "–", "-")
"""Signs between a title and what goes on with it."""


def is_in_a_title(reading: Reading, first: int, last: int) -> bool:
    """Whether words taken for a name are a title or the end of one."""
    lexicon = reading.lexicon
    words = [token for token in reading.tokens[first:last] if token.capital]
    if not words or is_given(words[0], lexicon):
        return False
    if all(is_of_a_title(word, lexicon) for word in words):
        return True
    end = last
    while end < len(reading.tokens) and end - first < LONGEST and reading.tokens[end].capital:
        end += 1
    return _stands_behind_a_title(reading, first) and are_of_a_title(reading.tokens[first:end], lexicon)


def _stands_behind_a_title(reading: Reading, at: int) -> bool:
    """Whether a head of a position ends there, straight or before a comma or "of"."""
    before = at - (reading.key(at - 1) in _BETWEEN)
    joined = reading.ends_with("role:joiners", before)
    ends = [before] if joined is None else [before, joined]
    kinds = ("role:heads", "role:after")
    return any(phrase.kind in kinds for end in ends if end > 0 for phrase in reading.ending(end))


def without_title_words(readings: Sequence[Reading], people: Sequence[PersonMention]) -> Sequence[PersonMention]:
    """The people without those whose name is the words of a title wherever the article has it."""
    wrong: set[str] = set()
    for reading, mentions in zip(readings, by_sentence(readings, people), strict=True):
        for mention in mentions:
            start = reading.sentence.start
            place = token_range(reading.tokens, mention.span.start - start, mention.span.end - start)
            if place is not None and place[1] - place[0] > 1 and is_in_a_title(reading, *place):
                wrong.add(mention.name)
    return [mention for mention in people if mention.name not in wrong] if wrong else people
