"""Names found before, made whole: particles that they go on with, and verbs that they run into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Span
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import NOBLE
from pipeline.facts.moves.reading import Reading, token_range
from pipeline.facts.moves.spans import by_sentence
from pipeline.facts.moves.title_words import opens_a_title
from pipeline.facts.names import name_lexicon
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention

_ALWAYS = frozenset(["van", "von", "den", "der", "ten", "ter", "zu", "zur", "zum", "à", "dos", "das", "do", "ibn"])
"""Particles that behind a name can only go on with it."""
_IN_GERMAN = frozenset(["van", "ten", "ter", "à"])
"""Those of them that are no German prepositions or articles."""
_OF = frozenset(["de", "da", "di", "del", "della", "la", "los", "las", "y", "i", "e"])
"""Particles that go on with it where the word behind them names nothing else."""
_JOINTS = re.compile("[-‐‑'’]")
"""What joins the parts of a double family name."""
_ENDS = frozenset([",", ".", "(", ")", "", ";", ":", "–", "»"])


def with_whole_names(
    readings: Sequence[Reading],
    people: Sequence[PersonMention],
    organizations: Sequence[OrganizationMention],
    lexicon: Lexicon,
) -> list[PersonMention]:
    """The mentions, the names among them written as fully as the article writes them."""
    longer: dict[str, str] = {}
    firms = {word.lower() for mention in organizations for word in mention.span.quote.split()}
    mended: list[PersonMention] = []
    told_in = {
        id(mention): reading
        for reading, mentions in zip(readings, by_sentence(readings, people), strict=True)
        for mention in mentions
    }
    for mention in people:
        place = _place(told_in.get(id(mention)), mention)
        if place is None or place[2] - place[1] < len("ab"):
            mended.append(mention)
            continue
        reading, first, last = place
        if first == 0 and last - first > len("ab") and _opens_with_a_verb(reading):
            longer[mention.name] = reading.text(1, last)
            first = 1
        if first + len("ab") < last and _is_what_somebody_was(reading, first):
            longer[mention.name] = reading.text(first + 1, last)
            first += 1
        end = _end(reading, last, firms, lexicon)
        if end > last:
            longer[mention.name] = reading.text(first, end)
        mended.append(replace(mention, span=_span(reading, first, end)))
    if not longer:
        return _under_one_name(people, lexicon)
    return _under_one_name(
        [replace(mention, name=longer.get(mention.name, mention.name)) for mention in mended], lexicon
    )


def _under_one_name(people: Sequence[PersonMention], lexicon: Lexicon) -> list[PersonMention]:
    """The mentions, with the full name also where only its double family name stands: "Piccinelli Ward"."""
    names = dict.fromkeys(mention.name for mention in people)
    given = name_lexicon(lexicon.language)
    full: dict[str, str] = {}
    for name in names:
        first = name.split()[0]
        is_given = first in given.first_names or first in given.doubtful
        if " " in name and not is_given and "-" not in first:
            fuller = [other for other in names if other.endswith(f" {name}")]
            if len(fuller) == 1:
                full[name] = fuller[0]
    return [replace(one, name=full[one.name]) if one.name in full else one for one in people]


def _place(reading: Reading | None, mention: PersonMention) -> tuple[Reading, int, int] | None:
    if reading is None:
        return None
    start = reading.sentence.start
    place = token_range(reading.tokens, mention.span.start - start, mention.span.end - start)
    return (reading, *place) if place else None


def _opens_with_a_verb(reading: Reading) -> bool:
    """Whether the first word of the sentence says that somebody comes or goes: "Out goes Ana Ruiz"."""
    kinds = ("tenor:goes_of", "tenor:comes_to", "frame:leave", "frame:take_up")
    return any(phrase.kind in kinds and phrase.last == 1 for phrase in reading.starting(0))


def _is_what_somebody_was(reading: Reading, first: int) -> bool:
    """Whether the name begins with a noun for who had the post: "Vorgänger Jan van Roe"."""
    kinds = ("context:predecessor_noun", "context:successor_noun", "tenor:leaver")
    return any(phrase.kind in kinds and phrase.last == first + 1 for phrase in reading.starting(first))


def _end(reading: Reading, last: int, firms: set[str], lexicon: Lexicon) -> int:
    """One past the family name that particles go on with."""
    at = last
    noble = lexicon.nouns_are_capital and reading.key(last - 1) in NOBLE
    always = _IN_GERMAN if lexicon.nouns_are_capital and not noble else _ALWAYS
    if noble and _is_name(reading, last, firms, lexicon):
        return last + 1  # "Mechthild Gräfin | Orsini"
    if reading.key(last - 1) in always and _is_name(reading, last, firms, lexicon):
        return last + 1  # "Ana Van | Roe"
    second = _second_surname(reading, last, lexicon)
    if second > last and _is_name(reading, last, firms, lexicon):
        return second
    while reading.key(at) in always | _OF and at - last < len("abc"):
        at += 1
    if at == last or not _is_name(reading, at, firms, lexicon):
        return last
    small = {reading.key(one) for one in range(last, at)}
    if lexicon.language == "it" and small & {"i", "e"}:
        return last
    if "e" in small and not _is_joined_surname(reading, at, lexicon):
        return last
    if small <= always or reading.key(last - 1) in ("van", "von"):
        return at + 1
    if lexicon.nouns_are_capital and not small & {"i", "y"}:
        return last
    whole = (
        small & {"i", "y", "la", "los", "las"}
        or _is_joined_surname(reading, at, lexicon)
        or reading.key(at + 1) in _ENDS
        or _goes_on_with_a_verb(reading, at + 1)
    )
    return at + 1 if whole else last


def _is_joined_surname(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether "e" joins a second surname, as in Portugal, and no second person: no capital goes on behind."""
    alone = at + 1 >= len(reading.tokens) or not reading.tokens[at + 1].capital
    return lexicon.language != "it" and reading.key(at - 1) == "e" and alone


def _second_surname(reading: Reading, last: int, lexicon: Lexicon) -> int:
    """One past a second surname that Spanish writes right behind the first; the same place where there is none."""
    if lexicon.language != "es" or last >= len(reading.tokens):
        return last
    token = reading.tokens[last]
    blank = token.start == reading.tokens[last - 1].end + 1
    named = token.key in lexicon.head_words | lexicon.titles | lexicon.company_nouns or opens_a_title(token)
    return last + 1 if blank and token.capital and not named and len(token.text) > len("de") else last


def _goes_on_with_a_verb(reading: Reading, at: int) -> bool:
    return any(phrase.kind.startswith(("frame:", "tenor:comes", "tenor:goes")) for phrase in reading.starting(at))


def _is_name(reading: Reading, at: int, firms: set[str], lexicon: Lexicon) -> bool:
    if at >= len(reading.tokens):
        return False
    token = reading.tokens[at]
    named_otherwise = token.key in firms | lexicon.places | lexicon.words_of_employers
    letters = all(part.isalpha() for part in _JOINTS.split(token.text))
    return token.capital and letters and not named_otherwise and not token.text.isupper()


def _span(reading: Reading, first: int, last: int) -> Span:
    start = reading.tokens[first].start
    return reading.sentence.span(start, reading.tokens[last - 1].end)
