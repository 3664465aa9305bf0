"""Shortened texts of other articles without any headline: an agency's wire, tabs, the other items of a printed page."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

URL = "https://journal.example/actu/article-1.html"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)


def lines_of(content: str) -> list[str]:
    page = f"<html lang=fr><title>{TITLE}</title><body><div id=main><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), URL).text.split("\n")


@pytest.mark.parametrize(
    "form",
    [
        "<p class=fil>{s}… <span>1{n} mars 2021</span> <a href=/n/{n}>Lire la suite</a></p>",
        "<p>{s}… <a href=/n/{n}>Lire la suite</a></p>",
        "<div><p>{s}…</p><p><a href=/n/{n}>Lire la suite</a></p></div>",
        "<div><div>{s}...</div><div>1{n}.03.2021</div><div><a href=/n/{n}>Lire la suite</a></div></div>",
        "&bull; {t} &mdash; {s}... (p. {n})<br>",
    ],
)
def test_texts_that_break_off_before_a_day_or_a_link_to_more(form: str):
    entries = "".join(form.format(t=t, s=s, n=n) for n, (t, s) in enumerate(RELATED[:4]))
    assert lines_of(f"{PARAGRAPHS}<div>{entries}</div>") == list(LONG)


def test_all_headlines_of_tabs_and_then_all_texts():
    tabs = "".join(f"<li><a href=#p{n}>{t}</a></li>" for n, (t, _) in enumerate(RELATED[:4]))
    panels = "".join(
        f"<div id=p{n}><p>{s}…</p><p><a href=/n/{n}>Lire la suite</a></p></div>" for n, (_, s) in enumerate(RELATED[:4])
    )
    assert lines_of(f"{PARAGRAPHS}<div><ul>{tabs}</ul>{panels}</div>") == list(LONG)


def test_a_column_whose_paragraphs_end_in_three_dots_stays():
    column = "".join(f"<p>{paragraph.rstrip('.')}...</p>" for paragraph in LONG)
    assert len(lines_of(column)) == len(LONG)


@pytest.mark.parametrize("many", [1, 2])
def test_the_part_of_an_article_that_is_free_stays(many: int):
    free = "".join(f"<p>{paragraph.rstrip('.')}…</p><p><a href=/abo>Lire la suite</a></p>" for paragraph in LONG[:many])
    assert LONG[0].rstrip(".") in lines_of(free)[0]
