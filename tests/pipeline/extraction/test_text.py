# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""What a reader finds in the text: the article's paragraphs in order, and nothing of the page around it."""

from __future__ import annotations

import gc

import pytest

from pipeline.extraction.extract import extract
from pipeline.outcomes import PageRejectedError
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, SHORT, TITLE

URL = "https://journal.example/actu/article-1.html"


def text_of(html: str, url: str | None = URL) -> str:
    return extract(DecodedPage(html, "utf-8"), url).text


def page(content: str, *, lang: str = "fr", head: str = "") -> str:
    return f'<html lang="{lang}"><head><title>{TITLE}</title>{head}</head><body>{content}</body></html>'


def paragraphs(body=LONG) -> str:
    return "".join(f"<p>{line}</p>" for line in body)


def test_a_page_leaves_nothing_for_the_collector():
    """What refers to itself keeps the whole tree until the next collection, which costs time and memory."""
    source = page(f"<article><h1>{TITLE}</h1>{paragraphs()}<p><a href='/a'>{SHORT[1]}</a> {LONG[2]}</p></article>")
    text_of(source)
    gc.collect()
    gc.disable()
    try:
        text_of(source)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_intertitles_stand_on_lines_of_their_own():
    body = f"<p>{LONG[0]}</p><p>{LONG[1]}</p><h2>Un réseau à remobiliser</h2><p>{LONG[2]}</p><p>{LONG[3]}</p>"
    assert text_of(page(f"<h1>{TITLE}</h1>{body}")).split("\n")[2] == "Un réseau à remobiliser"


def test_the_headline_is_not_repeated():
    text = text_of(page(f"<div><h1>{TITLE}</h1><p><b>{TITLE}</b></p>{paragraphs()}</div>"))
    assert TITLE not in text
    assert text.split("\n") == list(LONG)


def test_the_headline_is_not_repeated_within_the_text_either():
    body = f"<p class='c'>{LONG[0]}</p><h2>{TITLE}</h2>{paragraphs(LONG[1:])}"
    assert text_of(page(f"<h1>{TITLE}</h1>{body}")).split("\n") == list(LONG)


def test_the_h1_is_the_headline_where_the_title_is_shorter():
    html = f"<html lang='fr'><head><title>Titre 299</title></head><body><h1>Titre de la page 299</h1>{paragraphs()}</body></html>"
    found = extract(DecodedPage(html, "utf-8"), URL)
    assert found.metadata.headline == "Titre de la page 299"
    assert found.text.split("\n") == list(LONG)


def test_a_list_of_links_under_a_heading_is_related_and_a_menu_is_not():
    menu = "<div><ul><li><a href='/constructeurs'>Constructeurs</a></li><li><a href='/distribution'>Distribution</a></li></ul></div>"
    links = "<div><h2>Vu ce matin</h2><ul><li><a href='/a'>Norvik ouvre un dépôt de pièces</a></li><li><a href='/b'>Valdoria rend ses clés à la ville</a></li></ul></div>"
    files = "<div><h2>Documents</h2><ul><li><a href='/c.pdf'>Le communiqué de presse complet</a></li><li><a href='/d.jpg'>Le portrait de la directrice</a></li></ul></div>"
    found = extract(DecodedPage(page(f"{menu}<div><h1>{TITLE}</h1>{paragraphs()}</div>{files}{links}"), "utf-8"), URL)
    assert [related.headline for related in found.related] == [
        "Norvik ouvre un dépôt de pièces",
        "Valdoria rend ses clés à la ville",
    ]
    assert found.text.split("\n") == list(LONG)


def test_the_articles_own_ranking_stays():
    lines = (
        "Les dix premières marques de l'année en France",
        "1. Valdoria : 61 230",
        "2. Norvik : 58 112",
        "3. Altamer : 40 871",
    )
    content = f"<h1>{TITLE}</h1><p>{LONG[0]}</p><p>{LONG[2]}</p>" + "".join(f"<p>{line}</p>" for line in lines)
    assert text_of(page(f"<article>{content}</article>")).split("\n") == [LONG[0], LONG[2], *lines]


def test_the_articles_own_list_without_full_stops_stays():
    items = [line.rstrip(".") for line in LONG]
    content = (
        f"<h1>{TITLE}</h1><p>{LONG[0]}</p><ul>"
        + "".join(f"<li>{item}</li>" for item in items)
        + f"</ul><p>{LONG[1]}</p>"
    )
    assert text_of(page(f"<article>{content}</article>")).split("\n") == [LONG[0], *items, LONG[1]]


def test_the_standfirst_opens_the_text():
    head = f'<meta property="og:description" content="{LONG[0]}">'
    content = f'<h1>{TITLE}</h1><div class="chapo">{LONG[0]}</div><div class="corps"><div class="in">{paragraphs(LONG[1:])}</div></div>'
    assert text_of(page(content, head=head)).split("\n") == list(LONG)


