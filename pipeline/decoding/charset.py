"""Which encoding reads the bytes: the bytes' own evidence first, then what is declared, then what reads plausibly."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from pipeline.decoding.plausibility import foreignness, implausibility, is_latin, is_plausible
from pipeline.languages import LANGUAGES
from pipeline.outcomes import UndecodableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READ_AS = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "cp1252": "windows-1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# What browsers read a declared encoding as (WHATWG Encoding Standard), by Python's names.
_SHIFTED = {"iso2022_jp", "hz", "iso2022_kr"}
# Encodings of seven bits, which are valid UTF-8 as they stand.
_HEAD_BYTES = 4_096
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,20}<\?xml\s[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html\s[^>]{0,500}?lang\s{0,5}=\s{0,5}[\"']?([A-Za-z]{2})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_STRAY_SHARE = 0.1
# Bytes that are no UTF-8 among all beyond ASCII: an advert or a quote pasted into a UTF-8 page.
_FOREIGN_WEIGHT, _FOREIGN_MARGIN = 0.3, 0.02
# A declared encoding that gives letters which none of our languages writes gives way to one that does not.


def read_characters(body: bytes, content_type: str | None) -> tuple[str, str, bytes | None]:
    """The characters, the name of the encoding that they were read in, and the bytes where they are their UTF-8.

    Args:
        body: the page's bytes, unpacked.
        content_type: the HTTP header; its charset is believed only as far as the bytes allow.

    Raises:
        UndecodableError: no encoding reads the bytes without damage.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding), encoding, None
    if wide := _unmarked_utf16(body):
        return _strictly(body, wide), wide, None
    declared = list(dict.fromkeys(_declared(body, content_type)))
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return *_not_utf8(body, declared), None
    shifted = next((encoding for encoding in declared if encoding in _SHIFTED), None)
    if shifted and (b"\x1b" in body or b"~{" in body):
        return _strictly(body, shifted), shifted, None
    return text, "utf-8", body


def _declared(body: bytes, content_type: str | None) -> Iterator[str]:
    """What header, `<meta>` and XML declaration say, in this order, by the names of the encodings to read with."""
    said = [match[1] for match in [_HEADER.search(content_type or "")] if match]
    head = body[:_HEAD_BYTES]
    said += [match[1].decode("ascii") for match in (_META.search(head), _XML.search(head)) if match]
    for name in said:
        try:
            codec = codecs.lookup(name)
        except LookupError:
            continue
        if codec.name.startswith(("utf-16", "utf-32")) or not getattr(codec, "_is_text_encoding", True):
            continue  # a page whose declaration can be read is in none of these
        yield _READ_AS.get(codec.name, codec.name)


def _unmarked_utf16(body: bytes) -> str | None:
    """UTF-16 without its mark, told by the NUL in every other byte."""
    head = body[:200]
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.4 and even < len(head) * 0.1:
        return "utf-16-le"
    if even > len(head) * 0.4 and odd < len(head) * 0.1:
        return "utf-16-be"
    return None


def _strictly(body: bytes, encoding: str) -> str:
    whole = {"utf-16": 2, "utf-32": 4}.get(encoding[:6], 1)
    body = body[: len(body) - len(body) % whole]  # a page cut in the middle of a character
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _utf8_with_strays(body) or _refuse(f"marked as UTF-8, which it is not: {error}")
        return _refuse(f"not {encoding}: {error}")


def _refuse(reason: str) -> str:
    raise UndecodableError(reason)


def _not_utf8(body: bytes, declared: list[str]) -> tuple[str, str]:
    if (mixed := _utf8_with_strays(body)) is not None:
        return mixed, "utf-8"
    candidates: list[tuple[float, int, str, str]] = []
    language = _language(body)
    foreign_counts = language in (*LANGUAGES, None)
    margin = 0.0 if language else _FOREIGN_MARGIN
    for encoding in dict.fromkeys([*declared, "windows-1252", "iso8859-15"]):
        text = _read(body, encoding)
        if text is not None and (is_latin(text) or encoding in declared):
            foreign = _FOREIGN_WEIGHT * foreignness(text) if foreign_counts else 0.0
            rank = implausibility(text) + max(0.0, foreign - margin)
            candidates.append((rank, len(candidates), encoding, text))
    if candidates:
        _, _, encoding, text = min(candidates)
        if is_plausible(text):
            return text, encoding
    if found := _guessed(body):
        return found
    raise UndecodableError(f"no encoding reads the bytes plausibly; declared: {', '.join(declared) or 'none'}")


def _language(body: bytes) -> str | None:
    match = _LANGUAGE.search(body[:_HEAD_BYTES])
    return match[1].decode("ascii").lower() if match else None


def _read(body: bytes, encoding: str) -> str | None:
    if encoding == "utf-8":
        return None
    try:
        if encoding == "windows-1252":
            return body.decode("windows-1252", "replace") if _undefined(body) <= 2 else body.decode("windows-1252")
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _undefined(body: bytes) -> int:
    """How many bytes Windows-1252 has no character for."""
    return len(body) - len(body.translate(None, b"\x81\x8d\x8f\x90\x9d"))


def _utf8_with_strays(body: bytes) -> str | None:
    """UTF-8 in which few bytes are of Windows-1252; None where many are, so that it is no UTF-8."""
    valid = body.decode("utf-8", "ignore")
    stray_bytes = len(body) - len(valid.encode("utf-8"))
    if stray_bytes <= 3 and _cut_at_end(body):
        return valid
    if stray_bytes > _STRAY_SHARE * sum(1 for character in valid if character > "\x7f"):
        return None
    return body.decode("utf-8", "rotative-windows-1252")


def _cut_at_end(body: bytes) -> bool:
    try:
        body[:-3].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(body) - 6
    return True


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    piece = error.object[error.start : error.end]
    return piece.decode("windows-1252", "ignore"), error.end


codecs.register_error("rotative-windows-1252", _as_windows_1252)


def _guessed(body: bytes) -> tuple[str, str] | None:
    """The encoding that a statistical guess is sure of, for undeclared pages of other scripts."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (half a second to import, rarely needed)

    sample = re.sub(rb"<[^<>]{0,2000}>", b" ", body[:200_000])[:40_000]
    best = from_bytes(sample, threshold=0.1).best()
    if best is None or best.chaos > 0.05 or best.coherence < 0.3:
        return None
    encoding = codecs.lookup(best.encoding).name
    text = _read(body, _READ_AS.get(encoding, encoding))
    return (text, encoding) if text is not None and is_plausible(text) else None
