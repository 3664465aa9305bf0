"""Reads what was published from a raw partition out of the outcomes."""

from __future__ import annotations

import orjson
from aiokafka import TopicPartition

from agents.clients import reader_of
from agents.duplicates import Published
from agents.reading import read_until
from agents.settings import Settings
from agents.topics import Topics


class OutcomeHistory:
    """The last outcomes of a raw partition, which stand in the outcomes partition of the same number."""

    def __init__(self, settings: Settings, topics: Topics) -> None:
        self._settings = settings
        self._topic = topics.outcomes.name

    async def published(self, partition: int) -> list[Published]:
        """Id, version and raw offset of the articles among the last outcomes, oldest first."""
        at = TopicPartition(self._topic, partition)
        async with reader_of(self._settings, [self._topic], partitions=[partition]) as consumer:
            end = (await consumer.end_offsets([at]))[at]
            begin = (await consumer.beginning_offsets([at]))[at]
            consumer.seek(at, max(begin, end - self._settings.remembered_articles))
            rows = [_published(record.value) async for record in read_until(consumer, {at: end})]
            return [row for row in rows if row is not None]


def _published(value: bytes) -> Published | None:
    outcome = orjson.loads(value)
    if outcome["outcome"] not in ("enriched", "other") or not outcome.get("version"):
        return None
    return outcome["article_id"], outcome["version"], outcome["raw"]["offset"]
