"""Tells what is no HTML page: by the first bytes, by the first element, by the lack of any markup."""

from __future__ import annotations

import re

import orjson

from pipeline.outcomes import NotHtmlError

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00asm", "a WebAssembly program"),
    (b"%!PS", "a PostScript document"),
    (b"SQLite format 3\x00", "a database"),
)
_HEAD_BYTES = 65_536
_BINARY_SHARE = 0.02
# Control bytes among the first 64 KB; text has next to none, packed or compiled data a tenth.
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r\x1b\x00")
_PROLOGUE = re.compile(
    r"\s+|<\?[^>]{0,2000}\?>|<!--.{0,20000}?-->"
    r"|<!DOCTYPE(?!\s+html)[^>\[]{0,500}(?:\[[^\]]{0,20000}\])?[^>]{0,100}>",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(r"<([A-Za-z][\w:.-]{0,60})")
_FEEDS = {"rss": "an RSS feed", "feed": "an Atom feed", "rdf:rdf": "an RDF feed"}
_XML_ROOTS = {
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "svg": "an SVG image",
    "opml": "a list of feeds",
    "kml": "a map",
    "error": "an XML error message",
    "soap:envelope": "a SOAP message",
    "xsl:stylesheet": "a stylesheet",
}
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|title|meta|link|script|p|div|span|h[1-6]|table|tr|td|a|br|article|section|main"
    r"|header|footer|ul|ol|li|font|center|b|i|em|strong|img|form|frameset|frame|iframe|blockquote|pre|hr|dl|noscript))[\s/>]",
    re.IGNORECASE,
)


def refuse_other_bytes(body: bytes) -> None:
    """Raises NotHtmlError for files that their first bytes tell, and for binary data of any kind."""
    head = body[:_HEAD_BYTES]
    start = head.lstrip(b"\r\n\t ")[:16]
    for magic, name in _MAGIC:
        if start.startswith(magic) and not (magic == b"BM" and head[6:10] != b"\x00\x00\x00\x00"):
            raise NotHtmlError(name)
    if head[4:8] == b"ftyp":
        raise NotHtmlError("a film or an image (ISO media)")
    if start.startswith(b"RIFF"):
        raise NotHtmlError("a WebP image, a WAV or an AVI recording")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if (
        controls > 8
        and controls > _BINARY_SHARE * len(head)
        and b"\x00<" not in head[:40]
        and b"<\x00" not in head[:40]
    ):
        raise NotHtmlError("binary data of an unknown kind")


def refuse_other_text(text: str) -> None:
    """Raises NotHtmlError for feeds, other XML, JSON and plain text; a blank page passes, it has no text to refuse."""
    start = _skip_prologue(text)
    head = text[start : start + 200_000]
    if not head.strip():
        return
    root = _ROOT.match(head)
    if root:
        name = root[1].lower()
        if kind := _FEEDS.get(name):
            raise NotHtmlError(kind)
        if kind := _XML_ROOTS.get(name):
            raise NotHtmlError(kind)
    if head[0] in "{[" and _is_json(text[start:]):
        raise NotHtmlError("JSON")
    if head.startswith(("MIME-Version:", "From: <Saved by")):
        raise NotHtmlError("a saved page (MHTML)")
    if not _MARKUP.search(head) and not _MARKUP.search(text):
        declared_xml = root is not None and text[:start].lstrip("\ufeff \r\n\t").startswith("<?xml")
        raise NotHtmlError(f"XML with the root element {root[1]}" if declared_xml and root else "plain text")


def _skip_prologue(text: str) -> int:
    """Where the first element or word begins, behind declarations and comments."""
    position = 0
    for _ in range(50):
        match = _PROLOGUE.match(text, position)
        if not match:
            break
        position = match.end()
    return position


def _is_json(text: str) -> bool:
    if text.rstrip()[-1:] not in ("}", "]"):
        return False
    try:
        orjson.loads(text)
    except ValueError:
        return not _MARKUP.search(text[:2_000])
    return True
