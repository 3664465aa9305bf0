"""Packed bodies: gzip, deflate, br and zstd, never unpacked beyond a bound."""

from __future__ import annotations

import re
import zlib

import cramjam

from pipeline.outcomes import TooLargeError, UndecodableError

_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_MAX_LAYERS = 3
# A page packed by the server and again by a crawler has two.
_MAX_MEMBERS = 1_000
# Parts of one gzip body, which may be written in pieces.
_MARKUP = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")


def unpack(body: bytes, content_encoding: str | None, limit: int) -> bytes:
    """The body without its packing.

    Bytes that are not packed as the header says were unpacked by the crawler, and stay. gzip and zstd
    are unpacked without a header too: their first bytes cannot be those of a page.

    Args:
        body: as it came.
        content_encoding: the HTTP header: encodings in the order in which they were applied.
        limit: bytes that any layer may have unpacked; memory beyond is never taken.

    Raises:
        TooLargeError: more bytes than the limit.
        UndecodableError: a cut or broken packing.
    """
    labels = [label.strip().lower() for label in (content_encoding or "").split(",")]
    for label in reversed([label for label in labels if label and label != "identity"][:_MAX_LAYERS]):
        body = _unpack_as(label, body, limit)
    for _ in range(_MAX_LAYERS):
        if body.startswith(_GZIP):
            body = _inflate(body, 31, limit)
        elif body.startswith(_ZSTD):
            body = _into_buffer(cramjam.zstd, "zstd", body, limit)
        else:
            return body
    raise UndecodableError(f"packed more than {_MAX_LAYERS} times")


def _unpack_as(label: str, body: bytes, limit: int) -> bytes:
    if not body or _MARKUP.match(body[:100]):
        return body
    if label in ("gzip", "x-gzip"):
        return _inflate(body, 31, limit) if body.startswith(_GZIP) else body
    if label == "deflate":
        return _deflate(body, limit)
    if label == "br":
        return _into_buffer(cramjam.brotli, "br", body, limit)
    if label == "zstd":
        return _into_buffer(cramjam.zstd, "zstd", body, limit) if body.startswith(_ZSTD) else body
    return body  # an encoding we do not know, `aws-chunked` for one; the bytes will tell


def _deflate(body: bytes, limit: int) -> bytes:
    """zlib as the standard says, or raw as some servers send it."""
    try:
        return _inflate(body, 15, limit)
    except UndecodableError:
        return _inflate(body, -15, limit)


def _inflate(body: bytes, window: int, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for _ in range(_MAX_MEMBERS):
        machine = zlib.decompressobj(window)
        try:
            part = machine.decompress(body, limit - size + 1)
        except zlib.error as error:
            raise UndecodableError(f"cannot be unpacked: {error}") from error
        parts.append(part)
        size += len(part)
        if size > limit:
            raise TooLargeError(f"more than {limit} bytes unpacked")
        if not machine.eof:
            raise UndecodableError("cannot be unpacked: the packed bytes are cut off")
        body = machine.unused_data
        if window != 31 or not body.startswith(_GZIP):  # padding behind the last member is common
            return b"".join(parts)
    raise UndecodableError(f"more than {_MAX_MEMBERS} packed parts")


def _into_buffer(codec: object, name: str, body: bytes, limit: int) -> bytes:
    """Unpacks into a buffer of the limit's size, since these encodings can hold gigabytes in a few bytes."""
    buffer = bytearray(limit + 1)
    try:
        size = codec.decompress_into(body, buffer)  # type: ignore[attr-defined]
    except cramjam.DecompressionError as error:
        if "write whole buffer" in str(error):
            raise TooLargeError(f"more than {limit} bytes unpacked") from error
        raise UndecodableError(f"cannot be unpacked as {name}: {error}") from error
    if size > limit:
        raise TooLargeError(f"more than {limit} bytes unpacked")
    return bytes(memoryview(buffer)[:size])
