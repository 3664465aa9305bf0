"""Hands records to the broker, and returns when it has them."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Iterable
from typing import Any

from aiokafka.errors import KafkaError, KafkaTimeoutError, MessageSizeTooLargeError, RecordListTooLargeError

from agents.outputs import Record

logger = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 5.0
SAY_SECONDS = 10.0
"""How often it is said that a topic takes nothing."""

TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)


class PublishError(Exception):
    """The broker refused a record for as long as the budget lasts; nothing past its page may be committed."""


class RecordRefusedError(Exception):
    """The broker will never take this record: it is larger than its topic allows."""


class Publisher:
    """Produces records, each tried again with growing waits until the broker has it.

    What can pass by itself - a broker that is away, a topic that is missing, too few replicas -
    is waited for without end, and said again and again. What the broker refuses for another
    reason is tried again until the budget is spent.
    """

    def __init__(self, app: Any, budget_seconds: float) -> None:
        self._app = app
        self._budget = budget_seconds
        self._one_by_one: set[str] = set()  # topics whose limit is below our batches
        self._said = 0.0

    async def publish(self, records: Iterable[Record]) -> None:
        """Returns when the broker has acknowledged every record.

        Raises:
            RecordRefusedError: one of them is too large for its topic.
            PublishError: the broker refused one of them for another reason, until the budget was spent.
        """
        topics = {asyncio.ensure_future(self._deliver(record)): record.topic for record in records}
        begun, waiting = time_now(), set(topics)
        try:
            while waiting:
                _, waiting = await asyncio.wait(waiting, timeout=SAY_SECONDS)
                if waiting:
                    self._say({topics[delivery] for delivery in waiting}, time_now() - begun)
        finally:
            for delivery in waiting:
                delivery.cancel()
        failures = [delivery.exception() for delivery in topics]
        for failure in failures:
            if failure is not None:
                raise failure

    async def _deliver(self, record: Record) -> None:
        alone = record.topic in self._one_by_one
        deadline, wait = time_now() + self._budget, FIRST_WAIT_SECONDS
        while True:
            try:
                await self._app.producer.deliver(record, alone=alone)
            except TOO_LARGE as error:
                if alone:
                    raise RecordRefusedError(f"{record.topic}: {error}") from error
                alone = True  # it was in a batch with others; by itself it may well be small enough
            except KafkaError as error:
                passes = error.retriable or isinstance(error, KafkaTimeoutError)
                if time_now() + wait > deadline and not passes:
                    raise PublishError(f"{record.topic} took no record for {self._budget:g} s: {error!r}") from error
                logger.warning("%s refused a record (%r), trying again in %.1f s", record.topic, error, wait)
                await asyncio.sleep(wait * random.uniform(0.8, 1.2))  # noqa: S311 - spreads retries, no secret
                wait = min(2 * wait, LONGEST_WAIT_SECONDS)
            else:
                if alone and record.topic not in self._one_by_one:
                    logger.warning("%s takes smaller batches than ours: one record at a time from now on", record.topic)
                    self._one_by_one.add(record.topic)
                return

    def _say(self, topics: set[str], seconds: float) -> None:
        if time_now() - self._said < SAY_SECONDS * 0.9:  # every page in flight would say the same
            return
        self._said = time_now()
        logger.warning(
            "waiting for %.0f s: %s took nothing; a topic that is missing, or a broker that is away?",
            seconds,
            ", ".join(sorted(topics)),
        )


def time_now() -> float:
    """Seconds of the running loop's clock."""
    return asyncio.get_running_loop().time()
