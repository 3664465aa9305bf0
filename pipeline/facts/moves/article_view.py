"""The article's sentences, each read once, with the names and organizations the whole article knows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document, Sentence
from pipeline.facts.dates_of_effect import Published, WrittenDate, may_name_a_date, whole_date, written_dates
from pipeline.facts.moves.candidates import drop_openings, propose
from pipeline.facts.moves.datelines import drop_dateline
from pipeline.facts.moves.employers import syntactic_employers, table_employers
from pipeline.facts.moves.firms import Firms
from pipeline.facts.moves.humans import find_human, goes_on_with_a_pronoun
from pipeline.facts.moves.idle_phrases import is_idle, without_parts_of_verbs
from pipeline.facts.moves.known_people import people_in, without_firms
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.main_employer import MainEmployer, main_employer
from pipeline.facts.moves.name_runs import drop_towns, is_dateline
from pipeline.facts.moves.names import Directory, PersonMark
from pipeline.facts.moves.parts_of_companies import without_parts
from pipeline.facts.moves.reading import EmployerMark, Reading, choose_triggers, date_marks
from pipeline.facts.moves.roles import RoleReader
from pipeline.facts.moves.sold_brands import with_makers
from pipeline.facts.moves.spans import by_sentence, whole_places
from pipeline.facts.moves.title_people import without_title_words
from pipeline.facts.moves.title_words import is_given
from pipeline.facts.moves.tokens import Found, Token, tokenize
from pipeline.facts.moves.whole_names import with_whole_names
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention

_FAR_AHEAD = 5
"""Years from the latest day that an article names to the latest year, where that is only one of plans."""
_TICKER = re.compile(r"<(?:[A-Z][A-Z0-9.]*>)?|\((?:[A-Z][\w. ]{1,8}: ?)?[A-Z0-9]{1,6}\.[A-Z]{1,3}\)|>")
"""The sign of a share behind a company's name, "<VOWG.F>", and the brackets around names that have none."""
_MARKED = re.compile(r"<([A-Z][\w&.'-]*(?: [\w&.'-]+){1,6})>")
"""A company without a share, marked as such by an agency: "<Milton Gas Co>"."""
_LONGEST_SENTENCE = 2_000
"""Characters of a sentence that are read; what is longer is no prose, and reading it would take too long."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the frames are read from."""

    readings: list[Reading]
    people: Directory
    published: Published | None
    now: int | None
    """The year the article speaks from: of publication, or else the latest it names."""
    main: MainEmployer | None = None
    """The organization the article is about, where one stands out."""


def view_article(
    document: Document,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    lexicon: Lexicon,
) -> ArticleView:
    """Read every sentence: words, then organizations, people, positions and dates."""
    published = Published.read(document.published)
    readings = [_read_words(number, sentence, lexicon) for number, sentence in enumerate(document.all_sentences)]
    firms = Firms()
    _learn_marked(document, firms, lexicon)
    people = without_title_words(readings, without_firms(readings, people, firms))
    people = with_whole_names(readings, people, organizations, lexicon)
    directory = Directory(double_surnames=lexicon.language == "es")
    for mention in people:
        if len(mention.name.split()) > 1:
            directory.add(mention.name)
    organizations_of, people_of = by_sentence(readings, organizations), by_sentence(readings, people)
    proposals = [
        propose(reading, organizations_of[reading.number], people_of[reading.number], firms, lexicon)
        for reading in readings
    ]
    drop_openings(readings, proposals)
    for reading, names in zip(readings, proposals, strict=True):
        if reading.number or not names:  # a headline's capitals are the weakest sign of a name
            for first, last in names:
                directory.add(reading.text(first, last))
    for reading, names in zip(readings, proposals, strict=True):
        for first, last in names:
            directory.add(reading.text(first, last))
    named: Published | None = None
    for reading, names in zip(readings, proposals, strict=True):
        reading.persons = people_in(reading, names, people_of[reading.number], directory)
        dates = (
            written_dates(reading.sentence.text, lexicon.language, published, named)
            if may_name_a_date((token.key for token in reading.tokens), lexicon.language)
            else []
        )
        named = _latest_whole(dates, named)
        reading.dates = date_marks(reading.tokens, dates, reading.persons)
        _read_marks(reading, organizations_of[reading.number], lexicon)
        firms.learn(reading.employers, reading)
    for reading in readings:
        firms.spread(reading)
        _read_triggers(reading)
        find_human(reading, directory)
    for reading, following in itertools.pairwise(readings):
        if reading.persons and following.starting(0) and goes_on_with_a_pronoun(reading, following):
            directory.human.add(reading.persons[0].name)
    drop_towns(readings)
    drop_dateline(readings, published)
    now = published.year if published else _latest_year(readings)
    return ArticleView(readings, directory, published, now, main_employer(readings, directory))


