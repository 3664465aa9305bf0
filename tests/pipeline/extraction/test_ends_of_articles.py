# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""What stands around an article's first and last lines is not its text: headings over teasers, offers, forms, labels."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LONG)
TEASERS = "".join(f'<p><a href="/w{n}">{t}</a></p><p>{s}…</p>' for n, (t, s) in enumerate(RELATED))
HEADINGS = {
    "bold": "<p><b>Le fil de la matinée :</b></p>",
    "italic": "<p><em>Le fil de la matinée</em></p>",
    "underlined": "<u>Le fil de la matinée</u><br>",
    "class of its own": '<p class="chapeau-2">Le fil de la matinée</p>',
    "colon": "<p>Le fil de la matinée :</p>",
}


def read(content: str, lang: str = "fr"):
    html = f"<html lang={lang}><title>{TITLE}</title><body>{content}</body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html")


def lines(content: str, lang: str = "fr") -> list[str]:
    return read(content, lang).text.split("\n")


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_heading_over_the_teasers_goes_with_them(heading: str):
    found = read(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}{HEADINGS[heading]}{TEASERS}</div>")

    assert found.text.split("\n") == list(LONG)
    assert [related.headline for related in found.related] == [headline for headline, _ in RELATED]


def test_the_last_line_before_the_teasers_stays():
    last = "Siège : Laval (Mayenne), 1 130 collaborateurs."
    assert lines(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}<p>{last}</p><hr>{TEASERS}</div>") == [*LONG, last]


def test_a_subhead_before_a_card_amid_the_article_stays():
    card = f'<div><h4><a href="/w">{RELATED[0][0]}</a></h4><p>{RELATED[0][1]}…</p></div>'
    own = [f"<p>{line}</p>" for line in LONG]
    content = "".join([*own[:3], "<h2>Un réseau à remobiliser</h2>", card, *own[3:]])
    assert lines(f"<div><h1>{TITLE}</h1>{content}</div>") == [*LONG[:3], "Un réseau à remobiliser", *LONG[3:]]


def test_list_items_before_bold_links_stay():
    items = ("– un fonds pour les machines, abondé par les pénalités ;", "– la venue d'un commissaire dans une usine.")
    own = "".join(
        f"<p>{line}</p>"
        for line in (*LONG, *items, "Le syndicat compte 74 entreprises dans sept départements, de la Sarthe au Loiret.")
    )
    cards = "".join(f'<p><b><a href="{n}.html">{t}</a></b><br>{s}...</p>' for n, (t, s) in enumerate(RELATED))
    assert lines(f"<div><h1>{TITLE}</h1>{own}<hr>{cards}</div>")[-3:-1] == list(items)


@pytest.mark.parametrize(
    ("lang", "offer"),
    [
        ("fr", "Cet article est réservé aux abonnés. Un mois pour 1 €."),
        ("fr", "Chaque soir, l'essentiel du secteur dans votre boîte mail"),
        ("de", "Dieser Artikel ist Abonnenten vorbehalten. Jetzt testen."),
        ("de", "Das Wichtigste des Tages direkt in Ihr Postfach"),
        ("en", "This story is for subscribers only. Try a month for £1."),
        ("en", "The week in motor retail, straight to your inbox"),
        ("es", "Este contenido es exclusivo para suscriptores. Pruebe un mes."),
        ("it", "Contenuto riservato agli abbonati. Prova un mese."),
    ],
)
def test_offers_at_the_end_go(lang: str, offer: str):
    assert lines(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}<p>{offer}</p></div>", lang) == list(LONG)


@pytest.mark.parametrize("name", ["paywall", "newsletter-box", "author-bio", "breadcrumb"])
def test_what_its_class_calls_furniture_goes_from_amid_the_article(name: str):
    box = f'<div class="{name}"><p>Profitez de toutes nos analyses, jour après jour, pour le prix d\'un café.</p></div>'
    assert lines(f'<div class="story"><h1>{TITLE}</h1>{PARAGRAPHS}{box}</div>') == list(LONG)


def test_paragraphs_that_subscribers_read_stay():
    own = "".join(f'<p class="{"paywall" if n > 2 else "open"}">{line}</p>' for n, line in enumerate(LONG))
    assert lines(f'<div class="story"><h1>{TITLE}</h1>{own}</div>') == list(LONG)


@pytest.mark.parametrize(
    ("lang", "heading", "note"),
    [
        ("es", "Participe en el debate", "Su dirección de correo no será publicada. Los campos obligatorios están marcados con *"),
        ("it", "La parola ai lettori", "Il tuo indirizzo email non sarà pubblicato."),
        ("fr", "À vous la plume", "Votre adresse e-mail ne sera pas publiée."),
    ],
)  # fmt: skip
def test_comment_forms_go_with_their_heading(lang: str, heading: str, note: str):
    content = f"<div><h1>{TITLE}</h1>{PARAGRAPHS}<h3>{heading}</h3><p>{note}</p></div>"
    assert lines(content, lang) == list(LONG)


def test_a_label_over_the_headline_is_not_text():
    assert lines(f"<article><p>Mouvements</p><h1>{TITLE}</h1>{PARAGRAPHS}</article>") == list(LONG)


def test_a_category_may_open_the_items_of_a_list_of_teasers():
    items = "".join(
        f'<li><span>Équipementiers</span> <a href="/n{n}">{t}</a> <span>{s}</span></li>'
        for n, (t, s) in enumerate(RELATED)
    )
    found = read(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}<ul>{items}</ul></div>")
    assert found.text.split("\n") == list(LONG)
    assert [(related.headline, related.teaser) for related in found.related] == list(RELATED)


def test_a_link_to_more_closes_each_card():
    cards = "".join(
        f'<div class="e"><div class="t"><a href="/e{n}">{t}</a></div><p>{s}.</p><a href="/e{n}">Lire la suite »</a></div>'
        for n, (t, s) in enumerate(RELATED)
    )
    found = read(f"<div><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></div><div>{cards}</div>")
    assert found.text.split("\n") == list(LONG)
    assert len(found.related) == len(RELATED)
