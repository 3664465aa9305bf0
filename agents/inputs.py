"""Pages from files: HTML, JSONL and WARC, packed or not, folders of them, or standard input."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import orjson
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from agents.messages import InvalidMessageError, read_envelope
from pipeline.page import RawPage

STANDARD_INPUT = "-"
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
WARC_SUFFIXES = frozenset({".warc"})
GZIP_MAGIC = b"\x1f\x8b"
GZIP_BITS = 16 + zlib.MAX_WBITS
"""Tells zlib that a gzip header comes first."""


class InputError(Exception):
    """A path that cannot be read at all; the message names it."""


@dataclass(frozen=True, slots=True)
class InputPage:
    """A page, and where it stood."""

    label: str
    """`file`, `file:line` or the address in an archive."""
    page: RawPage


@dataclass(frozen=True, slots=True)
class UnreadableInput:
    """A piece of the input that is no page, and why."""

    label: str
    reason: str


def read_inputs(paths: Iterable[str], standard_input: IO[bytes]) -> Iterator[InputPage | UnreadableInput]:
    """Every page under the paths, in their order; a folder's files by name.

    Raises:
        InputError: a path does not exist, cannot be read, or is a folder without any page.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_stream("-", standard_input)
        else:
            yield from _read_path(Path(path))


def _read_path(path: Path) -> Iterator[InputPage | UnreadableInput]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and _kind(file) is not None)
        if not files:
            raise InputError(f"{path}: no .html, .jsonl or .warc file in this folder")
        for file in files:
            yield from _read_file(file)
    else:
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[InputPage | UnreadableInput]:
    kind = _kind(path)
    try:
        if kind in LINES_SUFFIXES:
            with _opened(path) as lines:
                yield from _read_lines(str(path), lines)
        elif kind in WARC_SUFFIXES:
            with path.open("rb") as archive:
                yield from _read_archive(str(path), archive)
        else:
            yield InputPage(str(path), _page_of_bytes(path.read_bytes()))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except (EOFError, zlib.error) as error:
        raise InputError(f"{path}: damaged gzip: {error}") from error


def _read_stream(label: str, stream: IO[bytes]) -> Iterator[InputPage | UnreadableInput]:
    """JSONL, WARC or one page, packed or not: the first bytes say which."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(64)
    packed = head.startswith(GZIP_MAGIC)
    try:
        begins = zlib.decompressobj(wbits=GZIP_BITS).decompress(head, 64) if packed else head
        if begins.startswith(b"WARC/"):
            yield from _read_archive(label, buffered)
        elif begins.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from _read_lines(label, gzip.GzipFile(fileobj=buffered) if packed else buffered)
        else:
            yield InputPage(label, _page_of_bytes(buffered.read()))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{label}: damaged gzip: {error}") from error


def _read_lines(label: str, lines: Iterable[bytes]) -> Iterator[InputPage | UnreadableInput]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield InputPage(f"{label}:{number}", _page_of_line(line))
            except InvalidMessageError as error:
                yield UnreadableInput(f"{label}:{number}", str(error))


def _page_of_line(line: bytes) -> RawPage:
    try:
        record: Any = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InvalidMessageError(f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise InvalidMessageError("not a JSON object")
    if record.get("metadata") is None and "id" in record:
        record["metadata"] = {"gold_id": record["id"]}
    return read_envelope(record)


def _read_archive(label: str, archive: IO[bytes]) -> Iterator[InputPage | UnreadableInput]:
    records = 0
    try:
        for record in ArchiveIterator(archive):
            records += record.format == "warc"  # the library takes any line of text for the old format
            if record.rec_type != "response" or record.http_headers is None:
                continue
            content_type = record.http_headers.get_header("Content-Type")
            if content_type and "html" not in content_type.lower():
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield InputPage(
                url or label,
                RawPage(
                    body=record.content_stream().read(),  # unpacked and unchunked by warcio
                    url=url,
                    content_type=content_type,
                    fetched=record.rec_headers.get_header("WARC-Date"),
                ),
            )
    except ArchiveLoadFailed as error:
        yield UnreadableInput(label, f"not a WARC archive: {error}")
    else:
        if not records:
            yield UnreadableInput(label, "not a WARC archive, or an empty one: it has no record")


def _page_of_bytes(body: bytes) -> RawPage:
    return RawPage(body=body, content_encoding="gzip" if body.startswith(GZIP_MAGIC) else None)


def _kind(path: Path) -> str | None:
    """The suffix that tells how the file is read, also before `.gz`; None where it is no page."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    last = suffixes[-2] if len(suffixes) > 1 and suffixes[-1] == ".gz" else suffixes[-1] if suffixes else ""
    return last if last in HTML_SUFFIXES | LINES_SUFFIXES | WARC_SUFFIXES else None


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]
