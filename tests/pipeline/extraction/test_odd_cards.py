"""One card of a row whose lines measure otherwise goes with the others; boxes of the article's own stay."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, TITLE, WHOLE

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LONG)
KICKERS = ("Constructeurs", "Auto", "Flottes", "Usines")
SHORT_HEADLINE = "Loudun ferme"


def read(content: str) -> list[str]:
    html = f"<html lang=fr><title>{TITLE}</title><body><article><h1>{TITLE}</h1>{content}</article></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html").text.split("\n")


def card(number: int, headline: str, teaser: str, name: str = "u") -> str:
    return (
        f'<div class="{name}"><img src="/{number}.webp"><span>{KICKERS[number]}</span>'
        f'<a href="/n/{number}">{headline}</a><p>{teaser}</p></div>'
    )


@pytest.mark.parametrize("name", ["u", "rows rows-{n}"])
@pytest.mark.parametrize("odd", range(4))
def test_a_card_whose_kicker_is_longer_than_its_headline(odd: int, name: str) -> None:
    cards = [card(n, SHORT_HEADLINE if n == odd else h, t, name.format(n=n)) for n, (h, t) in enumerate(WHOLE[:4])]
    assert read(f"{PARAGRAPHS}<div class=m><p>Tout un monde</p><div class=g>{''.join(cards)}</div></div>") == list(LONG)


@pytest.mark.parametrize(
    "label",
    ["On the same subject", "Zum gleichen Thema", "Sobre el mismo asunto", "Sul medesimo tema", "Sur le même sujet"],
)
def test_a_short_headline_under_a_label_goes_with_its_text(label: str) -> None:
    (first, text), other = WHOLE[0], " ".join(text for _, text in WHOLE[1:4])
    box = (
        f'<div class=b><p><b>{label}</b></p><p><a href="/n/1">{first}</a></p><p>{text}</p>'
        f'<p><a href="/n/2">Stühlerücken bei Norvik</a></p><p>{other}</p></div>'
    )
    own = [f"<p>{line}</p>" for line in LONG]
    assert read("".join([*own[:3], box, *own[3:]])) == list(LONG)


@pytest.mark.parametrize(
    "label",
    [
        "Les autres dépêches du jour",
        "Other dispatches of the day",
        "Weitere Meldungen des Tages",
        "Otros teletipos del día",
        "Gli altri lanci del giorno",
    ],
)
def test_dispatches_under_their_hours_and_a_label_go(label: str) -> None:
    headlines = (SHORT_HEADLINE, *(headline for headline, _ in WHOLE[1:4]))
    rows = "".join(
        f"<p><span>{9 + n}:1{n} </span><strong>{headline}</strong></p><p>{WHOLE[n][1]}</p>"
        for n, headline in enumerate(headlines)
    )
    assert read(f"{PARAGRAPHS}<h2>{label}</h2>{rows}") == list(LONG)


def test_entries_under_their_hours_and_a_subhead_of_the_article_stay() -> None:
    rows = "".join(
        f"<p><span>{9 + n}:1{n} </span><strong>{h}</strong></p><p>{t}</p>" for n, (h, t) in enumerate(WHOLE[:4])
    )
    found = read(f"{PARAGRAPHS}<h2>La journée à Loudun</h2>{rows}")
    assert [text for _, text in WHOLE[:4] if text not in found] == []
