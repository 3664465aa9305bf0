"""Where a scenario plays: a broker, topics of its own, how many pages flow, and how many things happen."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from agents.administration import create_topics
from agents.audit import audit
from agents.settings import Settings
from agents.supervision import COMMAND, WorkerProcess
from tests.chaos.result import ChaosResult, result_of
from tests.kafka.clients import KafkaUnderTest
from tests.kafka.line import Published, Watch, line_settings, produce, running_worker, small_messages

Message = tuple[bytes | None, bytes | None, list[tuple[str, bytes]]]

POISON: Message = (b"presse.example", b"{}", [("content-type", b"application/json")])
PAGES = int(os.environ.get("ROTATIVE_CHAOS_PAGES", "400"))
"""Pages of the short form of a scenario."""
SEED = 20260101
"""Random moments, the same in each run: a failure can be looked at again."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One play of a scenario."""

    kafka: KafkaUnderTest
    prefix: str
    folder: Path
    pages: int
    events: int = 0
    seconds: float = 170.0
    """The longest that it may take."""
    replication: int = 1

    @property
    def settings(self) -> Settings:
        """The settings of the scenario's workers and commands."""
        return line_settings(self.kafka, self.prefix, replication=self.replication)

    @property
    def log(self) -> Path:
        """What the workers print."""
        return self.folder / "worker.log"

    def worker(self, **how: Any) -> contextlib.AbstractContextManager[WorkerProcess]:
        """A worker process, started unless told otherwise; with `command` or further variables."""
        return running_worker(self.settings, self.log, how.pop("command", COMMAND), **how)

    def create_topics(self) -> None:
        """Creates the topics that are missing."""
        beside(create_topics(self.settings))

    def fill(self, messages: list[Message] | None = None) -> None:
        """Creates the topics and puts the pages on the raw one."""
        self.create_topics()
        asyncio.run(produce(self.settings, small_messages(self.pages) if messages is None else messages))

    def watch(self, on_progress: Callable[[int], None] | None = None, *, pages: int | None = None) -> Published:
        """Waits until every page has its outcome."""
        wanted = self.pages if pages is None else pages
        return asyncio.run(Watch(self.settings).until(wanted, seconds=self.seconds, on_progress=on_progress))

    def moments(self) -> list[int]:
        """Counts of finished pages, at random, at which the events happen: all before the last tenth of the pages."""
        chosen = random.Random(SEED).sample(range(self.pages // 50, self.pages * 9 // 10), self.events)
        return sorted(chosen)

    def at_moments(self, happen: Callable[[int], None]) -> Callable[[int], None]:
        """What to give `watch`: calls `happen` with 0, 1, 2 … as each moment is reached."""
        moments = self.moments()

        def on_progress(done: int) -> None:
            if moments and done >= moments[0]:
                moments.pop(0)
                happen(self.events - len(moments) - 1)

        return on_progress

    def until_said(self, words: str, seconds: float = 60.0) -> str:
        """The line of the workers' log with these words; fails where it does not come in time."""
        deadline = time.monotonic() + seconds
        while True:
            for line in self.log.read_text(errors="replace").splitlines() if self.log.exists() else ():
                if words in line:
                    return line
            assert time.monotonic() < deadline, f"no worker said {words!r} in {seconds:g} s"
            time.sleep(0.2)

    def until_committed(self) -> None:
        """Waits until every page is committed: where the outcomes of an earlier worker were there before."""
        deadline = time.monotonic() + self.seconds
        while asyncio.run(audit(self.settings)).consumed < self.pages:
            assert time.monotonic() < deadline, f"not all pages committed in {self.seconds:g} s"
            time.sleep(1)

    def judge(
        self,
        scenario: str,
        published: Published,
        *,
        events: int | None = None,
        pages: int | None = None,
        note: str = "",
    ) -> ChaosResult:
        """The counts and the audit's verdict; after the workers have ended."""
        return result_of(
            scenario,
            self.kafka.kind,
            self.pages if pages is None else pages,
            self.events if events is None else events,
            published,
            self.settings,
            note,
        )

    def topic(self, suffix: str) -> str:
        """The whole name of one of the line's topics."""
        return f"{self.prefix}.{suffix}"

    def limit_message_size(self, suffix: str, size: int) -> None:
        """The topic takes batches of that many bytes at the most from now on."""
        configs = {"max.message.bytes": str(size)}
        resource = ConfigResource(ConfigResourceType.TOPIC, self.topic(suffix), configs=configs)
        self._administer(lambda client: client.alter_configs([resource]))

    def delete_topic(self, suffix: str) -> None:
        """The topic is gone on return."""

        async def delete(client: AIOKafkaAdminClient) -> None:
            await client.delete_topics([self.topic(suffix)])
            while self.topic(suffix) in await client.list_topics():
                await asyncio.sleep(0.1)

        self._administer(delete)

    def _administer(self, work: Callable[[AIOKafkaAdminClient], Any]) -> None:
        async def run() -> None:
            client = AIOKafkaAdminClient(bootstrap_servers=self.kafka.bootstrap)
            await client.start()
            try:
                await work(client)
            finally:
                await client.close()

        beside(run())


def beside(work: Coroutine[Any, Any, Any]) -> None:
    """Runs it in a thread: things happen in the middle of a watch, which has an event loop of its own."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def with_poison(count: int, is_poison: Callable[[int], bool]) -> list[Message]:
    """Pages, with messages that are none at the places asked for."""
    return [POISON if is_poison(number) else message for number, message in enumerate(small_messages(count))]
