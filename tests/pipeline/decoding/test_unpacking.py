"""Packed bodies are unpacked as far as they may be, and no further."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import cramjam
import pytest

from pipeline.decoding.unpacking import unpack
from pipeline.outcomes import TooLargeError, UndecodableError

PAGE = "<html><p>Les ventes progressent à Sérignac.</p></html>".encode() * 40
LIMIT = 100_000


def raw_deflate(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


def gzipped(data: bytes) -> bytes:
    """Without the time of day, so that each run has the same tests."""
    return gzip.compress(data, mtime=0)


@pytest.mark.parametrize(
    ("label", "packed"),
    [
        ("gzip", gzipped(PAGE)),
        ("x-gzip", gzipped(PAGE)),
        ("GZIP", gzipped(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("br", bytes(cramjam.brotli.compress(PAGE))),
        ("zstd", bytes(cramjam.zstd.compress(PAGE))),
        ("gzip, br", bytes(cramjam.brotli.compress(gzipped(PAGE)))),
        (None, gzipped(PAGE)),
        (None, bytes(cramjam.zstd.compress(PAGE))),
        (None, gzipped(gzipped(PAGE))),
        ("gzip", gzipped(PAGE[:900]) + gzipped(PAGE[900:])),
        ("gzip", gzipped(PAGE) + b"\x00" * 12),
    ],
)
def test_packed_pages_are_unpacked(label: str | None, packed: bytes) -> None:
    assert unpack(packed, label, LIMIT) == PAGE


@pytest.mark.parametrize("label", ["gzip", "deflate", "br", "zstd", "identity", "aws-chunked", "gzip, br", None])
def test_bytes_the_crawler_unpacked_already_stay(label: str | None) -> None:
    assert unpack(PAGE, label, LIMIT) == PAGE


@pytest.mark.parametrize(
    ("label", "packed"),
    [
        ("gzip", gzipped(PAGE)[:-20]),
        ("gzip", gzipped(PAGE)[:30] + b"\xff" * 50),
        ("br", b"\xff" * 50),
        ("deflate", b"\xff" * 50),
        ("zstd", bytes(cramjam.zstd.compress(PAGE))[:-9]),
    ],
)
def test_cut_or_broken_packing_ends_as_undecodable(label: str, packed: bytes) -> None:
    with pytest.raises(UndecodableError, match="cannot be unpacked"):
        unpack(packed, label, LIMIT)


@pytest.mark.parametrize(
    ("label", "packed"),
    [
        ("gzip", gzipped(bytes(30_000_000))),
        ("deflate", zlib.compress(bytes(30_000_000))),
        ("br", bytes(cramjam.brotli.compress(bytes(30_000_000)))),
        ("zstd", bytes(cramjam.zstd.compress(bytes(30_000_000)))),
        ("gzip", gzipped(b"a" * 60_000) * 2),
    ],
)
def test_a_bomb_takes_no_more_memory_than_the_limit(label: str, packed: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        unpack(packed, label, LIMIT)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * LIMIT


def test_endless_layers_are_refused() -> None:
    packed = PAGE
    for _ in range(6):
        packed = gzipped(packed)
    with pytest.raises(UndecodableError, match="packed more than"):
        unpack(packed, None, LIMIT)


def test_endless_members_are_refused() -> None:
    with pytest.raises(UndecodableError, match="packed parts"):
        unpack(gzipped(b"") * 1_500, "gzip", LIMIT)
