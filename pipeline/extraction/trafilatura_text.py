"""Where trafilatura is called, and known from within.

`bare_extraction` copies the tree four times and searches metadata, links and licences that nobody reads. The parts
called here, and in `main_text`, `discards` and `link_density`, are those of its own fast way, in its own order, on a
tree that is ours to change. They are not a public interface: the version is pinned, and
`tests/pipeline/extraction/test_trafilatura_text.py` compares the two ways, so that a change is seen.

Its XPath expressions ask a Python function about the class and id of every element, which is most of its time. Ours
ask once for each value (`attribute_tests.py`).
"""

from __future__ import annotations

import logging

import trafilatura
import trafilatura.external
from justext import get_stoplist
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import convert_tags
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt

from pipeline.extraction.discards import COMMENTS, FOLLOWING_ARTICLES, TESTS, clean, prune
from pipeline.extraction.main_text import find_main_text

EXTRACTOR = f"trafilatura {trafilatura.__version__}"

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # every page without text would be a line in the log


def _options(*, fast: bool, precision: bool) -> Extractor:
    return Extractor(output_format="python", fast=fast, comments=False, precision=precision, with_metadata=False)


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
    marks = TESTS.mark(tree)
    prune(tree, FOLLOWING_ARTICLES, marks)
    cleaned = convert_tags(clean(tree, _QUICK), _QUICK)
    prune(cleaned, COMMENTS, marks)
    return _lines(xmltotxt(find_main_text(cleaned, marks, _QUICK), False))


def thorough_lines(tree: HtmlElement, url: str | None) -> list[str]:
    """The lines by trafilatura's whole cascade with its rivals: slow, for pages where the quick way finds little."""
    found = trafilatura.bare_extraction(tree, url=url, options=_THOROUGH)
    return _lines(found.text) if found is not None and found.text else []


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := raw.strip())]
