"""How large a page may be before it is refused: the guard before every parser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one page. The defaults leave the largest of 2,172 real pages room to double."""

    max_page_bytes: int = 5_000_000
    """Bytes of the page, packed or not; the largest real page seen has 2.9 MB."""
    max_elements: int = 40_000
    """Elements of the page; the largest real page seen has 11,500."""
    max_paragraphs: int = 3_000
    """`<p>` elements, which cost the extractor most; the largest real page seen has 697."""
    min_text_chars: int = 80
    """Below this, a page has no text worth an article."""


DEFAULT_LIMITS = Limits()
