"""What a row calls its body."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.facts.compliance.bodies import Body, same_body
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import MARKET, MARKET_ADJECTIVE
from pipeline.languages.united import any_of

_LONGEST_ABBREVIATION = 4
_EUROPE = ("EU", "Europe")
_MARKETS = any_of("compliance_words", "names", "markets")
_MARKET_BEHIND = re.compile(rf"\s(?:[\w-]+\s)?{_MARKETS}\b", re.IGNORECASE)
_MARKET_BEFORE = re.compile(rf"\b{_MARKETS}\s(?:[\w-]+\s)?$", re.IGNORECASE)
"""Around an adjective, with a word between at most: "the British car market", "le marché automobile britannique"."""


def name_of(body: Body, readings: Sequence[Reading], book: PhraseBook, window: Collection[int] = ()) -> str:
    """The name as first written on the page, in full where that is an abbreviation.

    A market that is named by an adjective is called by its noun, unless the window speaks of "the French market".
    """
    if body.kind == "organization" and not body.part:
        first = next(_names(body, readings), body.name)
        if first.isupper() and len(first) <= _LONGEST_ABBREVIATION:
            here = _names(body, [readings[number] for number in sorted(window)])
            return next((name for name in [*here, *_names(body, readings)] if not name.isupper()), first)
        return first
    if body.kind == "makers":
        said = [one.name for one in _makers(readings)]
        if body.distributive:  # "each maker": all those of whom the page speaks
            return next((one.name for one in _makers(readings) if not one.distributive), body.name)
        # One word without its ending: "Autobauer" for "Autobauern".
        return min((one for one in said if body.name.startswith(one)), key=len, default=body.name)
    if body.kind != "market":
        return body.name
    country = body.key.removeprefix("market-")
    labels = [MARKET + country]
    if country in _EUROPE:  # what a page calls Europe here is the Union there
        labels += [MARKET + one for one in _EUROPE if one != country]
    nouns = [
        (number, one.sentence, one.sentence.text[cue.start : cue.end])
        for number, one in enumerate(readings)
        for cue in one.cues
        if cue.label in labels
    ]
    if any(noun == body.name for *_, noun in nouns):
        return body.name
    if not any(number in window for number, *_ in nouns):
        said_of = [readings[number] for number in sorted(window)]
        called = next((name for one in said_of for name in _called_a_market(one, labels)), None)
        if called:
            return called
    # Rather as the window calls it, and rather as the text does than its headline.
    nouns.sort(key=lambda one: (one[0] not in window, one[1].field == "headline"))
    return nouns[0][2] if nouns else next(iter(book.phrases(labels[0])), body.name)


def _called_a_market(reading: Reading, labels: Collection[str]) -> Iterator[str]:
    """What a sentence calls a market by an adjective and the word itself: "marché français"."""
    text = reading.sentence.text
    adjectives = {MARKET_ADJECTIVE + label.removeprefix(MARKET) for label in labels}
    for cue in reading.cues:
        if cue.label in adjectives:
            behind, before = _MARKET_BEHIND.match(text, cue.end), _MARKET_BEFORE.search(text[: cue.start])
            if behind:
                yield text[cue.start : behind.end()]
            elif before:
                yield text[before.start() : cue.end]


def _makers(readings: Sequence[Reading]) -> list[Body]:
    return [one for reading in readings for group in reading.groups_of_kind("makers") for one in group]


def _names(body: Body, readings: Sequence[Reading]) -> Iterator[str]:
    return (
        one.name
        for reading in readings
        for group in reading.groups_of_kind("organization")
        for one in group
        if same_body(one, body) and not one.part
    )