def is_heading(reading: Reading, view: ArticleView) -> bool:
    """Whether a sentence is only a few capital words that open a paragraph which goes on: "Castrol. X leaves …"."""
    words = [token for token in reading.tokens if token.key.isalnum()]
    around = [view.readings[at] for at in (reading.number - 1, reading.number + 1) if 0 <= at < len(view.readings)]
    opens = all(
        (one.sentence.paragraph == reading.sentence.paragraph) == (one.number > reading.number) for one in around
    )
    few = 0 < len(words) <= _LONGEST_HEADING and all(word.capital for word in words)
    return opens and few and not (reading.roles or reading.triggers)


_LONGEST_HEADING = 4
"""Words of a company's name that heads a paragraph."""


def _learn_marked(document: Document, firms: Firms, lexicon: Lexicon) -> None:
    for sentence in document.all_sentences:
        for match in _MARKED.finditer(sentence.text):
            firms.add([token.text for token in tokenize(match[1])], lexicon.legal_forms)


def _latest_whole(dates: Sequence[WrittenDate], before: Published | None) -> Published | None:
    """The last whole date so far that no year named since then leaves behind, as it does a day of birth."""
    named = before
    for date in dates:
        if date.value:
            named = whole_date(date.value) or (named if named and int(date.value[:4]) <= named.year + 1 else None)
    return named


def _latest_year(readings: Sequence[Reading]) -> int | None:
    """The year of the latest full date, or else the latest year, which may only be that of a plan."""
    values = [date.value for reading in readings for date in reading.dates if date.value]
    years = [int(value[:4]) for value in values]
    days = [int(value[:4]) for value in values if len(value) > len("2021-05")]
    if not years:
        return None
    return max(days) if days and max(years) - max(days) <= _FAR_AHEAD else max(years)


def _read_words(number: int, sentence: Sentence, lexicon: Lexicon) -> Reading:
    tokens = tokenize(_TICKER.sub(_blanks, sentence.text[:_LONGEST_SENTENCE]))
    found = [one for one in lexicon.phrases.find(tokens) if not _is_a_month(one, tokens, lexicon)]
    return Reading(number, sentence, lexicon, tokens, without_parts_of_verbs(found, tokens))


def _is_a_month(phrase: Found, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word of the context is a month: "effective May 1"."""
    token = tokens[phrase.first]
    return phrase.kind == "context:rumour" and token.capital and token.key in lexicon.calendar_words


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _read_marks(reading: Reading, organizations: Sequence[OrganizationMention], lexicon: Lexicon) -> None:
    tokens, found = reading.tokens, reading.found
    places = whole_places(reading, organizations, lexicon)
    known = table_employers(tokens, places, reading.persons, found, lexicon, whole=reading.shouted)
    known = with_makers(known, reading, organizations)
    reading.persons = [mark for mark in reading.persons if not _is_in_a_name(mark, known)]
    reading.persons = [mark for mark in reading.persons if not _is_where_somebody_is_from(mark, reading)]
    stops = _tokens_of(reading.persons) | _tokens_of(known)
    reading.roles = RoleReader(tokens, found, lexicon, stops).read()
    unknown = (
        []
        if reading.shouted and reading.sentence.field == "headline"
        else syntactic_employers(tokens, found, lexicon, roles=reading.roles, persons=reading.persons, known=known)
    )
    plain = lexicon.collective_nouns | lexicon.employer_nouns | lexicon.head_words
    unknown = [
        mark
        for mark in unknown
        if not is_dateline(reading, mark.first, mark.last)
        and not (mark.last - mark.first == 1 and tokens[mark.first].key in plain)
        and not _is_a_position(mark, reading)
    ]
    unknown = without_parts(unknown, reading)
    named = [mark for mark in (*known, *unknown) if sum(map(str.isalnum, mark.name)) > 1]
    reading.employers = sorted(named, key=lambda mark: mark.first)


def _is_a_position(mark: EmployerMark, reading: Reading) -> bool:
    """Whether capital words are the position itself, as in a German sentence or a headline: "Supplier CFO"."""
    return any(
        (role.head in (mark.first, mark.last - 1) and mark.first <= role.first)
        or (role.head_last <= mark.first and mark.last <= role.last and mark.name.isupper())  # "head of SME sales"
        for role in reading.roles
    )


def _is_where_somebody_is_from(mark: PersonMark, reading: Reading) -> bool:
    """Whether brackets open with it right behind a name, and no given name shows a person: "Ana Ruiz (Etna Drive)"."""
    if mark.first < 1 or reading.key(mark.first - 1) != "(" or is_given(reading.tokens[mark.first], reading.lexicon):
        return False
    return any(other.last == mark.first - 1 for other in reading.persons)


def _is_in_a_name(person: PersonMark, known: Sequence[EmployerMark]) -> bool:
    """Whether a surname is only part of an organization of the table that is named after the family."""
    alone = person.last - person.first == 1
    return alone and any(mark.first < person.first < mark.last for mark in known)


def _read_triggers(reading: Reading) -> None:
    names = _tokens_of(reading.persons) | _tokens_of(reading.employers)
    reading.triggers = choose_triggers(reading.found, lambda phrase: phrase.first in names or is_idle(phrase, reading))


def _tokens_of(marks: Sequence[PersonMark] | Sequence[EmployerMark]) -> set[int]:
    return {at for mark in marks for at in range(mark.first, mark.last)}
