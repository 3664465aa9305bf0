"""One page in a page process: always a result, never an error of the page's own."""

from __future__ import annotations

import subprocess
import sys

import orjson
import pytest

from agents import page_process
from agents.page_process import process_page
from agents.sample_pages import sample_folder
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import OutcomeName
from pipeline.page import RawPage

SALES = (sample_folder() / "en-sales-wordpress.html").read_bytes()


def test_an_enriched_page_gives_its_article_as_json():
    result = process_page(RawPage(body=SALES, url="https://www.press.example/x"), DEFAULT_LIMITS)
    article = orjson.loads(result.article)
    assert result.outcome is OutcomeName.ENRICHED
    assert (article["id"], article["version"], article["type"]) == (result.article_id, result.version, "sales_figures")
    assert "sales_figures" in result.types
    assert result.host == "press.example"
    assert result.processed.endswith("Z")
    assert "serialize" in result.timings_ms
    assert all(took >= 0 for took in result.timings_ms.values())


@pytest.mark.parametrize(
    ("body", "limits", "outcome"),
    [
        (b"%PDF-1.7 ...", DEFAULT_LIMITS, OutcomeName.NOT_HTML),
        (b"<html>" + b"x" * 2_000, Limits(max_page_bytes=1_000), OutcomeName.TOO_LARGE),
        (b"<html><body></body></html>", DEFAULT_LIMITS, OutcomeName.NO_TEXT),
    ],
)
def test_a_page_that_is_none_ends_with_outcome_stage_and_reason(body, limits, outcome):
    result = process_page(RawPage(body=body, url="https://press.example/x"), limits)
    assert result.outcome is outcome
    assert result.article is None
    assert result.stage
    assert result.reason
    assert (result.url, result.host) == ("https://press.example/x", "press.example")


def test_a_fault_of_the_line_is_kept_with_its_page(monkeypatch):
    def break_(*_, **__):
        raise KeyError("a fault " * 200)

    monkeypatch.setattr(page_process, "process", break_)
    result = process_page(RawPage(body=SALES), DEFAULT_LIMITS)
    assert (result.outcome, result.error) == (OutcomeName.FAILED, "KeyError")
    assert len(result.reason) <= 500


def test_too_little_memory_is_told_to_the_pool(monkeypatch):
    def eat(*_, **__):
        raise MemoryError

    monkeypatch.setattr(page_process, "process", eat)
    with pytest.raises(MemoryError):
        process_page(RawPage(body=SALES), DEFAULT_LIMITS)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone enforces the bound")
def test_the_memory_of_a_page_process_is_bounded():
    program = """
from agents.page_calls import prepare_process
prepare_process(200)
kept = bytearray(100_000_000)
try:
    bytearray(400_000_000)
except MemoryError:
    print("bounded")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "bounded"
