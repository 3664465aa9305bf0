"""The one worker that watches the whole line: it has raw partition 0, reads all outcomes, and keeps sources and alerts.

Its state is the sources topic itself. A source's record says up to which outcome it counts
(`memory.positions`), and from where the next monitor has to read (`checkpoint`): below it,
every outcome was in records written before. So each outcome is counted once, also after a kill.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from agents.administration import BrokerError
from agents.clients import reader_of
from agents.cloud_events import event_headers, utc_now
from agents.monitoring_judge import Judge
from agents.outputs import Record
from agents.publishing import Publisher, PublishError
from agents.reading import read_to_end
from agents.settings import Settings
from agents.topics import TopicDeclaration, Topics

logger = logging.getLogger(__name__)

LOOK_SECONDS = 3.0
"""How often states are judged and written."""
WAIT_SECONDS = 1.0
"""How often a worker looks whether the monitoring has come to it."""
RETRY_SECONDS = 5.0
READ_SECONDS = 1.0
"""How long outcomes gather before they are read; read as they come, they cost a sixth of the worker's own work."""
READ_AT_ONCE = 500


class LineMonitor:
    """Reads outcomes and reports while this worker is the monitor."""

    def __init__(self, app: Any, settings: Settings, topics: Topics, is_monitor: Callable[[], bool]) -> None:
        """`is_monitor`: whether this worker has raw partition 0 now."""
        self._settings = settings
        self._topics = topics
        self._is_monitor = is_monitor
        self._publisher = Publisher(app, settings.publish_budget_seconds)
        self.judge: Judge | None = None
        """Set while this worker is the monitor."""

    async def run(self) -> None:
        """Waits for the monitoring to come to this worker, does it, and waits again; until cancelled."""
        while True:
            if not self._is_monitor():
                await asyncio.sleep(WAIT_SECONDS)
                continue
            try:
                await self._lead()
            except (BrokerError, KafkaError, PublishError) as error:  # pages go on; states are read again and caught up
                logger.warning("monitoring starts again: %s", error)
                await asyncio.sleep(RETRY_SECONDS)
            except Exception:  # a record that nobody of ours wrote, or a fault of ours: no reason to stop the pages
                logger.exception("monitoring failed, it is tried again in %g s", RETRY_SECONDS)
                await asyncio.sleep(RETRY_SECONDS)
            finally:
                self.judge = None

    async def _lead(self) -> None:
        judge = Judge(
            self._settings, await self._messages(self._topics.sources), await self._messages(self._topics.alerts)
        )
        logger.info("this worker watches the line: %d sources known", len(judge.sources))
        self.judge = judge
        names = [self._topics.outcomes.name, self._topics.metrics.name]
        async with reader_of(self._settings, names) as consumer:
            await self._seek(consumer, judge)
            ends = await self._ends(consumer)
            next_look = time.monotonic() + LOOK_SECONDS
            while self._is_monitor():
                taken = 0
                for records in (await consumer.getmany(timeout_ms=500, max_records=READ_AT_ONCE)).values():
                    taken += len(records)
                    for record in records:
                        self._take(judge, record)
                    await asyncio.sleep(0)  # pages in between
                if time.monotonic() >= next_look:
                    # Never quite at the end while pages come: what stood there at the last look is enough.
                    caught_up = all([await consumer.position(at) >= end for at, end in ends.items()])
                    await self._write(judge, caught_up=caught_up)
                    ends = await self._ends(consumer)
                    next_look = time.monotonic() + LOOK_SECONDS
                if taken < READ_AT_ONCE:
                    await asyncio.sleep(READ_SECONDS)

    async def _ends(self, consumer: AIOKafkaConsumer) -> dict[TopicPartition, int]:
        """Where the outcomes end now."""
        outcomes = [at for at in consumer.assignment() if at.topic == self._topics.outcomes.name]
        return dict(await consumer.end_offsets(outcomes))

    async def _messages(self, topic: TopicDeclaration) -> list[dict[str, Any]]:
        return [
            orjson.loads(record.value) async for record in read_to_end(self._settings, [topic.name]) if record.value
        ]

    async def _seek(self, consumer: AIOKafkaConsumer, judge: Judge) -> None:
        partitions = sorted(consumer.assignment())
        ends = await consumer.end_offsets(partitions)
        begins = await consumer.beginning_offsets(partitions)
        for at in partitions:
            consumer.seek(at, self._start(at, begins[at], ends[at], judge))

    def _start(self, at: TopicPartition, begin: int, end: int, judge: Judge) -> int:
        if at.topic == self._topics.metrics.name:
            return end
        return min(max(begin, judge.checkpoint.get(str(at.partition), 0)), end)

    def _take(self, judge: Judge, record: Any) -> None:
        message = orjson.loads(record.value)
        if record.topic == self._topics.outcomes.name:
            judge.outcome(message, record.partition, record.offset)
        else:
            judge.report(message, time.time())

    async def _write(self, judge: Judge, *, caught_up: bool) -> None:
        alerts = judge.look(time.time(), caught_up=caught_up)
        for alert in alerts:
            logger.warning("alert %s: %s", alert.state, alert.message)
        moment = utc_now()
        await self._publisher.publish(
            self._record("alert", self._topics.alerts, alert.id, moment, alert) for alert in alerts
        )
        await self._publisher.publish(
            self._record("source", self._topics.sources, host, moment, message)
            for host, message in judge.take_changed()
        )
        judge.published()

    def _record(self, kind: str, topic: TopicDeclaration, key: str, moment: str, body: Any) -> Record:
        headers = event_headers(
            kind, event_id=f"{key}/{moment}", source=self._settings.worker_id, subject=key, time=moment
        )
        return Record(topic.name, key.encode(), orjson.dumps(body), headers)
