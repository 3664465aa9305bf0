"""Elements are found by what their attributes call them."""

from __future__ import annotations

from pipeline.extraction.called import Called
from pipeline.extraction.parse import parse


def test_they_come_in_the_pages_order_and_once():
    tree = parse(
        "<div id=author-box>a</div><p class='byline' id='author'>b</p><p id=x data-testid='Byline'>c</p>"
        "<p class='plain' id='byline'>d</p><p title=author>e</p><p class='Author'>f</p>"
    )
    called = Called({"class": "byline|uthor", "id": "author", "data-testid": "yline"})
    assert [element.text for element in called(tree)] == ["a", "b", "c", "f"]
