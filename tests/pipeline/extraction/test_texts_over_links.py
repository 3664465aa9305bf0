"""Teasers that stand over their headlines, behind the article or amid it."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

URL = "https://journal.example/actu/article-1.html"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
SHORT_HEADLINE = ("Carnet d’atelier", RELATED[3][1])


def read(content: str):
    page = f"<html lang=fr><title>{TITLE}</title><body><div id=main><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), URL)


def pairs_in(found) -> list[tuple[str, str | None]]:
    return [(related.headline, related.teaser) for related in found.related]


@pytest.mark.parametrize("many", [4, 6])
def test_each_in_a_box_with_the_link_below(many: int):
    boxes = "".join(f"<div><p>{s}</p><p><a href=/n/{n}>{t}</a></p></div>" for n, (t, s) in enumerate(WHOLE[:many]))
    found = read(f"{PARAGRAPHS}<div class=suite>{boxes}</div>")
    assert found.text.split("\n") == list(LONG)
    assert pairs_in(found) == list(WHOLE[:many])


def test_broken_off_and_one_under_a_headline_of_two_words():
    stories = [*RELATED[:2], ("« Ma chaudière est la coupable »", RELATED[2][1]), SHORT_HEADLINE, RELATED[4]]
    boxes = "".join(f"<div class=b><p>{s}…</p><p><a href=/n/{n}>{t}</a></p></div>" for n, (t, s) in enumerate(stories))
    assert read(PARAGRAPHS + boxes).text.split("\n") == list(LONG)


@pytest.mark.parametrize("end", ["", "…"])
def test_definitions_before_their_terms(end: str):
    terms = "".join(f"<dd>{s}{end}</dd><dt><a href=/n/{n}>{t}</a></dt>" for n, (t, s) in enumerate(WHOLE[:4]))
    found = read(f"{PARAGRAPHS}<dl>{terms}</dl>")
    assert found.text.split("\n") == list(LONG)
    assert [headline for headline, _ in pairs_in(found)] == [headline for headline, _ in WHOLE[:4]]


def test_two_of_four_break_off():
    stories = [(t, f"{s}…" if n < 2 else f"{s}.") for n, (t, s) in enumerate(RELATED[:4])]
    terms = "".join(f"<dd>{s}</dd><dt><a href=/n/{n}>{t}</a></dt>" for n, (t, s) in enumerate(stories))
    assert read(f"{PARAGRAPHS}<dl>{terms}</dl>").text.split("\n") == list(LONG)


def test_headlines_over_their_texts_in_a_list_leave_no_headline():
    items = "".join(
        f"<li><a href=/n/{n}>{t}</a><time>3 mai</time><div>{s}…</div></li>" for n, (t, s) in enumerate(RELATED)
    )
    found = read(f"{PARAGRAPHS}<ul>{items}</ul>")
    assert found.text.split("\n") == list(LONG)
    assert len(found.related) == len(RELATED)


def test_own_paragraphs_amid_the_article_with_a_line_that_leads_on_stay():
    sections = "".join(
        f"<section><p>{s}</p><p><a href=/n/{n}>{t}</a></p></section>" for n, (t, s) in enumerate(WHOLE[:3])
    )
    found = read(f"<p>{LONG[0]}</p><p>{LONG[1]}</p>{sections}{PARAGRAPHS}")
    assert all(text in found.text for _, text in WHOLE[:3])


def test_sources_under_what_they_are_quoted_for_are_not_related():
    quoted = "".join(
        f"<div><p>{s}</p><p><a href=https://revue-{n}.example/{n}>https://revue-{n}.example/{n}</a></p></div>"
        for n, (_, s) in enumerate(WHOLE[:4])
    )
    assert not read(f"{PARAGRAPHS}<div>{quoted}</div>").related


def test_a_term_over_a_linked_headline_is_a_day():
    long = (
        "Voltemar : « La recharge ne sera jamais un métier de pompiste », assure la directrice de son réseau français"
    )
    stories = [*RELATED[:3], (long, RELATED[4][1])]
    days = "".join(f"<dt>{n} mai 2024</dt><dd><a href=/n/{n}>{t}</a><br>{s}…</dd>" for n, (t, s) in enumerate(stories))
    opening, rest = f"<p>{LONG[0]}</p>", "".join(f"<p>{paragraph}</p>" for paragraph in LONG[1:])
    assert read(f"{opening}<dl>{days}</dl>{rest}").text.split("\n") == list(LONG)


@pytest.mark.parametrize("many", [1, 2])
def test_a_linked_text_that_breaks_off_under_its_headline_as_term_and_definition(many: int):
    terms = "".join(f"<dt>{t}</dt><dd><a href=/n/{n}>{s}…</a></dd>" for n, (t, s) in enumerate(RELATED[:many]))
    opening, rest = f"<p>{LONG[0]}</p>", "".join(f"<p>{paragraph}</p>" for paragraph in LONG[1:])
    assert read(f"{opening}<dl>{terms}</dl>{rest}").text.split("\n") == list(LONG)
