"""Two boxes that send the reader elsewhere stand between paragraphs: nothing but the boxes goes."""

from __future__ import annotations

from pipeline.decoding.decode import decode
from pipeline.extraction.extract import extract
from pipeline.limits import DEFAULT_LIMITS
from pipeline.page import RawPage

PARAGRAPHS = [
    "Le groupe a confirmé mardi la fermeture de son usine de Loudun, qui emploie trois cents personnes depuis peu.",
    "La direction promet un reclassement pour chacun et ouvrira des négociations avec les syndicats dans une semaine.",
    "Le maire de la ville demande un moratoire et rappelle les aides publiques versées au groupe ces dernières années.",
    "Les salariés doivent se réunir jeudi devant la préfecture, où une délégation sera reçue par le préfet à midi.",
    "Le marché des utilitaires a reculé de 12 % depuis janvier, ce que le groupe invoque pour justifier sa décision.",
]


def box(headline: str, teaser: str, number: int) -> str:
    return (
        "<p class=note><span>Lire aussi</span><span>Article réservé aux abonnés</span>"
        f'<a href="/actus/{number}"><span>{headline}</span><span>{teaser}</span></a></p>'
    )


def test_the_text_behind_both_boxes_stays() -> None:
    first = box(
        "Chez Valmère, la grève continue", "Les salariés de l'équipementier ont reconduit le mouvement pour une", 1
    )
    second = box(
        "Le prix des batteries recule", "Selon le cabinet, le kilowattheure est passé sous la barre des cent", 2
    )
    told = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    body = "".join([told[0], first, told[1], told[2], second, *told[3:]])
    html = (
        "<html lang=fr><head><title>Loudun ferme son usine</title></head><body><nav><a href='/'>Accueil</a></nav>"
        f"<main><article><h1>Loudun ferme son usine</h1><section>{body}</section></article></main></body></html>"
    )
    page = RawPage(body=html.encode(), url="https://presse.example/loudun")
    found = extract(decode(page, DEFAULT_LIMITS), page.url, DEFAULT_LIMITS)
    assert found.text.split("\n") == PARAGRAPHS
    assert len(found.related) == 2
