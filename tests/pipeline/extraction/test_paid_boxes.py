"""What an advertiser pays for amid the text goes; links to shops in own paragraphs take nothing with them."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

HEADLINE, TEASER = RELATED[0]
LINK = '<a href="https://marque.example/1" rel="nofollow sponsored">En savoir plus</a>'
OFFER = LINK.replace("En savoir plus", "Voir l’offre")


def read(box: str):
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in LONG]
    content = "".join([*paragraphs[:2], box, *paragraphs[2:]])
    page = f"<html lang=fr><title>{TITLE}</title><body><main><h1>{TITLE}</h1>{content}</main></body></html>"
    return extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")


@pytest.mark.parametrize(
    "form",
    [
        "<div><small>Partenaire</small><strong>{t}</strong><span>{s}…</span>{a}</div>",
        "<div><p>Partenaire</p><h4>{t}</h4><p>{s}… {a}</p></div>",
        "<div><div>{t}</div><div>{s}...</div><div>{a}</div></div>",
    ],
)
def test_the_box_goes_and_is_no_related_article(form: str):
    found = read(form.format(t=HEADLINE, s=TEASER, a=LINK))
    assert found.text.split("\n") == list(LONG)
    assert not found.related


@pytest.mark.parametrize(
    "form",
    [
        "<p>{s}, dit la marque. {a}</p>",
        "<p><strong>{t}</strong> {s}… {a}</p>",
        "<div><h4>{t}</h4><p>{s}.</p><p>{a}</p></div>",
        "<div><p>{t}</p><p>{s}… Elle est en vente. {offer}</p></div>",
        "<div><p>Hadley Sprint</p><p>{s}…</p><p>{offer}</p></div>",
    ],
)
def test_own_paragraphs_with_a_paid_link_stay(form: str):
    assert TEASER in read(form.format(t=HEADLINE, s=TEASER, a=LINK, offer=OFFER)).text
