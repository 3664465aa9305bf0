"""The one place that knows trafilatura from within.

`bare_extraction` copies the tree four times and searches metadata, links and licences that nobody
reads. The parts called here are those of its own fast way, in its own order, on a tree that is
ours to change. They are not a public interface: the version is pinned, and
`tests/pipeline/extraction/test_trafilatura_text.py` compares the two ways, so that a change is seen.

Its XPath expressions ask a Python function about the class and id of every element, also of those that
have none, which is most of its time. Our copy of its extractor asks about the attributes there are.
"""

from __future__ import annotations

import importlib.util
import logging
import re
from collections.abc import Sequence
from types import ModuleType

import trafilatura
from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REGEXP_NS, REMOVE_COMMENTS_XPATH

EXTRACTOR = f"trafilatura {trafilatura.__version__}"

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # every page without text would be a line in the log


def _options(*, fast: bool, precision: bool) -> Extractor:
    return Extractor(output_format="python", fast=fast, comments=False, precision=precision, with_metadata=False)


_TEST = re.compile(r"re:test\((?P<tested>@[\w-]+(?:\|@[\w-]+)?), (?P<pattern>'[^']*'(?:, 'i')?)\)")


def asked_where_present(expressions: Sequence[XPath]) -> list[XPath]:
    """The expressions, with each test of an attribute made only where there is one; they select the same."""
    return [
        XPath(
            _TEST.sub(lambda test: f"({test['tested']})[1][re:test(., {test['pattern']})]", expression.path),
            namespaces={"re": REGEXP_NS},
        )
        for expression in expressions
    ]


def _own_copy() -> ModuleType:
    """A second copy of trafilatura's extractor with those expressions; the library itself stays as it is."""
    spec = importlib.util.find_spec("trafilatura.main_extractor")
    if spec is None or spec.loader is None:
        raise ImportError("trafilatura has no main_extractor")
    copy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(copy)
    for name, value in list(vars(copy).items()):
        if isinstance(value, list) and value and all(isinstance(item, XPath) for item in value):
            setattr(copy, name, asked_where_present(value))
    return copy


_extract_content = _own_copy().extract_content
_RAW_PRUNE, _COMMENTS = asked_where_present(RAW_TREE_PRUNE_XPATH), asked_where_present(REMOVE_COMMENTS_XPATH)
_QUICK = _options(fast=True, precision=True)
_THOROUGH = _options(fast=False, precision=False)


def quick_lines(tree: HtmlElement) -> list[str]:
    """The lines of the main text by trafilatura's own rules, in precision mode; uses the tree up."""
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
