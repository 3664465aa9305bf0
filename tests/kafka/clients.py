"""Kafka clients as our program sets them up for the kind of broker at hand."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from agents.broker import BrokerProfile

REPOSITORY = Path(__file__).parents[2]
SIX_MEGABYTES = 6_000_000


@dataclass(frozen=True)
class KafkaUnderTest:
    """The broker that a test talks to; the same tests run on both kinds."""

    kind: str
    """`embedded` or `apache`."""
    bootstrap: str
    profile: BrokerProfile

    async def create_topic(self, name: str, *, partitions: int = 1, **config: str) -> None:
        """A topic with its final number of partitions, settings with `_` for `.`: it exists on return."""
        settings = {key.replace("_", "."): value for key, value in config.items()}
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            response = await admin.create_topics([NewTopic(name, partitions, 1, topic_configs=settings)])
            errors = [(error[1], error[2]) for error in response.topic_errors if error[1]]
            assert not errors, errors
        finally:
            await admin.close()

    @contextlib.asynccontextmanager
    async def producer(self, **overrides: Any) -> AsyncIterator[AIOKafkaProducer]:
        """A producer with the profile's settings."""
        settings = {
            "max_batch_size": self.profile.producer_max_batch_size,
            "linger_ms": int(self.profile.producer_linger * 1000),
            "enable_idempotence": self.profile.enable_idempotence,
            "max_request_size": SIX_MEGABYTES,
            "acks": "all",
        }
        producer = AIOKafkaProducer(bootstrap_servers=self.bootstrap, **(settings | overrides))
        await producer.start()
        try:
            yield producer
        finally:
            await producer.stop()

    @contextlib.asynccontextmanager
    async def consumer(self, *topics: str, **overrides: Any) -> AsyncIterator[AIOKafkaConsumer]:
        """A consumer with the profile's settings that begins at the beginning."""
        consumer = AIOKafkaConsumer(*topics, bootstrap_servers=self.bootstrap, **consumer_settings(self), **overrides)
        await consumer.start()
        try:
            yield consumer
        finally:
            await consumer.stop()


def consumer_settings(kafka: KafkaUnderTest) -> dict[str, Any]:
    """The settings of a consumer that depend on the kind of broker."""
    return {
        "auto_offset_reset": "earliest",
        "enable_auto_commit": False,
        "session_timeout_ms": int(kafka.profile.session_timeout * 1000),
        "heartbeat_interval_ms": int(kafka.profile.heartbeat_interval * 1000),
        "fetch_max_wait_ms": int(kafka.profile.fetch_max_wait * 1000),
        "max_partition_fetch_bytes": SIX_MEGABYTES,
    }


async def read(consumer: AIOKafkaConsumer, count: int, *, within: float = 30.0) -> list[ConsumerRecord]:
    """The next records, `count` of them at least; fewer when the time is up."""
    records: list[ConsumerRecord] = []
    deadline = time.monotonic() + within
    while len(records) < count and time.monotonic() < deadline:
        for found in (await consumer.getmany(timeout_ms=500)).values():
            records.extend(found)
    return records


class Member:
    """A member of a consumer group in a process of its own, so that it can be killed."""

    def __init__(self, kafka: KafkaUnderTest, *, group: str, topic: str, output: Path) -> None:
        self._output = output
        with output.open("wb") as sink:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.kafka.member", kafka.kind, kafka.bootstrap, group, topic],
                cwd=REPOSITORY,
                stdout=sink,
            )

    def said(self, kind: str) -> list[str]:
        """What it reported so far: `assigned` numbers of partitions, `read` keys."""
        lines = [line.split(" ", 1) for line in self._output.read_text().splitlines(keepends=True)]
        return [rest.strip() for word, rest in (line for line in lines if len(line) == 2) if word == kind]

    def end(self, number: signal.Signals) -> None:
        """Sends it that signal and waits for its end."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process.pid, number)
        self._process.wait(30)


@contextlib.contextmanager
def members(kafka: KafkaUnderTest, count: int, *, group: str, topic: str, folder: Path) -> Iterator[list[Member]]:
    """Some members of one group; all are gone at the end."""
    started = [Member(kafka, group=group, topic=topic, output=folder / f"member-{index}") for index in range(count)]
    try:
        yield started
    finally:
        for member in started:
            member.end(signal.SIGKILL)
