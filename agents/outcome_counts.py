"""What a worker's reports count: the outcomes on their topic, each counted by one worker, also after a kill.

A worker reads the outcomes of its raw partitions back. Each report says up to which
outcome of each partition it counts; whoever has a partition next goes on from the last
report that speaks of it. So what a killed worker did after its last report is counted by
the one that takes over, and the last reports of all workers together are what stands on
the topic.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from agents.administration import BrokerError
from agents.clients import reader_of
from agents.reading import read_until
from agents.settings import Settings
from agents.topics import Topics
from pipeline.article import OTHER
from pipeline.outcomes import PUBLISHED

logger = logging.getLogger(__name__)

LAST_REPORTS = 2_000
"""Reports that are looked through first for where to go on: those of a hundred workers over three minutes."""
MOST_REPORTS = 100_000
"""Reports that are looked through at most, where those do not speak of all partitions."""
MOST_OUTCOMES = 100_000
"""Outcomes of a partition that are counted at most where no report speaks of it."""
RETRY_SECONDS = 5.0
READ_SECONDS = 1.0
"""How long outcomes gather before they are read: one by one they would cost much of the worker's own time."""
READ_AT_ONCE = 500
SETTLE_SECONDS = 8.0
"""How long the last report waits for the outcomes before it."""
PUBLISHED_NAMES = frozenset(name.value for name in PUBLISHED)


@dataclass(slots=True)
class Counts:
    """Pages by outcome, and published articles by type."""

    outcomes: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Mapping[str, Any]) -> None:
        """Counts one outcome."""
        self.outcomes[outcome["outcome"]] += 1
        if outcome["outcome"] in PUBLISHED_NAMES:
            self.types.update(outcome.get("types") or (outcome.get("type") or OTHER,))

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(self.outcomes + other.outcomes, self.types + other.types)


@dataclass(slots=True)
class Counted:
    """What is counted of one partition since it came, and one past the last outcome that is."""

    offset: int
    counts: Counts = field(default_factory=Counts)


Mark = tuple[int, dict[int, Counted]]
"""Counts at one time; the number tells apart what was before the partitions last changed hands."""


class Tally:
    """A worker's counts: those of the partitions it has, and those of before. Without a broker."""

    def __init__(self, worker: str) -> None:
        self._worker = worker
        self._before = Counts()
        self._now: dict[int, Counted] = {}
        self._said: dict[int, Counted] = {}
        self._turn = 0
        self.resumed = False
        """Whether it is known what this worker's name had counted before."""

    @property
    def total(self) -> Counts:
        """All that this worker's name has counted."""
        total = self._before
        for counted in self._now.values():
            total = total.plus(counted.counts)
        return total

    @property
    def offsets(self) -> dict[int, int]:
        """By partition, one past the last outcome that is counted."""
        return {partition: counted.offset for partition, counted in sorted(self._now.items())}

    def resume(self, reports: Iterable[Mapping[str, Any]]) -> None:
        """Goes on from the last report of this name; only the first call does."""
        if self.resumed:
            return
        self.resumed = True
        for report in reports:
            if report["worker"] == self._worker:
                self._before = Counts(Counter(report["outcomes"]), Counter(report["types"]))

    def take(self, offsets: Mapping[int, int]) -> None:
        """Has these partitions now, counted by others up to there."""
        self._turn += 1
        self._now = {partition: Counted(offset) for partition, offset in offsets.items()}
        self._said = {}

    def add(self, partition: int, offset: int, outcome: Mapping[str, Any]) -> None:
        """Counts an outcome that is not counted yet."""
        counted = self._now.get(partition)
        if counted is not None and offset >= counted.offset:
            counted.counts.add(outcome)
            counted.offset = offset + 1

    def mark(self) -> Mark:
        """The counts as they are now, for `reported`."""
        nothing = Counts()
        return self._turn, {at: Counted(now.offset, now.counts.plus(nothing)) for at, now in self._now.items()}

    def reported(self, mark: Mark) -> None:
        """A report with these counts stands on the topic: others rely on it."""
        turn, counted = mark
        if turn == self._turn:
            self._said = counted

    def let_go(self) -> None:
        """Gives the partitions away; what no report has said is for the next one to count."""
        for counted in self._said.values():
            self._before = self._before.plus(counted.counts)
        self._turn += 1
        self._now, self._said = {}, {}


