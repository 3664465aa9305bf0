"""Pages that state the related part within their articleBody: it is held against the page."""

from __future__ import annotations

import json

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, SHORT, TITLE

ADDRESS = "https://journal.example/actu/article-1.html"


def _text_of(shown: str, stated: str) -> list[str]:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": stated})
    page = (
        f'<html><head><title>{TITLE}</title><script type="application/ld+json">{data}</script></head>'
        f"<body><h1>{TITLE}</h1><div>{shown}</div></body></html>"
    )
    return extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n")


@pytest.mark.parametrize("end", ["\n", " ", None], ids=["lines", "one-line", "nothing-stated"])
@pytest.mark.parametrize("body", [SHORT, LONG], ids=["short", "long"])
def test_related_lines_go_although_the_page_states_them(body, end: str | None):
    lines = "".join(f'&raquo; <a href="/r/{n}">{t}</a> (1{n}.03.)<br>{s}…<br><br>' for n, (t, s) in enumerate(RELATED))
    stated = "" if end is None else end.join([*body, *(f"{t}{end}{s}" for t, s in RELATED)])

    assert _text_of("<br><br>".join(body) + "<br><br>* * *<br><br>" + lines, stated) == list(body)


def test_a_page_that_shows_no_article_gives_the_stated_one_without_its_related_part():
    stated = "\n".join([*LONG, *(f"{headline}\n{teaser}" for headline, teaser in RELATED)])

    assert _text_of("<p>Chargement…</p>", stated) == list(LONG)


def test_a_list_that_the_page_states_as_its_own_stays():
    sheet = [
        (f"Valdoria {n}0 E-Tech", f"Batterie de {n}0 kWh, recharge à 120 kW, livrée au printemps") for n in range(2, 8)
    ]
    shown = "".join(f"<h3>{name}</h3><p>{text}</p>" for name, text in sheet)
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
    stated = "\n".join([*LONG, *(line for pair in sheet for line in pair)])

    lines = _text_of(paragraphs + shown, stated)

    assert all(text in lines for _, text in sheet)
