"""What a page process gives back: plain bytes and strings."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.outcomes import OutcomeName


@dataclass(frozen=True, slots=True, kw_only=True)
class PageResult:
    """What became of one page."""

    outcome: OutcomeName
    stage: str | None = None
    """The stage that ended the page, where it ended early."""
    reason: str | None = None
    """Why, in words a person can act on."""
    error: str | None = None
    """The class of the error, where there was one."""
    url: str | None = None
    host: str | None = None
    article: bytes | None = None
    """The Article as JSON, ready for the broker."""
    article_id: str | None = None
    version: str | None = None
    type: str | None = None
    types: tuple[str, ...] = ()
    text_chars: int | None = None
    """Length of the article's text, in characters."""
    dated: bool | None = None
    """Whether the page gave a date of publication; None where there is no article."""
    processed: str | None = None
    signature: bytes | None = None
    """What the article is compared by; None where it is too short for that."""
    timings_ms: dict[str, float] = field(default_factory=dict)
