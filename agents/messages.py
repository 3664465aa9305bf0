"""How a raw message is read: bytes with headers, or a JSON envelope, to a RawPage."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson

from pipeline.article import RawPosition
from pipeline.page import RawPage


class InvalidMessageError(ValueError):
    """The message breaks the contract of the raw topic; the text says how."""


def read_message(value: bytes | None, headers: Mapping[str, bytes | None], raw: RawPosition | None) -> RawPage:
    """The page that the message carries.

    Args:
        value: the message's value: the page as fetched, or an envelope where `content-type` says JSON.
        headers: `url`, `content-type`, `content-encoding`, `fetched-at`, `source`, `backfill`, all optional;
            their names in any case.
        raw: where the message stands.

    Raises:
        InvalidMessageError: no value, or an envelope that is not as the contract says.
    """
    said = {name.lower(): _text(content) for name, content in headers.items()}
    content_type = said.get("content-type")
    if value is None:
        raise InvalidMessageError("a message without a value")
    backfill = said.get("backfill") == "1"
    if content_type is not None and content_type.partition(";")[0].strip().lower() == "application/json":
        return read_envelope(_object(value), backfill=backfill, raw=raw, source=said.get("source"))
    return RawPage(
        body=value,
        url=said.get("url"),
        content_type=content_type,
        content_encoding=said.get("content-encoding"),
        fetched=_timestamp(said.get("fetched-at")),
        source=said.get("source"),
        backfill=backfill,
        raw=raw,
    )


def read_envelope(
    envelope: Mapping[str, Any], *, backfill: bool = False, raw: RawPosition | None = None, source: str | None = None
) -> RawPage:
    """The page of an envelope: `url`, `html` or `html_base64`, `content_type`, `fetched_at`, `metadata`.

    Raises:
        InvalidMessageError: neither or both of `html` and `html_base64`, or a field of the wrong kind.
    """
    html, packed = envelope.get("html"), envelope.get("html_base64")
    if (html is None) == (packed is None):
        raise InvalidMessageError("an envelope needs either html or html_base64")
    if html is not None and not isinstance(html, str):
        raise InvalidMessageError("html is not a string")
    metadata = envelope.get("metadata")
    if metadata is None:
        metadata = {}
    if not isinstance(metadata, dict):
        raise InvalidMessageError("metadata is not an object")
    return RawPage(
        body=b"" if packed is None else _base64(packed),
        text=html,
        url=_string(envelope, "url"),
        content_type=_string(envelope, "content_type"),
        content_encoding=_string(envelope, "content_encoding"),
        fetched=_timestamp(_string(envelope, "fetched_at")),
        source=_string(envelope, "source") or source,
        backfill=backfill or envelope.get("backfill") is True,
        metadata=metadata,
        raw=raw,
    )


def _object(value: bytes) -> dict[str, Any]:
    try:
        envelope = orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise InvalidMessageError(f"content-type says JSON, but the value is not: {error}") from error
    if not isinstance(envelope, dict):
        raise InvalidMessageError("content-type says JSON, but the value is not an object")
    return envelope


def _base64(packed: object) -> bytes:
    if not isinstance(packed, str):
        raise InvalidMessageError("html_base64 is not a string")
    try:
        return base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidMessageError(f"html_base64 is not base64: {error}") from error


def _string(envelope: Mapping[str, Any], name: str) -> str | None:
    value = envelope.get(name)
    if value is not None and not isinstance(value, str):
        raise InvalidMessageError(f"{name} is not a string")
    return value or None


def _text(content: bytes | str | None) -> str | None:
    if content is None:
        return None
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return text.strip() or None


def _timestamp(value: str | None) -> str | None:
    """The time as given, where it is RFC 3339; what is not is no time at all."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00").replace("z", "+00:00"))
    except ValueError:
        return None
    return value if moment.tzinfo is not None else None
