"""Three headlines in one row of a table, their texts in the next."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

URL = "https://journal.example/actu/article-1.html"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
CELLS = "<table><tr>{}</tr><tr>{}</tr></table>"
BOXES = "<div><div>{}</div><div>{}</div></div>"


def read(content: str):
    page = f"<html lang=fr><title>{TITLE}</title><body><div id=main><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), URL)


def columns(stories, around: str, link: str) -> str:
    heads, texts = ("<td><b>{}</b></td>", "<td>{}</td>") if around == CELLS else ("<div>{}</div>", "<p>{}</p>")
    over = "".join(heads.format(link.format(n=n, t=t)) for n, (t, _) in enumerate(stories))
    return around.format(over, "".join(texts.format(text) for _, text in stories))


@pytest.mark.parametrize("around", [CELLS, BOXES])
@pytest.mark.parametrize("stories", [RELATED[:2], WHOLE[:3], (*WHOLE[:2], ("Deux chapeaux", WHOLE[2][1])), WHOLE[:4]])
def test_all_go_and_each_text_is_kept_with_its_headline(around: str, stories):
    found = read(PARAGRAPHS + columns(stories, around, "<a href=/n/{n}>{t}</a>"))
    assert found.text.split("\n") == list(LONG)
    kept = [(related.headline, related.teaser) for related in found.related]
    assert kept == [story for story in stories if len(story[0]) >= 12]


@pytest.mark.parametrize("link", ["<a href=#p{n}>{t}</a>", "<a href=/actu/article-1.html#p{n}>{t}</a>"])
def test_contents_of_the_article_and_its_parts_stay(link: str):
    found = read(PARAGRAPHS + columns(WHOLE[:3], BOXES, link))
    assert all(text in found.text for _, text in WHOLE[:3])


@pytest.mark.parametrize("tag", ["h4", "div"])
def test_headlines_and_their_texts_may_stand_in_one_element(tag: str):
    heads = "".join(f"<{tag}><a href=/n/{n}>{t}</a></{tag}>" for n, (t, _) in enumerate(WHOLE[:3]))
    texts = "".join(f"<p>{text}</p>" for _, text in WHOLE[:3])
    assert read(f"{PARAGRAPHS}<div>{heads}{texts}</div>").text.split("\n") == list(LONG)


def test_two_links_and_two_paragraphs_of_one_element_are_no_columns():
    links = "".join(f"<p><a href=/n/{n}>{t}</a></p>" for n, (t, _) in enumerate(WHOLE[:2]))
    found = read(f"{PARAGRAPHS}<div>{links}<p>{LONG[2]} Et après ?</p><p>{LONG[3]} Et après ?</p></div>")
    assert found.text.count("Et après ?") == 2
