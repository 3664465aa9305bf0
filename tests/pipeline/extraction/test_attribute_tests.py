"""Rewritten expressions select what the library's own select."""

from __future__ import annotations

import pytest
from lxml.etree import XPath
from trafilatura.xpaths import BODY_XPATH, OVERALL_DISCARD_XPATH, PRECISION_DISCARD_XPATH, REGEXP_NS

from pipeline.extraction.attribute_tests import AttributeTests
from pipeline.extraction.parse import parse
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE
from tests.pipeline.extraction.page_forms import amp, article_elements, old_tables

ATTRIBUTES = (
    "<div class='social x'>a</div><div id='sidebar'>b</div><div>c</div><p style='x' class='cookie'>d</p>"
    "<div id=main class=cookie>e</div><div class=cookie id=main>f</div><div style='display:none' id=x>g</div>"
    "<div class='Entry-Content'>h</div><section class='entry-content'>i</section><div class=''>j</div>"
)
PAGES = [
    ATTRIBUTES,
    *(form(title=TITLE, lang="fr", body=LONG, related=RELATED) for form in (amp, article_elements, old_tables)),
]


@pytest.mark.parametrize("page", PAGES, ids=["attributes", "amp", "article elements", "old tables"])
def test_they_select_the_same(page):
    theirs = OVERALL_DISCARD_XPATH + BODY_XPATH + PRECISION_DISCARD_XPATH
    tests = AttributeTests()
    ours = tests.rewritten(theirs)
    tree = parse(page)
    tests.mark(tree)
    for rewritten, original in zip(ours, theirs, strict=True):
        assert rewritten(tree) == original(tree)
        assert "re:test" not in rewritten.path


@pytest.mark.parametrize("test", ["re:test(@href, 'x')", "re:test(., 'x')", "re:match(@class, 'x')"])
def test_what_is_not_understood_is_refused(test):
    with pytest.raises(ValueError, match="a test"):
        AttributeTests().rewritten([XPath(f"//div[{test}]", namespaces={"re": REGEXP_NS})])


def test_long_values_are_tested_too():
    tests = AttributeTests()
    (ours,) = tests.rewritten([XPath("//div[re:test(@class, 'cookie$')]", namespaces={"re": REGEXP_NS})])
    tree = parse(f"<div class='{'x ' * 2_000}cookie'>a</div><div class='{'x ' * 2_000}'>b</div>")
    tests.mark(tree)
    assert [element.text for element in ours(tree)] == ["a"]
