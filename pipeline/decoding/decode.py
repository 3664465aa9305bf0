"""How a page's bytes become characters: one way in, no mojibake out."""

from __future__ import annotations

from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import TooLargeError, UndecodableError
from pipeline.page import DecodedPage, RawPage


def decode(page: RawPage, limits: Limits = DEFAULT_LIMITS) -> DecodedPage:
    """The page as characters.

    Raises:
        TooLargeError: the bytes, packed or unpacked, are over the limit.
        UndecodableError: no encoding reads them without damage.
        NotHtmlError: they are of something else than an HTML page.
    """
    if page.text is not None:
        return DecodedPage(page.text, "unicode")
    if len(page.body) > limits.max_page_bytes:
        raise TooLargeError(f"{len(page.body)} bytes, the limit is {limits.max_page_bytes}")
    for charset in ("utf-8-sig", "windows-1252"):
        try:
            return DecodedPage(page.body.decode(charset), charset)
        except UnicodeDecodeError:
            continue
    raise UndecodableError("neither UTF-8 nor Windows-1252")
