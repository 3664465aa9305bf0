"""Page processes: a page that hangs or dies ends alone."""

from __future__ import annotations

import asyncio
import os
import time

import pytest

from agents.page_process import process_page
from agents.page_result import PageResult
from agents.settings import load_settings
from agents.workers import PagePool
from pipeline.outcomes import OutcomeName
from pipeline.page import RawPage

PARAGRAPHS = "".join(
    f"<p>Une phrase assez longue pour compter comme du texte courant de cet article, la numéro {n}.</p>"
    for n in range(5)
)
GOOD = RawPage(
    body=f"<html><body><article><h1>Un titre</h1>{PARAGRAPHS}</article></body></html>".encode(),
    url="https://presse.example/bon",
)


def misbehave(page, limits, extra_types):
    """Does what the page asks for, and otherwise processes it."""
    if page.body == b"hang":
        while True:
            time.sleep(1)
    if page.body == b"die":
        os._exit(3)
    if page.body == b"eat":
        return PageResult(outcome=OutcomeName.OTHER, reason=str(len(bytearray(3_000_000_000))))
    return process_page(page, limits, extra_types)


@pytest.fixture
def pool():
    settings = load_settings(processes=1, page_timeout_seconds=2.0, page_memory_mb=512)
    with PagePool(settings, misbehave) as made:
        yield made


async def test_pages_behind_one_that_hangs_and_one_that_dies_are_processed(pool):
    pages = [RawPage(body=b"hang", url="https://a.example/1"), RawPage(body=b"die"), RawPage(body=b"eat"), GOOD]
    hung, died, ate, good = await asyncio.gather(*(pool.run(page) for page in pages))
    assert hung.outcome is OutcomeName.TIMED_OUT
    assert hung.host == "a.example"
    assert "2 s" in hung.reason
    assert died.outcome is OutcomeName.CRASHED
    assert "exit code 3" in died.reason
    assert ate.outcome is OutcomeName.CRASHED
    assert "512 MB" in ate.reason
    assert good.article is not None


def fail(page, limits, extra_types):
    """A step that breaks on a page."""
    return process_page(page, None, extra_types)


async def test_an_error_of_the_line_itself_becomes_failed_with_its_stage():
    with PagePool(load_settings(processes=1), fail) as pool:
        result = await pool.run(GOOD)
    assert result.outcome is OutcomeName.FAILED
    assert result.stage == "decode"
    assert "AttributeError" in result.reason
