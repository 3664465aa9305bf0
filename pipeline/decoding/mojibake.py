"""Mends text that was encoded twice: UTF-8 read as Windows-1252 and written as UTF-8 again."""

from __future__ import annotations

import re
import unicodedata

_UNDEFINED = dict.fromkeys((0x81, 0x8D, 0x8F, 0x90, 0x9D))
# Bytes without a character in Windows-1252; programs pass them on as controls.


def _character(byte: int) -> str:
    return chr(byte) if byte in _UNDEFINED else bytes([byte]).decode("windows-1252")


_TRAILS = frozenset(_character(byte) for byte in range(0x80, 0xC0))
_TRAIL = "".join(map(re.escape, sorted(_TRAILS)))
_SEQUENCE = re.compile(f"(?:[Â-ß][{_TRAIL}]|[à-ï][{_TRAIL}]{{2}}|[ð-ô][{_TRAIL}]{{3}})+")
_BYTES = {_character(byte): byte for byte in range(0x80, 0x100)}
_UNEXPECTED = ("Cc", "Cn", "Co", "Cs")
# Categories of characters that no text holds: controls, unassigned and private ones.
_TELLING = ("Ã", "Â", "Å")
# The first of two, in what the letters of our languages become; signs of punctuation become three that begin with â€.
_MIN_SEQUENCES = 3
# Fewer may be an article that shows what garbled text looks like.
_MAX_TIMES = 2


def mend_double_encoding(text: str) -> tuple[str, int]:
    """The text mended, and how many times it was wrongly encoded.

    Only certain cases are mended: at least three sequences that are valid UTF-8 once more and give letters
    or signs, and hardly any that are not. Text of the page that was
    encoded once stands beside and is left alone: its accents are no valid sequences.
    """
    times = 0
    while times < _MAX_TIMES and _may_be_encoded_twice(text):
        mended = _mended(text)
        if mended is None:
            break
        text, times = mended, times + 1
    return text, times


def _may_be_encoded_twice(text: str) -> bool:
    """Whether there is one sequence at least. Single characters are found fast; the expression takes 7 ms a page."""
    if "€" in text and "â€" in text:
        return True
    for sign in _TELLING:
        at = text.find(sign)
        while at >= 0:
            if text[at + 1 : at + 2] in _TRAILS:
                return True
            at = text.find(sign, at + 1)
    return False


def _mended(text: str) -> str | None:
    right = wrong = 0
    for match in _SEQUENCE.finditer(text):
        read = _read(match[0])
        if read is not None and not any(unicodedata.category(character) in _UNEXPECTED for character in read):
            right += 1
        else:
            wrong += 1
    if right < _MIN_SEQUENCES or wrong > right * 0.05:
        return None
    return _SEQUENCE.sub(lambda match: _read(match[0]) or match[0], text)


def _read(sequence: str) -> str | None:
    try:
        return bytes(_BYTES[character] for character in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None
