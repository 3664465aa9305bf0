"""Lines that serve the page, not the article, in five languages, set as paragraphs of the article's own container."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, SHORT, TITLE

ADDRESS = "https://journal.example/actu/article-1.html"
OPENING = [
    "By the newsdesk – Posted on 14 March at 08:15",
    "Par la rédaction – Publié le 14 mars à 8 h 15",
    "14. März, 8.15 Uhr",
    "Redacción Motor · Lectura de 2 minutos",
    "di Redazione Motori",
    "3 min read",
    "Temps de lecture : 4 minutes",
    "Lesezeit: 2 Minuten",
]
CLOSING = [
    "All rights reserved. Terms of use | Privacy | Contact us",
    "Tous droits réservés. Mentions légales. Données personnelles",
    "Alle Rechte vorbehalten. Impressum. Datenschutz",
    "Todos los derechos reservados. Aviso legal. Política de privacidad",
    "Tutti i diritti riservati - P.IVA 01234567890 - Privacy",
    "Printer-friendly version",
    "Versione stampabile",
    "Druckansicht :: Artikel versenden",
    "Imprimir esta noticia",
    "You have 2 free articles left this month.",
    "Il vous reste 80 % de cet article à lire.",
    "Dieser Text ist Teil unseres Plus-Angebots.",
    "Contenido exclusivo para suscriptores: pruébalo por 1 euro",
    "Archivado en: Automóviles Industria",
    "Filed under: Cars, Industry",
    "La rédaction suit constructeurs et distributeurs depuis Paris et Lyon.",
    "The newsdesk covers carmakers and dealers from London and Coventry.",
]
OWN = [
    "La rédaction du texte a pris six mois, selon le ministère des transports, qui a consulté toute la branche.",
    "Le 14 mars, la production reprend dans les deux usines.",
    "Par la rédaction d'un accord, les deux parties s'engagent à ne plus réduire les effectifs.",
    "Contact. Écoute. Respect. Ces trois mots figurent à l'entrée.",
]


def _lines(shown: str) -> list[str]:
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{shown}</div></body></html>"
    return extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n")


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("line", OPENING)
def test_by_lines_dates_and_reading_times_go(line: str):
    assert _lines(_paragraphs(line, *SHORT)) == list(SHORT)


@pytest.mark.parametrize("line", CLOSING)
def test_lines_at_the_end_go(line: str):
    assert _lines(_paragraphs(*LONG, line)) == list(LONG)


@pytest.mark.parametrize("line", OWN)
def test_sentences_that_resemble_them_stay(line: str):
    assert line in _lines(_paragraphs(*LONG[:3], line, *LONG[3:]))


def test_a_menu_before_the_headline_goes():
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div><p>Portada | Nacional | Economía | Motor | Suscríbete</p>"
        f"</div><div><h1>{TITLE}</h1>{_paragraphs(*LONG)}</div></body></html>"
    )

    assert extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n") == list(LONG)


def test_the_biography_of_the_author_goes_from_the_end():
    shown = _paragraphs(*LONG, "Claire Dupont suit les réseaux de distribution depuis douze ans.")
    head = f'<title>{TITLE}</title><meta name="author" content="Claire Dupont">'
    page = f"<html><head>{head}</head><body><div><h1>{TITLE}</h1>{shown}</div></body></html>"

    assert extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n") == list(LONG)
