# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""Single lines that send the reader to another article of the site go, in any words; lines of the article stay."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

HEADLINE = RELATED[1][0]
PARAGRAPHS = [f"<p>{line}</p>" for line in LONG]


def read(*lines: str) -> list[str]:
    """The text of a page with the lines between its paragraphs, one behind each."""
    behind = [*lines, *[""] * len(LONG)]
    content = "".join(f"{paragraph}{line}" for paragraph, line in zip(PARAGRAPHS, behind, strict=False))
    html = f"<html lang=fr><title>{TITLE}</title><body><div><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html").text.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        f'<p>Notre enquête : <a href="/p1">{HEADLINE}</a></p>',
        f'<p>Notre enquête : « <a href="/p1">{HEADLINE}</a> »</p>',
        f'<p>👉 <a href="/p1">{HEADLINE}</a></p>',
        f'<p>En vidéo → <a href="/p1">{HEADLINE}</a></p>',
        f'<p><em>(Lire aussi : <a href="/p1">{HEADLINE}</a>)</em></p>',
        '<p>Notre enquête : <a href="/p1">Le prix du diesel</a></p>',
        '<p>En images → <a href="/p1">Salon de Tours</a></p>',
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_goes(line: str, count: int) -> None:
    assert read(*[line.replace("/p1", f"/p{number}") for number in range(count)]) == list(LONG)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            '<p>Le prix : <a href="/prix">23 900</a> euros en finition de base, hors options et hors malus.</p>',
            "Le prix : 23 900 euros en finition de base, hors options et hors malus.",
        ),
        (
            f'<p>Elle répond à une vieille question : <a href="/p1">{HEADLINE}</a>, écrivions-nous en mars.</p>',
            f"Elle répond à une vieille question : {HEADLINE}, écrivions-nous en mars.",
        ),
        (
            '<p>Directrice des ventes : <a href="/qui/odile-perrot">Odile Perrot-Vasseur</a></p>',
            "Directrice des ventes : Odile Perrot-Vasseur",
        ),
        (
            '<div class=figure><strong>42 %</strong> des ateliers de l’<a href="/ue">UE</a> ont rouvert leurs portes.</div>',
            "42 % des ateliers de l’UE ont rouvert leurs portes.",
        ),
        (
            '<div class=cite><b>Odile Perrot</b>, chef des ventes, est au réseau depuis 2004. <a href="/qui/o">&#9654;</a></div>',
            "Odile Perrot, chef des ventes, est au réseau depuis 2004. ▶",
        ),
        (
            '<p><b>Lundi 12 mars</b> : réunion publique à la mairie de Tours, salle basse <a href="/agenda">En savoir plus</a></p>',
            "Lundi 12 mars : réunion publique à la mairie de Tours, salle basse En savoir plus",
        ),
        (
            '<blockquote><span>C’est terrible, on n’a rien vu venir…</span> <a href="/statuts/9">12 février 2026</a></blockquote>',
            "C’est terrible, on n’a rien vu venir… 12 février 2026",
        ),
        (
            '<p>Notre favorite : <a href="/essais/e5">la Norvik 5 électrique et familiale</a>.</p>',
            "Notre favorite : la Norvik 5 électrique et familiale.",
        ),
        (
            '<p>Directeur du réseau : <a href="/qui/xavier-de-l">Xavier de Lestrade</a></p>',
            "Directeur du réseau : Xavier de Lestrade",
        ),
        (
            '<p>« Je pars » <a href="/p1">a écrit le président sur son blog</a>.</p>',
            "« Je pars » a écrit le président sur son blog.",
        ),
        (
            '<p>En 2019, <a href="/p1">le groupe de Tours</a> avait déjà tenté de la reprendre, faute de mieux…</p>',
            "En 2019, le groupe de Tours avait déjà tenté de la reprendre, faute de mieux…",
        ),
        (
            '<p><b>Vous partez donc ?</b> Oui, comme je le disais déjà… <a href="/p1">dans vos colonnes</a></p>',
            "Vous partez donc ? Oui, comme je le disais déjà… dans vos colonnes",
        ),
    ],
)
def test_stays(line: str, words: str) -> None:
    assert read(line) == [LONG[0], words, *LONG[1:]]


def test_a_box_without_links_whose_stories_go_on_in_print() -> None:
    stories = "".join(
        f"<p><b>{headline}</b></p><p>{teaser}… (page {n})</p>" for n, (headline, teaser) in enumerate(RELATED[:2], 4)
    )
    assert read("", f"<div class=q><h4>Et pendant ce temps</h4>{stories}</div>") == list(LONG)
