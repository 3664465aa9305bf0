"""The line itself: a page goes one way, forward, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timezone

from pipeline.article import Article, Organization, Person, Provenance
from pipeline.classification.classify import decide, score
from pipeline.dateline import date_of_text
from pipeline.decoding.decode import decode
from pipeline.document import Document
from pipeline.extraction.extract import extract
from pipeline.fact_reader import FactReader
from pipeline.facts.people import PersonMention, find_people
from pipeline.identity import article_id, article_version, canonical_address, host_of
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.organizations.find import find_organizations
from pipeline.organizations.mention import OrganizationMention
from pipeline.page import RawPage
from pipeline.second_look import look_again
from pipeline.sources.load import NO_PROFILES, Profiles
from pipeline.stopwatch import Stopwatch
from pipeline.version import pipeline_version


def process(
    page: RawPage,
    *,
    now: datetime,
    clock: Callable[[], float],
    limits: Limits = DEFAULT_LIMITS,
    extra_types: Collection[str] = (),
    profiles: Profiles = NO_PROFILES,
    watch: Stopwatch | None = None,
) -> Article:
    """The article that stands on the page.

    Args:
        page: the page as fetched.
        now: when this happens; goes into the provenance.
        clock: seconds of a monotonic clock, for the time by stage.
        limits: how large the page may be.
        extra_types: names of types to look for although they ship disabled.
        profiles: what is known of single sources.
        watch: the stopwatch to use, for a caller that wants times and the last stage also where this raises.

    Raises:
        PageRejectedError: there is no article; the error carries the outcome and the reason.
    """
    watch = watch or Stopwatch(clock)

    with watch.stage("decode"):
        decoded = decode(page, limits)
    with watch.stage("extract"):
        extraction = extract(decoded, page.url, limits, profiles)
    said = extraction.metadata
    text = _beginning(extraction.text, limits.max_read_chars)
    document = Document(
        said.headline or "", text, extraction.language, date_of_text(said.published, said.published_month, text)
    )
    with watch.stage("classify"):
        reading, scores = score(document, types=extra_types)
    with watch.stage("facts"):
        organizations = find_organizations(document)
        people = find_people(document, organizations)
        reader = FactReader(document, organizations, people)
        classification = decide(reading, look_again(scores, reader))
        facts = reader.facts(classification.names())

    address = canonical_address(page.url, said.canonical_url)
    return Article(
        id=article_id(address, said.headline, extraction.text),
        version=article_version(said.headline, extraction.text),
        url=page.url,
        canonical_url=address,
        host=host_of(page.url or address),
        headline=said.headline,
        text=extraction.text,
        language=extraction.language,
        authors=said.authors,
        publisher=said.publisher,
        published=said.published,
        modified=said.modified,
        type=classification.type,
        types=classification.types,
        facts=facts,
        organizations=count_organizations(organizations),
        people=count_people(people),
        related=extraction.related,
        backfill=page.backfill,
        metadata=page.metadata,
        provenance=Provenance(
            raw=page.raw,
            fetched=page.fetched,
            processed=now.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            charset=decoded.charset,
            extractor=extraction.extractor,
            pipeline=pipeline_version(),
            timings_ms=watch.milliseconds(),
        ),
    )


def _beginning(text: str, chars: int) -> str:
    """The text up to its last whole line within so many characters."""
    return text if len(text) <= chars else text[:chars].rpartition("\n")[0] or text[:chars]


def count_organizations(mentions: Iterable[OrganizationMention]) -> list[Organization]:
    """One row an organization, most named first."""
    counts = Counter(mention.record for mention in mentions)
    return [
        Organization(name=record.name, id=record.id, wikidata=record.wikidata, kind=record.kind, mentions=count)
        for record, count in counts.most_common()
    ]


def count_people(mentions: Iterable[PersonMention]) -> list[Person]:
    """One row a person, most named first."""
    counts = Counter(mention.name for mention in mentions)
    return [Person(name=name, mentions=count) for name, count in counts.most_common()]
