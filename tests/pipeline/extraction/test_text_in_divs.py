"""Articles whose paragraphs are plain `<div>`s, with cards of other articles between them."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, SHORT, TITLE

ADDRESS = "https://journal.example/actu/article-1.html"
INTERVIEW = (
    *SHORT,
    "Que voit-elle de son bureau ?",
    "« Un parking. D'habitude il y a des voitures, à présent il y a des mouettes. »",
    "Cela peut-il durer ?",
    "« Les délégués demandent le double de ce que propose la direction, et la direction n'a pas encore répondu. »",
    "Rendez-vous jeudi à dix heures.",
)
TABLE = (*SHORT, "Pays | Février | Variation", "Espagne | 772 | +92,5 %", "Portugal | 598 | +131 %", LONG[2])


@pytest.mark.parametrize("body", [INTERVIEW, TABLE, LONG], ids=["interview", "table", "long"])
@pytest.mark.parametrize("end", ["…", ""], ids=["ellipsis", "cut"])
def test_what_follows_a_card_stays(body, end: str):
    cards = iter(RELATED)
    shown = ""
    for number, text in enumerate(body):
        shown += f'<div class="lead">{text}</div>'
        if number % 2 == 0 and number < len(body) - 1:
            headline, teaser = next(cards)
            shown += (
                f'<div class="box"><img src="/{number}.webp"><div><div class="tag">Marché</div>'
                f'<a href="/s/{number}">{headline}</a><div>{teaser}{end}</div></div></div>'
            )
    page = (
        f'<html><head><title>{TITLE}</title></head><body><div class="page"><h1>{TITLE}</h1>{shown}</div></body></html>'
    )

    assert extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n") == list(body)


def test_paragraphs_with_a_wrapper_each_belong_together():
    shown = "".join(f"<div><p>{text}</p></div>" for text in SHORT)
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{shown}</div></body></html>"

    assert extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n") == list(SHORT)