class OutcomeCounts:
    """Follows the outcomes of the partitions that this worker has."""

    def __init__(self, settings: Settings, topics: Topics) -> None:
        self._settings = settings
        self._topics = topics
        self.tally = Tally(settings.worker_id)
        self._task: asyncio.Task[None] | None = None
        self._consumer: AIOKafkaConsumer | None = None
        self._stepped = asyncio.Event()
        self._settling = False

    async def take(self, partitions: Collection[int]) -> None:
        """Follows these partitions from now on."""
        await self.let_go()
        self._task = asyncio.ensure_future(self._follow(sorted(partitions)))

    async def let_go(self) -> None:
        """Follows none any more. The caller reports first; what is not reported is counted by the next one."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        self.tally.let_go()

    async def settle(self) -> None:
        """Returns when all outcomes up to now are counted, or after a while."""
        self._settling = True
        try:
            await asyncio.wait_for(self._settled(), SETTLE_SECONDS)
        except (asyncio.TimeoutError, KafkaError) as error:
            logger.warning("the last report does not count all outcomes, the next worker will: %r", error)

    async def _settled(self) -> None:
        while self._task is not None and not self._task.done() and self._consumer is None:
            await self._next_step()
        if self._consumer is None:
            return
        ends = await self._consumer.end_offsets(self._consumer.assignment())
        while any(self.tally.offsets.get(at.partition, end) < end for at, end in ends.items()):
            await self._next_step()

    async def _next_step(self) -> None:
        self._stepped.clear()
        await self._stepped.wait()

    async def _follow(self, partitions: list[int]) -> None:
        while True:
            try:
                offsets = self.tally.offsets or await self._where_to_go_on(partitions)
                if not partitions:
                    return  # it stands by, and has nothing to count
                await self._count(partitions, offsets)
            except (BrokerError, KafkaError) as error:  # counted from there on as soon as the broker answers again
                logger.warning("counting the outcomes starts again: %s", error)
                await asyncio.sleep(RETRY_SECONDS)

    async def _count(self, partitions: list[int], offsets: dict[int, int]) -> None:
        names = [self._topics.outcomes.name]
        async with reader_of(self._settings, names, partitions=partitions, wait_seconds=READ_SECONDS) as consumer:
            begins = await consumer.beginning_offsets(consumer.assignment())
            ends = await consumer.end_offsets(consumer.assignment())
            for at in consumer.assignment():
                known = offsets.get(at.partition, ends[at] - MOST_OUTCOMES)
                offsets[at.partition] = min(max(begins[at], known), ends[at])
                consumer.seek(at, offsets[at.partition])
            if not self.tally.offsets:
                self.tally.take(offsets)
            self._consumer = consumer
            try:
                while True:
                    taken = 0
                    for at, records in (await consumer.getmany(timeout_ms=500, max_records=READ_AT_ONCE)).items():
                        taken += len(records)
                        for record in records:
                            self.tally.add(at.partition, record.offset, orjson.loads(record.value))
                        await asyncio.sleep(0)  # pages in between
                    self._stepped.set()
                    if taken < READ_AT_ONCE and not self._settling:
                        await asyncio.sleep(READ_SECONDS)
            finally:
                self._consumer = None

    async def _where_to_go_on(self, partitions: list[int]) -> dict[int, int]:
        """By partition, up to where the reports count; looks back as far as it has to."""
        async with reader_of(self._settings, [self._topics.metrics.name]) as consumer:
            (at,) = consumer.assignment()
            begin, end = (await consumer.beginning_offsets([at]))[at], (await consumer.end_offsets([at]))[at]
            back = LAST_REPORTS
            while True:
                start = max(begin, end - back)
                reports = await _reports(consumer, at, start, end)
                offsets = _counted_to(reports)
                if start == begin or back >= MOST_REPORTS or offsets.keys() >= set(partitions):
                    self.tally.resume(reports)
                    return {partition: offsets[partition] for partition in partitions if partition in offsets}
                back *= 10


async def _reports(consumer: AIOKafkaConsumer, at: TopicPartition, start: int, end: int) -> list[dict[str, Any]]:
    consumer.seek(at, start)
    return [orjson.loads(record.value) async for record in read_until(consumer, {at: end})]


def _counted_to(reports: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    counted: dict[int, int] = {}
    for report in reports:
        for partition, offset in report.get("counted", {}).items():
            counted[int(partition)] = max(offset, counted.get(int(partition), 0))
    return counted
