"""Takes out of words what no page means: controls, NULs, marks, halves of pairs."""

from __future__ import annotations

import re

_UNMEANT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_C1_CONTROL = re.compile(b"\xc2[\x80-\x84\x86-\x9f]")  # in UTF-8, as the next
_NO_CHARACTER = re.compile(b"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])")
_FEEDS = str.maketrans("\x0b\x0c", "  ")  # white space in HTML, but no character of XML
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\u00ad\u200b\u2060\ufeff]")
"""What lxml refuses; soft hyphens, breaks and non-breaks without width. Joiners stay: Persian and Hindi need them."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_REFERENCE = re.compile(r"&#(?:[xX]0{0,20}(?P<hex>[0-9a-fA-F]{1,8})|0{0,20}(?P<decimal>[0-9]{1,9}))(?![0-9]);?")


def clean(text: str, utf8: bytes | None = None) -> str:
    """The text without NULs, control characters, lone surrogates and a byte order mark; pairs of surrogates joined.

    Args:
        text: the text.
        utf8: the same in UTF-8, where it is at hand.
    """
    if _may_be_unclean(text, utf8):
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        text = _UNMEANT.sub("", text.translate(_FEEDS))
    return text.lstrip("\ufeff")


def _may_be_unclean(text: str, utf8: bytes | None) -> bool:
    """Whether there is something to take out: of bytes that is told ten times as fast as of characters."""
    try:
        encoded = text.encode() if utf8 is None else utf8
    except UnicodeEncodeError:
        return True
    if len(encoded.translate(None, _CONTROLS)) < len(encoded):
        return True
    return not text.isascii() and bool(_C1_CONTROL.search(encoded) or _NO_CHARACTER.search(encoded))


def without_unshown(text: str) -> str:
    """The text without what lxml refuses in a new text, references may name it; and without layout within words.

    A soft hyphen or a break without width would hide the word from whoever searches the text.
    """
    return text if text.isprintable() else _UNSHOWN.sub("", text)


def clean_references(html: str) -> str:
    """The page without references to such characters; `&#146;` becomes the apostrophe that browsers show for it."""
    if "&#" not in html or all(_meant(*numbers) is None for numbers in set(_REFERENCE.findall(html))):
        return html  # a page has hundreds of references, few of them different
    return _REFERENCE.sub(_replaced, html)


def count_lost(text: str) -> tuple[int, int]:
    """How many characters are replacement characters, and how many are beyond ASCII."""
    lost = text.count("\ufffd")
    return lost, len(_BEYOND_ASCII.findall(text)) if lost else 0


def _replaced(match: re.Match[str]) -> str:
    meant = _meant(match["hex"], match["decimal"])
    return match[0] if meant is None else meant


def _meant(hexadecimal: str | None, decimal: str | None) -> str | None:
    """What a reference to that number means, None where it may stay."""
    number = int(hexadecimal, 16) if hexadecimal else int(decimal or "0")
    if 0x80 <= number <= 0x9F:  # numbers of Windows-1252, by the HTML standard
        return bytes([number]).decode("windows-1252", "ignore")
    if number in (0x0B, 0x0C):
        return " "
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or _UNMEANT.match(chr(number)):
        return ""
    return None
