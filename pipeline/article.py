"""The Article: what goes over the wire, part by part.

Every record is frozen and holds plain values only, so that it crosses a process
boundary cheaply and `orjson` writes it as it stands. The docstring under a field
is that field's description in the JSON Schema (`rotative schema`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Interval

SCHEMA_VERSION: Literal[1] = 1

ArticleType = str
"""The name of a type in `classification/types`: `appointment`, `sales_figures`, `co2_compliance`, …"""

OTHER = "other"

Score = Annotated[float, Interval(ge=0.0, le=1.0)]
Offset = Annotated[int, Ge(0)]

_DESCRIBED: dict[str, Any] = {"use_attribute_docstrings": True, "extra": "forbid"}
# pydantic's configuration as a plain dictionary: only the schema command needs pydantic itself.


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the page that support a statement: `quote == getattr(article, field)[start:end]`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    field: Literal["headline", "text"]
    """The field the offsets count in."""
    start: Offset
    """First character, counted in code points from 0."""
    end: Offset
    """One past the last character."""
    quote: str
    """The characters from start to end."""


@dataclass(frozen=True, slots=True)
class TypeScore:
    """One type that is a real part of the article."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    name: ArticleType
    """The type's name."""
    score: Score
    """The probability that the article is of this type."""
    evidence: list[Span] = field(default_factory=list)
    """The words that speak for the type, strongest first."""


MoveEvent = Literal["appointed", "departed"]


@dataclass(frozen=True, slots=True)
class Move:
    """A person takes up or leaves a position."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    person: str
    """Full name, as written."""
    event: MoveEvent
    """`appointed`: takes up the position; `departed`: leaves it."""
    role: str | None
    """The position, as written, without the organization where they separate cleanly."""
    organization: str | None
    """Where, as written."""
    effective_date: str | None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the text does not say."""
    predecessor: str | None
    """Full name of the person who held the position before."""
    confidence: Score
    """The probability that the whole row is right."""
    evidence: list[Span] = field(default_factory=list)
    """The words of the one window the row was read from: a sentence, two that follow each other, or a table row
    with its header."""
    context: list[Span] = field(default_factory=list)
    """Words elsewhere that complete the row, such as the headline's month; empty where the window says all."""


Metric = Literal["registrations", "sales", "deliveries", "orders", "market_share"]
Segment = Literal["used", "bev", "phev", "hybrid", "diesel", "petrol", "lcv", "suv", "fleet"]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many vehicles were registered, sold, delivered or ordered, or a share of the market."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    subject: str | None
    """Maker, brand, group, model or market, as written."""
    metric: Metric
    """What was counted."""
    value: float | None
    """The number, in units; for a share, in percent."""
    unit: Literal["vehicles", "percent"]
    """The unit of value."""
    change_pct: float | None
    """The change the text gives for this figure, signed, in percent."""
    period: str | None
    """`2020`, `2020-Q1`, `2020-H1` or `2020-03`."""
    geography: str | None
    """ISO 3166 alpha-2, `EU`, `Europe` or `World`."""
    segment: Segment | None
    """The part of the market, where the figure is of one."""
    forecast: bool
    """True where the figure is a target or a forecast."""
    confidence: Score
    """The probability that the whole row is right."""
    evidence: list[Span] = field(default_factory=list)
    """The words of the one window the row was read from: a sentence, two that follow each other, or a table row
    with its header."""
    context: list[Span] = field(default_factory=list)
    """Words elsewhere that complete the row, such as the headline's month; empty where the window says all."""


ComplianceOutcome = Literal["met", "missed", "at_risk", "exempt", "unknown"]
ComplianceRule = Literal["eu_fleet", "uk_zev", "us_cafe", "china_nev", "other"]


