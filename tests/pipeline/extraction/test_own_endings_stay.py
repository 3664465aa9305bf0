"""What ends an article stays: a quotation, a list without full stops, a paragraph before a row of teasers."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE, WHOLE

ITEMS = (
    "Entre à Vigo : Joaquín Larrea",
    "Quitte Brest : Brahim Ouhmida",
    "Reste à Lens : Odile Perrot, chef des ventes",
)


def read(content: str, lang: str = "fr") -> list[str]:
    html = f"<html lang={lang}><title>{TITLE}</title><body><div class=x><h1>{TITLE}</h1>{content}</div></body></html>"
    return extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html").text.split("\n")


@pytest.mark.parametrize(
    "quotation",
    [
        "„Man soll gehen, solange der Kahn noch schwimmt und die Gäste bleiben.“",
        "»Man soll gehen, solange der Kahn noch schwimmt und die Gäste bleiben.«",
    ],
)
@pytest.mark.parametrize("form", ["<div>{}</div>", "<div><span>{}</span></div>", "<br><br>{}"])
def test_a_quotation_in_german_marks(quotation: str, form: str) -> None:
    lines = [
        "Der Hersteller Valdoria hat am Dienstag in Bern einen neuen Leiter für sein Händlernetz vorgestellt.",
        "Er kommt von einem Zulieferer und tritt sein Amt im September an, sagte die Sprecherin des Hauses.",
        quotation,
    ]
    assert read("".join(form.format(line) for line in lines), "de") == lines


def test_a_list_whose_items_have_no_full_stop() -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    cards = "".join(f'<div><h3><a href="/p{n}">{h}</a></h3><p>{t}…</p></div>' for n, (h, t) in enumerate(RELATED[:3]))
    own = [*LONG, "Trois autres postes changent de main à la même date :"]
    text = "".join(f"<p>{line}</p>" for line in own)
    assert read(f"{text}<ul>{items}</ul><p><b>Encore un peu de temps ?</b></p>{cards}") == [*own, *ITEMS]


def test_a_list_in_a_box_between_boxed_paragraphs() -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    boxed = [f"<div><p>{line}</p></div>" for line in LONG]
    assert read("".join([*boxed[:3], f"<div><ul>{items}</ul></div>", *boxed[3:]])) == [*LONG[:3], *ITEMS, *LONG[3:]]


def test_the_last_paragraph_between_a_linked_teaser_and_a_row_of_them() -> None:
    cards = [f'<div><a href="/p{n}"><p>{teaser}</p></a></div>' for n, (_, teaser) in enumerate(WHOLE)]
    text = [f"<p>{line}</p>" for line in LONG]
    content = [*text[:-1], cards[0], text[-1], "<h5>Encore un peu de temps ?</h5>", *cards[1:3]]
    assert read("".join(content)) == list(LONG)


@pytest.mark.parametrize("element", ["body", "section", "main", "article", "center", "div"])
def test_short_lines_between_long_ones_that_breaks_part(element: str) -> None:
    lines = [*LONG[:3], "Norvik 5 : 497 unités (+21,3 %).", "Norvik 7 : 102 unités.", *LONG[3:]]
    text = f"<{element}><font>{'<br><br>'.join(lines)}</font></{element}>"
    html = f"<html lang=fr><title>{TITLE}</title><h1>{TITLE}</h1>{text}</html>"
    found = extract(DecodedPage(html, "utf-8"), "https://journal.example/actu/article-1.html").text.split("\n")
    assert found == lines


def test_pairs_of_headline_and_text_between_headline_and_article_go() -> None:
    pairs = "".join(
        f'<div><strong><a href="/p{n}">{headline}</a></strong></div><div>{teaser}</div>'
        for n, (headline, teaser) in enumerate(WHOLE[:2])
    )
    assert read(f"<div class=also>{pairs}</div>" + "".join(f"<p>{line}</p>" for line in LONG)) == list(LONG)


def test_paragraphs_between_lines_that_lead_elsewhere() -> None:
    lines = [
        f'<p>{label} : <a href="/p{n}">{RELATED[n][0]}</a></p>'
        for n, label in enumerate(("Relire notre récit", "Notre enquête", "Mieux comprendre"))
    ]
    text = [f"<p>{line}</p>" for line in LONG]
    row = "".join(
        f'<div class=u><a href="/q{n}"><strong>{h}</strong><br>{t}…</a></div>' for n, (h, t) in enumerate(RELATED[3:])
    )
    assert read("".join([text[0], lines[0], text[1], lines[1], text[2], lines[2], *text[3:]]) + row) == list(LONG)


@pytest.mark.parametrize(
    "line", ["Mise en service de la ligne : 1996", "Line opened: 1996", "Gründung: 1962", "Actividad desde: 2004"]
)
def test_a_last_line_that_gives_the_year_of_a_fact(line: str) -> None:
    assert read("".join(f"<p>{text}</p>" for text in [*LONG, "Effectif : 2 340 salariés.", line]))[-1] == line


def test_a_last_line_that_gives_the_year_of_publication_goes() -> None:
    assert read("".join(f"<p>{text}</p>" for text in [*LONG, "Publié : 2021"])) == list(LONG)
