"""Plain Kafka clients for commands, with the settings' broker, security and habits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError

from agents.administration import HOW_MISSING_TOPICS_COME, BrokerError
from agents.broker.diagnosis import explain
from agents.credentials import client_security
from agents.settings import Settings
from agents.topics import HEADER_BYTES, MAX_MESSAGE_BYTES

SECONDS_TO_SHOW = 5.0
"""How long a topic that is not there is looked for."""


@asynccontextmanager
async def producer_of(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    """A producer whose sends are acknowledged by every replica.

    Raises:
        BrokerError: no broker answers.
    """
    profile = settings.profile
    producer = AIOKafkaProducer(
        bootstrap_servers=settings.broker or "",
        acks="all",
        enable_idempotence=profile.enable_idempotence,
        linger_ms=int(profile.producer_linger * 1000),
        max_batch_size=profile.producer_max_batch_size,
        max_request_size=MAX_MESSAGE_BYTES + 2 * HEADER_BYTES,
        compression_type="lz4",
        **client_security(settings),
    )
    await _start(producer, settings)
    try:
        yield producer
    finally:
        await producer.stop()


@asynccontextmanager
async def reader_of(
    settings: Settings,
    topics: Sequence[str],
    *,
    at_end: bool = False,
    partitions: Collection[int] | None = None,
    wait_seconds: float | None = None,
) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer of the topics, all their partitions or some, without a group: it commits nothing and disturbs nobody.

    It stands at the oldest messages, or at the ends. `seek` moves it; a second `assign` would hang its end.
    `wait_seconds`: how long the broker may keep a request that finds nothing new; the default is for those in a hurry.

    Raises:
        BrokerError: no broker answers, or a topic does not exist.
    """
    consumer = AIOKafkaConsumer(
        bootstrap_servers=settings.broker or "",
        group_id=None,
        enable_auto_commit=False,
        fetch_max_wait_ms=int((wait_seconds or settings.profile.fetch_max_wait) * 1000),
        max_partition_fetch_bytes=MAX_MESSAGE_BYTES + HEADER_BYTES,
        **client_security(settings),
    )
    await _start(consumer, settings)
    try:
        found = await _partitions(consumer, topics, settings)
        wanted = [at for at in found if partitions is None or at.partition in partitions]
        offsets = await (consumer.end_offsets if at_end else consumer.beginning_offsets)(wanted)
        # In one go: between an assignment and a later seek the client begins a reset of its own, which may win.
        consumer.assign(wanted)
        for at, offset in offsets.items():
            consumer.seek(at, offset)
        yield consumer
    finally:
        await consumer.stop()


async def _partitions(consumer: AIOKafkaConsumer, topics: Sequence[str], settings: Settings) -> list[TopicPartition]:
    deadline = time.monotonic() + SECONDS_TO_SHOW
    while True:
        # The consumer's own view holds the topics of its first look alone; this asks the broker.
        cluster = await consumer._client.fetch_all_metadata()
        numbers = {topic: cluster.partitions_for_topic(topic) or () for topic in topics}
        missing = [topic for topic in topics if not numbers[topic]]
        if not missing:
            return [TopicPartition(topic, number) for topic in topics for number in sorted(numbers[topic])]
        if time.monotonic() > deadline:
            raise BrokerError(f"no topic {', '.join(missing)} at {settings.broker}: {HOW_MISSING_TOPICS_COME}")
        await asyncio.sleep(0.2)  # one that was created a moment ago shows late


async def _start(client: Any, settings: Settings) -> None:
    try:
        await client.start()
    except KafkaError as error:
        await client.stop()
        raise BrokerError(await explain(settings.broker or "", client_security(settings), error)) from error
