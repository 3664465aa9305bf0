"""The tree is whole for real pages, tamed for odd ones, refused for impossible ones."""

from __future__ import annotations

import pytest

from pipeline.extraction.parse import parse
from pipeline.limits import Limits
from pipeline.outcomes import NoTextError, TooLargeError


def words(html: str, **limits: int) -> str:
    return " ".join("".join(parse(html, Limits(**limits)).itertext()).split())


def test_comments_and_processing_instructions_are_left_out() -> None:
    assert words("<p>Le<!-- pas --> texte<?php echo 1 ?></p>") == "Le texte"


@pytest.mark.parametrize("html", ["", "  ", "<!-- rien -->"])
def test_a_page_without_anything_has_no_text(html: str) -> None:
    with pytest.raises(NoTextError):
        parse(html)


def test_too_many_elements_and_paragraphs_are_counted_before_the_parse() -> None:
    with pytest.raises(TooLargeError, match="11 elements"):
        parse("<i>x</i>" * 11, Limits(max_elements=10))
    with pytest.raises(TooLargeError, match="4 paragraphs"):
        parse("<p>x<P class=a>y<p\n>z<p>", Limits(max_paragraphs=3))
    assert words("<pre>x</pre>" * 5, max_paragraphs=3) == "xxxxx"


def test_depth_is_limited_but_open_formatting_does_not_count() -> None:
    with pytest.raises(TooLargeError, match="nested"):
        parse("<div>" * 60 + "texte", Limits(max_depth=50))
    assert words("<div>" * 40 + "texte", max_depth=50) == "texte"
    assert words("<p>avant " + "<font color=red>mot " * 60 + "<b>fin", max_depth=50).endswith("mot fin")


def test_words_are_counted_without_scripts() -> None:
    assert words(f"<script>{'x' * 5_000}</script><p>texte", max_text_chars=1_000).endswith("texte")
    with pytest.raises(TooLargeError, match="characters of text"):
        parse(f"<p>{'x' * 5_000}</p>", Limits(max_text_chars=1_000))


def test_giant_spans_and_attributes_are_taken_out() -> None:
    html = "<table><tr><td colspan=3>a<td colspan=1000000>b<td rowspan='x y'>c<th rowspan=９>d</table>"
    tree = parse(html)
    assert [dict(cell.attrib) for cell in tree.iter("td", "th")] == [{"colspan": "3"}, {}, {}, {}]
    tree = parse(f'<div class="{"a" * 300}" id="b">x</div>', Limits(max_attribute_chars=200))
    assert dict(next(tree.iter("div")).attrib) == {"id": "b"}


@pytest.mark.parametrize("written", ['"{}"', "'{}'", "{}", "  '{}'"], ids=["double", "single", "bare", "apart"])
def test_a_giant_attribute_goes_however_it_is_quoted(written: str) -> None:
    value = ("mot" if written == "{}" else "mot ") * 50
    html = f"<p title={written.format(value)} class='petit'>Le texte</p>" + "<p class='a'>mot</p>" * 20
    assert parse(html, Limits(max_attribute_chars=100)).find(".//p").get("title") is None
    assert parse(html, Limits(max_attribute_chars=1_000)).find(".//p").get("title")
