"""Rewritten expressions select what the library's own select."""

from __future__ import annotations

import pytest
from lxml.etree import XPath
from trafilatura.xpaths import (
    BODY_XPATH,
    DISCARD_IMAGE_ELEMENTS,
    OVERALL_DISCARD_XPATH,
    PRECISION_DISCARD_XPATH,
    RAW_TREE_PRUNE_XPATH,
    REGEXP_NS,
    REMOVE_COMMENTS_XPATH,
    TEASER_DISCARD_XPATH,
)

from pipeline.extraction.attribute_tests import AttributeTests
from pipeline.extraction.parse import parse
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE
from tests.pipeline.extraction.page_forms import amp, article_elements, old_tables

ATTRIBUTES = (
    "<div class='social x'>a</div><div id='sidebar'>b</div><div>c</div><p style='x' class='cookie'>d</p>"
    "<div id=main class=cookie>e</div><div class=cookie id=main>f</div><div style='display:none' id=x>g</div>"
    "<div class='Entry-Content'>h</div><section class='entry-content'>i</section><div class=''>j</div>"
    "<div class='entry'>k</div><p aria-hidden='true'>l</p><p aria-hidden='false'>m</p><div role='Navigation'>n</div>"
    "<div class='Main-Content'>o</div><div class='MAIN-content'>p</div><section itemprop='articleBody'>q</section>"
    "<div data-lp-replacement-content=''>r</div><div id='reply-1' class='x'>s</div><div class='x' id='reply-1'>t</div>"
    "<div class='new-Teaser'>u</div><p style='border: 1px'>v</p><div class='posts'>w</div><div role='main'>x</div>"
    "<div class='infinite-scroll'><h1>y</h1></div><div id='infinitescroll'>z</div><div id='comments'>&amp;</div>"
    "<div class='the link'>1</div><div class='permalink'>2</div><div class='dfpAd'>3</div><div class='a ad '>4</div>"
)
PAGES = [
    ATTRIBUTES,
    *(form(title=TITLE, lang="fr", body=LONG, related=RELATED) for form in (amp, article_elements, old_tables)),
]


@pytest.mark.parametrize("page", PAGES, ids=["attributes", "amp", "article elements", "old tables"])
def test_they_select_the_same(page):
    theirs = [
        *(*OVERALL_DISCARD_XPATH, *BODY_XPATH, *PRECISION_DISCARD_XPATH, *RAW_TREE_PRUNE_XPATH),
        *(*REMOVE_COMMENTS_XPATH, *TEASER_DISCARD_XPATH, *DISCARD_IMAGE_ELEMENTS),
    ]
    tests = AttributeTests()
    ours = tests.rewritten(theirs)
    tree = parse(page)
    marks = tests.mark(tree)
    for rewritten, original in zip(ours, theirs, strict=True):
        for part in (tree, *tree.iter("div")):  # what an expression is asked of is not among what it selects
            assert rewritten(part, marks) == original(part)
        assert "re:test" not in rewritten.select.path


@pytest.mark.parametrize(
    "test", ["re:test(., 'x')", "re:match(@class, 'x')", "@id='a' and @class='b'", "string-length(@id)"]
)
def test_what_is_not_understood_is_refused(test):
    with pytest.raises(ValueError, match="a test"):
        AttributeTests().rewritten([XPath(f"//div[{test}]", namespaces={"re": REGEXP_NS})])


def test_long_values_are_tested_too():
    tests = AttributeTests()
    (ours,) = tests.rewritten([XPath("//div[re:test(@class, 'cookie$')]", namespaces={"re": REGEXP_NS})])
    tree = parse(f"<div class='{'x ' * 2_000}cookie'>a</div><div class='{'x ' * 2_000}'>b</div>")
    assert [element.text for element in ours(tree, tests.mark(tree))] == ["a"]
