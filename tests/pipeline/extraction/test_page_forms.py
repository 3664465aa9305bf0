"""No teaser in the text and no paragraph lost, on page forms that the rules were mended on."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, SHORT, TITLE, WHOLE
from tests.pipeline.extraction.page_forms import FORMS, Form

HIDES_TEASERS_FROM_READERS = {"app_with_state"}


@pytest.mark.parametrize("related", [RELATED, WHOLE], ids=["cut-off", "whole"])
@pytest.mark.parametrize("body", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_keeps_the_article_and_nothing_else(form: Form, body, related):
    page = form(title=TITLE, lang="fr", body=body, related=related)

    found = extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")

    lines = found.text.split("\n")
    assert lines == list(body)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_keeps_teasers_apart(form: Form):
    if form.__name__ in HIDES_TEASERS_FROM_READERS:
        pytest.skip("the page shows no teaser")
    page = form(title=TITLE, lang="fr", body=LONG, related=RELATED)

    found = extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html")

    headlines = " ".join(related.headline or "" for related in found.related)
    assert sum(headline in headlines for headline, _ in RELATED) >= 5
