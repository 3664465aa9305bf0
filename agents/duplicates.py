"""The same page again: known from the outcomes that this partition already has.

The state is the outcomes topic itself. Every outcome goes to the partition of the same
number as its raw page, so whoever is assigned a raw partition reads the last outcomes of
that number and knows what was published: after a restart, and after a rebalance. The
store is bounded; what has left it is published again, with the same id and version.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable

from aiokafka.errors import KafkaError

from agents.administration import BrokerError
from agents.page_result import PageResult
from pipeline.outcomes import OutcomeName

logger = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 10.0


class SeenArticles:
    """The articles published from one raw partition, the last of them up to a bound.

    Plain tuples, since the garbage collector does not look into them: hundreds of thousands of
    other objects would stop the event loop whenever it runs.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._seen: OrderedDict[str, tuple[str, int]] = OrderedDict()  # id to version and raw offset

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, article_id: str, version: str, offset: int) -> None:
        """Remembers the article; forgets the one not met for longest where there are too many."""
        self._seen[article_id] = version, offset
        self._seen.move_to_end(article_id)
        if len(self._seen) > self._limit:
            self._seen.popitem(last=False)

    def has(self, article_id: str, version: str, offset: int) -> bool:
        """Whether another raw message gave the same words. The same message again, after a kill, is no duplicate."""
        seen = self._seen.get(article_id)
        return seen is not None and seen[0] == version and seen[1] != offset


Published = tuple[str, str, int]
"""Article id, version, raw offset."""

Loader = Callable[[int], Awaitable[Iterable[Published]]]
"""Reads what was published from a raw partition, oldest first."""


class Duplicates:
    """Tells pages that were published before, by partition."""

    def __init__(self, load: Loader, limit: int) -> None:
        self._load = load
        self._limit = limit
        self._partitions: dict[int, asyncio.Future[SeenArticles]] = {}

    def forget(self, partitions: Iterable[int]) -> None:
        """Drops what is known of partitions that were given away: others publish from them now."""
        for partition in partitions:
            self._partitions.pop(partition, None)

    async def check(self, result: PageResult, partition: int, offset: int, *, backfill: bool) -> PageResult:
        """The result, as `duplicate` where the same article was already published from another message.

        A page that is run again on purpose is never one.
        """
        if result.article_id is None or result.version is None or backfill:
            return result
        seen = await self._of(partition)
        if not seen.has(result.article_id, result.version, offset):
            return result
        return PageResult(
            outcome=OutcomeName.DUPLICATE,
            stage="duplicates",
            reason="the same article was published before, word for word",
            url=result.url,
            host=result.host,
            article_id=result.article_id,
            version=result.version,
            type=result.type,
            text_chars=result.text_chars,
            dated=result.dated,
            processed=result.processed,
            timings_ms=result.timings_ms,
        )

    async def published(self, result: PageResult, partition: int, offset: int) -> None:
        """Remembers an article, now that the broker has it."""
        if result.article is not None and result.article_id and result.version:
            (await self._of(partition)).add(result.article_id, result.version, offset)

    async def _of(self, partition: int) -> SeenArticles:
        if partition not in self._partitions:
            self._partitions[partition] = asyncio.ensure_future(self._read(partition))
        return await asyncio.shield(self._partitions[partition])

    async def _read(self, partition: int) -> SeenArticles:
        seen = SeenArticles(self._limit)
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                published = await self._load(partition)
                break
            except (BrokerError, KafkaError) as error:  # pages wait; nothing is guessed meanwhile
                logger.warning("partition %d: cannot read what was published (%r), trying again", partition, error)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT_SECONDS)
        for article_id, version, offset in published:
            seen.add(article_id, version, offset)
        logger.info("partition %d: %d published articles are known", partition, len(seen))
        return seen
