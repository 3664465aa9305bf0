"""Time and text of extraction, ours beside trafilatura's."""

from __future__ import annotations

from typing import Any

import trafilatura

from pipeline.extraction.extract import extract
from pipeline.outcomes import PageRejectedError
from pipeline.page import DecodedPage


def ours(html: str, url: str | None = None) -> dict[str, Any]:
    """Our way, in the form that scorers take: text, title, author, date."""
    try:
        found = extract(DecodedPage(html, "unicode"), url)
    except PageRejectedError:
        return {}
    said = found.metadata
    return {
        "text": found.text,
        "title": said.headline,
        "author": "; ".join(said.authors) or None,
        "date": said.published,
    }


def trafilatura_with_metadata(html: str, url: str | None = None) -> dict[str, Any]:
    """trafilatura's own default call, without comments."""
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    return {"text": found.text, "title": found.title, "author": found.author, "date": found.date}
