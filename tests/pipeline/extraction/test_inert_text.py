"""Articles that stand in a template for a script to show."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.extraction.inert_text import with_inert_text
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, TITLE

PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
PAGE = "<html lang=fr><title>{title}</title><body><h1>{title}</h1><div>{content}</div></body></html>"


@pytest.mark.parametrize(
    "opening",
    [
        "<script type='text/template'>",
        '<SCRIPT data-a="1" TYPE="text/X-Template" class=body>',
        "<script type=text/template>",
    ],
)
def test_the_article_in_a_template_is_read(opening: str) -> None:
    content = f"{opening}<span>Posté hier</span>{PARAGRAPHS}</script>"
    page = DecodedPage(PAGE.format(title=TITLE, content=content), "utf-8")
    assert extract(page, None).text.split("\n")[-len(LONG) :] == list(LONG)


@pytest.mark.parametrize(
    "inside",
    [
        "<p>{{ title }}</p>" + PARAGRAPHS,
        "<p><%= title %></p>" + PARAGRAPHS,
        "<form><p>Votre nom</p><p>Votre courriel</p></form>",
        f"<li>{LONG[2]}{LONG[3]}</li>",
    ],
)
def test_a_template_that_waits_for_data_and_a_form_stay_scripts(inside: str) -> None:
    html = f"<script type='text/template'>{inside}</script><p>Texte</p>"
    assert with_inert_text(html) == html


@pytest.mark.parametrize(
    "html", ["<script type='text/template'>" * 20_000, "<script type='text/template'><p>a</p></script>" * 5_000]
)
def test_templates_without_an_end_and_by_the_thousand_cost_little(html: str) -> None:
    assert with_inert_text(html) == html


def test_a_page_with_text_of_its_own_is_read_without_its_templates() -> None:
    wall = "<p>Nous utilisons des cookies pour mesurer votre visite de ces pages.</p>" * 8
    content = f"<script type='text/template'>{wall}</script>{PARAGRAPHS}"
    page = DecodedPage(PAGE.format(title=TITLE, content=content), "utf-8")
    assert extract(page, None).text.split("\n") == list(LONG)


def test_other_scripts_stay_scripts() -> None:
    kinds = ("id=box type='text/template'", "data-type='text/template'")
    dialogue = "".join(f"<script {kind}>{PARAGRAPHS}</script>" for kind in kinds)
    assert with_inert_text(dialogue) is dialogue
    html = f"<script>var a = 'text/template';</script><script type='text/javascript'>{PARAGRAPHS}</script>"
    assert with_inert_text(html) == html
