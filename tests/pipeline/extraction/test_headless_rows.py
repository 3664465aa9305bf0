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
        "&bull; {t} : {s}...<br>",
        "<p>{s}… [<a href=/n/{n}>Lire la suite</a>]</p>",
        "<p>{s}… <a href=/n/{n}>»</a></p>",
        "<p><a href=#>Marchés</a> {s}… <a href=/n/{n}>Lire la suite</a></p>",
        "<p>{s}… <a href=/n/{n}>1{n} mars 2021</a></p>",
        "<p>{s}… <a href=/n/{n}>Lire la suite<span> : {t}</span></a></p>",
        "<div><b>Marchés</b><p>{s}… <a href=/n/{n}>Lire la suite</a></p></div>",
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


@pytest.mark.parametrize(
    "form",
    [
        "<p>— {s}…</p>",
        "<p>• {s}…</p>",
        "• Modèle {n} : {s}…<br>",
        "<p>« {s}… » (p. {n})</p>",
        "<div><p>{s}…</p><p>Paul V., 1{n} mars 2021</p></div>",
        "<p>{s}…</p><p>1{n} mars 2021</p>",
        "<p>{s}… <a href=/m/{n}>Modèle {n}</a></p>",
        "<p>{s}, comme pour la <a href=/m/{n}>Modèle {n}</a>…</p>",
        "<p><a href=/membre/{n}>Lecteur {n}</a> : {s}…</p>",
        "<div><p>{s}… <a href=#>Lire la suite</a></p></div>",
        "<p>{s}… <a href='javascript:void(0)'>Lire la suite</a></p>",
        "<p>{s}… <a href=#r{n}>↩</a></p>",
        "<p>{s}… <a href=/actu/article-1.html#n{n}>*</a></p>",
        "<p>{s}… <a href=/images/{n}.jpg>(photo)</a></p>",
        "<p>{s}… <a href=https://revue-{n}.example/>Source</a></p>",
    ],
    ids=[
        "dialogue",
        "points",
        "named",
        "quoted",
        "letters",
        "days",
        "models",
        "named last",
        "readers",
        "folded",
        "script",
        "back",
        "note",
        "picture",
        "source",
    ],
)
def test_own_texts_that_end_in_three_dots_stay(form: str):
    entries = "".join(form.format(s=s, n=n) for n, (_, s) in enumerate(RELATED[:4]))
    opening, rest = f"<p>{LONG[0]}</p><p>{LONG[1]}</p>", "".join(f"<p>{paragraph}</p>" for paragraph in LONG[2:])
    found = "\n".join(lines_of(f"{opening}{entries}{rest}"))
    assert [s for _, s in RELATED[:4] if s in found] == [s for _, s in RELATED[:4]]


@pytest.mark.parametrize("many", [1, 2])
def test_the_part_of_an_article_that_is_free_stays(many: int):
    free = "".join(f"<p>{paragraph.rstrip('.')}…</p><p><a href=/abo>Lire la suite</a></p>" for paragraph in LONG[:many])
    assert LONG[0].rstrip(".") in lines_of(free)[0]
