"""The paragraph between headline and body opens the text, in whatever element it stands."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

STANDFIRST, BODY = LONG[0], "".join(f"<p>{line}</p>" for line in LONG[1:])
DRESSES = {
    "paragraph": f'<p class="k1">{STANDFIRST}</p>',
    "container": f'<div class="k1"><p>{STANDFIRST}</p></div>',
    "bare text": f'<div class="k1">{STANDFIRST}</div>',
    "bold": f'<div class="k1"><strong>{STANDFIRST}</strong></div>',
    "heading": f"<h2>{STANDFIRST}</h2>",
    "no full stop": f"<div>{STANDFIRST.rstrip('.')}</div>",
}
BODIES = ("article__content", "texte", "entry-content", "story", "post-body", "k2")
BYLINE = "<p class='m'><span>Par Jeanne Ternois</span> <span>12.03.2021</span></p>"


def text_of(content: str, head: str = "") -> list[str]:
    html = f"<html lang=fr><head><title>{TITLE}</title>{head}</head><body><div>{content}</div></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html").text.split("\n")


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("dress", DRESSES)
def test_it_opens_the_text(dress: str, body: str):
    found = text_of(f'<h1>{TITLE}</h1>{DRESSES[dress]}{BYLINE}<div class="{body}">{BODY}</div>')

    assert found == [STANDFIRST.rstrip(".") if dress == "no full stop" else STANDFIRST, *LONG[1:]]


@pytest.mark.parametrize("name", ["teaser-text", "related-intro", "news-teaser"])
@pytest.mark.parametrize("stated", [True, False])
def test_a_name_of_furniture_does_not_mislead(name: str, stated: bool):
    head = f'<meta name="description" content="{STANDFIRST}">' if stated else ""
    found = text_of(f'<h1>{TITLE}</h1><div class="{name}"><p>{STANDFIRST}</p></div><div class="k">{BODY}</div>', head)
    assert found == list(LONG)


def test_it_stands_once_where_it_opens_the_body_as_well():
    found = text_of(f'<h1>{TITLE}</h1><h2>{STANDFIRST}</h2><div class="story"><p>{STANDFIRST}</p>{BODY}</div>')
    assert found == list(LONG)


def test_it_goes_where_the_first_paragraph_opens_with_it():
    first = f"{STANDFIRST} L'annonce était attendue depuis le printemps."
    found = text_of(f'<h1>{TITLE}</h1><h2>{STANDFIRST}</h2><div class="story"><p>{first}</p>{BODY}</div>')
    assert found == [first, *LONG[1:]]


def test_a_caption_a_byline_and_a_linked_line_are_none():
    caption = (
        "<div>La directrice devant la concession de Lyon, au mois de mars. Photo : J. Ternois pour le journal</div>"
    )
    byline = "<div>Par Jeanne Ternois, envoyée spéciale à Lyon, publié le 12.03.2021 à 10h20.</div>"
    link = f'<div><a href="/b.html">{RELATED[0][0]}</a></div>'
    found = text_of(f'<h1>{TITLE}</h1>{caption}{byline}{link}<div class="story"><p>{STANDFIRST}</p>{BODY}</div>')
    assert found == list(LONG)


def test_three_texts_over_the_body_are_something_else():
    teasers = "".join(f"<div><div>{text}.</div></div>" for _, text in RELATED[:3])
    found = text_of(f'<h1>{TITLE}</h1>{teasers}<div class="story"><p>{STANDFIRST}</p>{BODY}</div>')
    assert found == list(LONG)


def test_a_name_of_furniture_around_the_whole_article_misleads_nobody():
    others = "".join(f'<div><a href="/{n}">{t}</a><p>{s}…</p></div>' for n, (t, s) in enumerate(RELATED))
    article = f'<div class="node teaser"><div><strong>{STANDFIRST}</strong></div><div class="b">{BODY}</div></div>'
    found = text_of(f"<div>{others}</div><h1>{TITLE}</h1>{article}")
    assert found == list(LONG)


POINTS = (
    "une baisse de 12 % des volumes sur le canal des particuliers ;",
    "un recul de 4 points du diesel sur un an ;",
    "des stocks ramenés à 58 jours.",
)


def list_of(*lines: str) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


@pytest.mark.parametrize("body", BODIES)
def test_points_in_a_box_of_their_own_open_the_text(body: str):
    box = f'<div class="k1">{list_of(*POINTS)}</div>'
    found = text_of(f'<h1>{TITLE}</h1>{BYLINE}{box}<div class="{body}">{BODY}</div>')
    assert found == [*POINTS, *LONG[1:]]


def test_points_over_a_standfirst_open_the_text():
    box = f'<div class="k1">{list_of(*POINTS)}</div><div class="k2"><p>{STANDFIRST}</p></div>'
    found = text_of(f'<h1>{TITLE}</h1>{box}<div class="k3">{BODY}</div>')
    assert found == [*POINTS, *LONG]


@pytest.mark.parametrize(
    "lines",
    [
        ("Constructeurs", "Distribution", "Après-vente"),
        ("Par Jeanne Ternois, à Nantes", "Publié le 12 mars 2021 à 10:20", "Lecture de trois minutes"),
        ('<a href="/t1">Le marché des voitures neuves</a>', '<a href="/t2">Les nominations dans les réseaux</a>'),
    ],
)
def test_lists_of_the_page_do_not_open_the_text(lines: tuple[str, ...]):
    found = text_of(f'<h1>{TITLE}</h1><div class="k1">{list_of(*lines)}</div><div class="k3">{BODY}</div>')
    assert found == list(LONG[1:])
