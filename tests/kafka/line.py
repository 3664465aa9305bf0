"""A worker of the line under test, pages for it, and a count of what came out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from agents.clients import producer_of, reader_of
from agents.settings import Settings, load_settings
from agents.supervision import COMMAND, WorkerProcess
from agents.topics import declare_topics
from tests.kafka.clients import KafkaUnderTest


@dataclass
class Published:
    """Everything the line has published so far."""

    outcomes: list[dict[str, Any]] = field(default_factory=list)
    articles: list[dict[str, Any]] = field(default_factory=list)
    typed: Counter[str] = field(default_factory=Counter)
    dead_letters: list[Any] = field(default_factory=list)

    @property
    def pages(self) -> set[tuple[int, int]]:
        """The raw messages that have an outcome."""
        return {(outcome["raw"]["partition"], outcome["raw"]["offset"]) for outcome in self.outcomes}

    def without_article(self) -> list[str]:
        """Addresses of the pages whose outcome says that there is an article, while there is none."""
        ids = {article["id"] for article in self.articles}
        return [outcome["url"] for outcome in self.outcomes if outcome["article_id"] not in ids]

    def outcome_of(self, url: str) -> str:
        """The outcome of the page of that address."""
        return next(outcome["outcome"] for outcome in self.outcomes if outcome["url"] == url)


def line_settings(kafka: KafkaUnderTest, prefix: str, **more: Any) -> Settings:
    """Settings for commands and workers of one test."""
    return load_settings(
        broker=kafka.bootstrap, broker_kind=kafka.profile.name, topic_prefix=prefix, web=False, partitions=4, **more
    )


@contextlib.contextmanager
def running_worker(
    settings: Settings,
    log: Path,
    command: Sequence[str] = COMMAND,
    *,
    start: bool = True,
    name: str = "worker-under-test",
    **environment: str,
) -> Iterator[WorkerProcess]:
    """A worker process with these settings, started unless told otherwise, ended by SIGTERM."""
    said = {
        "ROTATIVE_BROKER": settings.broker or "",
        "ROTATIVE_BROKER_KIND": settings.broker_kind,
        "ROTATIVE_TOPIC_PREFIX": settings.topic_prefix,
        "ROTATIVE_PARTITIONS": str(settings.partitions),
        "ROTATIVE_PROCESSES": "1",
        "ROTATIVE_WEB": "0",
        "ROTATIVE_PRELOADED_LANGUAGES": "fr",  # dozens of workers start in a run, and their pages are French
        **environment,
    }
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    worker = WorkerProcess(name, said, log=descriptor, command=command)
    if start:
        worker.start()
    try:
        yield worker
    finally:
        worker.ask_to_end()
        worker.wait_or_kill(40)
        os.close(descriptor)


def rotative(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command as a person runs it."""
    environment = {
        **os.environ,
        "ROTATIVE_BROKER": settings.broker or "",
        "ROTATIVE_BROKER_KIND": settings.broker_kind,
        "ROTATIVE_TOPIC_PREFIX": settings.topic_prefix,
        "ROTATIVE_PARTITIONS": str(settings.partitions),
        "COLUMNS": "200",
    }
    return subprocess.run(
        [sys.executable, "-m", "agents.cli.main", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


async def produce(
    settings: Settings, messages: list[tuple[bytes | None, bytes | None, list[tuple[str, bytes]]]]
) -> None:
    """Puts (key, value, headers) on the raw topic; returns when all are acknowledged."""
    topic = declare_topics(settings).raw.name
    async with producer_of(settings) as producer:
        sent = [await producer.send(topic, value, key=key, headers=headers) for key, value, headers in messages]
        await asyncio.gather(*sent)


class Watch:
    """Reads every topic of the line from its beginning."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._topics = declare_topics(settings)
        self.published = Published()

    async def until(self, pages: int, seconds: float = 120.0, on_progress: Any = None) -> Published:
        """Returns when that many raw messages have an outcome; fails when it takes longer."""
        line = self._topics
        # Reports and stories go on while no page comes.
        aside = (line.raw, line.signatures, line.stories, line.metrics, line.sources, line.alerts)
        names = [topic.name for topic in line.all() if topic not in aside]
        deadline = time.monotonic() + seconds
        async with reader_of(self._settings, names) as consumer:
            quiet = 0
            while len(self.published.pages) < pages or quiet < 5:
                assert time.monotonic() < deadline, f"{len(self.published.pages)} of {pages} pages in {seconds} s"
                batches = await consumer.getmany(timeout_ms=300)
                quiet = 0 if batches else quiet + 1
                for records in batches.values():
                    for record in records:
                        self._keep(record)
                if on_progress is not None:
                    on_progress(len(self.published.pages))
        return self.published

    def _keep(self, record: Any) -> None:
        if record.topic == self._topics.outcomes.name:
            self.published.outcomes.append(orjson.loads(record.value))
        elif record.topic == self._topics.articles.name:
            self.published.articles.append(orjson.loads(record.value) | {"_headers": dict(record.headers)})
        elif record.topic == self._topics.dead_letters.name:
            self.published.dead_letters.append(record)
        else:
            self.published.typed[record.topic.rpartition(".")[2]] += 1


PARAGRAPH = "Une phrase assez longue pour compter comme du texte courant de cet article numéro {number}, sans plus."


def small_page(number: int) -> bytes:
    """An article of three paragraphs that no other number gives."""
    paragraphs = "".join(f"<p>{PARAGRAPH.format(number=number)} Paragraphe {part}.</p>" for part in range(3))
    return (
        f'<html lang="fr"><head><title>Titre {number}</title></head><body><article><h1>Titre de la page {number}</h1>'
        f"{paragraphs}</article></body></html>"
    ).encode()


def small_messages(count: int, *, start: int = 0) -> list[tuple[bytes | None, bytes | None, list[tuple[str, bytes]]]]:
    """Pages of twenty hosts, with their address in a header; numbered from `start` on."""
    return [
        (
            f"presse-{number % 20}.example".encode(),
            small_page(number),
            [("url", f"https://presse-{number % 20}.example/article/{number}".encode())],
        )
        for number in range(start, start + count)
    ]
