"""Lists of teasers, each closed by a link to more: the line is part of the list, whatever its words."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, SHORT, TITLE

ADDRESS = "https://journal.example/actu/article-1.html"
WORDS = [
    "Read more",
    "Keep reading",
    "Lire la suite",
    "Weiterlesen",
    "Leer más",
    "Continua a leggere",
    "Vers le papier",
]


def _text_of(body, closing: str) -> list[str]:
    rows = "".join(
        f"<tr><td><span>{headline}</span><br>{teaser}</td></tr><tr><td>{closing}</td></tr>"
        for headline, teaser in RELATED
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
        f"<table><tr><td>{text}</td></tr>{rows}</table></body></html>"
    )
    return extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n")


@pytest.mark.parametrize("body", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("words", WORDS)
def test_a_line_that_closes_each_teaser_does_not_break_the_list(words: str, body):
    assert _text_of(body, words) == list(body)


def test_paragraphs_between_teasers_that_end_in_the_same_line_stay():
    headline, teaser = RELATED[0]
    card = f"<div><h3><a href='/a/1'>{headline}</a></h3><p>{teaser}</p><span>Lire la suite</span></div>"
    text = "".join(f"<p>{paragraph}</p>{card}" for paragraph in LONG)
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{text}</div></body></html>"

    lines = extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n")

    assert set(LONG) <= set(lines)


@pytest.mark.parametrize("words", WORDS)
def test_nor_does_one_behind_the_day(words: str):
    rows = "".join(
        f"<div><div><h4>{headline}</h4></div><div><p>{teaser}...</p></div><div><span>12.03.2012</span></div>"
        f"<div><span><a href='/node/{number}'>{words}</a></span></div></div>"
        for number, (headline, teaser) in enumerate(RELATED)
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
    page = f"<html><head><title>{TITLE}</title></head><body><div>{rows}</div><h1>{TITLE}</h1>{text}</body></html>"
    assert extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n") == list(LONG)
