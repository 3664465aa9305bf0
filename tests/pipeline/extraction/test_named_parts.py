"""What an article tells of makers, places or products under their linked names stays; teasers of that form go."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

URL = "https://journal.example/actu/article-1.html"
TOLD = (
    ("Norvik", "Le constructeur danois a livré 12 400 voitures, soit 3 % de plus que l’an dernier à la même période."),
    ("Voltemar", "La marque recule de 2 %, faute de petites voitures en nombre suffisant."),
    ("Castellane Auto", "Le groupe progresse de 9 %, grâce à son utilitaire et au gaz."),
)
FORMS = [
    "<h3><a href=/m/{n}>{t}</a></h3><p>{s}</p>",
    "<p><strong><a href=/m/{n}>{t}</a></strong></p><p>{s}</p>",
    "<p><a href=/m/{n}>{t}</a><br>{s}</p>",
]
ITEMS = [
    "<li><h4><a href=/m/{n}>{t}</a></h4><p>{s}</p></li>",
    "<li><a href=/m/{n}>{t}</a><br>{s}</li>",
    "<dt><a href=/m/{n}>{t}</a></dt><dd>{s}</dd>",
]


def lines_of(content: str) -> list[str]:
    page = f"<html lang=fr><title>{TITLE}</title><body><div id=main><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), URL).text.split("\n")


def amid(form: str, pairs) -> str:
    filled = "".join(form.format(n=n, t=t, s=s) for n, (t, s) in enumerate(pairs))
    around = "ul" if form.startswith("<li") else "dl" if form.startswith("<dt") else ""
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in LONG]
    return "".join([*paragraphs[:3], f"<{around}>{filled}</{around}>" if around else filled, *paragraphs[3:]])


@pytest.mark.parametrize("many", [2, 3])
@pytest.mark.parametrize("form", FORMS + ITEMS)
def test_whole_texts_under_linked_names_amid_the_article_stay(form: str, many: int):
    found = lines_of(amid(form, TOLD[:many]))
    assert [text for _, text in TOLD[:many] if text in found] == [text for _, text in TOLD[:many]]
    assert [line for line in found if line in LONG] == list(LONG)


@pytest.mark.parametrize("many", [2, 3])
@pytest.mark.parametrize("form", FORMS + ITEMS)
def test_texts_that_break_off_go_whatever_stands_over_them(form: str, many: int):
    pairs = [(name, f"{teaser}…") for (name, _), (_, teaser) in zip(TOLD[:many], RELATED, strict=False)]
    assert not [text for _, text in pairs if text in lines_of(amid(form, pairs))]


@pytest.mark.parametrize("form", ITEMS)
def test_stories_under_headlines_go(form: str):
    assert lines_of(amid(form, WHOLE[:3])) == list(LONG)


SHORT = ("Carnet d’atelier", "Gazole en hausse", "Permis à 17 ans")


def test_stories_under_headlines_of_three_words_behind_the_article_go():
    form = "<h3><a href=/m/{n}>{t}</a></h3><p>{s}</p>"
    stories = "".join(form.format(n=n, t=t, s=s) for n, (t, (_, s)) in enumerate(zip(SHORT, WHOLE, strict=False)))
    assert lines_of("".join(f"<p>{paragraph}</p>" for paragraph in LONG) + stories) == list(LONG)


def test_stories_with_a_day_each_go():
    form = "<h3><a href=/m/{n}>{t}</a></h3><span>1{n} mars 2021</span><p>{s}</p>"
    pairs = [(t, s) for (t, _), (_, s) in zip(TOLD, WHOLE, strict=False)]
    found = lines_of(amid(form, pairs))
    assert not [text for _, text in pairs if text in found]
