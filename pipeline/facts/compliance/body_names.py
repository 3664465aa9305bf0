"""What a row calls its body."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.facts.compliance.bodies import Body, same_body
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import MARKET

_LONGEST_ABBREVIATION = 4


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
        said = [one.name for reading in readings for group in reading.groups_of_kind("makers") for one in group]
        # One word without its ending: "Autobauer" for "Autobauern".
        return min((one for one in said if body.name.startswith(one)), key=len, default=body.name)
    if body.kind != "market":
        return body.name
    label = MARKET + body.key.removeprefix("market-")
    nouns = [one.sentence.text[cue.start : cue.end] for one in readings for cue in one.cues if cue.label == label]
    if body.name in nouns:
        return body.name
    return nouns[0] if nouns else next(iter(book.phrases(label)), body.name)


def _names(body: Body, readings: Sequence[Reading]) -> list[str]:
    return [
        one.name
        for reading in readings
        for group in reading.groups_of_kind("organization")
        for one in group
        if same_body(one, body) and not one.part
    ]
