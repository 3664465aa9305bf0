"""Raw pages in, articles out: the agent, and what it does with one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from agents.acknowledgement import OrderedAcknowledgement
from agents.breaker import Breaker
from agents.duplicates import Duplicates
from agents.messages import InvalidMessageError, read_message
from agents.monitoring import WorkerMonitor
from agents.outcome_history import OutcomeHistory
from agents.outputs import Consumed, records_of
from agents.page_result import PageResult
from agents.publishing import Publisher, RecordRefusedError
from agents.settings import Settings
from agents.topics import Topics
from agents.workers import PagePool
from pipeline.article import RawPosition
from pipeline.outcomes import OutcomeName


class Ingest:
    """Takes pages from the raw topic, each to its one outcome."""

    def __init__(self, app: Any, settings: Settings, topics: Topics, pool: PagePool, monitor: WorkerMonitor) -> None:
        self._settings = settings
        self._topics = topics
        self._pool = pool
        self._monitor = monitor
        self._publisher = Publisher(app, settings.publish_budget_seconds)
        self._breaker = Breaker(settings)
        self._duplicates = Duplicates(OutcomeHistory(settings, topics).published, settings.remembered_articles)
        self.acknowledgement = OrderedAcknowledgement(self.handle, limit=settings.pages_in_flight, on_failure=app.crash)

    async def handle(self, event: Any) -> None:
        """One page: read, processed, published. Returns when the broker has everything it gave."""
        consumed = _consumed(event)
        with self._monitor.page(consumed) as done:
            result = await self._work(consumed)
            done(result)
        self._breaker.record(result.outcome)

    async def _work(self, consumed: Consumed) -> PageResult:
        at = consumed.position
        try:
            page = read_message(consumed.value, dict(consumed.headers), at)
        except InvalidMessageError as error:
            result = PageResult(
                outcome=OutcomeName.INVALID, stage="read", reason=str(error), error=type(error).__name__
            )
        else:
            result = await self._pool.run(page)
            result = await self._duplicates.check(result, at.partition, at.offset, backfill=page.backfill)
        try:
            await self._publish(result, consumed)
            await self._duplicates.published(result, at.partition, at.offset)
        except RecordRefusedError as error:
            result = await self._publish_refused(result, consumed, error)
        return result

    async def _publish_refused(self, result: PageResult, consumed: Consumed, error: RecordRefusedError) -> PageResult:
        """The page as failed, in the dead letters: whole, or where that is too large, a note of where it stands."""
        refused = PageResult(
            outcome=OutcomeName.FAILED,
            stage="publish",
            reason=str(error),
            error=type(error).__name__,
            url=result.url,
            host=result.host,
            timings_ms=result.timings_ms,
        )
        try:
            await self._publish(refused, consumed)
        except RecordRefusedError as again:
            refused = replace(refused, reason=str(again), url=None, host=None)
            await self._publish(refused, consumed.without_content())
        return refused

    def partitions_revoked(self, numbers: Iterable[int]) -> None:
        """Others take these raw partitions over; what is known of them is theirs to know."""
        self._duplicates.forget(numbers)

    async def _publish(self, result: PageResult, consumed: Consumed) -> None:
        *outputs, outcome = records_of(result, consumed, self._topics, self._settings.worker_id)
        await self._publisher.publish(outputs)
        # Only now: the outcome says that the broker has the rest.
        await self._publisher.publish([outcome])


def _consumed(event: Any) -> Consumed:
    message = event.message
    headers = message.headers or ()
    return Consumed(
        position=RawPosition(message.topic, message.partition, message.offset),
        timestamp_ms=int((message.timestamp or 0) * 1000),
        received=datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        key=message.key,
        value=message.value,
        headers=tuple(headers.items() if isinstance(headers, Mapping) else headers),
    )
