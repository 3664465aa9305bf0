"""How large a page may be before it is refused: the guard before every parser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one page. The defaults leave the largest of 2,172 real pages room to double."""

    max_page_bytes: int = 5_000_000
    """Bytes of the page as it comes, packed or not; the largest real page seen has 2.9 MB."""
    max_unpacked_bytes: int = 6_000_000
    """Bytes of the page once unpacked, or characters where it comes as characters; enforced while unpacking, so that
    a bomb never takes more memory than this. Twice the largest real page."""
    max_elements: int = 25_000
    """Elements of the page; the largest real page seen has 11,500."""
    max_paragraphs: int = 3_000
    """`<p>` elements, which cost the extractor most; the largest real page seen has 697."""
    max_depth: int = 500
    """Levels of elements within elements. Browsers build 512, real pages have 43 at most. Bold, font and span
    elements left open do not count: where they make a page deeper, they are taken out first."""
    max_text_chars: int = 1_000_000
    """Characters of the page's words, without scripts and markup; a long book chapter has a tenth of it."""
    max_attribute_chars: int = 100_000
    """Characters of one attribute; longer ones are taken out, they hold data and never words."""
    max_read_chars: int = 200_000
    """Characters of the article's text, from its beginning, that type, names and facts are read from; the text stays
    whole. No press article comes near: what goes on is a book or a list."""
    min_text_chars: int = 80
    """Below this, a page has no text worth an article."""


DEFAULT_LIMITS = Limits()
