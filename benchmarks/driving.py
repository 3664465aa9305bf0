"""Sends pages to a line and times what comes out of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import NewTopic

from agents.administration import administration
from agents.clients import producer_of, reader_of
from agents.settings import Settings
from agents.topics import MAX_MESSAGE_BYTES
from benchmarks.lines import PARTITIONS, Line
from benchmarks.pages import BenchmarkPage

SECONDS_FOR_A_PAGE = 2.0  # far beyond the slowest line's mean, also on a busy machine
SECONDS_TO_START = 120.0
WARM_UP = 4  # pages to a partition, on average, before anything counts


@dataclass(frozen=True, slots=True)
class Rate:
    """One round of one line."""

    pages_a_second: float
    processor_ms: dict[str, float]
    """Milliseconds of the processor a page, of the line's own process and of its page processes."""


class LineStalledError(Exception):
    """A line ended, or gave no result for too long; the message says which."""


async def create_peer_topics(settings: Settings, line: Line) -> None:
    """A peer's two topics, with as many partitions as ours."""
    configs = {"max.message.bytes": str(MAX_MESSAGE_BYTES)}
    async with administration(settings) as client:
        wanted = [NewTopic(name, PARTITIONS, 1, topic_configs=configs) for name in (line.pages, line.results)]
        await client.create_topics(wanted)


class Driver:
    """One line's sender and reader."""

    def __init__(self, line: Line, producer: AIOKafkaProducer, reader: AIOKafkaConsumer) -> None:
        self.line = line
        self._producer = producer
        self._reader = reader
        self._sent: dict[bytes, float] = {}
        self._counter = 0

    async def warm_up(self, pages: Sequence[BenchmarkPage]) -> None:
        """Pages that count for nothing; done when the line has done them."""
        await self._send_all(pages)
        await self._results(len(pages), SECONDS_TO_START + SECONDS_FOR_A_PAGE * len(pages))

    async def rate(self, pages: Sequence[BenchmarkPage]) -> Rate:
        """How fast the line works off a backlog: timed from when the broker has all pages.

        So sending costs nobody a core. Results that came before that are not counted.
        """
        before = self.line.processor_seconds()
        reading = asyncio.ensure_future(self._results(len(pages), SECONDS_TO_START + SECONDS_FOR_A_PAGE * len(pages)))
        await self._send_all(pages)
        begun = time.perf_counter()
        arrived = [at for at, _ in await reading if at > begun]
        if not arrived:
            raise LineStalledError(f"{self.line.name} was done before all pages were sent: more pages are needed")
        spent = {name: seconds - before.get(name, 0.0) for name, seconds in self.line.processor_seconds().items()}
        return Rate(
            pages_a_second=len(arrived) / (arrived[-1] - begun),
            processor_ms={name: 1000 * seconds / len(pages) for name, seconds in spent.items()},
        )

    async def latencies(self, pages: Sequence[BenchmarkPage], rate: float) -> list[float]:
        """Seconds from a page's sending to the reading of its result, at `rate` pages a second."""
        sending = asyncio.ensure_future(self._send_all(pages, pause=1 / rate))
        found = await self._results(len(pages), SECONDS_TO_START + len(pages) / rate)
        await sending
        return [waited for _, waited in found]

    async def _send_all(self, pages: Sequence[BenchmarkPage], pause: float = 0.0) -> None:
        start = time.perf_counter()
        for number, page in enumerate(pages):
            if pause:
                await asyncio.sleep(max(0.0, start + number * pause - time.perf_counter()))
            self._counter += 1
            key = b"%d" % self._counter
            self._sent[key] = time.perf_counter()
            headers = [("url", page.url.encode())] if page.url else []
            await self._producer.send(
                self.line.pages, page.body, key=key, partition=self._counter % PARTITIONS, headers=headers
            )
        await self._producer.flush()

    async def _results(self, count: int, budget: float) -> list[tuple[float, float]]:
        """When each result was read, and how long after its page was sent."""
        found: list[tuple[float, float]] = []
        deadline = time.perf_counter() + budget
        while len(found) < count:
            if self.line.worker.ended() is not None:
                raise LineStalledError(f"{self.line.name} ended with status {self.line.worker.ended()}")
            if time.perf_counter() > deadline:
                raise LineStalledError(f"{self.line.name} gave {len(found)} of {count} results in {budget:.0f} s")
            for records in (await self._reader.getmany(timeout_ms=200)).values():
                now = time.perf_counter()
                # A page counts once: a repeated result is no second page.
                found += [(now, now - self._sent.pop(record.key)) for record in records if record.key in self._sent]
        return found


@asynccontextmanager
async def driver_of(line: Line, settings: Settings, pages: Sequence[BenchmarkPage]) -> AsyncIterator[Driver]:
    """A driver of a line that runs and is warm."""
    async with producer_of(settings) as producer, reader_of(settings, [line.results]) as reader:
        driver = Driver(line, producer, reader)
        warm = [pages[number % len(pages)] for number in range(WARM_UP * PARTITIONS)]
        await driver.warm_up(warm)
        yield driver
