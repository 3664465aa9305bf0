"""What is mostly links goes, by trafilatura's own measure, also where less than all of the text tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, fromstring, tostring
from trafilatura.htmlprocessing import link_density_test

from pipeline.extraction.link_density import _is_surely_text, drop_linked

WORDS = st.integers(0, 420).map(lambda size: ("Six words of the long story. " * 20)[:size])
PARTS = st.lists(st.tuples(st.sampled_from(("ref", "b")), WORDS, WORDS), max_size=7)


def paragraph(parts: list[tuple[str, str, str]], opening: str) -> HtmlElement:
    inside = "".join(f"<{tag}>{words}</{tag}>{behind}" for tag, words, behind in parts)
    body: HtmlElement = fromstring(f"<body><div><p>{opening}{inside}</p></div><div>more</div></body>")
    return body


@given(PARTS, WORDS)
def test_what_is_told_quickly_is_what_the_whole_measure_says(parts: list[tuple[str, str, str]], opening: str) -> None:
    for element in paragraph(parts, opening).iter("p", "div"):
        if _is_surely_text(element):
            assert link_density_test(element, favor_precision=True) == (False, False)


def test_a_paragraph_with_a_link_stays_and_a_list_of_links_goes() -> None:
    text = "The group opened a plant in the north of the country, said its chairman. " * 5
    body = fromstring(
        f"<body><div><p>{text}<ref>as reported</ref></p></div>"
        "<div><p><ref>Ten cars to buy</ref></p><p><ref>Five to leave</ref></p></div></body>"
    )
    drop_linked(body)
    left = tostring(body, encoding="unicode")
    assert "as reported" in left
    assert "Ten cars" not in left
