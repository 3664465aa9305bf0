"""How a page's bytes become characters: one way in, no mojibake out.

The order is: unpack, tell what the bytes are, read them, clean and mend the characters, tell what the
characters are. Each step is a module of this package.
"""

from __future__ import annotations

from pipeline.characters import clean, clean_references, count_lost
from pipeline.decoding.charset import read_characters
from pipeline.decoding.kind import refuse_other_bytes, refuse_other_text
from pipeline.decoding.mojibake import mend_double_encoding
from pipeline.decoding.unpacking import unpack
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import TooLargeError, UndecodableError
from pipeline.page import DecodedPage, RawPage

_LOST_CHARACTERS = 10
_LOST_SHARE = 0.2
# Replacement characters among all beyond ASCII: a page that shows some quotes them, a page whose letters were lost
# before it came to us has little else.


def decode(page: RawPage, limits: Limits = DEFAULT_LIMITS) -> DecodedPage:
    """The page as characters: without NULs, control characters and lone surrogates, never garbled.

    Args:
        page: the page as fetched; `text` is taken where the producer hands over characters.
        limits: `max_page_bytes` bounds what comes in, `max_unpacked_bytes` what is unpacked from it.

    Raises:
        TooLargeError: the bytes, packed or unpacked, are over the limit.
        UndecodableError: no encoding reads them without damage, or they cannot be unpacked.
        NotHtmlError: they are of something else than an HTML page; the reason says of what.
    """
    if page.text is not None:
        if len(page.text) > limits.max_unpacked_bytes:
            raise TooLargeError(f"{len(page.text)} characters, the limit is {limits.max_unpacked_bytes}")
        text, charset, utf8 = page.text, "unicode", None
    else:
        if len(page.body) > limits.max_page_bytes:
            raise TooLargeError(f"{len(page.body)} bytes, the limit is {limits.max_page_bytes}")
        body = unpack(page.body, page.content_encoding, limits.max_unpacked_bytes)
        refuse_other_bytes(body)
        text, charset, utf8 = read_characters(body, page.content_type)
    as_read = text
    text, times = mend_double_encoding(text)  # before cleaning: what was encoded twice holds controls that count
    text = clean_references(clean(text, None if times else utf8))
    lost, beyond_ascii = count_lost(text)
    if lost > _LOST_CHARACTERS and lost > _LOST_SHARE * beyond_ascii:
        raise UndecodableError(f"{lost} characters were lost in an earlier decoding")
    refuse_other_text(text)
    charsets = " as windows-1252, ".join(["utf-8"] * times + [charset])
    return DecodedPage(text, charsets if times else charset, utf8 if text == as_read else None)
