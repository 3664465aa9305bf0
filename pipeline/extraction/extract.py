"""From a decoded page to an Extraction: one parse, shared by all that need its tree."""

from __future__ import annotations

from dataclasses import replace

from pipeline.characters import clean, without_unshown
from pipeline.extraction.article_lines import lines_by_extractor
from pipeline.extraction.body import blocks_of
from pipeline.extraction.candidates import Candidates, prepare
from pipeline.extraction.inert_text import with_inert_text
from pipeline.extraction.language import detect_language
from pipeline.extraction.metadata import read_metadata
from pipeline.extraction.opening import without_fields
from pipeline.extraction.page_kind import refuse_other_kinds
from pipeline.extraction.page_kind_shape import read_shape
from pipeline.extraction.parse import parse
from pipeline.extraction.result import Extraction
from pipeline.extraction.stated_teasers import own_paragraphs
from pipeline.extraction.stated_text import app_text, read_stated
from pipeline.extraction.trafilatura_text import EXTRACTOR, quick_lines, thorough_lines
from pipeline.identity import host_of
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import NoTextError
from pipeline.page import DecodedPage
from pipeline.sources.load import NO_PROFILES, Profiles

_SHORT_TEXT_CHARS = 250
"""Below this, a page with more to read than was found gets a second look."""
_MIN_COVERAGE = 0.25
"""Part of the page's running text below which the quick way has missed the article."""
_MIN_OF_STATED = 0.4
"""Part of the text stated for machines below which the page does not show its article."""


def extract(
    page: DecodedPage, url: str | None = None, limits: Limits = DEFAULT_LIMITS, profiles: Profiles = NO_PROFILES
) -> Extraction:
    """The article's own text, its metadata and the teasers around it.

    Args:
        page: the page as characters.
        url: its address: what links are relative to.
        limits: how large the page may be.
        profiles: what is known of single sources.

    Raises:
        TooLargeError: the page has more elements than the limits allow.
        NoTextError: there is no running text.
        NotArticleError: the page is of another kind.
    """
    try:
        return _extract(page, url, limits, profiles)
    except NoTextError:
        shown = with_inert_text(page.html)
        if shown is page.html:
            raise
        return _extract(DecodedPage(shown, page.charset), url, limits, profiles)


def _extract(page: DecodedPage, url: str | None, limits: Limits, profiles: Profiles) -> Extraction:
    url = url if host_of(url) else None  # an address that cannot be taken apart is none
    tree = parse(page.html, limits, page.utf8)
    metadata, stated = read_metadata(tree, url), read_stated(tree)
    shape = read_shape(tree)
    profile = profiles.find(url, metadata.published)
    if profile is not None and (day := profile.published(tree)) is not None:
        metadata = replace(metadata, published=day)

    address = url or metadata.canonical_url  # what the page calls itself: its links are relative to that
    candidates = prepare(tree, metadata.headline, address, stated, profile)
    if profile is not None and profile.keep:
        lines, way = [block.text for block in candidates.left], f", profile {profile.name}"
    else:
        lines, way = lines_by_extractor(candidates, quick_lines(tree), stated, metadata.headline), ""
        if _is_poor(lines, candidates):
            again = parse(page.html, limits, page.utf8)
            second = prepare(again, metadata.headline, address, stated, profile)
            found, _ = blocks_of(thorough_lines(again, url), second.following)
            if sum(len(block.text) for block in found) > _size(lines):
                lines, way = [block.text for block in found], ", cascade"
    if _size(lines) < _MIN_OF_STATED * _size(stated.body):
        body = own_paragraphs(stated.body, map(candidates.page.blocks.__getitem__, sorted(candidates.cut.disowned)))
        if _size(lines) < _MIN_OF_STATED * _size(body):
            lines, way = body, ", articleBody"
    if _size(lines) < _SHORT_TEXT_CHARS and stated.data:
        told = app_text(stated.data, f"{stated.title} {metadata.headline}")
        if _size(told) > 1.5 * _size(lines):
            lines, way = told, ", app data"

    # Words out of JSON can hold what the page's characters do not.
    lines = without_fields(lines, metadata.headline, metadata.authors)
    text = "\n".join(line for line in map(without_unshown, clean("\n".join(lines)).split("\n")) if line.strip())
    if not text:
        raise NoTextError("no running text")
    refuse_other_kinds(shape, text, metadata, limits)
    return Extraction(
        text=text,
        language=detect_language(text, metadata.declared_language),
        metadata=metadata,
        related=candidates.cut.related,
        extractor=EXTRACTOR + way,
    )


def _is_poor(lines: list[str], candidates: Candidates) -> bool:
    size = _size(lines)
    return (
        size < _SHORT_TEXT_CHARS and candidates.unlinked_chars > size + 150
    ) or size < _MIN_COVERAGE * candidates.running_chars


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))
