"""Faust's Kafka transport with the five changes that measured losses, doubles and stalls ask for.

1. Offsets are committed up to the highest acknowledged one. `OrderedAcknowledgement`
   releases acknowledgements in offset order, so nothing unfinished lies below it. Faust's
   own search for gaps commits one past an unfinished event when nothing was committed yet,
   and stops committing for good once a commit has failed.
2. What was acknowledged since the last commit is committed before partitions are given up.
3. The wait for pages in flight, on shutdown and rebalance, has an end.
4. A fetcher with all partitions paused looks again after 20 ms, not after a second.
5. Fetches wait as long as the broker's profile says; the producer is idempotent where the
   broker can do it, and is replaced when it has lost count (`agents/producer.py`).

All five reach into private parts: faust-streaming is pinned to a minor version, and
`tests/agents/test_transport.py` notices when they move.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import faust
from faust.transport.drivers import aiokafka as driver
from faust.types import TP

from agents.producer import Producer

if TYPE_CHECKING:
    from agents.broker.profile import BrokerProfile

logger = logging.getLogger(__name__)

PAUSED_SECONDS = 0.02


class ConsumerThread(driver.AIOKafkaConsumerThread):  # type: ignore[misc]
    """The thread that talks to the broker."""

    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        consumer._fetch_max_wait_ms = int(self.app.profile.fetch_max_wait * 1000)
        return consumer


class Consumer(driver.Consumer):  # type: ignore[misc]
    """Commits in order, and before it lets go."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._highest_acked: dict[TP, int] = {}

    def _new_consumer_thread(self) -> ConsumerThread:
        return ConsumerThread(self, loop=self.loop, beacon=self.beacon)

    def _new_offset(self, tp: TP) -> int | None:
        acked = self._acked[tp]
        if acked:
            self._highest_acked[tp] = max(max(acked) + 1, self._highest_acked.get(tp, 0))
            acked.clear()
            self._acked_index[tp].clear()
        return self._highest_acked.get(tp)

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Commit what is acknowledged, then let go."""
        await self.commit()
        await super().on_partitions_revoked(revoked)
        for tp in revoked:
            self._highest_acked.pop(tp, None)

    async def wait_empty(self) -> None:
        """Wait for the pages in flight, but no longer than the drain budget."""
        try:
            await asyncio.wait_for(super().wait_empty(), self.app.drain_seconds)
        except asyncio.TimeoutError:
            left = len(self._unacked_messages)
            logger.warning("%d pages not done in %g s; they will be read again", left, self.app.drain_seconds)

    async def _wait_next_records(self, timeout: float) -> Any:
        if self.flow_active and not self.app.client_only and not self._get_active_partitions():
            await self.sleep(PAUSED_SECONDS)
            return {}, set()
        return await super()._wait_next_records(timeout)


class Transport(driver.Transport):  # type: ignore[misc]
    """Both."""

    Consumer = Consumer
    Producer = Producer


class App(faust.App):  # type: ignore[misc]
    """A Faust app that uses this transport."""

    def __init__(self, *args: Any, profile: BrokerProfile, drain_seconds: float, **kwargs: Any) -> None:
        self.profile = profile
        self.drain_seconds = drain_seconds
        super().__init__(*args, **kwargs)

    def _new_transport(self) -> Transport:
        return Transport(self.conf.broker_consumer, self)

    def _new_producer_transport(self) -> Transport:
        return Transport(self.conf.broker_producer, self)