@pytest.mark.parametrize(
    ("lang", "skip", "comment", "prompt", "related"),
    [
        ("fr", "Aller au contenu", "Laisser un commentaire", "Votre adresse e-mail ne sera pas publiée.", "À lire aussi"),
        ("en", "Skip to main content", "Leave a comment", "Your email address will not be published.", "You may also like"),
        ("de", "Zum Inhalt springen", "Kommentar schreiben", "Ihre E-Mail-Adresse wird nicht veröffentlicht.", "Mehr zum Thema"),
        ("es", "Saltar al contenido", "Deja un comentario", "Tu dirección de correo electrónico no será publicada.", "Te puede interesar"),
        ("it", "Vai al contenuto", "Lascia un commento", "Il tuo indirizzo email non sarà pubblicato.", "Leggi anche"),
    ],
)  # fmt: skip
def test_furniture_goes_in_every_language(lang, skip, comment, prompt, related):
    content = (
        f'<p><a href="#c">{skip}</a></p><div id="t"><h1>{TITLE}</h1>{paragraphs(LONG[:3])}'
        f'<p><strong>{related} :</strong> <a href="/autre.html">Un tout autre sujet de la semaine</a></p>'
        f"{paragraphs(LONG[3:])}<div><h3>{comment}</h3><p>{prompt}</p></div></div>"
    )
    found = extract(DecodedPage(page(content, lang=lang), "utf-8"), URL)
    assert found.text.split("\n") == list(LONG)
    assert [(r.headline, r.url) for r in found.related] == [
        ("Un tout autre sujet de la semaine", "https://journal.example/autre.html")
    ]


def test_menus_share_bars_cookies_and_prompts_go():
    content = (
        '<header><a href="/">Une</a><nav><ul><li><a href="/m">Marchés</a></li></ul></nav></header>'
        f'<main><article><h1>{TITLE}</h1><div><a href="#">Partager sur Facebook</a><a href="#">Tweeter</a></div>{paragraphs()}'
        "<div><h3>Inscription à la newsletter</h3><p>Recevez chaque matin l'essentiel de l'actualité par mail.</p></div>"
        "<div><h3>À propos de l'auteur</h3><p>Jeanne Ternois suit les réseaux depuis quinze ans pour le journal.</p></div>"
        "</article></main><div>Nous utilisons des cookies pour mesurer l'audience de ce site.</div><footer><p>Mentions légales</p></footer>"
    )
    assert text_of(page(content)).split("\n") == list(LONG)


@pytest.mark.parametrize(
    ("language", "title", "offer", "consent"),
    [
        ("fr", "La newsletter de la rédaction", "Recevez l'essentiel dans votre boîte mail.", "En vous inscrivant, vous acceptez nos conditions. Vous pouvez vous désinscrire à tout moment."),
        ("en", "Our fleet newsletter", "The week's news straight to your inbox.", "By signing up, you agree to our terms. You can unsubscribe at any time."),
        ("de", "Newsletter für Entscheider", "Jeden Morgen das Wichtigste in Ihr Postfach.", "Mit der Anmeldung erklären Sie sich einverstanden. Abmeldung ist jederzeit möglich."),
        ("es", "El boletín del motor", "Cada mañana lo esencial en tu bandeja de entrada.", "Al suscribirte aceptas las condiciones. Puedes darte de baja en cualquier momento."),
        ("it", "La newsletter del lunedì", "Ogni settimana le notizie nella tua casella.", "Iscrivendoti accetti le condizioni. Puoi disiscriverti in qualsiasi momento."),
    ],
)  # fmt: skip
def test_a_newsletters_box_between_paragraphs_goes_whole(language, title, offer, consent):
    box = f"<div><p>{title}</p><p>{offer}</p><p>{consent}</p></div>"
    content = f"<article><h1>{TITLE}</h1>{paragraphs(LONG[:2])}{box}{paragraphs(LONG[2:])}</article>"
    assert text_of(page(content, lang=language)).split("\n") == list(LONG)


def test_an_articles_own_heading_about_a_newsletter_stays():
    content = f"<article><h1>{TITLE}</h1>{paragraphs(LONG[:2])}<h2>La newsletter devient payante</h2>{paragraphs(LONG[2:])}</article>"
    assert "La newsletter devient payante" in text_of(page(content))


def test_captions_go_and_tables_in_figures_stay():
    table = "<table><tr><th>Marque</th><th>2024</th></tr><tr><td>Norvik</td><td>12 400</td></tr><tr><td>Tessaro</td><td>9 870</td></tr></table>"
    content = (
        f'<article><h1>{TITLE}</h1>{paragraphs(LONG[:2])}<figure><img src="a.jpg"><figcaption>Hélène Marchetti à Lyon, en mai.</figcaption></figure>'
        f"<figure>{table}</figure>{paragraphs(LONG[2:])}</article>"
    )
    lines = text_of(page(content)).split("\n")
    assert lines[2:5] == ["Marque | 2024", "Norvik | 12 400", "Tessaro | 9 870"]
    assert not any("en mai" in line for line in lines)


