"""Watches one worker: what it does with pages, how far behind it is, and whether it is alive."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

import orjson
from aiokafka.errors import KafkaError
from faust.exceptions import ProducerSendError
from faust.types import TP

from agents.cloud_events import event_headers, utc_now
from agents.health import Health
from agents.metrics import Metrics, resident_bytes
from agents.monitoring_line import LineMonitor
from agents.monitoring_report import Durations, WorkerReport
from agents.outcome_counts import OutcomeCounts
from agents.outputs import Consumed
from agents.page_result import PageResult
from agents.settings import Settings
from agents.topics import Topics
from agents.tracing import tracer_of

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often lag and commits are looked at."""

REPORT_SECONDS = 10.0
"""How long a report may take: a rebalance waits for one."""


class WorkerMonitor:
    """Counts the pages of one worker, measures its lag, and reports on the metrics topic."""

    def __init__(self, app: Any, settings: Settings, topics: Topics) -> None:
        self._app = app
        self._settings = settings
        self._topics = topics
        self.metrics = Metrics(topics.typed)
        self.health = Health(settings.stuck_seconds, time.monotonic)
        self.durations = Durations()
        self.counts = OutcomeCounts(settings, topics)
        self._tracer = tracer_of(settings)
        self.line: LineMonitor | None = None
        """Keeps sources and alerts, where this worker has that to do."""
        self.lag: dict[int, int] = {}
        self._in_flight: dict[tuple[int, int], float] = {}  # (partition, offset) to the message's own time
        self._done: dict[int, int] = {}  # partition to one past the highest offset that is done
        self._behind_since: float | None = None
        # For machines every page is worth a line; a terminal would show nothing else.
        self._page_level = logging.INFO if settings.log_format == "json" else logging.DEBUG
        self._started = utc_now()
        self._last_pages = 0
        self._last_time = time.monotonic()

    @contextlib.contextmanager
    def page(self, consumed: Consumed) -> Iterator[Any]:
        """Around the work on one page; gives the function that takes its result when the broker has it."""
        at, begun = consumed.position, time.monotonic()
        place = (at.partition, at.offset)
        self._in_flight[place] = consumed.timestamp_ms / 1000
        self.health.page_begun()
        finished = False

        def done(result: PageResult) -> None:
            nonlocal finished
            finished = True
            seconds = time.monotonic() - begun
            self.durations.add(result, seconds)
            self.metrics.observe(result, seconds)
            if self._tracer is not None:
                ended = time.time()
                self._tracer.page(result, consumed, began=ended - seconds, ended=ended)
            self._done[at.partition] = max(at.offset + 1, self._done.get(at.partition, 0))
            _log(result, consumed, seconds, self._page_level)

        try:
            yield done
        finally:
            del self._in_flight[place]
            self.health.page_ended(done=finished)

    @property
    def ready(self) -> bool:
        """Whether the worker has partitions, or stands by in the group, and its producer is up."""
        consumer, producer = self._app.consumer, self._app.producer
        return bool(consumer.started and producer.started and self.assigned_once)

    assigned_once = False
    """Whether the group has given this worker its share; that may be no partition where there are more workers."""

    @property
    def partitions(self) -> list[TP]:
        """The raw partitions this worker has."""
        return sorted(tp for tp in self._app.consumer.assignment() if tp.topic == self._topics.raw.name)

    @property
    def oldest_age_seconds(self) -> float:
        """Age of the oldest page not yet done; where none is in flight but some wait, how long that has been so."""
        if self._in_flight:
            return max(0.0, time.time() - min(self._in_flight.values()))
        return 0.0 if self._behind_since is None else time.monotonic() - self._behind_since

    async def look(self) -> None:
        """Looks at the ends of the raw partitions and at the committed offsets."""
        partitions = self.partitions
        ends = await self._app.consumer.highwaters(*partitions) if partitions else {}
        committed = {tp.partition: self._app.consumer._committed_offset[tp] or 0 for tp in partitions}
        self.lag = {tp.partition: max(0, end - committed.get(tp.partition, 0)) for tp, end in ends.items()}
        waiting = any(self._done.get(partition, 0) > offset for partition, offset in committed.items())
        self.health.commits_seen(tuple(sorted(committed.items())), waiting=waiting)
        if not sum(self.lag.values()):
            self._behind_since = None
        elif self._behind_since is None:
            self._behind_since = time.monotonic()
        self.refresh()

    def refresh(self) -> None:
        """Sets the gauges to what is true now."""
        self.metrics.set_lag(self.lag)
        self.metrics.in_flight.set(self.health.in_flight)
        self.metrics.oldest_age.set(self.oldest_age_seconds)
        self.metrics.last_commit_age.set(self.health.commit_stall_seconds)
        self.metrics.assigned.set(len(self.lag))
        judge = self.line.judge if self.line else None
        self.metrics.set_line(
            None if judge is None else judge.states(),
            Counter(alert.kind for alert in judge.book.raised) if judge else Counter(),
        )

    async def assigned(self, partitions: Collection[int]) -> None:
        """The group has given this worker its share of the raw partitions."""
        self.assigned_once = True
        await self.counts.take(partitions)

    async def revoked(self) -> None:
        """The share is taken back, for others or for the same worker again."""
        await self.publish_report()
        await self.counts.let_go()
        self._done.clear()
        self.lag.clear()

    async def end(self) -> None:
        """The last report of a worker that ends in good order."""
        await self.counts.settle()
        await self.publish_report(stopping=True)
        await self.counts.let_go()
        if self._tracer is not None:
            await asyncio.to_thread(self._tracer.stop)

    def report(self, memory_bytes: int, *, stopping: bool = False) -> WorkerReport:
        """What the worker says of itself now; the rate is since the report before."""
        now = time.monotonic()
        rate = (self.durations.pages - self._last_pages) / max(now - self._last_time, 0.001)
        self._last_pages, self._last_time = self.durations.pages, now
        total = self.counts.tally.total
        return WorkerReport(
            worker=self._settings.worker_id,
            time=utc_now(),
            started=self._started,
            pages=total.outcomes.total(),
            outcomes=dict(total.outcomes),
            types=dict(total.types),
            counted={str(partition): offset for partition, offset in self.counts.tally.offsets.items()},
            pages_per_second=round(rate, 3),
            latency_seconds=self.durations.latency_seconds(),
            lag={str(partition): pages for partition, pages in sorted(self.lag.items())},
            oldest_page_age_seconds=round(self.oldest_age_seconds, 3),
            in_flight=self.health.in_flight,
            still_seconds=round(self.health.still_seconds, 3),
            memory_bytes=memory_bytes,
            problem=self.health.problem(),
            stopping=stopping,
        )

    async def publish_report(self, *, stopping: bool = False) -> None:
        """Puts a report on the metrics topic; one that the broker does not take is left out, the next one counts on."""
        if not self.counts.tally.resumed:
            return  # it would take back what this worker's name has counted before
        # In a thread: it asks after every process of the machine, which may take longer than the loop may stand still.
        memory = await asyncio.to_thread(resident_bytes)
        report, mark = self.report(int(memory), stopping=stopping), self.counts.tally.mark()
        if report.problem:
            logger.error("%s", report.problem)
        name = report.worker
        headers = event_headers(
            "metrics", event_id=f"{name}/{report.time}", source=name, subject=name, time=report.time
        )
        try:
            sent = await self._app.producer.send(
                self._topics.metrics.name, name.encode(), orjson.dumps(report), None, None, headers
            )
            await asyncio.wait_for(asyncio.shield(sent), REPORT_SECONDS)
            self.counts.tally.reported(mark)
        except (KafkaError, ProducerSendError, asyncio.TimeoutError) as error:
            logger.warning("no report on %s: %r", self._topics.metrics.name, error)

    async def run(self) -> None:
        """Looks and reports until cancelled."""
        next_report = time.monotonic() + self._settings.metrics_interval_seconds
        while True:
            try:
                await self.look()
            except Exception as error:  # the client between two connections: the lag stands still, the pages go on
                logger.warning("cannot look at the lag: %r", error)
            if time.monotonic() >= next_report:
                next_report = time.monotonic() + self._settings.metrics_interval_seconds
                await self.publish_report()
            await asyncio.sleep(min(LOOK_SECONDS, self._settings.metrics_interval_seconds))


def _log(result: PageResult, consumed: Consumed, seconds: float, level: int) -> None:
    """One line for a page that is done."""
    if not logger.isEnabledFor(level):
        return
    trace = (consumed.header("traceparent") or b"").decode("ascii", "replace").split("-")
    place = f"{consumed.position.topic}/{consumed.position.partition}/{consumed.position.offset}"
    logger.log(
        level,
        "%s %s",
        result.outcome.value,
        result.url or place,
        extra={
            "page": place,
            "article_id": result.article_id,
            "url": result.url,
            "host": result.host,
            "outcome": result.outcome.value,
            "reason": result.reason,
            "seconds": round(seconds, 4),
            "trace_id": trace[1] if len(trace) == 4 else None,
        },
    )
