"""Articles of a sentence or two beside a related part many times as long."""

from __future__ import annotations

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import RELATED, SHORT, TITLE

ADDRESS = "https://journal.example/actu/article-1.html"
TWO_LINES = (
    "Une page se tourne chez Valdoria dès la rentrée de septembre.",
    "Le nom du successeur est connu depuis hier.",
)
PAIRS = "".join(f"<p><b>{headline}</b><br>{teaser}...</p>" for headline, teaser in RELATED)
TERMS = "".join(f"<dt>{headline}</dt><dd>{teaser}...</dd>" for headline, teaser in RELATED[:2])
LINKED = "".join(
    f'<h3><a href="/a/{n}">{headline}</a></h3><p>{teaser}…</p>' for n, (headline, teaser) in enumerate(RELATED)
)


def _lines(shown: str) -> list[str]:
    page = f"<html><head><title>{TITLE}</title></head><body>{shown}</body></html>"
    return extract(DecodedPage(page, "utf-8"), ADDRESS).text.split("\n")


@pytest.mark.parametrize("text", [SHORT[:1], TWO_LINES], ids=["paragraph", "two-lines"])
@pytest.mark.parametrize(
    "shown",
    [
        "<div><p align='center'><b>{title}</b></p>{text}<hr>{pairs}</div>",
        "<div><h1>{title}</h1>{text}<h2>Encore un tour</h2>{linked}</div>",
        "<div><dl>{terms}</dl><h1>{title}</h1>{text}</div>",
    ],
    ids=["unlinked-after", "linked-after", "before-the-headline"],
)
def test_the_related_part_is_not_taken_for_the_article(shown: str, text):
    paragraphs = "".join(f"<p>{line}</p>" for line in text)

    lines = _lines(shown.format(title=TITLE, text=paragraphs, pairs=PAIRS, linked=LINKED, terms=TERMS))

    assert lines == list(text)
