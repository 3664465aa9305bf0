# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""One, two or three teasers between the paragraphs go, each alone; all paragraphs stay."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

CARDS = {
    "heading": '<div class="r"><h3><a href="/p{0}">{1}</a></h3><p>{2}…</p></div>',
    "whole sentence": '<div class="r"><h3><a href="/p{0}">{1}</a></h3><p>{2}.</p></div>',
    "article": '<article><h4><a href="/p{0}">{1}</a></h4><div>{2}</div></article>',
    "quotation": '<blockquote><a href="/p{0}">{1}</a><br>{2}…</blockquote>',
    "link around it": '<a class="z" href="/p{0}"><b>{1}</b><p>{2}…</p></a>',
    "break": '<p><b><a href="/p{0}">{1}</a></b><br>{2}…</p>',
    "more": '<div><a href="/p{0}"><i>Marchés</i> <b>{1}</b></a><div>{2} <a href="/p{0}">suite ›</a></div></div>',
    "category and day": '<div><p><a href="/marches">Marchés</a></p><h4><a href="/p{0}">{1}</a></h4><time>12 mars 2021</time><p>{2}…</p></div>',
    "teaser first": '<div><p>{2}…</p><h4><a href="/p{0}">{1}</a></h4></div>',
    "linked image": '<div><a href="/p{0}"><img src="x.jpg"></a><h4>{1}</h4><p>{2}.</p></div>',
    "link to more": '<div><h4>{1}</h4><p>{2} <a href="/p{0}">Lire la suite</a></p></div>',
    "one paragraph": '<p><a href="/p{0}">{1}</a> – {2}…</p>',
    "bold link": '<p><strong><a href="/p{0}">{1}</a></strong> {2}.</p>',
    "list of one": '<ul><li><a href="/p{0}">{1}</a> {2}</li></ul>',
    "custom element": '<x-card href="/p{0}"><span slot="headline">{1}</span><p slot="text">{2}</p></x-card>',
    "label before a break": '<p><strong>Lire également : <a href="/p{0}">{1}</a></strong><br>{2}…</p>',
    "label in any words": '<p><strong>Dans nos archives :</strong> <a href="/p{0}">{1}</a> – {2}…</p>',
    "folded": '<section><details><summary>{1}</summary><p>{2}… <a href="/p{0}">→</a></p></details></section>',
    "two paragraphs": '<p><a href="/p{0}">{1}</a></p><p>{2}…</p>',
    "day before it": '<div class="k"><span>02.05.2021</span> <a href="/p{0}">{1}</a> <span>{2}…</span></div>',
    "teaser over its link": '<div><div><p>{2}…</p><p><a href="/p{0}">{1}</a></p></div></div>',
    "bold headline and more": '<div class="b"><p><strong>{1}</strong> {2}… <a href="/p{0}">Lire plus</a></p></div>',
    "label, headline and arrow": '<div class="m"><span>Marchés</span> <em>{1}</em> <span>{2}.</span> <a href="/p{0}">&#9654;</a></div>',
    "label, headline and more": '<p><b>MARCHÉS</b> <em>{1}</em> – {2} <a href="/p{0}">(lire la suite)</a></p>',
    "label and link on a line": '<div><span>À voir sur le site</span><a href="/p{0}"><strong>{1}</strong></a><p>{2}… <a href="/p{0}">suite</a></p></div>',
}
LABELS = {"more": "Marchés ", "label and link on a line": "À voir sur le site"}
"""What stands before the headline in its block."""
BOXES = {
    "paragraph": "<p>{}</p>",
    "same element": "<div><div>{}</div></div>",
    "section of its own": "<section><p>{}</p></section>",
}


def read(content: str):
    html = f"<html lang=fr><title>{TITLE}</title><body><h1>{TITLE}</h1><div>{content}</div></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html")


def between(card: str, box: str, count: int) -> str:
    parts = [box.format(line) for line in LONG]
    for number, (headline, teaser) in reversed(list(enumerate(RELATED[:count]))):
        parts.insert(number + 1, card.format(number, headline, teaser))
    return "".join(parts)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("card", CARDS)
def test_each_is_cut_alone(card: str, box: str, count: int):
    found = read(between(CARDS[card], BOXES[box], count))

    assert found.text.split("\n") == list(LONG)
    assert [related.headline for related in found.related if RELATED[0][0] not in (related.headline or "")] == [
        LABELS.get(card, "") + headline for headline, _ in RELATED[1:count]
    ]
    assert found.related[0].url == "https://journal.example/p0"
    assert (found.related[0].teaser or "").startswith(RELATED[0][1])


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(
    "line", ['<p><a href="/p{0}">{1}</a></p>', '<p><em>Notre enquête :</em> <a href="/p{0}">{1}</a></p>']
)
def test_a_line_that_is_a_link_to_another_article_goes(line: str, count: int):
    found = read(between(line, BOXES["paragraph"], count))
    assert found.text.split("\n") == list(LONG)
    assert [related.headline for related in found.related] == [headline for headline, _ in RELATED[:count]]