@dataclass(frozen=True, slots=True)
class Compliance:
    """Where a maker, a pool or a market stands against a fleet CO2 or fuel economy target."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    organization: str | None
    """Maker, pool or market, as written."""
    year: int | None
    """The year the target is for."""
    target_g_km: float | None
    """The target in grams of CO2 a kilometre."""
    actual_g_km: float | None
    """What was emitted, in grams of CO2 a kilometre."""
    gap_g_km: float | None
    """The distance as the text gives it; positive: over the target."""
    outcome: ComplianceOutcome
    """Where the organization stands."""
    penalty_eur: float | None
    """The fine in euro; null in any other currency."""
    rule: ComplianceRule
    """The regulation."""
    confidence: Score
    """The probability that the whole row is right."""
    evidence: list[Span] = field(default_factory=list)
    """The words of the one window the row was read from: a sentence, two that follow each other, or a table row
    with its header."""
    context: list[Span] = field(default_factory=list)
    """Words elsewhere that complete the row, such as the headline's month; empty where the window says all."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read out of the text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    moves: list[Move] = field(default_factory=list)
    """Who moved where and when."""
    figures: list[Figure] = field(default_factory=list)
    """How many, of whom, in which period, up or down how much."""
    compliance: list[Compliance] = field(default_factory=list)
    """Which maker met or missed which target."""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization of the curated table that the article names."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    name: str
    """The table's name for it."""
    id: str
    """The table's id."""
    wikidata: str | None
    """The Wikidata item, where it is known."""
    kind: str
    """`brand`, `maker`, `group`, `supplier`, `federation`, `importer`, `leasing`, `dealer_group`, …"""
    mentions: Annotated[int, Ge(1)]
    """How often headline and text name it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person the article names."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    name: str
    """Full name, as written first."""
    mentions: Annotated[int, Ge(1)]
    """How often headline and text name the person."""


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """A teaser of another article that stood on the page."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    headline: str | None
    """The teaser's headline."""
    teaser: str | None
    """Its text, as far as the page gives it."""
    url: str | None
    """Where it leads, made absolute."""


@dataclass(frozen=True, slots=True)
class RawPosition:
    """Where the raw page stands in Kafka."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    topic: str
    """The topic the page was read from."""
    partition: int
    """Its partition."""
    offset: int
    """Its offset."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """How this article came to be."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    raw: RawPosition | None
    """The raw message; null where the page did not come from Kafka."""
    fetched: str | None
    """When the crawler fetched the page, RFC 3339, as the producer gave it."""
    processed: str
    """When the page was processed, RFC 3339 in UTC."""
    charset: str
    """The encoding the page was read in."""
    extractor: str
    """Name and version of the extractor."""
    pipeline: str
    """Version of this pipeline."""
    timings_ms: dict[str, float] = field(default_factory=dict)
    """Time by stage, in milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article, read out of a raw page."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    schema_version: Literal[1] = SCHEMA_VERSION
    """Version of this schema."""
    id: str
    """Depends on the canonical URL alone; on the content where there is no URL."""
    version: str
    """Depends on headline and text alone: the same words, the same version."""
    url: str | None
    """The address the page was fetched from."""
    canonical_url: str | None
    """The address the page gives for itself, or its own without tracking parameters."""
    host: str | None
    """The host of the address, without `www.`."""
    headline: str | None
    """The article's own headline."""
    text: str
    """The article's own paragraphs and table rows, separated by line breaks."""
    language: str | None
    """ISO 639-1."""
    authors: list[str] = field(default_factory=list)
    """Names of the authors."""
    publisher: str | None = None
    """Who published the article."""
    published: str | None = None
    """Date of publication, `YYYY-MM-DD`."""
    modified: str | None = None
    """Date of the last change, `YYYY-MM-DD`."""
    type: ArticleType = OTHER
    """The one type that headline and lead are about, or `other`."""
    types: list[TypeScore] = field(default_factory=list)
    """Every type that is a real part of the article, best first."""
    facts: Facts = field(default_factory=Facts)
    """What was read out of the text."""
    organizations: list[Organization] = field(default_factory=list)
    """Organizations of the curated table that the article names, most named first."""
    people: list[Person] = field(default_factory=list)
    """People the article names, most named first."""
    related: list[RelatedArticle] = field(default_factory=list)
    """Teasers of other articles that stood on the page."""
    backfill: bool = False
    """True where the page was run again on purpose."""
    metadata: dict[str, Any] = field(default_factory=dict)
    """What the producer gave, untouched."""
    provenance: Provenance
    """How this article came to be."""
