"""The Outcome: what goes out for every consumed page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from pipeline.article import RawPosition
from pipeline.outcomes import OutcomeName


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Exactly one for each consumed raw message."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True, "extra": "forbid"}

    outcome: OutcomeName
    """What became of the page."""
    stage: str | None = None
    """The stage that ended it, where it ended early."""
    reason: str | None = None
    """Why, in words a person can act on."""
    article_id: str | None = None
    """The article's id, where there is one."""
    version: str | None = None
    """Its version."""
    url: str | None = None
    """The page's address."""
    host: str | None = None
    """Its host, without `www.`."""
    type: str | None = None
    """The article's type, where there is one."""
    types: tuple[str, ...] = ()
    """Every type the article has, best first."""
    text_chars: int | None = None
    """Length of the article's text in characters, where there is one: what tells a source whose layout changed."""
    dated: bool | None = None
    """Whether the page gave a date of publication; null where there is no article."""
    raw: RawPosition
    """Where the raw message stands."""
    received: str
    """When the worker took the page, RFC 3339 in UTC."""
    processed: str
    """When it was done with it, RFC 3339 in UTC."""
    timings_ms: dict[str, float] = field(default_factory=dict)
    """Time by stage, in milliseconds."""
    worker: str
    """The worker's name."""