@pytest.mark.parametrize(
    "box",
    [
        '<div class="r"><h4>{1}</h4><p>{2}…</p></div>',
        "<dl><dt>{1}</dt><dd>{2}...</dd></dl>",
        "<div><ul><li><span>10:20</span> <b>{1}</b> <span>{2}...</span></li></ul></div>",
    ],
)
def test_an_unlinked_box_whose_text_breaks_off_goes(box: str):
    found = read(between(box, BOXES["paragraph"], 2))
    assert found.text.split("\n") == list(LONG)


UNLINKED = {
    "box": '<div class="r"><h4>{1}</h4><p>{2}</p></div>',
    "bold before a break": "<p><b>{1}</b><br>{2}</p>",
    "quotation": "<blockquote><strong>{1}</strong><p>{2}</p></blockquote>",
    "description": "<dl><dt>{1}</dt><dd>{2}</dd></dl>",
    "article": "<article><h2>{1}</h2><p>{2}</p></article>",
    "folded": "<details><summary>{1}</summary><p>{2}</p></details>",
}


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("box", UNLINKED)
def test_an_unlinked_box_whose_text_is_cut_in_mid_sentence_goes(box: str, count: int):
    found = read(between(UNLINKED[box], BOXES["paragraph"], count))
    assert found.text.split("\n") == list(LONG)


def test_a_headline_in_an_element_of_its_own_a_dash_and_a_text_cut_in_mid_sentence_go():
    found = read(between("<p><em>{1}</em> – {2}</p>", BOXES["paragraph"], 2))
    assert found.text.split("\n") == list(LONG)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("box", UNLINKED)
def test_unlinked_boxes_of_one_form_each_between_two_paragraphs_go(box: str, count: int):
    lines = [f"<p>{line}</p>" for line in LONG]
    for number, (headline, teaser) in reversed(list(enumerate(WHOLE[:count]))):
        lines.insert(number + 1, UNLINKED[box].format(number, headline, teaser))
    assert read("".join(lines)).text.split("\n") == list(LONG)


def test_sections_in_boxes_that_follow_one_another_stay():
    sections = "".join(UNLINKED["box"].format(number, *pair) for number, pair in enumerate(WHOLE[:2]))
    found = read("".join(f"<p>{line}</p>" for line in LONG[:4]) + sections + f"<p>{LONG[4]}</p><p>{LONG[5]}</p>")
    assert all(teaser in found.text for _, teaser in WHOLE[:2])


def test_boxes_under_questions_stay():
    asked = ("Pourquoi le constructeur change-t-il de directrice ?", "Que vont devenir les concessions du groupe ?")
    lines = [f"<p>{line}</p>" for line in LONG]
    for number, question in reversed(list(enumerate(asked))):
        lines.insert(number + 1, UNLINKED["box"].format(number, question, WHOLE[number][1]))
    found = read("".join(lines))
    assert all(teaser in found.text for _, teaser in WHOLE[:2])


def test_own_paragraphs_behind_a_teaser_cut_in_mid_sentence_stay():
    card = '<h3><a href="/p{0}">{1}</a></h3><p>{2}</p>'
    assert read(between(card, BOXES["paragraph"], 3)).text.split("\n") == list(LONG)


def test_a_box_behind_the_article_whose_text_breaks_off_goes():
    box = f"<table><tr><td><h3>Rétroviseur</h3><b>{RELATED[0][0]}</b><br>{RELATED[0][1]}...</td></tr></table>"
    links = "".join(f"<li><a href='/m{n}'>Carburants : où faire le plein ce week-end ({n})</a></li>" for n in range(5))
    own = "".join(f"<p>{line}</p>" for line in LONG)
    assert read(f"{own}<ul>{links}</ul>{box}").text.split("\n") == list(LONG)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_fills_the_slots_of_a_custom_element_is_not_one_line(count: int):
    card = (
        '<x-card><span slot="rubrik">Marchés</span><span slot="headline">{1}</span><span slot="text">{2}.</span>'
        '<a slot="cta" href="/p{0}">Lire la suite</a></x-card>'
    )
    assert read(between(card, "<p>{}</p>", count)).text.split("\n") == list(LONG)


