# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""Boxes amid the article without a link or a heading, whose text ends in an ellipsis; own boxes are whole."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

URL = "https://journal.example/actu/article-1.html"
HEADLINE, TEASER = RELATED[0]
LETTER = "<div class=lettre><p>Dans notre lettre du mardi</p><p class=t>{}</p><p>{}…</p><form><input></form></div>"
FACTS = "<ul><li>Longueur : 4,32 mètres, dont 38 centimètres de porte-à-faux</li><li>Puissance : 110 chevaux</li></ul>"


def read(box: str, behind: str = ""):
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in LONG]
    content = "".join([*paragraphs[:2], box, behind, *paragraphs[2:]])
    page = f"<html lang=fr><title>{TITLE}</title><body><main><h1>{TITLE}</h1>{content}</main></body></html>"
    return extract(DecodedPage(page, "utf-8"), URL)


@pytest.mark.parametrize("form", [LETTER, "<section><div>{}</div><div>{}...</div></section>"])
def test_a_story_in_a_box_goes(form: str):
    found = read(form.format(HEADLINE, TEASER))
    assert found.text.split("\n") == list(LONG)
    assert [(related.headline, related.teaser) for related in found.related] == [
        (HEADLINE, TEASER + ("…" if "…" in form else "..."))
    ]


def test_before_a_list_of_the_article():
    found = read(LETTER.format(HEADLINE, TEASER), FACTS)
    assert TEASER not in found.text
    assert "Puissance : 110 chevaux" in found.text


@pytest.mark.parametrize(
    "own",
    [
        "<div><p>Hélène Marchetti, directrice du réseau</p><p>« Nous allons rendre de la marge à nos concessionnaires, mais il faudra du temps… »</p></div>",
        "<div><p>Ce que dit le contrat de distribution</p><p>Les objectifs sont fixés chaque année avec le groupement des concessionnaires.</p></div>",
        "<div><p>Elle ne dit rien de son prédécesseur.</p><p>Paul Vernier avait, lui, beaucoup promis avant de partir pour Madrid, et puis plus rien…</p></div>",
        "<div><p>Ce qu’en dit la directrice du réseau</p><p>– Nous allons rendre de la marge à nos concessionnaires, mais il faudra du temps…</p></div>",
        "<blockquote><p>Hélène Marchetti, directrice du réseau</p><p>Nous allons rendre de la marge à nos concessionnaires, mais il faudra du temps…</p></blockquote>",
        "<div><p>Fin mai</p><p>Le groupe avait promis un calendrier pour la fin du mois de mai, puis pour juin, puis pour l’été…</p></div>",
    ],
)
def test_what_the_article_sets_in_a_box_stays(own: str):
    last = own.rsplit("<p>", 1)[1].partition("</p>")[0]
    assert last in read(own).text
