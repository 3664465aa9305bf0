"""One article as compliance reads it: its sentences, its settings, and the rows that the rules make of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from pipeline.article import Compliance
from pipeline.document import Document, Sentence
from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.body_names import name_of
from pipeline.facts.compliance.combine import combined
from pipeline.facts.compliance.doubles import without_doubles
from pipeline.facts.compliance.evidence import in_few_pieces
from pipeline.facts.compliance.joining import joined
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.policies import policy_statements
from pipeline.facts.compliance.protagonists import Protagonists, protagonists
from pipeline.facts.compliance.reading import Reading, read_sentence
from pipeline.facts.compliance.regulations import regulation_of
from pipeline.facts.compliance.rows import Candidate, PageSettings
from pipeline.facts.compliance.scope import speaks_of_fleets
from pipeline.facts.compliance.settled_pairs import with_settled_pairs
from pipeline.facts.compliance.shares import market_shares, share_statements
from pipeline.facts.compliance.sound import sound
from pipeline.facts.compliance.statement import Statement
from pipeline.facts.compliance.statements import read_statements
from pipeline.facts.compliance.table_doubles import text_and_tables
from pipeline.facts.compliance.tables import TablePage, read_tables
from pipeline.facts.compliance.tenor import tenor_statements
from pipeline.facts.compliance.triads import with_triads
from pipeline.facts.compliance.turned_sides import with_turned_sides
from pipeline.facts.compliance.vehicle_policies import vehicle_statements
from pipeline.facts.compliance.vocabulary import phrase_book
from pipeline.facts.unlisted_makers import with_unlisted
from pipeline.organizations.mention import OrganizationMention

_NUMBER_OF_A_LINE = re.compile(r"\W*\d{0,3}\W*")
"""What numbers the lines of a list and is cut off as a sentence: "2."."""
_LONGEST_SENTENCE = 2000
"""Characters beyond which a text only lacks its full stops."""
_OPENS = 20
"""Characters of a sentence in which it says at once that a sum is no fine."""


@dataclass(frozen=True, slots=True)
class CompliancePage:
    """What was read of one article."""

    document: Document
    book: PhraseBook
    organizations: tuple[OrganizationMention, ...]
    """Those of the table, and those that only the text's own words make known."""
    readings: tuple[Reading, ...]
    settings: PageSettings
    meant: Protagonists
    speaks_of_fleets: bool
    """Whether fleets and targets outweigh taxes, models and factories; the rules read nothing else."""
    told: tuple[Candidate, ...]
    """Every statement that the rules see, before those that rest on too little are dropped."""
    rows: tuple[Compliance, ...]
    """What the rules make of them, in the order of the text."""


def read_page(document: Document, organizations: Sequence[OrganizationMention]) -> CompliancePage:
    """Reads an article by the rules.

    Args:
        document: headline and text.
        organizations: the organizations of the table named in them.
    """
    book = phrase_book(document.language)
    known = with_unlisted(document, organizations)
    readings = _readings(document, book, known)
    readings = with_turned_sides(readings, regulation_of(readings))
    settings = PageSettings(readings, document.language, document.published)
    meant = protagonists(readings, settings.rule)
    year = settings.years[0] if settings.years else None
    table_page = TablePage(document, book, settings.rule, year, _subject(readings, book))
    tables = read_tables(table_page, known) if _has_topic(document, book, readings) else []
    idioms: list[Candidate] = []
    tenors: list[Candidate] = []
    rows: list[Compliance] = []
    speaks = bool(tables) or speaks_of_fleets(readings)
    if speaks:
        statements = _statements(readings, settings, meant)
        idioms = [one for one in (settings.candidate(each, book) for each in statements) if one]
        tenors = [one for one in (settings.candidate(each, book) for each in tenor_statements(readings)) if one]
        told = [
            one.told() for one in sound(without_doubles(joined(without_doubles(combined(idioms, tenors)))), readings)
        ]
        rows = [in_few_pieces(row, document) for row in text_and_tables(told, tables)]
    return CompliancePage(
        document, book, tuple(known), tuple(readings), settings, meant, speaks, (*idioms, *tenors), tuple(rows)
    )


