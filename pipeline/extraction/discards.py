"""trafilatura's lists of names and styles of what is no main text, asked of a marked tree in precision mode."""

from __future__ import annotations

from collections.abc import Container, Sequence

from lxml.etree import strip_tags
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import prune_html, tree_cleaning
from trafilatura.settings import MANUALLY_CLEANED, MANUALLY_STRIPPED, Extractor
from trafilatura.xml import delete_element
from trafilatura.xpaths import (
    BODY_XPATH,
    DISCARD_IMAGE_ELEMENTS,
    OVERALL_DISCARD_XPATH,
    PRECISION_DISCARD_XPATH,
    RAW_TREE_PRUNE_XPATH,
    REMOVE_COMMENTS_XPATH,
    TEASER_DISCARD_XPATH,
)

from pipeline.extraction.attribute_tests import AttributeTests, Expression
from pipeline.extraction.link_density import drop_linked

TESTS = AttributeTests()
"""What a tree is to be marked with."""
FOLLOWING_ARTICLES, COMMENTS = TESTS.rewritten(RAW_TREE_PRUNE_XPATH), TESTS.rewritten(REMOVE_COMMENTS_XPATH)
FRAMES = TESTS.rewritten(BODY_XPATH)
"""What the main text can stand in, likeliest first; the first element that one selects counts."""
_OTHERS = TESTS.rewritten(OVERALL_DISCARD_XPATH)
_IMPRECISE = TESTS.rewritten([*DISCARD_IMAGE_ELEMENTS, *PRECISION_DISCARD_XPATH])
_CLEANED_WITH_CARE = ("form", "math", "figure", "table")
"""Some of these stay, or leave words."""
_TEASERS = TESTS.rewritten(TEASER_DISCARD_XPATH)


def clean(tree: HtmlElement, options: Extractor) -> HtmlElement:
    """The tree without elements that are never main text: trafilatura's cleaning, asked for the names there are."""
    names = {element.tag for element in tree.iter()}
    if not names.isdisjoint(_CLEANED_WITH_CARE):
        return tree_cleaning(tree, options)
    strip_tags(tree, MANUALLY_STRIPPED)
    for name in MANUALLY_CLEANED:
        if name in names:
            for element in tree.iter(name):
                delete_element(element)
    return prune_html(tree, options.focus)


def prune(tree: HtmlElement, expressions: Sequence[Expression], marks: Container[str]) -> None:
    """Deletes what the expressions select, but for the text behind it."""
    for expression in expressions:
        for element in expression(tree, marks):
            delete_element(element)


def prune_frame(frame: HtmlElement, marks: Container[str], *, keep_teasers: bool) -> None:
    """Deletes what is named as other matter or is mostly links, and the marks of what is linked."""
    _prune_others(frame, marks)
    if not keep_teasers:
        prune(frame, _TEASERS, marks)
    prune(frame, _IMPRECISE, marks)
    drop_linked(frame)
    strip_tags(frame, "span", "ref")


def _prune_others(frame: HtmlElement, marks: Container[str]) -> None:
    """Deletes other matter, but nothing where it would be most of the text: names mislead there."""
    found = dict.fromkeys(element for expression in _OTHERS for element in expression(frame, marks))
    outer = [element for element in found if not any(above in found for above in element.iterancestors())]
    if not outer:
        return
    whole = len(frame.text_content())
    if whole - sum(len(element.text_content()) for element in outer) > whole / 7:
        for element in outer:
            delete_element(element)
