"""Plain Kafka clients for commands, with the settings' broker, security and habits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError

from agents.administration import BrokerError
from agents.broker.diagnosis import explain
from agents.credentials import client_security
from agents.settings import Settings
from agents.topics import HEADER_BYTES, MAX_MESSAGE_BYTES


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
async def reader_of(settings: Settings, topics: Sequence[str]) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer of all partitions of the topics, without a group: it commits nothing and disturbs nobody.

    Raises:
        BrokerError: no broker answers, or a topic does not exist.
    """
    consumer = AIOKafkaConsumer(
        bootstrap_servers=settings.broker or "",
        group_id=None,
        enable_auto_commit=False,
        fetch_max_wait_ms=int(settings.profile.fetch_max_wait * 1000),
        max_partition_fetch_bytes=MAX_MESSAGE_BYTES + HEADER_BYTES,
        **client_security(settings),
    )
    await _start(consumer, settings)
    try:
        existing = await consumer.topics()
        if missing := [topic for topic in topics if topic not in existing]:
            raise BrokerError(f"no topic {', '.join(missing)} at {settings.broker}: `rotative topics create`")
        partitions: list[TopicPartition] = []
        for topic in topics:
            numbers = consumer.partitions_for_topic(topic)
            if not numbers:
                await consumer._client.force_metadata_update()
                numbers = consumer.partitions_for_topic(topic)
            partitions += [TopicPartition(topic, number) for number in sorted(numbers or ())]
        consumer.assign(partitions)
        yield consumer
    finally:
        await consumer.stop()


async def _start(client: Any, settings: Settings) -> None:
    try:
        await client.start()
    except KafkaError as error:
        await client.stop()
        raise BrokerError(await explain(settings.broker or "", client_security(settings), error)) from error
