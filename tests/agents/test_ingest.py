"""What a topic takes decides where a page ends: whole, in the dead letters, or there as a note."""

from __future__ import annotations

import asyncio
import contextlib
from types import SimpleNamespace

import orjson
import pytest
from aiokafka.errors import MessageSizeTooLargeError

from agents.dead_letters import letter_of
from agents.ingest import Ingest
from agents.page_result import PageResult
from agents.publishing import RecordRefusedError
from agents.settings import load_settings
from agents.topics import declare_topics
from pipeline.outcomes import OutcomeName

SETTINGS = load_settings(topic_prefix="t", remembered_articles=10, processes=1)
ARTICLE = PageResult(
    outcome=OutcomeName.OTHER,
    url="https://presse.example/1",
    host="presse.example",
    article=b"a" * 5_000,
    article_id="abc",
    version="v1",
    type="other",
)


class Line:
    """Stands for the app, the pool and the monitor; its topics take messages of some size."""

    def __init__(self, **limits):
        self.producer = self
        self.limits = {f"t.{name.replace('_', '-')}": limit for name, limit in limits.items()}
        self.records = []
        self.results = []

    async def deliver(self, record, *, alone=False):
        size = len(record.value or b"") + len(record.key or b"") + sum(len(content) for _, content in record.headers)
        if size > self.limits.get(record.topic, 1_000_000):
            raise MessageSizeTooLargeError(f"{size} bytes")
        self.records.append(record)

    async def run(self, page):
        return ARTICLE

    async def crash(self, error):
        raise AssertionError(error)

    @contextlib.contextmanager
    def page(self, consumed):
        yield self.results.append

    def topics(self):
        return [record.topic for record in self.records]


async def nothing_published(partition):
    return []


def ingest_of(line, monkeypatch):
    made = Ingest(line, SETTINGS, declare_topics(SETTINGS), line, line)
    monkeypatch.setattr(made._duplicates, "_load", nothing_published)
    return made


def event(value=b"<p>page</p>", key=b"presse.example"):
    headers = [("url", b"https://presse.example/1"), ("x-crawl", b"7")]
    return SimpleNamespace(
        message=SimpleNamespace(
            topic="t.raw", partition=3, offset=42, timestamp=1.0, headers=headers, key=key, value=value
        )
    )


async def test_a_page_whose_topics_take_it_is_published(monkeypatch):
    line = Line()
    await ingest_of(line, monkeypatch).handle(event())
    assert line.topics() == ["t.articles", "t.outcomes"]


async def test_an_article_that_its_topic_refuses_makes_a_failed_page_that_is_kept(monkeypatch):
    line = Line(articles=1_000)
    await ingest_of(line, monkeypatch).handle(event())
    letter, outcome = line.records
    assert (letter.topic, letter.value, letter.key) == ("t.dead-letters", b"<p>page</p>", b"presse.example")
    assert letter_of(SimpleNamespace(**_of(letter), partition=0, offset=0, timestamp=0)).whole
    said = orjson.loads(outcome.value)
    assert (said["outcome"], said["stage"], said["url"]) == ("failed", "publish", "https://presse.example/1")
    assert line.results[0].outcome is OutcomeName.FAILED


async def test_where_the_dead_letters_refuse_it_too_a_note_says_where_the_page_stands(monkeypatch):
    line = Line(articles=1_000, dead_letters=2_000)
    await ingest_of(line, monkeypatch).handle(event(value=b"x" * 3_000))
    letter, outcome = line.records
    assert (letter.value, letter.key, dict(letter.headers).get("x-crawl")) == (None, None, None)
    noted = letter_of(SimpleNamespace(**_of(letter), partition=0, offset=0, timestamp=0))
    assert (noted.whole, noted.raw, noted.attempt) == (False, ("t.raw", 3, 42), 1)
    assert orjson.loads(outcome.value)["raw"] == {"topic": "t.raw", "partition": 3, "offset": 42}


async def test_an_address_that_no_outcome_has_room_for_does_not_stop_the_line(monkeypatch):
    line = Line(outcomes=2_000)
    monkeypatch.setattr(Line, "run", _with_a_long_address)
    await ingest_of(line, monkeypatch).handle(event(key=b"k" * 3_000))
    assert line.topics()[-2:] == ["t.dead-letters", "t.outcomes"]
    outcome = line.records[-1]
    assert (outcome.key, orjson.loads(outcome.value)["url"], outcome.partition) == (None, None, 3)


async def test_what_takes_nothing_at_all_stops_the_worker(monkeypatch):
    with pytest.raises(RecordRefusedError):
        await ingest_of(Line(articles=1_000, dead_letters=10), monkeypatch).handle(event())


async def _with_a_long_address(self, page):
    await asyncio.sleep(0)
    return PageResult(outcome=OutcomeName.NO_TEXT, url="https://presse.example/" + "x" * 3_000, host="presse.example")


def _of(record):
    return {"key": record.key, "value": record.value, "headers": record.headers}
