"""Teasers that no link, no cut and no known heading gives away, behind the article and in its own container."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, TITLE, WHOLE

PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
FORMS = {
    "headings": "<h2>Dans le rétroviseur</h2>" + "".join(f"<h3>{t}</h3><p>{s}</p>" for t, s in WHOLE),
    "bold": "".join(f"<p><strong>{t}</strong></p><p>{s}</p>" for t, s in WHOLE),
    "rules": "".join(f"<hr><h4>{t}</h4><p>{s}</p>" for t, s in WHOLE),
    "breaks": "".join(f"<b>{t}</b><br>{s}<br><br>" for t, s in WHOLE),
    "dated": "".join(f"<h5>{t}</h5><p><small>3.02.2022</small></p><p>{s}</p>" for t, s in WHOLE),
}


def read(content: str):
    page = f"<html lang=fr><title>{TITLE}</title><body><div><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")


@pytest.mark.parametrize("form", FORMS)
def test_the_article_ends_where_it_ends(form: str):
    found = read(PARAGRAPHS + FORMS[form])

    assert found.text.split("\n") == list(LONG)
    assert [related.headline for related in found.related] == [headline for headline, _ in WHOLE]


def test_a_list_of_short_items_is_an_article_of_its_own():
    found = read(f"<p>{LONG[0]}</p>" + FORMS["headings"].partition("</h2>")[2])
    assert all(text in found.text for _, text in WHOLE)


def test_questions_and_answers_stay():
    pairs = "".join(f"<h3>{t.rstrip('.')}, est-ce bien raisonnable ?</h3><p>{s}</p>" for t, s in WHOLE)
    found = read(PARAGRAPHS + pairs)
    assert all(text in found.text for _, text in WHOLE)


def test_sections_that_go_on_with_the_subheads_of_the_article_stay():
    own = f"<p>{LONG[0]}</p><h3>Une première partie</h3>" + "".join(f"<p>{paragraph}</p>" for paragraph in LONG[1:])
    found = read(own + FORMS["headings"].partition("</h2>")[2])
    assert all(text in found.text for _, text in WHOLE)


def test_pairs_amid_the_article_stay():
    found = read(PARAGRAPHS + FORMS["headings"].partition("</h2>")[2] + f"<h3>Fin</h3>{PARAGRAPHS}")
    assert all(text in found.text for _, text in WHOLE)
