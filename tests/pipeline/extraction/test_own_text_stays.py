# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""What looks like a teaser, a caption, a biography or another entry, and is the article's own, stays."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, TITLE

PARAGRAPHS = [f"<p>{line}</p>" for line in LONG]
TEXT = "".join(PARAGRAPHS)


def read(body: str):
    html = f"<html lang=fr><title>{TITLE} | Le Fil des Ateliers</title><body><main>{body}</main></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html")


def lines(body: str) -> list[str]:
    return read(body).text.split("\n")


@pytest.mark.parametrize(
    "box", ["<h3>Commentaire : {}</h3><p>Une nomination attendue.</p>", "<h3>{} : les chiffres</h3>"]
)
def test_sections_over_a_box_that_repeats_the_headline(box: str):
    text = "<h3>Un réseau à redresser</h3>".join(["".join(PARAGRAPHS[:3]), "".join(PARAGRAPHS[3:])])
    found = lines(f"<div class=t>{TITLE}</div>{text}{box.format(TITLE)}")
    assert [line for line in LONG if line not in found] == []


@pytest.mark.parametrize(
    "over",
    [
        f"<div class=t>{TITLE}</div>{PARAGRAPHS[0]}{PARAGRAPHS[1]}",
        f"<h2><a href='/actu/article-1.html'>{TITLE}</a></h2>{PARAGRAPHS[0]}{PARAGRAPHS[1]}",
    ],
)
def test_paragraphs_over_an_h1_that_heads_a_section(over: str):
    found = lines(f"{over}<h1>Le réseau</h1>{''.join(PARAGRAPHS[2:])}")
    assert [line for line in LONG if line not in found] == []


def test_a_standfirst_over_byline_date_and_headline_with_a_link_in_it():
    standfirst = PARAGRAPHS[0].replace("Valdoria", "<a href='/marques/valdoria'>Valdoria</a>")
    found = lines(f"{standfirst}<p>Par Anne Morel</p><p>12 mars 2021</p><h1>{TITLE}</h1>{''.join(PARAGRAPHS[1:])}")
    assert LONG[0] in found


@pytest.mark.parametrize(
    "row",
    [
        "<td><a href='/essai/{0}'>Norvik Cargo Break Sport {0}</a></td><td>69{0}0 euros</td><td>3{0} kg</td><td>Grande batterie, suspension arrière souple, très maniable et discret dans la circulation</td>",
        "<td><a href='/texte/{0}'>Règlement (UE) 2020/04{0}</a></td><td>Normes d'émission pour les véhicules utilitaires légers et les autobus de la ville</td><td>1.{0}.2025</td>",
    ],
)
def test_a_table_that_compares_linked_things(row: str):
    head = "<tr>" + "".join(f"<th>Colonne {name}</th>" for name in "ABCD"[: row.count("<td>")]) + "</tr>"
    table = f"<table>{head}{''.join(f'<tr>{row.format(n)}</tr>' for n in range(1, 5))}</table>"
    found = lines(f"<h1>{TITLE}</h1>{TEXT}{table}")
    assert sum(" | " in line for line in found) == 5


@pytest.mark.parametrize(
    "item",
    [
        "<ul><li><a href='/etude'>Étude sur le recyclage des batteries</a>, publiée en mars par l'institut de Nantes.</li></ul>",
        "<ul><li><a href='/p1'>Norvik Cargo Break Longue Distance</a> (Suède) : le modèle coûte 7 000 euros et porte deux enfants.</li></ul>",
        "<p class='lettrine'><a href='/f'>Le constructeur suédois de camions Norvik</a>, qui a dû rappeler beaucoup de véhicules, lance un modèle.</p>",
        "<ul><li><b>Nouveaux moteurs pour la ville :</b> Norvik, Voltemar, Valdoria montrent des moteurs pour vélos, scooters …</li></ul>",
        "<div><b>Madame Marchetti, qu'attendez-vous de 2025 ? </b>Je m'attends à ce que nous vendions nettement plus de voitures …</div>",
    ],
)
def test_an_own_item_or_paragraph_that_opens_like_a_card(item: str):
    found = read(f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS[:3])}{item}{''.join(PARAGRAPHS[3:])}")
    assert found.text.count("\n") == len(LONG)
    assert found.related == []


def test_paragraphs_that_line_breaks_part_from_a_label():
    link = "<a href='/autre'>Un autre sujet du monde des ateliers</a>"
    found = lines(
        f"<h1>{TITLE}</h1><p>{LONG[0]}<br><br>{LONG[1]}</p><p>Lire aussi : {link}<br><br>{LONG[2]}<br><br>{LONG[3]}</p>{PARAGRAPHS[4]}{PARAGRAPHS[5]}"
    )
    assert found == list(LONG)


