"""From a decoded page to an Extraction: one parse, shared by all that need its tree."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.extraction.article_body import article_body
from pipeline.extraction.blocks import Page, read_blocks
from pipeline.extraction.body import apply_cut, blocks_of
from pipeline.extraction.furniture import find_furniture
from pipeline.extraction.headline import find_headline, headline_block, repeats_headline
from pipeline.extraction.language import detect_language
from pipeline.extraction.metadata import read_metadata
from pipeline.extraction.page_kind import refuse_other_kinds
from pipeline.extraction.parse import parse
from pipeline.extraction.related import Cut, find_related, squeeze
from pipeline.extraction.result import Extraction
from pipeline.extraction.strip import strip
from pipeline.extraction.tables import set_tables
from pipeline.extraction.trafilatura_text import EXTRACTOR, quick_lines, thorough_lines
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
    tree = parse(page.html, limits)
    metadata = read_metadata(tree, url)
    stated = article_body(tree)
    blocks, cut = prepare(tree, metadata.headline, url, squeeze("".join(stated)))
    way = ""
    running = sum(
        len(b.text) for b in blocks.blocks if b.is_running_text and b.number not in cut.blocks and not b.set_apart
    )
    kept, missing = blocks_of(quick_lines(tree), [b for b in blocks.blocks if b.number not in cut.blocks])
    lines = [b.text for b in kept]
    size = sum(map(len, lines))
    if (size < 250 and running > size) or size < 0.25 * running:
        again = parse(page.html, limits)
        blocks, cut = prepare(again, metadata.headline, url, squeeze("".join(stated)))
        kept, missing = blocks_of(thorough_lines(again, url), [b for b in blocks.blocks if b.number not in cut.blocks])
        if sum(len(b.text) for b in kept) > size:
            lines, way = [b.text for b in kept], ", cascade"
            size = sum(map(len, lines))
    if size < 0.4 * sum(map(len, stated)):
        lines, way = stated, ", articleBody"
    while lines and repeats_headline(lines[0], metadata.headline):
        lines = lines[1:]
    text = "\n".join(lines)
    if not text:
        raise NoTextError("no running text")
    refuse_other_kinds(tree, text, metadata, limits)
    return Extraction(
        text=text,
        language=detect_language(text, metadata.declared_language),
        metadata=metadata,
        related=cut.related,
        extractor=EXTRACTOR + way,
    )


def prepare(tree: HtmlElement, headline: str | None, url: str | None, stated: str) -> tuple[Page, Cut]:
    """Strips and cuts the tree down to what may be the article; what was cut is told."""
    shown = find_headline(tree, headline)
    strip(tree, shown)
    set_tables(tree)
    page = read_blocks(tree)
    own = headline_block(page.blocks, shown, headline)
    cut = find_related(page, own, url, stated)
    cut.take(find_furniture(page, own, cut.blocks))
    apply_cut(page, cut.blocks)
    return page, cut
