"""Where in a sentence the people and organizations stand that were found before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.reading import Reading, token_range
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention

_Mention = TypeVar("_Mention", OrganizationMention, PersonMention)


def places(reading: Reading, spans: Sequence[OrganizationMention] | Sequence[PersonMention]) -> list[tuple[int, int]]:
    """First and one past the last token of every mention in the sentence."""
    sentence = reading.sentence
    found = []
    for mention in spans:
        span = mention.span
        if span.field == sentence.field and span.start >= sentence.start and span.end <= sentence.end:
            place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
            if place:
                found.append(place)
    return found


def whole_places(
    reading: Reading, organizations: Sequence[OrganizationMention], lexicon: Lexicon
) -> list[tuple[int, int, str | None]]:
    """Where organizations stand, with the name alone where a compound goes on behind it ("VW-Konzern").

    A compound that is a position ("Audi-Chef") is left to the reading of positions.
    """
    sentence, places = reading.sentence, []
    for mention in organizations:
        span = mention.span
        if span.field != sentence.field or span.start < sentence.start or span.end > sentence.end:
            continue
        place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
        if place is None:
            continue
        last = reading.tokens[place[1] - 1]
        inside = last.end > span.end - sentence.start
        if inside and lexicon.head_endings and last.key.endswith(lexicon.head_endings):
            continue
        places.append((*place, span.quote if inside else None))
    return places


def by_sentence(readings: Sequence[Reading], mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """The mentions of each sentence, in their order; one that no sentence holds whole is left out."""
    starts = [(reading.sentence.field == "text", reading.sentence.start) for reading in readings]
    found: list[list[_Mention]] = [[] for _ in readings]
    for mention in mentions:
        span = mention.span
        number = bisect_right(starts, (span.field == "text", span.start)) - 1
        if number >= 0:
            sentence = readings[number].sentence
            if sentence.field == span.field and span.end <= sentence.end:
                found[number].append(mention)
    return found
