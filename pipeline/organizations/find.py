"""Where headline and text name organizations of the table.

One pass of an Aho-Corasick automaton over each field gives every written form that
occurs; what is left to Python are the few places found: whole words only, the longest
of those that overlap, and for forms with another meaning a look at what stands around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from pipeline.document import Document, Field
from pipeline.languages import every_vocabulary
from pipeline.organizations.mention import OrganizationMention
from pipeline.organizations.table import Certainty, WrittenForm, organization_table

_SAME_LENGTH: Final = (("’", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("‑", "-"), ("\n", " "))
"""Typography that must not hide a name; one character for one, so that offsets hold."""

_SENTENCE_STOPS: Final = frozenset('.!?:…\n«“„"|•–—')
_ENOUGH_ELSEWHERE: Final = 3
"""Other organizations, or words about vehicles, that make an ambiguous form safe where a sentence begins."""
_BEFORE_SURNAMES: Final = ("first_names", "first_names_abroad", "forms_of_address")
"""Keys of `languages/*/people.toml`: what makes a family name of the word behind it."""
_ENOUGH_WORDS: Final = 2
"""Words about vehicles that make a text one about vehicles."""


@dataclass(frozen=True, slots=True)
class _Place:
    form: WrittenForm
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Automaton:
    search: AhoCorasick
    forms: tuple[WrittenForm, ...]
    """By number of the pattern; the patterns after them are context words."""
    before_surnames: frozenset[str]
    """First names and forms of address of all languages."""


@cache  # one value
def _automaton() -> _Automaton:
    table = organization_table()
    # A form and its typographic variant fold into one pattern; the first written keeps it.
    forms = {_plain(form.text): form for form in reversed(table.forms)}
    before_surnames = [
        content.get(key, "").split() for content in every_vocabulary("people").values() for key in _BEFORE_SURNAMES
    ]
    return _Automaton(
        AhoCorasick([*forms, *table.context_words]),
        tuple(forms.values()),
        frozenset(word for words in before_surnames for word in words),
    )


def find_organizations(document: Document) -> list[OrganizationMention]:
    """Every mention, headline first, in order; of two that overlap, the longer."""
    automaton = _automaton()
    headline, spoken = _places(automaton, document.headline, "headline")
    text, spoken_in_text = _places(automaton, document.text, "text")
    places = [*_longest(headline), *_longest(text)]
    clear = {place.form.record.id for place in places if place.form.certainty is Certainty.CLEAR}
    words = spoken + spoken_in_text
    return [
        OrganizationMention(place.form.record, document.span(place.field, place.start, place.end))
        for place in places
        if _counts(place, document, clear, words) and not _is_surname(place, document, automaton.before_surnames)
    ]


def _plain(text: str) -> str:
    """The text in plain typography; replacing one by one takes a tenth of the time of str.translate."""
    for sign, plain in _SAME_LENGTH:
        text = text.replace(sign, plain)
    return text


def _places(automaton: _Automaton, content: str, field: Field) -> tuple[list[_Place], int]:
    """Whole-word occurrences of forms, and how many context words occur."""
    folded = _plain(content)
    found, context_words, count = [], 0, len(automaton.forms)
    for number, start, end in automaton.search.find_matches_as_indexes(folded, overlapping=True):
        if start and folded[start - 1].isalnum():
            continue
        if number >= count:
            context_words += 1
        elif _ends_word(folded, end, automaton.forms[number].certainty):
            found.append(_Place(automaton.forms[number], field, start, end))
    return found, context_words


def _ends_word(folded: str, end: int, certainty: Certainty) -> bool:
    """Whether the form stops where its word stops, or before the s of German and English: "Opels Werke", "two Teslas".

    An ambiguous form stands alone: "Seats" are chairs.
    """
    if end == len(folded) or not folded[end].isalnum():
        return True
    before_s = (
        certainty is Certainty.CLEAR and folded[end] == "s" and folded[end - 1].islower() and folded[end - 1] != "s"
    )
    return before_s and (end + 1 == len(folded) or not folded[end + 1].isalnum())


def _longest(places: Sequence[_Place]) -> Iterator[_Place]:
    free_from = 0
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if place.start >= free_from:
            yield place
            free_from = place.end


def _counts(place: _Place, document: Document, clear: set[str], words: int) -> bool:
    """Whether the form means the organization here."""
    certainty = place.form.certainty
    if certainty is Certainty.CLEAR or place.form.record.id in clear:
        return True
    content = document.headline if place.field == "headline" else document.text
    if _joined(content, place):
        return False
    others = len(clear)
    if not others and words < _ENOUGH_WORDS:
        return False
    if place.form.text.isupper():  # "DS", "MG": no word of a sentence has only capitals
        return True
    english = document.language == "en"  # where most of these names are words, and headlines have capitals throughout
    if _begins_sentence(content, place.start) or (english and place.field == "headline"):
        if certainty is Certainty.ORDINARY_WORD:
            return False
        return (others if english else others + words) >= _ENOUGH_ELSEWHERE
    return True


def _joined(content: str, place: _Place) -> bool:
    """Whether a hyphen makes the form part of another word: "Mini-SUV", "Smart-City"."""
    return content[place.end : place.end + 1] == "-" and content[place.end + 1 : place.end + 2].isalpha()


def _begins_sentence(content: str, start: int) -> bool:
    before = content[max(0, start - 3) : start].rstrip(" \u00a0\u202f")
    if start and content[start - 1] == "\n":
        return True
    return not before or before[-1] in _SENTENCE_STOPS


def _is_surname(place: _Place, document: Document, before_surnames: frozenset[str]) -> bool:
    """Whether a first name or a form of address stands before: "Louis Renault", "Mr Ford"."""
    if not place.form.surname and place.form.certainty is Certainty.CLEAR:
        return False
    content = document.headline if place.field == "headline" else document.text
    before = content[max(0, place.start - 24) : place.start]
    if not before.endswith((" ", "\u00a0")):
        return False
    words = before.split()
    return bool(words) and words[-1].rstrip(".") in before_surnames
