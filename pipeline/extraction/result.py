"""What extraction reads out of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.article import RelatedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page says of its article; None or empty where it says nothing that can be trusted."""

    headline: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published: str | None = None
    """`YYYY-MM-DD`."""
    published_month: str | None = None
    """`YYYY-MM`, where the page states a month and no day."""
    modified: str | None = None
    """`YYYY-MM-DD`."""
    canonical_url: str | None = None
    declared_language: str | None = None
    """ISO 639-1, as the page declares it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The article's own text, and what stood around it."""

    text: str
    """Paragraphs and table rows separated by line breaks; the cells of a row joined by ` | `."""
    language: str | None
    """ISO 639-1: the one detected on the text, or the declared one where the text is too short to tell."""
    metadata: Metadata
    related: list[RelatedArticle]
    extractor: str
    """Name and version of the extractor, with the way taken where it was not the usual one."""
