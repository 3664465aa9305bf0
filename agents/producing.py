"""How a page becomes a raw message: the producers' side of the contract."""

from __future__ import annotations

import base64

import orjson

from pipeline.identity import host_of
from pipeline.page import RawPage


def raw_message(page: RawPage) -> tuple[bytes | None, bytes, list[tuple[str, bytes]]]:
    """Key, value and headers of the raw message: bytes as they are, characters or metadata in an envelope."""
    host = host_of(page.url)
    key = host.encode() if host else None
    if page.text is None and not page.metadata:
        said = {
            "url": page.url,
            "content-type": page.content_type,
            "content-encoding": page.content_encoding,
            "fetched-at": page.fetched,
            "source": page.source,
        }
        return key, page.body, [(name, content.encode()) for name, content in said.items() if content]
    return key, _envelope(page), [("content-type", b"application/json")]


def _envelope(page: RawPage) -> bytes:
    content = {"html": page.text} if page.text is not None else {"html_base64": base64.b64encode(page.body).decode()}
    said = {
        "url": page.url,
        "content_type": page.content_type,
        "content_encoding": page.content_encoding,
        "fetched_at": page.fetched,
        "source": page.source,
        "metadata": page.metadata,
    }
    return orjson.dumps(content | {name: value for name, value in said.items() if value})
