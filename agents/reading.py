"""Reads a topic from a place up to the end it has now, and stops."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from agents.clients import reader_of
from agents.settings import Settings

POLL_MS = 500
SILENCE_SECONDS = 10.0
"""Nothing for this long before the end: what stood there was cleaned away."""


async def read_to_end(
    settings: Settings,
    topics: list[str],
    *,
    from_time_ms: int | None = None,
    from_offsets: dict[int, int] | None = None,
) -> AsyncIterator[Any]:
    """Every record of the topics, from the oldest, a time or offsets by partition, up to the ends at the call.

    Raises:
        BrokerError: no broker answers, or a topic does not exist.
    """
    async with reader_of(settings, topics) as consumer:
        partitions = sorted(consumer.assignment())
        ends = await consumer.end_offsets(partitions)
        await _seek(consumer, partitions, from_time_ms, from_offsets or {})
        async for record in read_until(consumer, ends):
            yield record


async def read_until(consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int]) -> AsyncIterator[Any]:
    """Every record from where the consumer stands up to those ends, which are not included."""
    left = {at for at, end in ends.items() if await consumer.position(at) < end}
    heard = time.monotonic()
    while left and time.monotonic() - heard < SILENCE_SECONDS:
        # It may come back early and empty-handed: only the clock tells silence.
        for at, records in (await consumer.getmany(*left, timeout_ms=POLL_MS)).items():
            heard = time.monotonic()
            for record in records:
                if record.offset < ends[at]:
                    yield record
        left = {at for at in left if await consumer.position(at) < ends[at]}


async def _seek(
    consumer: AIOKafkaConsumer, partitions: list[TopicPartition], from_time_ms: int | None, offsets: dict[int, int]
) -> None:
    if from_time_ms is not None:
        found = await consumer.offsets_for_times(dict.fromkeys(partitions, from_time_ms))
        ends = await consumer.end_offsets(partitions)
        for at in partitions:
            # No offset: every record is older than the time.
            consumer.seek(at, found[at].offset if found.get(at) else ends[at])
    for at in partitions:
        if at.partition in offsets:
            consumer.seek(at, offsets[at.partition])
