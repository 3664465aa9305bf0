"""The whole line on a real broker: raw pages in, articles, outcomes and dead letters out."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter

import orjson
import pytest

from agents.administration import create_topics, inspect_topics
from tests.kafka.line import Watch, line_settings, produce, running_worker, small_messages, small_page

pytestmark = pytest.mark.kafka

KILLED_PAGES = int(os.environ.get("ROTATIVE_TEST_PAGES", "2500"))

KILLING_WORKER = (sys.executable, "-m", "tests.kafka.killing")
"""A worker whose page processes die of one page and hang on another."""


def test_topics_are_created_as_declared_and_left_alone_the_second_time(kafka, topic_prefix):
    settings = line_settings(kafka, topic_prefix)
    created = asyncio.run(create_topics(settings))
    assert f"{topic_prefix}.raw" in created
    assert f"{topic_prefix}.dead-letters" in created
    assert asyncio.run(create_topics(settings)) == []
    assert {state.state for state in asyncio.run(inspect_topics(settings))} == {"ok"}


def test_each_page_ends_where_its_outcome_says(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    trace = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    address = [("url", b"https://presse.example/1"), ("traceparent", trace)]
    original = [("url", b"https://presse.example/gross"), ("x-crawl", b"\xff\x00"), ("x-crawl", b"2")]
    too_large = b"<html>" + b"x" * 6_000_000
    envelope = orjson.dumps({"html": small_page(2).decode(), "url": "https://b.example/2", "metadata": {"feed": 9}})
    messages = [
        (b"presse.example", small_page(1), address),
        (b"b.example", envelope, [("content-type", b"application/json")]),
        (None, b"%PDF-1.7 not a page", [("url", b"https://presse.example/pdf")]),
        (b"\x00key", too_large, original),
        (None, b"{}", [("content-type", b"application/json")]),
    ]
    with running_worker(settings, tmp_path / "worker.log"):
        asyncio.run(produce(settings, messages))
        published = asyncio.run(Watch(settings).until(len(messages)))

    assert Counter(outcome["outcome"] for outcome in published.outcomes) == {
        "other": 2,
        "not-html": 1,
        "too-large": 1,
        "invalid": 1,
    }
    by_url = {article["url"]: article for article in published.articles}
    article = by_url["https://presse.example/1"]
    assert article["headline"] == "Titre de la page 1"
    assert article["provenance"]["raw"]["topic"] == f"{topic_prefix}.raw"
    assert article["_headers"]["ce_specversion"] == b"1.0"
    assert article["_headers"]["ce_subject"] == article["id"].encode()
    assert article["_headers"]["traceparent"] == trace
    assert by_url["https://b.example/2"]["metadata"] == {"feed": 9}

    dead = {dict(record.headers)["dlq-reason"]: record for record in published.dead_letters}
    assert set(dead) == {b"too-large", b"invalid"}
    large = dead[b"too-large"]
    assert (large.key, large.value) == (b"\x00key", too_large)
    assert list(large.headers[:3]) == original
    said = dict(large.headers)
    assert said["dlq-topic"] == f"{topic_prefix}.raw".encode()
    assert said["dlq-attempt"] == b"1"
    assert b"limit" in said["dlq-error"]


def test_a_page_that_never_ends_holds_up_nobody(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    endless = (b"presse-0.example", small_page(99), [("url", b"https://endless.example/")])
    messages = [endless, *small_messages(40)]
    with running_worker(settings, tmp_path / "worker.log", command=KILLING_WORKER, ROTATIVE_PAGE_TIMEOUT_SECONDS="3"):
        asyncio.run(produce(settings, messages))
        published = asyncio.run(Watch(settings).until(len(messages)))
    assert published.outcome_of("https://endless.example/") == "timed-out"
    assert len(published.articles) == 40
    (dead,) = published.dead_letters
    assert dead.value == small_page(99)
    assert dict(dead.headers)["dlq-reason"] == b"timed-out"


def test_a_page_that_kills_its_process_holds_up_nobody(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    messages = [*small_messages(10), (None, small_page(99), [("url", b"https://killer.example/")])]
    with running_worker(settings, tmp_path / "worker.log", command=KILLING_WORKER):
        asyncio.run(produce(settings, messages))
        published = asyncio.run(Watch(settings).until(len(messages)))
    assert published.outcome_of("https://killer.example/") == "crashed"
    assert len(published.articles) == 10
    assert [dict(record.headers)["dlq-reason"] for record in published.dead_letters] == [b"crashed"]


@pytest.mark.chaos
@pytest.mark.timeout(400)
def test_nothing_is_lost_when_a_worker_is_killed_three_times(kafka, topic_prefix, tmp_path, capsys):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    asyncio.run(produce(settings, small_messages(KILLED_PAGES)))
    kills = [KILLED_PAGES * part // 4 for part in (1, 2, 3)]
    with running_worker(settings, tmp_path / "worker.log", ROTATIVE_PROCESSES="2") as worker:

        def kill_on_the_way(done: int) -> None:
            if kills and done >= kills[0]:
                kills.pop(0)
                os.kill(worker.pid, signal.SIGKILL)
                worker.wait_or_kill(5)
                worker.start()

        published = asyncio.run(Watch(settings).until(KILLED_PAGES, seconds=350, on_progress=kill_on_the_way))

    ids = Counter(article["id"] for article in published.articles)
    lost = KILLED_PAGES - len(published.pages)
    doubled = len(published.outcomes) - len(published.pages)
    with capsys.disabled():
        print(f"\n{kafka.kind}: {KILLED_PAGES} pages, 3 kills: {lost} lost, {doubled} outcomes doubled", end=" ")
    assert not kills
    assert set(published.without_article()) == set()
    assert len(ids) == KILLED_PAGES
    assert len({(article["id"], article["version"]) for article in published.articles}) == KILLED_PAGES
    # What may be doubled is what was in flight, or acknowledged and not yet committed, at the kill.
    assert doubled < 3 * 400