def _statements(readings: Sequence[Reading], settings: PageSettings, meant: Protagonists) -> list[Statement]:
    statements = read_statements(readings, meant)
    statements += policy_statements(readings, statements, meant)
    statements += vehicle_statements(readings, statements, settings.published)
    statements += _unsaid(share_statements(readings, settings.rule), statements)
    statements += _unsaid(market_shares(readings, meant.market, settings.rule), statements)
    return sorted(statements, key=lambda one: (min(one.window), one.body.start))


def _subject(readings: Sequence[Reading], book: PhraseBook) -> str | None:
    """The only maker or market of the headline, else of the sentence after it."""
    for reading in readings[:2]:
        groups = [one for one in reading.groups if one[0].kind == "organization" or reading.is_noun(one)]
        if len(groups) == 1 and len(groups[0]) == 1:
            return name_of(groups[0][0], readings, book)
    return None


def _unsaid(shares: Sequence[Statement], statements: Sequence[Statement]) -> list[Statement]:
    """What shares say of makers whose outcome no words beside them say."""
    said = [(one.body, number) for one in statements if one.outcome for number in one.window]
    return [
        one for one in shares if not any(same_body(one.body, body) and number in one.window for body, number in said)
    ]


def _has_topic(document: Document, book: PhraseBook, readings: Sequence[Reading]) -> bool:
    """Whether headline, text or the head of a table names emissions at all."""
    rows = (sentence for sentence in document.sentences if sentence.is_row)
    return any(reading.has("topic", "grams") for reading in readings) or any(
        cue.label in ("topic", "grams") for row in rows for cue in book.find(row.text)
    )


def _readings(document: Document, book: PhraseBook, organizations: Sequence[OrganizationMention]) -> list[Reading]:
    by_field: dict[str, list[OrganizationMention]] = defaultdict(list)
    for mention in organizations:
        by_field[mention.span.field].append(mention)
    published = int(document.published[:4]) if document.published else None
    readings: list[Reading] = []
    for sentence in chain.from_iterable(map(_of_bounded_length, document.all_sentences)):
        if sentence.is_row:
            continue
        mentions = [
            mention
            for mention in by_field[sentence.field]
            if sentence.start <= mention.span.start and mention.span.end <= sentence.end
        ]
        readings.append(
            read_sentence(
                sentence,
                book,
                mentions,
                language=document.language,
                published=published,
                last_named=next((one.years[-1].last for one in reversed(readings) if one.years), None),
                before=next(
                    (one for one in reversed(readings) if not _NUMBER_OF_A_LINE.fullmatch(one.sentence.text)), None
                ),
            )
        )
    return with_settled_pairs(with_triads(_without_sums_that_are_no_fines(readings)))


def _of_bounded_length(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence; in pieces, cut at blanks, where it is longer than any of an article.

    What is looked for around each number and each name grows with the square of a sentence's length and faster.
    """
    left, whole = 0, len(sentence.text)
    while whole - left > _LONGEST_SENTENCE and not sentence.is_row:
        blank = sentence.text.rfind(" ", left + 1, left + _LONGEST_SENTENCE)
        right = blank if blank > left else left + _LONGEST_SENTENCE
        yield _piece(sentence, left, right)
        left = right + (blank > left)
    yield _piece(sentence, left, whole) if left else sentence


def _piece(sentence: Sentence, left: int, right: int) -> Sentence:
    return replace(sentence, start=sentence.start + left, end=sentence.start + right, text=sentence.text[left:right])


def _without_sums_that_are_no_fines(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without sums of which the next sentence says that they are no fine."""
    found = list(readings)
    for number, (reading, behind) in enumerate(pairwise(readings)):
        denied = any(cue.label == "no_fine" and cue.start <= _OPENS for cue in behind.cues)
        if denied and reading.sentence.paragraph == behind.sentence.paragraph:
            found[number] = replace(reading, fines=())
    return found
