"""A running worker seen from outside: probes, metrics, reports, states of sources."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

import orjson
import pytest
from prometheus_client.parser import text_string_to_metric_families

from agents.administration import create_topics
from agents.clients import producer_of
from agents.reading import read_to_end
from agents.topics import declare_topics
from tests.agents.test_monitoring_judge import outcome
from tests.kafka.line import Watch, line_settings, produce, running_worker, small_messages

pytestmark = pytest.mark.kafka

WATCHED = {"ROTATIVE_WEB": "1", "ROTATIVE_PORT": "0", "ROTATIVE_METRICS_INTERVAL_SECONDS": "1"}


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def address_in(log: Path, seconds: float = 60.0) -> str:
    """Where the worker says that it listens."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := re.findall(r"http://127\.0\.0\.1:\d+/", log.read_text()):
            return found[-1]
        time.sleep(0.2)
    raise AssertionError(log.read_text()[-2000:])


def eventually(condition, seconds: float = 30.0):
    """What the condition gives, once it gives something true."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.3)
    return found


async def records(settings, topic):
    return [record async for record in read_to_end(settings, [topic.name])]


def test_a_worker_answers_and_reports(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    messages = [*small_messages(30), (None, b"%PDF-1.4", [("url", b"https://presse-1.example/x")])]
    log = tmp_path / "worker.log"
    with running_worker(settings, log, **WATCHED):
        address = address_in(log)
        eventually(lambda: get(address + "readyz")[0] == 200)
        asyncio.run(produce(settings, messages))
        asyncio.run(Watch(settings).until(len(messages)))
        assert get(address + "healthz")[0] == 200
        eventually(lambda: 'rotative_consumer_lag{partition="0"} 0.0' in get(address + "metrics")[1])
        text = get(address + "metrics")[1]
        found = {family.name: family for family in text_string_to_metric_families(text)}
        by_outcome = {one.labels["outcome"]: one.value for one in found["rotative_pages"].samples}
        assert sum(value for one, value in by_outcome.items() if value < 1e6) == len(messages)
        assert by_outcome["not-html"] == 1
    reports = [
        orjson.loads(record.value) for record in asyncio.run(records(settings, declare_topics(settings).metrics))
    ]
    last = reports[-1]
    assert last["stopping"]
    assert last["worker"] == "worker-under-test"
    assert sum(last["outcomes"].values()) == last["pages"] == len(messages)
    assert last["types"] == {"other": 30}
    assert set(last["lag"].values()) == {0}
    assert 0 < last["latency_seconds"]["page"]["p50"] <= last["latency_seconds"]["page"]["p99"]
    assert last["memory_bytes"] > 10_000_000


def test_sources_add_up_after_the_worker_that_kept_them_is_killed(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    topics = declare_topics(settings)
    watch = Watch(settings)

    def kept() -> dict[str, dict]:
        found = asyncio.run(records(settings, topics.sources))
        return {record.key.decode(): orjson.loads(record.value) for record in found}

    def counted() -> int:
        return sum(source["pages"] for source in kept().values())

    with running_worker(settings, tmp_path / "first.log", **WATCHED) as first:
        asyncio.run(produce(settings, small_messages(200)))
        asyncio.run(watch.until(200))
        eventually(counted)
        os.kill(first.pid, signal.SIGKILL)
    with running_worker(settings, tmp_path / "second.log", **WATCHED):
        asyncio.run(produce(settings, small_messages(300)[200:]))
        outcomes = asyncio.run(Watch(settings).until(300)).outcomes
        eventually(lambda: counted() >= len(outcomes), 60)
    by_host = Counter(outcome["host"] for outcome in outcomes)
    assert {host: source["pages"] for host, source in kept().items()} == by_host
    assert {source["state"] for source in kept().values()} == {"healthy"}


def counted_by_workers(settings) -> Counter[str]:
    """The outcomes that the last reports of all workers count."""
    found = asyncio.run(records(settings, declare_topics(settings).metrics))
    last = {record.key: orjson.loads(record.value) for record in found}
    return sum((Counter(report["outcomes"]) for report in last.values()), Counter())


def counted_by_sources(settings) -> Counter[str]:
    found = asyncio.run(records(settings, declare_topics(settings).sources))
    last = {record.key: orjson.loads(record.value) for record in found}
    return sum((Counter(source["outcomes"]) for source in last.values()), Counter())


def stands(settings) -> Counter[str]:
    """The outcomes on their topic, those of pages that were done twice included."""
    found = asyncio.run(records(settings, declare_topics(settings).outcomes))
    return Counter(orjson.loads(record.value)["outcome"] for record in found)


def test_counts_add_up_when_one_of_two_workers_is_killed(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    messages = small_messages(600)
    messages[::30] = [(key, b"%PDF-1.4", headers) for key, _, headers in messages[::30]]
    rarely = WATCHED | {"ROTATIVE_METRICS_INTERVAL_SECONDS": "5"}
    with (
        running_worker(settings, tmp_path / "one.log", name="one", **rarely) as one,
        running_worker(settings, tmp_path / "two.log", name="two", **rarely),
    ):
        for log in ("one.log", "two.log"):
            eventually(lambda log=log: get(address_in(tmp_path / log) + "readyz")[0] == 200, 60)
        asyncio.run(produce(settings, messages))
        asyncio.run(Watch(settings).until(200))
        os.kill(one.pid, signal.SIGKILL)
        asyncio.run(Watch(settings).until(600))
        found = stands(settings)
        assert sum(found.values()) >= 600
        eventually(lambda: counted_by_workers(settings) == found, 60)
        eventually(lambda: counted_by_sources(settings) == found, 60)
        assert one.restart_if_ended()  # under its own name: it goes on from its last report
        eventually(lambda: (tmp_path / "one.log").read_text().count("console, metrics") == 2, 60)
        asyncio.run(produce(settings, small_messages(700)[600:]))
        asyncio.run(Watch(settings).until(700))
    found = stands(settings)
    assert counted_by_workers(settings) == found
    assert sum(found.values()) >= 700


HALF_HOUR = 1800.0


def four_days() -> list[dict]:
    """Outcomes of four sources up to now: lately one is silent, one lost its texts, one had its pages crash."""
    now, found = time.time(), []
    for step in range(4 * 48, 0, -1):
        at = now - step * HALF_HOUR
        found.append(outcome("steady.example", at, chars=3000 + 40 * (step % 7)))
        if step > 14:
            found.append(outcome("silent.example", at))
        found.append(outcome("changed.example", at, "no-text" if step <= 20 else "enriched"))
        found.append(outcome("errors.example", at, "crashed" if step <= 12 else "other"))
    return found


async def put(settings, outcomes) -> None:
    topic = declare_topics(settings).outcomes.name
    async with producer_of(settings) as producer:
        sent = [await producer.send(topic, orjson.dumps(one), partition=0) for one in outcomes]
        await asyncio.gather(*sent)


def said(settings) -> list[tuple[str, str]]:
    found = asyncio.run(records(settings, declare_topics(settings).alerts))
    return [(alert["id"], alert["state"]) for alert in (orjson.loads(record.value) for record in found)]


def test_four_sources_raise_the_alerts_they_are_due_once_and_clear_them_once(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix)
    asyncio.run(create_topics(settings))
    asyncio.run(put(settings, four_days()))
    due = {
        "quiet-source/silent.example",
        "drifting-source/changed.example",
        "drifting-source/errors.example",
        "dead-letter-ratio/line",
    }
    with running_worker(settings, tmp_path / "worker.log", **WATCHED):
        eventually(lambda: {(one, "raised") for one in due} <= set(said(settings)), 60)
        mended = [outcome(host, time.time()) for _ in range(80) for host in ("silent", "changed", "errors")]
        asyncio.run(put(settings, [one | {"host": f"{one['host']}.example"} for one in mended]))
        eventually(lambda: {(one, "cleared") for one in due} <= set(said(settings)), 60)
        state = get(address_in(tmp_path / "worker.log") + "metrics")[1]
    assert sorted(said(settings)) == sorted((one, state) for one in due for state in ("raised", "cleared"))
    assert 'rotative_sources{state="healthy"} 4.0' in state
