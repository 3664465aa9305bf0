"""Fields of work that an article offers for the position of a move: what is led, handed over, or labels a name.

Where no title is named, the field is the position: "leitet den Vertrieb", "la divisione Veicoli", "IT: Ana Ruiz".
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.moves.fields_known import names_a_field
from pipeline.facts.moves.fields_of_work import label_end, past_small_words, place_of_field
from pipeline.facts.moves.handed_over import place_of_what_goes
from pipeline.facts.moves.parts_of_companies import parts_of_companies
from pipeline.facts.moves.reading import Reading
from pipeline.languages.united import united

_BINDING = frozenset(united("moves_words", "work", "binding"))
_LED = ("tenor:in_charge", "tenor:was_in_charge")
_PART = "part"
"""What a part of a company is called: a field of work whatever its words are."""
_GIVEN = ("frame:entrust", "tenor:comes_to")


def fields_of_work(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Tokens of every field that is no position by itself, from the first to before the last, and what tells it."""
    taken = {at for mark in reading.roles for at in range(mark.first, mark.last)}
    taken |= {at for mark in reading.persons for at in range(mark.first, mark.last)}
    parts = ((first, last, _PART) for first, last in parts_of_companies(reading))
    for first, last, how in (*parts, *_led(reading), *_given(reading), *_labels(reading)):
        if how != _PART and not names_a_field(reading.text(first, last)):
            continue
        if first < last and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last, how


def signs_of_field(reading: Reading, first: int, last: int, how: str) -> tuple[str, ...]:
    """What speaks for or against the words being a field of a company's work."""
    known = "known" if names_a_field(reading.text(first, last)) else "unknown"
    return f"field {how}", f"field {known}", f"field {how} {known}", f"size {min(last - first, 5)}"


def _led(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What stands behind a verb of leading; in German also right before it, or between its parts."""
    for kind in _LED:
        how = kind.partition(":")[2]
        for phrase in reading.phrases(kind):
            place = place_of_field(reading, past_small_words(reading, phrase.end), len(reading.tokens))
            if place is not None:
                yield *place, how
            elif reading.lexicon.nouns_are_capital:
                first = phrase.first
                while first and (reading.tokens[first - 1].capital or reading.key(first - 1) in _BINDING):
                    first -= 1
                place = place_of_field(reading, first, phrase.first) if first < phrase.first else None
                if place is not None:
                    yield *place, how
    for phrase in reading.phrases("tenor:in_charge_around"):
        place = place_of_field(reading, phrase.last, phrase.tail)
        if place is not None:
            yield *place, "in_charge"


def _given(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What is handed to somebody: before the verb, or between its parts."""
    for kind in _GIVEN:
        how = kind.partition(":")[2]
        for phrase in reading.phrases(kind):
            if phrase.tail > phrase.last:
                place = place_of_field(reading, past_small_words(reading, phrase.last), phrase.tail)
                if place is not None:
                    yield *place, how
            place = place_of_what_goes(reading, phrase)
            if place is not None:
                yield *place, how


def _labels(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What stands before a colon and a name: "– Finance: Ana Ruiz"."""
    end = label_end(reading)
    first = 0 if reading.key(0).isalnum() else 1
    place = place_of_field(reading, first, end) if end is not None else None
    if place is not None:
        yield *place, "label"
