"""Other stories in whole sentences, without a link or a heading over them: told by the form in which they are set."""

from __future__ import annotations

import json

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
ITALIC = [f"<section><p><em><b>{t}</b> – {s}</em></p></section>" for t, s in WHOLE]
(HEADLINE, TEASER), (_, BROKEN_OFF) = WHOLE[0], RELATED[0]


def read(content: str, around: str = ""):
    page = (
        f"<html lang=fr><title>{TITLE}</title><body><div id=main><h1>{TITLE}</h1>{content}</div>{around}</body></html>"
    )
    return extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")


@pytest.mark.parametrize(
    "form",
    [
        "<p><b>{}</b> {}</p>",
        "<p class=b><strong>{}</strong><br>{}</p>",
        "<br><br><span class=g>{}</span><br>{}",
        "<p><span class=g>{}</span> {}</p>",
        "<div class=c><p class=g>{}</p><p>{}</p></div>",
    ],
)
def test_a_headline_and_a_text_in_one_paragraph_behind_the_article(form: str):
    sun = "Le soleil revient demain sur les hauteurs, avec quelques nuages le soir."
    weather = f"<div><h4>Météo</h4><p class=x>{sun}</p></div>"
    found = read(PARAGRAPHS + "".join(form.format(*story) for story in WHOLE), weather)
    assert not [text for _, text in WHOLE if text in found.text]
    assert all(paragraph in found.text for paragraph in LONG)
    assert [related.headline for related in found.related][:6] == [headline for headline, _ in WHOLE]


def test_a_headline_that_is_a_name_belongs_to_the_row_of_the_others():
    stories = [*WHOLE[:3], ("Norvik", WHOLE[3][1])]
    found = read(PARAGRAPHS + "".join(f"<p><b>{t}</b><br>{s}</p>" for t, s in stories))
    assert found.text.split("\n") == list(LONG)


@pytest.mark.parametrize("lead", ["{}.", "{} :", "{} ?"])
def test_a_list_whose_items_open_with_a_sentence_or_a_label_stays(lead: str):
    items = "".join(f"<p><b>{lead.format(t)}</b> {s}</p>" for t, s in WHOLE)
    found = read(PARAGRAPHS + items)
    assert all(text in found.text for _, text in WHOLE)


def test_two_boxes_behind_the_text_that_the_page_states_for_machines():
    boxes = "".join(f"<section><h4>{t}</h4><div><p>{s}</p></div></section>" for t, s in WHOLE[:2])
    stated = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(LONG)})
    script = f"<script type='application/ld+json'>{stated}</script>"
    assert read(PARAGRAPHS + boxes, script).text.split("\n") == list(LONG)
    own = json.dumps({"@type": "NewsArticle", "articleBody": " ".join([*LONG, *(text for _, text in WHOLE)])})
    kept = read(PARAGRAPHS + boxes, f"<script type='application/ld+json'>{own}</script>")
    assert all(text in kept.text for _, text in WHOLE[:2])


def test_a_story_in_italics_between_two_paragraphs():
    texts = [f"<section><p>{paragraph}</p></section>" for paragraph in LONG]
    found = read("".join([*texts[:2], ITALIC[0], *texts[2:4], ITALIC[1], *texts[4:]]))
    assert found.text.split("\n") == list(LONG)


def test_a_note_in_italics_stays():
    note = f"<p><em><b>Précision</b> – {TEASER}</em></p>"
    assert TEASER in read(PARAGRAPHS + note + PARAGRAPHS).text


@pytest.mark.parametrize("headline", [HEADLINE, "Têtes nouvelles"])
def test_a_story_announced_for_another_day(headline: str):
    announced = (
        f"<p class=n><em>La semaine prochaine :</em> <strong>{headline}</strong></p><p class=n>{BROKEN_OFF}…</p>"
    )
    assert read(PARAGRAPHS + announced).text.split("\n") == list(LONG)


