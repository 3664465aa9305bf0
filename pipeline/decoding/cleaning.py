"""Takes out of a page's characters what no page means: controls, NULs, marks, halves of pairs."""

from __future__ import annotations

import re

_UNMEANT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def clean(text: str) -> str:
    """The text without NULs, control characters, lone surrogates and a byte order mark; pairs of surrogates joined."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    if _UNMEANT.search(text):
        text = _UNMEANT.sub("", text)
    return text.lstrip("\ufeff")


def count_lost(text: str) -> tuple[int, int]:
    """How many characters are replacement characters, and how many are beyond ASCII."""
    lost = text.count("\ufffd")
    return lost, len(_BEYOND_ASCII.findall(text)) if lost else 0
