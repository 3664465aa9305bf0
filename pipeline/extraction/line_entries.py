"""Lines told by their form: the entries of a page's foot or menu, the subjects of an article, captions."""

from __future__ import annotations

import re

from pipeline.extraction.author_words import credit_at_end
from pipeline.extraction.blocks import Block
from pipeline.extraction.phrases import is_phrase, opens_with_phrase

_BETWEEN_ENTRIES = re.compile(r"\s+[-–—/]\s+|\s*[|·•]\s*|\s+::\s+|\.\s+")
_MARKS = re.compile(r"[|·•:./–—-]")
"""One of these is in whatever parts two entries; most lines have none."""
_MAX_ENTRY_CHARS, _LONG_CHARS = 45, 60
_MAX_CAPTION_CHARS = 170
_MIN_MENU, _MAX_MENU_CHARS = 4, 25
"""Entries of a menu, and the length of each."""


def is_foot(text: str) -> bool:
    """Whether the line lists the entries of a page's foot: two or more, most of them known."""
    if len(text) > _LONG_CHARS and not _BETWEEN_ENTRIES.search(text, 0, _LONG_CHARS):
        return False  # most lines that are looked at: the first entry is too long
    entries = _entries(text)
    if len(entries) < 2 or max(map(len, entries)) > _MAX_ENTRY_CHARS:
        return False
    known = sum(is_phrase(entry, "foot", "lines") or opens_with_phrase(entry, "starts", "rights") for entry in entries)
    return 2 * known > len(entries)


def is_menu(text: str) -> bool:
    """Whether the line, before the headline, lists the sections of the site: one of them at least is known."""
    entries = _entries(text)
    return (
        len(entries) >= _MIN_MENU
        and max(map(len, entries)) <= _MAX_MENU_CHARS
        and any(is_phrase(entry, "foot", "lines") for entry in entries)
    )


def _entries(text: str) -> list[str]:
    if not _MARKS.search(text):
        return [text]
    return [entry for entry in _BETWEEN_ENTRIES.split(text) if entry]


def is_caption(block: Block) -> bool:
    """Whether the line is what stands under a picture: it ends with whose it is, and is no paragraph."""
    text = block.text
    if block.kind != "text" or len(text) > _MAX_CAPTION_CHARS or not (":" in text or "©" in text):
        return False
    credit = None if text.endswith(".") or block.tag == "li" else credit_at_end().search(text)
    # A line that says nothing else names people or agencies; with figures it is an entry of a data sheet.
    return credit is not None and (credit.start() > 0 or not any(map(str.isdigit, text)))


def lists_subjects(block: Block) -> bool:
    """Whether it is the line of an article's subjects: "Tags: cars, industry"."""
    head, colon, _ = block.text[:_MAX_ENTRY_CHARS].partition(":")
    return bool(colon) and is_phrase(head, "tags") and not block.ends_a_sentence
