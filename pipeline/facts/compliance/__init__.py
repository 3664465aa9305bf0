"""Reads `facts.compliance` out of a document: who met, missed or may miss which fleet target.

Each row comes from one window: a sentence, two that follow each other, or a table row
with its header. Three things may come from the rest of the page: the regulation, the
year where the window states none, and the name that "the maker" or "it" stands for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.body_names import name_of
from pipeline.facts.compliance.combine import combined
from pipeline.facts.compliance.doubles import without_doubles
from pipeline.facts.compliance.evidence import in_few_pieces
from pipeline.facts.compliance.joining import joined
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.policies import policy_statements
from pipeline.facts.compliance.protagonists import protagonists
from pipeline.facts.compliance.reading import Reading, read_sentence
from pipeline.facts.compliance.rows import PageSettings
from pipeline.facts.compliance.scope import speaks_of_fleets
from pipeline.facts.compliance.settled_pairs import with_settled_pairs
from pipeline.facts.compliance.shares import share_statements
from pipeline.facts.compliance.sound import sound
from pipeline.facts.compliance.statement import Statement
from pipeline.facts.compliance.statements import read_statements
from pipeline.facts.compliance.table_doubles import text_and_tables
from pipeline.facts.compliance.tables import TablePage, read_tables
from pipeline.facts.compliance.tenor import tenor_statements
from pipeline.facts.compliance.triads import with_triads
from pipeline.facts.compliance.vehicle_policies import vehicle_statements
from pipeline.facts.compliance.vocabulary import phrase_book
from pipeline.facts.unlisted_makers import with_unlisted
from pipeline.organizations.mention import OrganizationMention

__all__ = ["read_compliance"]


def read_compliance(document: Document, organizations: Sequence[OrganizationMention]) -> list[Compliance]:
    """Every row the text states, in the order of the text, each with its evidence.

    Args:
        document: headline and text.
        organizations: the organizations named in them.
    """
    book = phrase_book(document.language)
    organizations = with_unlisted(document, organizations)
    readings = _readings(document, book, organizations)
    page = PageSettings(readings, document.language, document.published)
    table_page = TablePage(document, book, page.rule, page.years[0] if page.years else None, _subject(readings, book))
    tables = read_tables(table_page, organizations) if _has_topic(document, book, readings) else []
    if not tables and not speaks_of_fleets(readings):
        return []
    meant = protagonists(readings, page.rule)
    statements = read_statements(readings, meant)
    statements += policy_statements(readings, statements, meant)
    statements += vehicle_statements(readings, statements, page.published)
    statements += _unsaid(share_statements(readings, page.rule), statements)
    statements.sort(key=lambda one: (min(one.window), one.body.start))
    idioms, tenors = (
        [one for one in (page.candidate(statement, book) for statement in found) if one]
        for found in (statements, tenor_statements(readings))
    )
    told = [one.told() for one in sound(joined(without_doubles(combined(idioms, tenors))), readings)]
    return [in_few_pieces(row, document) for row in text_and_tables(told, tables)]


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
    for sentence in document.all_sentences:
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
                before=readings[-1] if readings else None,
            )
        )
    return with_settled_pairs(with_triads(readings))