def test_a_box_with_a_plain_headline_over_a_text_that_breaks_off():
    box = f"<x-reference><div class=r><span>{HEADLINE}</span><p>{BROKEN_OFF} …</p></div></x-reference>"
    assert read(f"<p>{LONG[0]}</p>{box}" + "".join(f"<p>{p}</p>" for p in LONG[1:])).text.split("\n") == list(LONG)


def test_boxes_in_the_margin_behind_the_teasers():
    teasers = "".join(
        f"<div class=t><h3><a href=/{n}>{t}</a></h3><div>{s}</div></div>" for n, (t, s) in enumerate(WHOLE)
    )
    box = f"<div class=box><p><strong>{HEADLINE}</strong></p><p>{TEASER}</p></div>"
    page = f"<div id=content><div><div class=text>{PARAGRAPHS}</div>{teasers}</div><div class=side>{box}</div></div>"
    assert read(page).text.split("\n") == list(LONG)


def test_the_part_of_the_article_behind_the_teasers_stays():
    teasers = "".join(
        f"<div class=t><h3><a href=/{n}>{t}</a></h3><div>{s}</div></div>" for n, (t, s) in enumerate(WHOLE)
    )
    first, last = ("".join(f"<p>{paragraph}</p>" for paragraph in part) for part in (LONG[:5], LONG[5:]))
    page = f"<div id=content><div class=text>{first}</div>{teasers}<div class=text>{last}</div></div>"
    assert read(page).text.split("\n") == list(LONG)


def test_headline_and_text_in_two_article_elements():
    head = f"<article class=head><h1>{TITLE}</h1><p>{LONG[0]}</p></article>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LONG[1:4])
    live = "".join(f"<li><span>il y a {n} min</span><p><b>{t}</b> {s}</p></li>" for n, (t, s) in enumerate(WHOLE[:3]))
    page = f"<html lang=fr><title>{TITLE}</title><div>{head}<article>{body}</article></div><ul>{live}</ul></html>"
    found = extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")
    assert found.text.split("\n") == list(LONG[:4])


STORY = (
    "<table class=pane><tr><td class=heading>{}</td></tr></table><table class=pane><tr><td><p>{}</p></td></tr></table>"
)


def read_stories(*stories: tuple[str, str]):
    page = "".join(STORY.format(headline, text) for headline, text in [(TITLE, "</p><p>".join(LONG)), *stories])
    html = f"<html lang=fr><title>{TITLE}</title><body><div id=main>{page}</div></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html")


def test_the_next_stories_have_headlines_set_like_the_articles_own():
    found = read_stories(*WHOLE[:2])
    assert found.text.split("\n") == list(LONG)
    assert [related.headline for related in found.related] == [headline for headline, _ in WHOLE[:2]]


@pytest.mark.parametrize("subhead", ["Le calendrier", "Qui perd, qui gagne dans cette nouvelle carte du réseau ?"])
def test_parts_whose_subheads_are_set_like_the_headline_stay(subhead: str):
    found = read_stories((subhead, WHOLE[0][1]), WHOLE[1])
    assert WHOLE[0][1] in found.text
    assert WHOLE[1][1] in found.text


def test_paragraphs_between_two_boxes_of_other_stories_stay():
    box = "<div class=r><p><b>{}</b></p><p>{}</p></div>"
    boxes = [box.format(*story) for story in WHOLE[:3]]
    found = read(f"{PARAGRAPHS}{boxes[0]}<p>{LONG[2]}</p><p>{LONG[4]}</p>{boxes[1]}{boxes[2]}")
    assert found.text.count(LONG[4]) == 2


def test_a_page_whose_headline_is_unknown_keeps_its_text():
    texts = "<br><br>".join(f"<b>{headline}</b><br>{text}" for headline, text in WHOLE)
    side = "<td>Demain : nuageux, 14 degrés, vent faible le soir.<p>Deux semaines gratuites, sans engagement.</p></td>"
    page = f"<html lang=fr><title>Le Courrier</title><table><tr><td>{texts}</td>{side}</tr></table></html>"
    found = extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")
    assert all(text in found.text for _, text in WHOLE)
