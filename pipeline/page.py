"""The raw page, as a crawler hands it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.article import RawPosition


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """One fetched page: its bytes, and what the producer said of them.

    Everything but the bytes may be missing, and anything said may be wrong.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None
    """The HTTP header, with its charset parameter."""
    content_encoding: str | None = None
    """gzip, deflate, br or zstd, where the bytes are still packed."""
    fetched: str | None = None
    source: str | None = None
    backfill: bool = False
    metadata: dict[str, Any] = field(default_factory=dict)
    raw: RawPosition | None = None
    text: str | None = None
    """The page where the producer hands over characters, not bytes (JSON envelope); `body` is then empty."""


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The page as characters, and the encoding they were read in."""

    html: str
    charset: str
    utf8: bytes | None = None
    """The same characters in UTF-8, where they came so: encoding them anew costs as much as decoding."""
