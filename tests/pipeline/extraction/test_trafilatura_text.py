# ruff: noqa: E501 - pages read better in their own lines
"""The quick way calls trafilatura's parts by itself: here it is held against trafilatura's own way."""

from __future__ import annotations

import pytest
import trafilatura
from trafilatura.settings import Extractor

from pipeline.extraction.parse import parse
from pipeline.extraction.trafilatura_text import quick_lines, thorough_lines
from tests.pipeline.extraction.invented import LONG, RELATED, SHORT, TITLE
from tests.pipeline.extraction.page_forms import FORMS, unknown_heading_flat

PARTS = (
    f"<body><article>{LONG[0]}<p>{LONG[1]}</p><ul><li>Un</li><li><p>Deux</p></li></ul>Après la liste.<h2>Fin</h2></article>",
    f"<body><article><div>{LONG[0]}<br>{LONG[1]}<br> </div></article><p>{LONG[2]}</p>",
    f"<body><div class='story'><p>{LONG[0]}</p><p>{LONG[0]}</p><blockquote>{LONG[3]}</blockquote></div><p>{LONG[2]}</p>",
    f"<body><main><p>{LONG[0]}</p><table><tr><th>A<th>B<tr><td>1<td rowspan=2>2<tr><td>3</table><p>{LONG[2]}</p></main>",
    f"<body><div class='post-body'><div class=w3-code>x = 1<br>y = 2</div><pre>a(\"b\")</pre><p>{LONG[4]}</p></div>",
    f"<body><article><p>{LONG[0]}</p><p>{LONG[1]}</p><div><p><a href='/a'>{LONG[2]}</a></p></div><h3><a href='/b'>{TITLE}</a>"
    f"</h3></article><div id=sidebar><p>{LONG[3]}</p></div><div class='teaser-x'><p>{LONG[4]}</p></div>",
)


@pytest.mark.parametrize("body", [LONG, SHORT], ids=["long", "short"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_the_parts_give_what_the_whole_gives(form, body):
    compare(form(title=TITLE, lang="fr", body=body, related=RELATED))


@pytest.mark.parametrize("page", PARTS, ids=["list", "breaks", "repeated", "table", "code", "links"])
def test_so_they_do_for_single_elements(page):
    compare(page)


def compare(page: str) -> None:
    options = Extractor(output_format="python", fast=True, comments=False, precision=True)

    whole = trafilatura.bare_extraction(parse(page), options=options)

    lines = [line.strip() for line in whole.text.split("\n") if line.strip()] if whole and whole.text else []
    assert quick_lines(parse(page)) == lines


def test_the_cascade_finds_text_as_well():
    page = unknown_heading_flat(title=TITLE, lang="fr", body=LONG, related=RELATED)
    assert any(LONG[2] in line for line in thorough_lines(parse(page), None))


def test_the_version_is_the_one_the_floors_were_measured_on():
    assert trafilatura.__version__ == "2.3.1"
