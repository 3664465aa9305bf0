"""The article's sentences, each read once, with the names and organizations the whole article knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document, Sentence
from pipeline.facts.dates_of_effect import Published, written_dates
from pipeline.facts.moves.employers import syntactic_employers, table_employers
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import Directory, PersonMark, names_in
from pipeline.facts.moves.reading import Reading, choose_triggers, date_marks, token_range
from pipeline.facts.moves.roles import RoleReader
from pipeline.facts.moves.tokens import Token, tokenize
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the frames are read from."""

    readings: list[Reading]
    people: Directory
    published: Published | None
    now: int | None
    """The year the article speaks from: of publication, or else the latest it names."""


def view_article(
    document: Document,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    lexicon: Lexicon,
) -> ArticleView:
    """Read every sentence: words, then organizations, people, positions and dates."""
    published = Published.read(document.published)
    directory = Directory()
    for mention in people:
        if len(mention.name.split()) > 1:
            directory.add(mention.name)
    readings = [_read_words(number, sentence, lexicon) for number, sentence in enumerate(document.all_sentences)]
    proposals = [_propose(reading, organizations, people, lexicon) for reading in readings]
    for reading, names in zip(readings, proposals, strict=True):
        if reading.number or not names:  # a headline's capitals are the weakest sign of a name
            for first, last in names:
                directory.add(reading.text(first, last))
    for reading, names in zip(readings, proposals, strict=True):
        for first, last in names:
            directory.add(reading.text(first, last))
    year: int | None = None
    for reading, names in zip(readings, proposals, strict=True):
        reading.persons = _persons(reading, names, people, directory)
        _read_marks(reading, organizations, lexicon)
        dates = written_dates(reading.sentence.text, lexicon.language, published, None if published else year)
        years = [int(date.value[:4]) for date in dates if date.value]
        if years:
            year = years[-1]
        reading.dates = date_marks(reading.tokens, dates)
    return ArticleView(readings, directory, published, published.year if published else _latest_year(readings))


def _latest_year(readings: Sequence[Reading]) -> int | None:
    years = [int(date.value[:4]) for reading in readings for date in reading.dates if date.value]
    return max(years) if years else None


def _read_words(number: int, sentence: Sentence, lexicon: Lexicon) -> Reading:
    tokens = tokenize(sentence.text)
    return Reading(number, sentence, lexicon, tokens, list(lexicon.phrases.find(tokens)))


def _places(reading: Reading, spans: Sequence[OrganizationMention] | Sequence[PersonMention]) -> list[tuple[int, int]]:
    sentence = reading.sentence
    found = []
    for mention in spans:
        span = mention.span
        if span.field == sentence.field and span.start >= sentence.start and span.end <= sentence.end:
            place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
            if place:
                found.append(place)
    return found


def _propose(
    reading: Reading, organizations: Sequence[OrganizationMention], people: Sequence[PersonMention], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Runs of capital words that may be people not found before."""
    taken = {at for place in _places(reading, organizations) for at in range(*place)}
    taken |= {at for place in _places(reading, people) for at in range(*place)}
    roles = {
        at
        for role in RoleReader(reading.tokens, reading.found, lexicon, taken).read()
        for at in range(role.first, role.last)
    }
    title_case = reading.number == 0 and _is_title_case(reading.tokens)
    return names_in(reading.tokens, taken, roles, lexicon, title_case=title_case)


def _is_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.text.isalpha() and len(token.text) > 3]
    return len(words) > 3 and sum(token.capital for token in words) / len(words) > 0.8


def _persons(
    reading: Reading, proposals: Sequence[tuple[int, int]], people: Sequence[PersonMention], directory: Directory
) -> list[PersonMark]:
    """Full names and, where a surname stands alone, the person it is linked to."""
    sentence = reading.sentence
    marks: list[PersonMark] = []
    for mention in people:
        span = mention.span
        if span.field == sentence.field and span.start >= sentence.start and span.end <= sentence.end:
            place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
            if place:
                marks.append(PersonMark(*place, mention.name, True))
    marks += [PersonMark(first, last, reading.text(first, last), False) for first, last in proposals]
    covered = {at for mark in marks for at in range(mark.first, mark.last)}
    for at, token in enumerate(reading.tokens):
        if at in covered or not token.capital:
            continue
        for length in (3, 2, 1):
            if at + length <= len(reading.tokens) and not covered & set(range(at, at + length)):
                full = directory.full(reading.text(at, at + length))
                if full:
                    marks.append(PersonMark(at, at + length, full, False))
                    covered.update(range(at, at + length))
                    break
    return sorted(marks, key=lambda mark: mark.first)


def _read_marks(reading: Reading, organizations: Sequence[OrganizationMention], lexicon: Lexicon) -> None:
    tokens, found = reading.tokens, reading.found
    known = table_employers(tokens, _places(reading, organizations), reading.persons, found, lexicon)
    stops = {at for mark in (*reading.persons, *known) for at in range(mark.first, mark.last)}
    reading.roles = RoleReader(tokens, found, lexicon, stops).read()
    unknown = syntactic_employers(tokens, found, reading.roles, reading.persons, known, lexicon)
    reading.employers = sorted([*known, *unknown], key=lambda mark: mark.first)
    names = {at for mark in (*reading.persons, *reading.employers) for at in range(mark.first, mark.last)}
    reading.triggers = choose_triggers(found, lambda at: at in names)