@pytest.mark.parametrize(
    "last",
    [
        "Coupe des Ateliers : la finale couvre 130 kilomètres dans les collines de Touraine.",
        "Rallye Norvik – Le parcours couvre 120 kilomètres et 2 000 mètres de montée.",
        "Presse Atelier: Paul Vernier est le nouveau rédacteur en chef de la revue du réseau.",
    ],
)
def test_a_last_paragraph_that_names_no_author(last: str):
    assert lines(f"<h1>{TITLE}</h1>{TEXT}<p>{last}</p>")[-1] == last


@pytest.mark.parametrize("item", ["Crédit : 250 euros par mois pendant 48 mois"])
def test_an_entry_of_a_data_sheet_that_opens_like_a_credit(item: str):
    sheet = f"<ul><li>Prix : 6 000 euros</li><li>{item}</li><li>Garantie : cinq ans</li></ul>"
    assert item in lines(f"<h1>{TITLE}</h1>{TEXT}{sheet}{PARAGRAPHS[5]}")


def test_paragraphs_in_slots_for_subscribers():
    text = "".join(f"<div slot=subscriber>{paragraph}</div>" for paragraph in PARAGRAPHS[2:])
    assert lines(f"<h1>{TITLE}</h1><x-story>{PARAGRAPHS[0]}{PARAGRAPHS[1]}{text}</x-story>") == list(LONG)


def test_an_offer_beside_the_article_is_no_standfirst():
    offer = "Inscrivez-vous dès maintenant à notre lettre du matin et ne manquez plus aucune nouvelle des ateliers."
    assert lines(f"<h1>{TITLE}</h1><aside><p>{offer}</p></aside>{TEXT}") == list(LONG)


def test_an_answer_link_under_the_article_is_no_second_headline():
    listed = f"<h2><a href='/actu/article-1.html'>{TITLE}</a></h2>{TEXT}"
    answer = "<h3>Laisser un commentaire <a href='/actu/article-1.html#respond'>Annuler la réponse</a></h3>"
    assert lines(f"{listed}{answer}")[: len(LONG)] == list(LONG)


@pytest.mark.parametrize(
    "attribute", ["slot='légende&#x1f;b'", "slot='caption\x0bb'", "class='a&#1;b'", "class='a\x01b'"]
)
def test_control_characters_in_the_names_of_custom_elements(attribute: str):
    assert lines(f"<h1>{TITLE}</h1><x-story {attribute}>{TEXT}</x-story>") == list(LONG)


@pytest.mark.parametrize("label", ["<p>Lire aussi : {}</p>", "<span>Lire aussi :</span> {}"])
def test_the_only_paragraph_behind_a_label(label: str):
    link = "<a href='/autre'>Un autre sujet du monde des ateliers</a>"
    assert lines(f"<h1>{TITLE}</h1><div>{label.format(link)}{PARAGRAPHS[2]}</div>") == [LONG[2]]


@pytest.mark.parametrize(
    "own",
    [
        "<p>La loi veut que chacun puisse se désabonner et se désinscrire : « Vous pouvez vous désabonner quand vous voulez », promet le constructeur.</p>",
        "<p>Kunden können ihre Einwilligung jederzeit widerrufen, betonte der Datenschutzbeauftragte des Herstellers am Montag in Leipzig.</p>",
        "<h2>How to unsubscribe at any time from car services</h2>",
        "<p>Recevez l'essentiel dans votre boîte mail.</p><p>L'éditeur abandonne sa newsletter, dont les abonnés peuvent vous désabonner à tout moment selon la loi.</p>",
    ],
)
def test_what_an_article_tells_of_subscriptions(own: str):
    last = own.rpartition("<")[0].rpartition(">")[2]
    assert last in lines(f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS[:2])}{own}{''.join(PARAGRAPHS[2:])}")


def test_a_subheading_right_over_a_newsletters_box():
    box = "<div><p>Recevez l'essentiel dans votre boîte mail.</p></div>"
    heading = "Les newsletters rapportent des abonnés"
    assert heading in lines(
        f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS[:2])}<h2>{heading}</h2>{box}{''.join(PARAGRAPHS[2:])}"
    )


def test_elements_that_hold_nothing_but_an_invisible_mark():
    marked = "<h2>&#8203;</h2>".join(PARAGRAPHS)
    assert lines(f"<h1>{TITLE}</h1>{marked}") == list(LONG)