def test_a_list_of_facts_stays():
    facts = "<ul><li><b>Modèle :</b> une berline électrique vendue 31 900 euros</li><li><b>Usine :</b> un site unique, près de Porto</li><li><b>Objectif :</b> 40 000 unités par an</li></ul>"
    lines = text_of(
        page(f"<article><h1>{TITLE}</h1>{paragraphs(LONG[:3])}{facts}{paragraphs(LONG[3:])}</article>")
    ).split("\n")
    assert sum(line.startswith(("Modèle", "Usine", "Objectif")) for line in lines) == 3


def test_subheads_over_single_paragraphs_stay():
    sections = "".join(f"<h2>Chapitre {n}</h2><p>{line}</p>" for n, line in enumerate(LONG[2:], 1))
    lines = text_of(page(f"<article><h1>{TITLE}</h1>{paragraphs(SHORT)}{sections}</article>")).split("\n")
    assert [line for line in lines if line.startswith("Chapitre")] == [f"Chapitre {n}" for n in range(1, 5)]
    assert lines[-1] == LONG[-1]


def test_the_next_article_of_an_endless_page_goes():
    other = "<article><h1>Une tout autre nouvelle du jour</h1><p>Ce second article n'a rien à voir avec le premier et suit plus bas.</p></article>"
    assert text_of(page(f"<article><h1>{TITLE}</h1>{paragraphs()}</article>{other}")).split("\n") == list(LONG)


def test_text_broken_into_containers_is_whole():
    boxes = "".join(
        f'<div class="row"><div class="chunk"><p>{line}</p></div></div><div class="ad"></div>' for line in LONG
    )
    assert text_of(page(f"<h1>{TITLE}</h1>{boxes}")).split("\n") == list(LONG)


def test_plain_text_pages_have_paragraphs():
    plain = "\n\n".join(LONG)
    assert text_of(page(f"<h1>{TITLE}</h1><pre>{plain}</pre>")).split("\n") == list(LONG)


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html><body><p>Ok.</p></body></html>"])
def test_a_page_without_text_is_refused(html):
    with pytest.raises(PageRejectedError):
        text_of(html)


def test_control_characters_in_a_table_do_no_harm():
    table = "<table><tr><th>A&#1;</th><th>B</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    assert "A | B" in text_of(page(f"<article><h1>{TITLE}</h1>{paragraphs()}{table}</article>"))


def test_control_characters_in_a_paragraph_do_no_harm():
    content = f"<article><h1>{TITLE}</h1><p>Avant &#11; après, puis <b>&#1;</b>{LONG[0]}</p>{paragraphs()}</article>"
    assert text_of(page(content)).endswith(LONG[-1])


@pytest.mark.parametrize("mark", ["\u00ad", "&shy;", "&#8203;", "\u200b", "\u2060", "\ufeff"])
def test_words_are_whole_that_a_page_parts_for_layout(mark):
    content = f"<article><h1>{TITLE}</h1>{paragraphs(line.replace('er', f'e{mark}r') for line in LONG)}</article>"
    assert text_of(page(content)) == text_of(page(f"<article><h1>{TITLE}</h1>{paragraphs()}</article>"))


def test_deeply_nested_pages_are_read():
    assert LONG[0] in text_of(page("<div>" * 400 + f"<h1>{TITLE}</h1>{paragraphs()}" + "</div>" * 400))


def test_the_same_page_twice_gives_the_same():
    html = page(f"<article><h1>{TITLE}</h1>{paragraphs()}</article>")
    assert text_of(html) == text_of(html)


def test_nothing_is_left_behind_by_a_page():
    html = page(f"<article><h1>{TITLE}</h1>{paragraphs()}</article>")
    for _ in range(3):
        text_of(html)
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(30):
        text_of(html)
    gc.collect()
    assert len(gc.get_objects()) - before < 300


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("fr", "Mentions légales - Publicité - Contact"),
        ("de", "Kontakt | Impressum | Datenschutz"),
        ("en", "The Forecourt · Privacy policy · Terms of use"),
        ("es", "Aviso legal – Publicidad – Contacto"),
        ("it", "Note legali | Pubblicità | Contatti"),
    ],
)
def test_the_line_at_a_pages_foot_is_no_text(language, foot):
    found = text_of(page(f"<h1>{TITLE}</h1>{paragraphs()}<p>{foot}</p>", lang=language))
    assert found.split("\n")[-1] == LONG[-1]


def test_a_line_that_lists_makers_stays():
    listed = "Renault - Peugeot - Citroën"
    assert listed in text_of(page(f"<h1>{TITLE}</h1><p>{LONG[0]}</p><p>{listed}</p>{paragraphs(LONG[1:])}"))
