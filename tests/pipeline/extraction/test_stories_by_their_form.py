"""Other stories in whole sentences, without a link or a heading over them: told by the form in which they are set."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

URL = "https://journal.example/actu/article-1.html"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
TEXTS = [text for _, text in WHOLE]
TEASERS = "".join(f"<div class=t><h3><a href=/{n}>{t}</a></h3><div>{s}</div></div>" for n, (t, s) in enumerate(WHOLE))
(HEADLINE, TEASER), (_, BROKEN_OFF) = WHOLE[0], RELATED[0]


def read(content: str, around: str = "", title: str = TITLE):
    shown = f"<h1>{title}</h1>" if title == TITLE else ""
    page = f"<html lang=fr><title>{title}</title><body><div id=main>{shown}{content}</div>{around}</body></html>"
    return extract(DecodedPage(page, "utf-8"), URL)


@pytest.mark.parametrize(
    "form",
    [
        "<p class=b><strong>{}</strong><br>{}</p>",
        "<br><br><span class=g>{}</span><br>{}",
        "<div class=c><p class=g>{}</p><p>{}</p></div>",
    ],
)
def test_a_headline_by_its_style_alone_and_a_text_behind_the_article(form: str):
    sun = "Le soleil revient demain sur les hauteurs, avec quelques nuages le soir."
    found = read(PARAGRAPHS + "".join(form.format(*story) for story in WHOLE), f"<div><h4>Météo</h4><p>{sun}</p></div>")
    assert not [text for text in TEXTS if text in found.text]
    assert all(paragraph in found.text for paragraph in LONG)
    assert [related.headline for related in found.related][:6] == [headline for headline, _ in WHOLE]


@pytest.mark.parametrize(
    "form",
    [
        "<p><b>{}.</b> {}</p>",
        "<p><b>{} :</b> {}</p>",
        "<p><strong>{}</strong> {}</p>",
        "<p><span class=qui>{}</span> {}</p>",
    ],
)
def test_a_list_whose_items_open_in_a_style_of_their_own_stays(form: str):
    found = read(PARAGRAPHS + "".join(form.format(*story) for story in WHOLE))
    assert all(text in found.text for text in TEXTS)


@pytest.mark.parametrize("behind", ["<blockquote>{}</blockquote>", "<div class=fin>{}</div>", "<ul><li>{}</li></ul>"])
def test_parts_that_the_article_goes_on_behind_stay(behind: str):
    parts = "".join(f"<h2>{headline}</h2><p>{text}</p>" for headline, text in WHOLE)
    found = read(
        PARAGRAPHS + parts + behind.format("Le constructeur ne dit pas quand ses concessionnaires le sauront.")
    )
    assert all(text in found.text for text in TEXTS)


def test_three_parts_under_subheads_stay():
    parts = "".join(f"<h2>{headline}</h2><p>{text}</p>" for headline, text in WHOLE[:3])
    assert all(text in read(PARAGRAPHS + parts).text for text in TEXTS[:3])


def test_stories_in_italics_between_the_paragraphs():
    texts = [f"<section><p>{paragraph}</p></section>" for paragraph in LONG]
    italic = [f"<section><p><em><b>{t}</b> – {s}</em></p></section>" for t, s in WHOLE]
    found = read("".join([*texts[:2], italic[0], *texts[2:4], italic[1], *texts[4:]]))
    assert found.text.split("\n") == list(LONG)


@pytest.mark.parametrize("opening", ["Précision", "Mise à jour du mardi 12 novembre 2025", HEADLINE])
def test_a_note_in_italics_stays(opening: str):
    note = f"<p><em><b>{opening}</b> – {TEASER}</em></p>"
    assert TEASER in read(PARAGRAPHS + note).text


def test_a_story_announced_for_another_day():
    announced = (
        f"<p class=n><em>La semaine prochaine :</em> <strong>{HEADLINE}</strong></p><p class=n>{BROKEN_OFF}…</p>"
    )
    assert read(PARAGRAPHS + announced).text.split("\n") == list(LONG)


@pytest.mark.parametrize("said", ["Alors, que fera votre réseau ?", "Très bon, 17 sur 20"])
def test_a_question_or_a_mark_behind_a_label_stays(said: str):
    asked = f"<p class=n>Le verdict : <b>{said}</b></p><p class=n>{BROKEN_OFF}…</p>"
    assert BROKEN_OFF in read(PARAGRAPHS + asked).text


def test_boxes_in_the_margin_behind_the_teasers():
    box = f"<div class=side><div><p><strong>{HEADLINE}</strong></p><p>{TEASER}</p></div></div>"
    text = f"<div class=text><h1>{TITLE}</h1>{PARAGRAPHS}</div>"
    page = f"<html lang=fr><title>{TITLE}</title><body><div><div>{text}{TEASERS}</div>{box}</div></body></html>"
    assert extract(DecodedPage(page, "utf-8"), URL).text.split("\n") == list(LONG)


@pytest.mark.parametrize("last", ["<div class=fin>{}</div>", "<section>{}</section>", "<blockquote>{}</blockquote>"])
def test_the_part_of_the_article_behind_the_teasers_stays(last: str):
    first, rest = ("".join(f"<p>{paragraph}</p>" for paragraph in part) for part in (LONG[:5], LONG[5:]))
    found = read(f"<section>{first}</section>{TEASERS}{last.format(rest)}")
    assert found.text.split("\n") == list(LONG)


class TestTwoArticleElements:
    HEAD = f"<article class=head><h1>{TITLE}</h1><p>{LONG[0]}</p></article>"

    def read(self, head: str, following: str):
        live = "".join(f"<li><p><a href=/{n}>{t}</a></p></li>" for n, (t, _) in enumerate(WHOLE[:3]))
        page = f"<html lang=fr><title>{TITLE}</title><div>{head}{following}</div><ul>{live}</ul></html>"
        return extract(DecodedPage(page, "utf-8"), URL).text.split("\n")

    def test_one_for_the_headline_and_one_for_the_text(self):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in LONG[1:])
        assert self.read(self.HEAD, f"<article>{body}</article>") == list(LONG)

    @pytest.mark.parametrize(
        "opening",
        ["<div>Politique</div><h2>{}</h2>", "<div>Politique</div><p>Par Anna Roux</p><p><b>{}</b></p>", "<h4>{}</h4>"],
    )
    def test_another_story_is_not_its_text(self, opening: str):
        story = opening.format(HEADLINE) + "".join(f"<p>{text}</p>" for text in TEXTS)
        own = f"<article><h1>{TITLE}</h1>{PARAGRAPHS}</article>"
        assert self.read(own, f"<article>{story}</article>") == list(LONG)

    def test_a_readers_comment_is_not_its_text(self):
        said = "<p>Pierre M. écrit le 12 novembre</p>" + "".join(f"<p>{text}</p>" for text in TEXTS)
        found = self.read(
            f"<article><h1>{TITLE}</h1>{PARAGRAPHS}</article>", f"<article class=comment>{said}</article>"
        )
        assert found[: len(LONG)] == list(LONG)


def test_paragraphs_between_two_boxes_of_other_stories_stay():
    box = "<div class=r><p><b>{}</b></p><p>{}</p></div>"
    boxes = [box.format(*story) for story in WHOLE[:4]]
    found = read(f"{PARAGRAPHS}{boxes[0]}<p>{LONG[2]}</p><p>{LONG[4]}</p>{''.join(boxes[1:])}")
    assert found.text.count(LONG[4]) == 2


class TestHeadlineUnknown:
    SIDE = "<td>Demain : nuageux, 14 degrés, vent faible le soir.<p>Deux semaines gratuites, sans engagement.</p></td>"

    def test_the_page_keeps_its_text(self):
        texts = "<br><br>".join(f"<b>{headline}</b><br>{text}" for headline, text in WHOLE)
        found = read(f"<table><tr><td>{texts}</td>{self.SIDE}</tr></table>", title="Le Courrier")
        assert all(text in found.text for text in TEXTS)

    def test_teasers_behind_short_paragraphs_go(self):
        short = "".join(f"<p>{line}</p>" for line in ("Le réseau change de tête ce lundi à Lyon.",) * 2)
        more = "".join(f"<p>Le groupe compte {n} points de vente dans le pays.</p>" for n in (38, 214, 511))
        found = read(f"<div>{short}{more}</div><div><h3>À lire aussi</h3>{TEASERS}</div>", title="Le Courrier")
        assert "511 points de vente" in found.text
        assert not [text for text in TEXTS if text in found.text]


def test_an_authors_label_with_the_name_two_paragraphs_on():
    page = f"{PARAGRAPHS}<p>Auteur :&nbsp;</p><p>&nbsp;</p><p>Claire Fontanel</p>"
    assert read(page).metadata.authors == ["Claire Fontanel"]