@pytest.mark.parametrize(
    "link",
    [
        '<span slot="headline">{1}</span><a slot="cta" href="/p{0}">Lire la suite : {1}</a>',
        '<span slot="headline">{1}</span><span slot="cta"><a href="/p{0}">Lire la suite</a></span>',
        '<span slot="headline">{1}</span><a slot="cta" href="/p{0}">→</a>',
        '<a slot="headline" href="/p{0}">{1}</a>',
    ],
)
def test_a_card_is_told_by_the_link_in_one_of_its_slots(link: str):
    card = f'<x-card><span slot="rubrik">Marchés</span>{link}<span slot="text">{{2}}.</span></x-card>'
    assert read(between(card, "<p>{}</p>", 2)).text.split("\n") == list(LONG)


@pytest.mark.parametrize(
    "link", ["", '<a slot="note" href="#a">Sources</a>', '<a slot="by" href="/p/1">Paul Vernier</a>']
)
def test_what_an_article_sets_into_slots_stays(link: str):
    facts = (
        f'<x-facts><span slot="name">L’essentiel en bref</span><span slot="text">{WHOLE[0][1]}</span>'
        f'<span slot="more">{WHOLE[1][1]}</span>{link}</x-facts>'
    )
    text = read(between(facts, "<p>{}</p>", 1)).text
    assert WHOLE[0][1] in text
    assert WHOLE[1][1] in text


def test_a_link_to_more_that_a_heading_over_others_may_be_as_well_announces_no_section():
    sections = "".join(f"<h2>Zur Messe {n}</h2><p>{text}</p>" for n, text in enumerate(LONG[1:5], 1))
    box = f"<div><h4>{RELATED[0][0]}</h4><p>{RELATED[0][1]}…</p></div><p><a href=/p1>Weiterlesen</a></p>"
    html = f"<html lang=de><title>{TITLE}</title><body><h1>{TITLE}</h1><div><p>{LONG[0]}</p>{box}{sections}</div>"
    found = extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html")
    assert all(text in found.text for text in LONG[:5])
    assert RELATED[0][1] not in found.text


def test_boxes_that_end_in_a_link_to_more_go_whatever_the_length_of_their_headlines():
    headlines = (
        "Nouvelle Valdoria 5 à Lyon en mai",
        "Norvik 500 : Tychy lève le pied",
        "Une Voltemar pour les taxis bretons",
    )
    form = "<div><div><h5>{1}</h5></div><div><p>{2}.</p></div><div><a href=/p{0}><span>Lire la suite</span></a></div></div>"
    boxes = "".join(form.format(n, headline, RELATED[n][1]) for n, headline in enumerate(headlines))
    assert read("".join(f"<p>{paragraph}</p>" for paragraph in LONG) + boxes).text.split("\n") == list(LONG)


def test_a_list_of_links_to_offers_stays():
    items = "".join(
        f'<li><p>{line}</p><a href="/m{n}">En savoir plus sur cette offre</a></li>' for n, line in enumerate(LONG[2:4])
    )
    found = read(f"<p>{LONG[0]}</p><p>{LONG[1]}</p><ul>{items}</ul><p>{LONG[4]}</p>")
    assert LONG[2] in found.text and LONG[3] in found.text


def test_an_entry_without_a_link_between_two_with_one_goes_too():
    forms = ('<p><b><a href="/p{0}">{1}</a>:</b> {2}</p>', "<p><b>{1}.</b> {2}</p>")
    entries = "".join(forms[number % 2].format(number, *pair) for number, pair in enumerate(RELATED[:5]))
    own = "".join(f"<p>{line}</p>" for line in LONG)
    assert read(f"{own}<hr>{entries}").text.split("\n") == list(LONG)


def test_three_in_one_box_go():
    cards = "".join(CARDS["heading"].format(n, *pair) for n, pair in enumerate(RELATED[:3]))
    found = read(f"<p>{LONG[0]}</p><p>{LONG[1]}</p><div>{cards}</div>" + "".join(f"<p>{line}</p>" for line in LONG[2:]))
    assert found.text.split("\n") == list(LONG)
    assert len(found.related) == 3


def test_a_section_whose_heading_links_to_another_site_stays():
    section = f'<div><h3><a href="https://annuaire.example/norvik">Norvik, un constructeur venu du nord</a></h3><p>{LONG[3]}</p></div>'
    found = read("".join(f"<p>{line}</p>" for line in LONG[:3]) + section + f"<p>{LONG[4]}</p>")
    assert LONG[3] in found.text


def test_a_paragraph_that_opens_with_a_link_stays():
    lines = list(LONG)
    linked = lines[2].replace(
        "Diplômée de l'école de commerce de Nantes,", "<a href='/ecole'>Diplômée de l'école de commerce de Nantes,</a>"
    )
    found = read("".join(f"<p>{line}</p>" for line in [*lines[:2], linked, *lines[3:]]))
    assert found.text.split("\n") == lines
