"""A box of facts that leads nowhere is the article's own, amid its paragraphs or right behind them."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

FACTS = ("Effectif du site : 2 340 salariés", "Capacité annuelle : 185 000 véhicules", "Mise en service : 1996")
LABEL = "Le site de Loudun"
PARAGRAPHS = [f"<p>{line}</p>" for line in LONG]
TEASERS = "".join(
    f'<div><h3><a href="/w{n}">{t}</a></h3><p>{s}…</p><div><a href="/w{n}">Lire la suite</a></div></div>'
    for n, (t, s) in enumerate(RELATED)
)


def items(lines: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def read(content: str) -> list[str]:
    html = (
        f"<html lang=fr><title>{TITLE}</title><body><div class=a><h1>{TITLE}</h1><div class=b>{content}"
        f"<div><h2>Autres actualités du groupe</h2>{TEASERS}</div></div></div></body></html>"
    )
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html").text.split("\n")


BOXES = {
    "list": f"<div class=c><h3>{LABEL}</h3>{items(FACTS)}</div>",
    "list in a box of a box": f"<div class=c><div class=d><h3>{LABEL}</h3>{items(FACTS)}</div></div>",
    "list under a bold line": f"<div><p><b>{LABEL}</b></p>{items(FACTS)}</div>",
    "list under a colon": f"<div><p>{LABEL} :</p>{items(FACTS)}</div>",
    "lines": f"<div class=c><h2>{LABEL}</h2><div class='content-view-embed'><p>{'<br>'.join(FACTS)}</p></div></div>",
    "no element around": f"<h3>{LABEL}</h3>{items(FACTS)}",
}


@pytest.mark.parametrize("place", [2, 6])
@pytest.mark.parametrize("form", BOXES)
def test_a_box_of_facts_stays(form: str, place: int) -> None:
    label = f"{LABEL} :" if "colon" in form else LABEL
    found = read("".join([*PARAGRAPHS[:place], BOXES[form], *PARAGRAPHS[place:]]))
    assert found == [*LONG[:place], label, *FACTS, *LONG[place:]]


@pytest.mark.parametrize("place", [2, 6])
def test_a_box_of_sentences_stays(place: int) -> None:
    lines = tuple(text for _, text in WHOLE[:3])
    box = f"<div class=c><h3>{LABEL}</h3>{items(lines)}</div>"
    assert read("".join([*PARAGRAPHS[:place], box, *PARAGRAPHS[place:]])) == [
        *LONG[:place],
        LABEL,
        *lines,
        *LONG[place:],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Odile Perrot, 12 rue du Port", "Tél. : +33 1 40 00 00 00", "presse@valdoria.example"),
        ("Constructeurs", "Distribution", "Après-vente"),
    ],
)
def test_a_box_of_addresses_or_words_behind_the_article_goes(lines: tuple[str, ...]) -> None:
    assert read("".join([*PARAGRAPHS, f"<div class=c><h3>Autour de nous</h3>{items(lines)}</div>"])) == list(LONG)


def test_a_box_with_a_link_goes() -> None:
    box = f'<div class=c><h3>{LABEL}</h3><ul><li><a href="/d">{FACTS[0]}</a></li><li>{FACTS[1]}</li></ul></div>'
    assert read("".join([*PARAGRAPHS, box])) == list(LONG)


def test_a_box_in_the_margin_goes() -> None:
    margin = f"</div><div class=margin><h3>{LABEL}</h3>{items(FACTS)}"
    assert read("".join([*PARAGRAPHS, margin])) == list(LONG)
