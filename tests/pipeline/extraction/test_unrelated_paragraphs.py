"""Other stories in whole sentences, in the article's container, under a heading that no list knows."""

from __future__ import annotations

import json

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, TITLE, WHOLE

OWN = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
BRIEFS = "".join(f"<p>{headline}. {teaser}</p>" for headline, teaser in WHOLE)
GOES_ON = (
    "La nouvelle directrice du réseau français promet aux concessionnaires de Valdoria un plan avant l'automne.",
    "Hélène Marchetti veut aussi revoir la carrière des chefs de zone, dont le groupe manque dans plusieurs régions.",
    "Parmi les 214 points de vente de la marque, dix pourraient fermer, et autant rejoindre des groupes déjà présents.",
    "Les voitures neuves immatriculées en France l'an dernier ne suffiront pas : la filiale espagnole vend davantage.",
)


def read(content: str, after: str = ""):
    page = f"<html lang=fr><title>{TITLE}</title><body><div><h1>{TITLE}</h1>{content}</div>{after}</body></html>"
    return extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")


@pytest.mark.parametrize("heading", ["<h4>Coups de frein</h4>", "<p><b>Dans la boîte à gants</b></p>"])
def test_they_are_cut_and_kept_as_related(heading: str):
    found = read(
        OWN + heading + BRIEFS, "<footer><p>Le Garage du Soir, dépôt légal à parution, tous droits.</p></footer>"
    )
    assert found.text.split("\n") == list(LONG)
    assert [related.headline for related in found.related] == [f"{headline}." for headline, _ in WHOLE]
    assert [related.teaser for related in found.related] == [teaser for _, teaser in WHOLE]


def test_a_last_part_that_goes_on_about_the_subject_stays():
    last = "".join(f"<p>{paragraph}</p>" for paragraph in GOES_ON)
    found = read(f"{OWN}<h4>Et maintenant ?</h4>{last}")
    assert all(paragraph in found.text for paragraph in (*LONG, *GOES_ON))


def test_briefs_that_the_article_goes_on_behind_stay():
    found = read(f"{OWN}<h4>Coups de frein</h4>{BRIEFS}<ul><li>Un point</li></ul><p>{GOES_ON[0]}</p>")
    assert all(teaser in found.text for _, teaser in WHOLE)
    assert GOES_ON[0] in found.text


def test_a_digest_whose_parts_all_stand_under_such_headings_stays():
    first = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
    found = read(f"{LONG[0]}<h4>Réseaux</h4>{first}<h4>Coups de frein</h4>{BRIEFS}")
    assert all(teaser in found.text for _, teaser in WHOLE)


def test_a_short_article_is_no_measure():
    found = read(f"<p>{LONG[0]}</p><p>{LONG[1]}</p><h4>Coups de frein</h4>{BRIEFS}")
    assert all(teaser in found.text for _, teaser in WHOLE)


def test_a_few_paragraphs_on_others_are_a_part_of_the_article():
    moves = (
        "Volvo Trucks. Sophie Delmas devient directrice des ventes, à la place de Pierre Aubin, parti en retraite.",
        "Karim Belkacem rejoint Scania comme responsable de l'après-vente ; il venait d’un concurrent lyonnais.",
        "Hans-Peter Krüger dirige désormais la filiale belge de MAN, où il travaille depuis bientôt dix-sept ans déjà.",
        "Claire Fontanel prend la communication de l'importateur Nordic, qui distribue deux marques coréennes.",
    )
    found = read(f"{OWN}<h2>Autres nominations</h2>" + "".join(f"<p>{one}</p>" for one in moves))
    assert all(one in found.text for one in moves)


def test_what_the_page_states_as_its_own_text_stays():
    body = json.dumps({"@type": "NewsArticle", "articleBody": " ".join([*LONG, *(f"{h}. {t}" for h, t in WHOLE)])})
    stated = f'<script type="application/ld+json">{body}</script>'
    found = read(f"{stated}{OWN}<h4>Coups de frein</h4>{BRIEFS}")
    assert all(teaser in found.text for _, teaser in WHOLE)
