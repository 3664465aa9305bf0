"""Faust's producer, with a client that is replaced when the broker refuses something.

An idempotent client numbers its batches in each partition. When the broker refuses one, such as
one that is larger than its topic allows, aiokafka goes on with the next number, and the broker
takes nothing more from that client there. A new client has a new producer id and counts from the
beginning; what the old one had not delivered is sent again by whoever waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from faust.transport.drivers import aiokafka as driver

from agents.outputs import Record

logger = logging.getLogger(__name__)


class Producer(driver.Producer):  # type: ignore[misc]
    """Delivers records; retries inside the client double nothing where the broker knows its producers."""

    _producer: Any

    def __post_init__(self) -> None:
        super().__post_init__()
        self._single: AIOKafkaProducer | None = None
        self._changing = asyncio.Lock()
        self._retiring: set[asyncio.Task[None]] = set()

    def _settings_extra(self) -> Mapping[str, Any]:
        return {"enable_idempotence": True, "acks": "all"} if self.app.profile.enable_idempotence else {}

    async def deliver(self, record: Record, *, alone: bool = False) -> None:
        """Returns when the broker has acknowledged the record.

        Args:
            record: what to send.
            alone: in a batch of its own, so that a refusal for its size means this record and no other.

        Raises:
            KafkaError: it was refused; where the client may have lost count by that, it has been replaced.
        """
        client = await self._client_for_one() if alone else self._ensure_producer()
        try:
            delivered = await client.send(
                record.topic, record.value, key=record.key, partition=record.partition, headers=record.headers
            )
            await delivered
        except KafkaError as error:
            if client is not self._single and not error.retriable:
                await self._replace(client, error)
            raise

    async def _replace(self, worn: AIOKafkaProducer, error: KafkaError) -> None:
        """A new client in the place of the worn one; many deliveries may ask for it, one does it."""
        async with self._changing:
            if self._producer is not worn:
                return
            self._producer = await _started(self._new_producer())
            logger.warning("a new producer takes over after %r", error)
            # It still delivers to partitions that it has not lost count in.
            retirement = asyncio.ensure_future(worn.stop())
            self._retiring.add(retirement)
            retirement.add_done_callback(self._retiring.discard)

    async def _client_for_one(self) -> AIOKafkaProducer:
        """A client with one record in a batch and no numbers, so that a refusal harms nothing behind it."""
        async with self._changing:
            if self._single is None:
                settings = {**self._settings_default(), **self._settings_auth()}
                self._single = await _started(self._producer_type(**{**settings, "max_batch_size": 1, "linger_ms": 0}))
            return self._single

    async def on_stop(self) -> None:
        """Ends every client."""
        await super().on_stop()
        if self._single is not None:
            await self._single.stop()
        for retirement in tuple(self._retiring):
            retirement.cancel()


async def _started(client: AIOKafkaProducer) -> AIOKafkaProducer:
    try:
        await client.start()
    except BaseException:
        await client.stop()
        raise
    return client
