"""Paragraphs of the text that send the reader to another article: label, headline, teaser in one."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

HEADLINE, TEASER = RELATED[2]
ADDRESS = "https://journal.example/actu/article-1.html"


def _lines(paragraph: str) -> list[str]:
    text = "".join(f"<p>{own}</p>{paragraph if number == 2 else ''}" for number, own in enumerate(LONG))
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{text}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n")


@pytest.mark.parametrize("label", ["LEGGI ANCHE", "Lee también", "READ ALSO", "À lire aussi", "Auch interessant"])
@pytest.mark.parametrize(
    "form",
    [
        "<p><strong>{label} &rarr;</strong> <a href='/a/2'><em>{headline}</em></a> &mdash; {teaser}…</p>",
        "<p><b>{label}</b> <a href='/a/2'>{headline}</a> {teaser}</p>",
        "<p>{label}: <a href='/a/2'>{headline}</a> – {teaser}…</p>",
        "<p><a href='/a/2'>{label} » {headline}</a> {teaser}…</p>",
        "<p><b>{label} –</b> {headline}. {teaser}…</p>",
    ],
    ids=["arrow", "no-mark", "colon", "label-in-link", "no-link"],
)
def test_label_headline_and_teaser_in_one_paragraph_go(form: str, label: str):
    assert _lines(form.format(label=label, headline=HEADLINE, teaser=TEASER)) == list(LONG)


@pytest.mark.parametrize("end", ["…", ".", ""])
@pytest.mark.parametrize(
    "box",
    [
        "<div><span>À lire aussi :</span> <a href='/a/2'><b>{0}</b></a><p>{1}</p></div>",
        "<div><p>À lire aussi : <a href='/a/2'>{0}</a></p><p>{1}</p></div>",
        "<aside><div><strong>Lire également :</strong> <a href='/a/2'>{0}</a></div><div>{1}</div></aside>",
    ],
)
def test_a_box_that_opens_with_label_and_headline_goes_with_its_teaser(box: str, end: str):
    assert _lines(box.format(HEADLINE, TEASER + end)) == list(LONG)


@pytest.mark.parametrize(
    "own",
    [
        "<b>More</b> <a href='/a/3'>than 500 people</a> came to the opening of the plant, six years in the building.",
        "Hintergrund: Die Firma hatte nach <a href='/a/3'>einem Bericht</a> über Mängel an 12.000 Wagen die Bänder "
        "angehalten und die Händler gebeten, keine Wagen auszuliefern. Betroffen sind nach ihren Angaben vier Werke in "
        "zwei Ländern, in denen zusammen mehr als 9.000 Menschen arbeiten; die meisten sind bis auf weiteres zu Hause.",
    ],
    ids=["one-word", "far-link"],
)
def test_a_sentence_that_opens_like_a_label_stays(own: str):
    assert len(_lines(f"<p>{own}</p>")) == len(LONG) + 1


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Lesen Sie auch : <a href='/a/2'>{headline}</a></strong></p>",
        "<p>&gt;&gt; <a href='/a/2'>Lire aussi : {headline}</a></p>",
        "<p><em>Leggi anche: <a href='/a/2'>{headline}</a></em></p>",
    ],
)
def test_questions_and_answers_below_the_line_stay(line: str):
    told = (
        "Comment jugez-vous le premier semestre ?",
        "« Nous avons tenu nos marges sans brader un seul véhicule de stock. »",
        "Qu'attendez-vous de la fin de l'année ?",
        "« Le réseau attend deux modèles et ne lancera pas d'autre action sur les prix. »",
    )
    below = "".join(f"<p>{text}</p>" for text in told)
    assert _lines(line.format(headline=HEADLINE) + below) == [*LONG[:3], *told, *LONG[3:]]
