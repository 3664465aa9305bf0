"""Hundreds of page forms drawn by seed: how many leak a teaser or lose a paragraph."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.composed_forms import compose
from tests.pipeline.extraction.invented import LONG, RELATED, SHORT, TITLE

FORMS = 150
MAX_SHARE = 0.01


@pytest.mark.parametrize("body", [SHORT, LONG], ids=["short", "long"])
def test_keeps_the_article_and_nothing_else(body):
    leaks, losses = [], []
    for seed in range(FORMS):
        page = compose(seed, title=TITLE, lang="fr", body=body, related=RELATED).html
        text = extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html").text
        if any(teaser[:60] in text or headline in text for headline, teaser in RELATED):
            leaks.append(seed)
        if any(paragraph not in text for paragraph in body):
            losses.append(seed)

    assert len(leaks) <= MAX_SHARE * FORMS, leaks
    assert len(losses) <= MAX_SHARE * FORMS, losses
