"""The one place that knows trafilatura from within.

`bare_extraction` copies the tree four times and searches metadata, links and licences that nobody
reads. The parts called here are those of its own fast way, in its own order, on a tree that is
ours to change. They are not a public interface: the version is pinned, and
`tests/pipeline/extraction/test_trafilatura_text.py` compares the two ways, so that a change is seen.

Its XPath expressions ask a Python function about the class and id of every element, which is most of its time. Our
copy of its extractor asks once for each value (`attribute_tests.py`).
"""

from __future__ import annotations

import importlib.util
import logging
from types import ModuleType

import trafilatura
import trafilatura.external
from justext import get_stoplist
from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_XPATH

from pipeline.extraction.attribute_tests import AttributeTests

EXTRACTOR = f"trafilatura {trafilatura.__version__}"

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # every page without text would be a line in the log


def _options(*, fast: bool, precision: bool) -> Extractor:
    return Extractor(output_format="python", fast=fast, comments=False, precision=precision, with_metadata=False)


_TESTS = AttributeTests()


def _own_copy() -> ModuleType:
    """A second copy of trafilatura's extractor with those expressions; the library itself stays as it is."""
    spec = importlib.util.find_spec("trafilatura.main_extractor")
    if spec is None or spec.loader is None:
        raise ImportError("trafilatura has no main_extractor")
    copy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(copy)
    for name, value in list(vars(copy).items()):
        if isinstance(value, list) and value and all(isinstance(item, XPath) for item in value):
            setattr(copy, name, _TESTS.rewritten(value))
    return copy


_extract_content = _own_copy().extract_content
_RAW_PRUNE, _COMMENTS = _TESTS.rewritten(RAW_TREE_PRUNE_XPATH), _TESTS.rewritten(REMOVE_COMMENTS_XPATH)
_QUICK = _options(fast=True, precision=True)
_THOROUGH = _options(fast=False, precision=False)

# jusText tells a text by its stop words. Of all its hundred languages they are 154,000 words, 30 MB in every process
# that ever meets a page without much text; of those that such a page is likely to be in, 6,000.
_STOP_WORD_LANGUAGES = (
    "French", "English", "German", "Spanish", "Italian",
    "Dutch", "Portuguese", "Catalan", "Romanian", "Danish", "Swedish", "Norwegian_Bokmal",
)  # fmt: skip
trafilatura.external.JT_STOPLIST = tuple(
    sorted({word for language in _STOP_WORD_LANGUAGES for word in get_stoplist(language)})
)


def quick_lines(tree: HtmlElement) -> list[str]:
    """The lines of the main text by trafilatura's own rules, in precision mode; uses the tree up."""
    _TESTS.mark(tree)
    prune_unwanted_nodes(tree, _RAW_PRUNE)
    cleaned = tree_cleaning(tree, _QUICK)
    cleaned = convert_tags(cleaned, _QUICK)
    prune_unwanted_nodes(cleaned, _COMMENTS)
    body, _ = _extract_content(cleaned, _QUICK)
    return _lines(xmltotxt(body, False))


def thorough_lines(tree: HtmlElement, url: str | None) -> list[str]:
    """The lines by trafilatura's whole cascade with its rivals: slow, for pages where the quick way finds little."""
    found = trafilatura.bare_extraction(tree, url=url, options=_THOROUGH)
    return _lines(found.text) if found is not None and found.text else []


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := raw.strip())]
