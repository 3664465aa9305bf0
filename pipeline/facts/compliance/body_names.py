"""What a row calls its body."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.facts.compliance.bodies import Body, same_body
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import MARKET

_LONGEST_ABBREVIATION = 4
_EUROPE = ("EU", "Europe")


def name_of(body: Body, readings: Sequence[Reading], book: PhraseBook, window: Collection[int] = ()) -> str:
    """The name as first written on the page; a market that is named by an adjective is called by its noun.

    Where that is an abbreviation and the window has the full name, it is the full one.
    """
    if body.kind == "organization" and not body.part:
        first = next(iter(_names(body, readings)), body.name)
        if first.isupper() and len(first) <= _LONGEST_ABBREVIATION:
            here = _names(body, [readings[number] for number in sorted(window)])
            return next((name for name in here if not name.isupper()), first)
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
    # Rather as the window calls it, and rather as the text does than its headline.
    nouns.sort(key=lambda one: (one[0] not in window, one[1].field == "headline"))
    return nouns[0][2] if nouns else next(iter(book.phrases(labels[0])), body.name)


def _makers(readings: Sequence[Reading]) -> list[Body]:
    return [one for reading in readings for group in reading.groups_of_kind("makers") for one in group]


def _names(body: Body, readings: Sequence[Reading]) -> list[str]:
    return [
        one.name
        for reading in readings
        for group in reading.groups_of_kind("organization")
        for one in group
        if same_body(one, body) and not one.part
    ]
