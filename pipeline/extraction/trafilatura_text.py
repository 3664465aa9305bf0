"""The one place that knows trafilatura from within.

`bare_extraction` copies the tree four times and searches metadata, links and licences that nobody
reads. The parts called here are those of its own fast way, in its own order, on a tree that is
ours to change. They are not a public interface: the version is pinned, and
`tests/pipeline/extraction/test_trafilatura_text.py` compares the two ways, so that a change is seen.
"""

from __future__ import annotations

import logging

import trafilatura
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.main_extractor import extract_content
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_XPATH

EXTRACTOR = f"trafilatura {trafilatura.__version__}"

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # every page without text would be a line in the log


def _options(*, fast: bool, precision: bool) -> Extractor:
    return Extractor(output_format="python", fast=fast, comments=False, precision=precision, with_metadata=False)


_QUICK = _options(fast=True, precision=True)
_THOROUGH = _options(fast=False, precision=False)


def quick_lines(tree: HtmlElement) -> list[str]:
    """The lines of the main text by trafilatura's own rules, in precision mode; uses the tree up."""
    prune_unwanted_nodes(tree, RAW_TREE_PRUNE_XPATH)
    cleaned = tree_cleaning(tree, _QUICK)
    cleaned = convert_tags(cleaned, _QUICK)
    prune_unwanted_nodes(cleaned, REMOVE_COMMENTS_XPATH)
    body, _ = extract_content(cleaned, _QUICK)
    return _lines(xmltotxt(body, False))


def thorough_lines(tree: HtmlElement, url: str | None) -> list[str]:
    """The lines by trafilatura's whole cascade with its rival extractors: slow, for pages where the quick way finds little."""
    found = trafilatura.bare_extraction(tree, url=url, options=_THOROUGH)
    return _lines(found.text) if found is not None and found.text else []


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := raw.strip())]
