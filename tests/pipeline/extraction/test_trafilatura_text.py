"""The quick way calls trafilatura's parts by itself: here it is held against trafilatura's own way."""

from __future__ import annotations

import pytest
import trafilatura
from trafilatura import main_extractor
from trafilatura.settings import Extractor

from pipeline.extraction.parse import parse
from pipeline.extraction.trafilatura_text import quick_lines, thorough_lines
from tests.pipeline.extraction.invented import LONG, RELATED, TITLE
from tests.pipeline.extraction.page_forms import amp, article_elements, old_tables, unknown_heading_flat


@pytest.mark.parametrize(
    "form", [amp, article_elements, old_tables, unknown_heading_flat], ids=lambda form: form.__name__
)
def test_the_parts_give_what_the_whole_gives(form):
    page = form(title=TITLE, lang="fr", body=LONG, related=RELATED)
    options = Extractor(output_format="python", fast=True, comments=False, precision=True)

    whole = trafilatura.bare_extraction(parse(page), options=options)

    lines = [line.strip() for line in whole.text.split("\n") if line.strip()] if whole and whole.text else []
    assert quick_lines(parse(page)) == lines


def test_the_library_itself_is_left_as_it_is():
    assert "re:test(@" in main_extractor.OVERALL_DISCARD_XPATH[0].path


def test_the_cascade_finds_text_as_well():
    page = unknown_heading_flat(title=TITLE, lang="fr", body=LONG, related=RELATED)
    assert any(LONG[2] in line for line in thorough_lines(parse(page), None))


def test_the_version_is_the_one_the_floors_were_measured_on():
    assert trafilatura.__version__ == "2.3.1"
