"""Hands records to the broker, and returns when it has them."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Iterable
from typing import Any

from aiokafka.errors import KafkaError, MessageSizeTooLargeError, OutOfOrderSequenceNumber, RecordTooLargeError
from faust.exceptions import ProducerSendError

from agents.outputs import Record

logger = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 5.0


class PublishError(Exception):
    """The broker did not take a record within the budget; nothing past its page may be committed."""


class RecordRefusedError(Exception):
    """The broker will never take this record: it is larger than its topic allows."""


class Publisher:
    """Produces records, each tried again with growing waits until the broker has it or the budget is spent."""

    def __init__(self, app: Any, budget_seconds: float) -> None:
        self._app = app
        self._budget = budget_seconds

    async def publish(self, records: Iterable[Record]) -> None:
        """Returns when the broker has acknowledged every record.

        Raises:
            RecordRefusedError: one of them is too large for its topic.
            PublishError: the broker did not take one of them within the budget.
        """
        results = await asyncio.gather(*(self._deliver(record) for record in records), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _deliver(self, record: Record) -> None:
        loop = asyncio.get_running_loop()
        deadline, wait = loop.time() + self._budget, FIRST_WAIT_SECONDS
        while True:
            try:
                await self._send(record)
            except (KafkaError, ProducerSendError) as error:
                cause = error.__cause__ if isinstance(error, ProducerSendError) else error
                if isinstance(cause, (MessageSizeTooLargeError, RecordTooLargeError)):
                    raise RecordRefusedError(f"{record.topic}: {cause}") from error
                if isinstance(cause, OutOfOrderSequenceNumber):
                    # The client lost count in this partition, as it does after the broker refused a record. Only a
                    # new producer goes on, so there is nothing to wait for.
                    raise PublishError(f"{record.topic}: the producer has to be started anew: {cause!r}") from error
                if loop.time() + wait > deadline:
                    raise PublishError(f"{record.topic} took no record for {self._budget:g} s: {cause!r}") from error
                logger.warning("%s refused a record (%r), trying again in %.1f s", record.topic, cause, wait)
                await asyncio.sleep(wait * random.uniform(0.8, 1.2))  # noqa: S311 - spreads retries, no secret
                wait = min(2 * wait, LONGEST_WAIT_SECONDS)
            else:
                return

    async def _send(self, record: Record) -> None:
        producer = self._app.producer
        delivered = await producer.send(record.topic, record.key, record.value, record.partition, None, record.headers)
        await delivered
