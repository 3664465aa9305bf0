"""What goes over the signatures topic and the stories topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a published article is compared by; from the workers to the one that compares."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    article_id: str
    """The article's id."""
    version: str
    """Its version."""
    host: str | None
    """The host of its address."""
    signature: str
    """MinHash of its phrases: 256 bytes or so, in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPlace:
    """The story that an article tells; the last one of an article counts."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    article_id: str
    """The article's id."""
    version: str
    """Its version."""
    story: str
    """The id of the first article that tells the same: articles with the same one belong together."""
    likeness: float
    """Estimated share of phrases in common with the nearest article of the story; 1 where it is the first."""
    host: str | None
    """The host of the article's address."""
    signature: str
    """As on the signatures topic: whoever compares next reads it from here."""
