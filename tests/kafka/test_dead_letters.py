"""Poison, a look at it, its way back, and the audit over all."""

from __future__ import annotations

import asyncio

import orjson
import pytest

from agents.administration import create_topics
from agents.clients import producer_of
from tests.kafka.line import Watch, line_settings, produce, rotative, running_worker, small_messages, small_page

pytestmark = pytest.mark.kafka

POISON = (b"presse.example", b"{}", [("content-type", b"application/json"), ("x-crawl", b"7")])


def test_poison_is_seen_sent_back_once_and_never_in_a_loop(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    empty = rotative(settings, "dead-letters", "replay")
    assert (empty.returncode, "0 sent back" in empty.stderr) == (0, True)
    with running_worker(settings, tmp_path / "worker.log"):
        asyncio.run(produce(settings, [POISON, *small_messages(5)]))
        asyncio.run(Watch(settings).until(6))

        (letter,) = map(orjson.loads, rotative(settings, "dead-letters", "list", "--json").stdout.splitlines())
        assert (letter["reason"], letter["attempt"]) == ("invalid", 1)
        assert rotative(settings, "dead-letters", "list", "--json", "--reason", "crashed").stdout == ""
        shown = rotative(settings, "dead-letters", "show", letter["position"])
        assert shown.returncode == 0, shown.stderr
        assert "html or html_base64" in shown.stdout
        assert "x-crawl: 7" in shown.stdout
        raw = rotative(settings, "dead-letters", "show", letter["position"], "--raw").stdout
        assert raw == "{}"

        assert "1 sent back" in rotative(settings, "dead-letters", "replay").stderr
        published = asyncio.run(Watch(settings).until(7))
        again = published.dead_letters[-1]
        assert (again.value, dict(again.headers)["dlq-attempt"]) == (b"{}", b"2")
        assert dict(again.headers)["x-crawl"] == b"7"
        second = rotative(settings, "dead-letters", "replay", "--max-attempts", "2").stderr
        assert "0 sent back" in second
        assert "1 were sent back before" in second
        assert "1 failed 2 times" in second

    audit = rotative(settings, "audit", "--json")
    found = orjson.loads(audit.stdout)
    assert audit.returncode == 0, audit.stderr
    assert (found["consumed"], found["outcomes"]) == (7, {"other": 5, "invalid": 2})


def test_pages_run_again_are_marked_and_published_again(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    with running_worker(settings, tmp_path / "worker.log"):
        asyncio.run(produce(settings, small_messages(4)))
        asyncio.run(Watch(settings).until(4))
        done = rotative(settings, "reprocess", "--since", "1h")
        assert "sent 4 pages again" in done.stderr, done.stderr
        published = asyncio.run(Watch(settings).until(8))
    assert sorted(article["backfill"] for article in published.articles) == [False] * 4 + [True] * 4
    assert len({(article["id"], article["version"]) for article in published.articles}) == 4


def test_the_audit_names_what_is_missing(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    with running_worker(settings, tmp_path / "worker.log"):
        asyncio.run(produce(settings, [(b"a", small_page(1), [("url", b"https://a.example/1")])]))
        (outcome,) = asyncio.run(Watch(settings).until(1)).outcomes
    forged = outcome | {"outcome": "enriched", "article_id": "0" * 32}

    async def forge():
        async with producer_of(settings) as producer:
            topic, partition = f"{topic_prefix}.outcomes", outcome["raw"]["partition"]
            await producer.send_and_wait(topic, orjson.dumps(forged), partition=partition)

    asyncio.run(forge())
    audit = rotative(settings, "audit", "--json")
    assert audit.returncode == 1
    assert list(orjson.loads(audit.stdout)["differences"]) == ["enriched, but not in the articles"]


def test_a_worker_that_dead_letters_everything_stops_with_a_clear_message(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    log = tmp_path / "worker.log"
    with running_worker(settings, log, ROTATIVE_BREAKER_IN_A_ROW="20") as worker:
        asyncio.run(produce(settings, [POISON] * 60))
        worker.wait_or_kill(60)
        assert worker.ended() not in (None, 0, -9)
    assert "20 pages in a row went to the dead letters" in log.read_text()
