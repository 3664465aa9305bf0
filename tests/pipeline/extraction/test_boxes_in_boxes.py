"""Teasers by the thousand in boxes within boxes take about as long to read as in one box."""

from __future__ import annotations

import time

import pytest

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE

pytestmark = pytest.mark.no_cover  # counting lines is no load of ours

_MOST = 8
"""Times the time of one box; two are usual, and nineteen were where each row looked at each box again."""


def seconds(depth: int) -> float:
    teaser = (
        f"<div>{RELATED[0][0]}</div><div>{RELATED[0][1]}… <a rel=sponsored href=https://marque.example/>Achat</a></div>"
    )
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
    boxes = "<div>" * depth + teaser * 3000 + "</div>" * depth
    page = f"<html lang=fr><title>{TITLE}</title><body><h1>{TITLE}</h1>{paragraphs}<div>{boxes}</div></body></html>"
    begun = time.process_time()
    assert extract(DecodedPage(page, "utf-8"), "https://journal.example/actu/article-1.html").text
    return time.process_time() - begun


def test_many_boxes_around_many_teasers():
    assert seconds(450) < _MOST * min(seconds(1) for _ in range(2))
