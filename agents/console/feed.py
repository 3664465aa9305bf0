"""What the console shows: the last messages of the line's topics, kept in bounded memory while somebody looks."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict, deque
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from agents.administration import BrokerError
from agents.alerts import Alert, AlertBook
from agents.clients import reader_of
from agents.dead_letters import letter_of
from agents.settings import Settings
from agents.topics import Topics

logger = logging.getLogger(__name__)

ARTICLES_KEPT = 120
ROWS_KEPT = 60
"""Outcomes, dead letters and past alerts kept."""
REPORTS_KEPT = 1_200
"""Reports of workers kept: two hours of two workers."""
SOURCES_KEPT = 2_000
SOURCES_SHOWN = 200
IDLE_SECONDS = 60.0
"""Nobody asked for this long: the reading ends, and begins anew with the next visitor."""
SKIP_MESSAGES = 400
"""Further behind than this on a partition, the console jumps to its end: it shows the latest, not all."""
RETRY_SECONDS = 3.0
TEXT_CHARS = 50_000
"""Characters of an article's text that are sent to the browser."""


class ConsoleFeed:
    """Reads the line's topics without a group, only while the console is looked at."""

    def __init__(self, settings: Settings, topics: Topics) -> None:
        self._settings = settings
        self._topics = topics
        self._asked = 0.0
        self._task: asyncio.Task[None] | None = None
        self._clear()

    def _clear(self) -> None:
        self.articles: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self.outcomes: deque[dict[str, Any]] = deque(maxlen=ROWS_KEPT)
        self.dead_letters: deque[dict[str, Any]] = deque(maxlen=ROWS_KEPT)
        self.reports: deque[dict[str, Any]] = deque(maxlen=REPORTS_KEPT)
        self.sources: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self.alerts: deque[dict[str, Any]] = deque(maxlen=ROWS_KEPT)
        self.book = AlertBook()

    def ask(self) -> None:
        """Somebody looks: reads, where it does not already."""
        self._asked = time.monotonic()
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._read())

    async def stop(self) -> None:
        """Ends the reading."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _read(self) -> None:
        topics = self._topics
        names = [
            one.name
            for one in (
                topics.articles,
                topics.outcomes,
                topics.dead_letters,
                topics.metrics,
                topics.sources,
                topics.alerts,
            )
        ]
        while time.monotonic() - self._asked < IDLE_SECONDS:
            self._clear()
            try:
                async with reader_of(self._settings, names) as consumer:
                    await self._follow(consumer)
            except (BrokerError, KafkaError) as error:  # the page says how old its data is
                logger.warning("the console cannot read the line: %s", error)
                await asyncio.sleep(RETRY_SECONDS)

    async def _follow(self, consumer: AIOKafkaConsumer) -> None:
        partitions = sorted(consumer.assignment())
        ends = await consumer.end_offsets(partitions)
        begins = await consumer.beginning_offsets(partitions)
        for at in partitions:
            consumer.seek(at, max(begins[at], ends[at] - self._window(at)))
        while time.monotonic() - self._asked < IDLE_SECONDS:
            for at, records in (await consumer.getmany(timeout_ms=500, max_records=200)).items():
                for record in records:
                    self._take(record)
                end = consumer.highwater(at) or 0
                if end - (records[-1].offset + 1) > max(SKIP_MESSAGES, self._window(at)):
                    consumer.seek(at, end - self._window(at))
            await asyncio.sleep(0.1)

    def _window(self, at: TopicPartition) -> int:
        if at.topic in (self._topics.sources.name, self._topics.alerts.name):
            return 100_000
        return REPORTS_KEPT if at.topic == self._topics.metrics.name else ROWS_KEPT

    def _take(self, record: Any) -> None:
        topics = self._topics
        if record.topic == topics.dead_letters.name:
            letter = letter_of(record)
            names = ("position", "time", "reason", "stage", "error", "attempt", "url", "host")
            self.dead_letters.append({name: getattr(letter, name) for name in names})
            return
        if record.value is None:
            return
        message = orjson.loads(record.value)
        if record.topic == topics.articles.name:
            self.articles[message["id"]] = message
            self.articles.move_to_end(message["id"])
            if len(self.articles) > ARTICLES_KEPT:
                self.articles.popitem(last=False)
        elif record.topic == topics.outcomes.name:
            self.outcomes.append(message)
        elif record.topic == topics.metrics.name:
            self.reports.append(message)
        elif record.topic == topics.sources.name:
            self.sources[message["host"]] = {
                name: value for name, value in message.items() if name not in ("memory", "checkpoint")
            }
            self.sources.move_to_end(message["host"])
            if len(self.sources) > SOURCES_KEPT:
                self.sources.popitem(last=False)
        else:
            self.alerts.append(message)
            self.book.take(Alert(**message))
