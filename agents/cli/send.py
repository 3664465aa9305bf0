"""`rotative send`: pages to the raw topic."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from rich.progress import Progress

from agents.administration import BrokerError, create_topics
from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors, plain
from agents.cli.enrich import Paths, progress_bar
from agents.clients import producer_of
from agents.inputs import InputPage, UnreadableInput, read_inputs
from agents.producing import raw_message
from agents.settings import Settings, load_settings
from agents.topics import declare_topics

IN_FLIGHT = 500
"""Pages handed to the client and not yet acknowledged."""


def send(
    paths: Paths,
    source: Annotated[str | None, typer.Option(help="Name of the source, for the `source` header.")] = None,
) -> None:
    """Sends pages to the raw topic and returns when the broker has acknowledged every one.

    A page's key is its host. For a JSONL line without `metadata`, its `id` goes along as `metadata.gold_id`.
    """
    settings = settings_with_broker(load_settings())
    with progress_bar() as progress:
        sent, unreadable = asyncio.run(send_pages(paths, settings, progress, source))
    errors.print(f"sent {sent} pages to {plain(declare_topics(settings).raw.name)}", highlight=False)
    if unreadable:
        errors.print(f"{unreadable} lines were no pages and were not sent", style="yellow")
        raise typer.Exit(1)


async def send_pages(
    paths: list[str], settings: Settings, progress: Progress, source: str | None = None
) -> tuple[int, int]:
    """How many pages were sent, and how many pieces of the input were none.

    Raises:
        BrokerError: the broker did not take a page.
    """
    if settings.create_topics:
        await create_topics(settings)
    topic = declare_topics(settings).raw.name
    async with producer_of(settings) as producer:
        try:
            return await _send(read_inputs(paths, sys.stdin.buffer), producer, topic, progress, source)
        except KafkaError as error:
            raise BrokerError(f"{topic} did not take a page: {error!r}") from error


async def _send(
    inputs: Iterable[InputPage | UnreadableInput],
    producer: AIOKafkaProducer,
    topic: str,
    progress: Progress,
    source: str | None,
) -> tuple[int, int]:
    bar = progress.add_task("pages", total=None)
    pending: set[asyncio.Future[object]] = set()
    sent = unreadable = 0
    for found in inputs:
        if isinstance(found, UnreadableInput):
            unreadable += 1
            progress.console.print(f"{found.label}: {found.reason}", markup=False, highlight=False)
            continue
        key, value, headers = raw_message(found.page)
        if source:
            headers = [*(header for header in headers if header[0] != "source"), ("source", source.encode())]
        pending.add(await producer.send(topic, value, key=key, headers=headers))
        sent += 1
        if len(pending) >= IN_FLIGHT:
            pending = await _acknowledged(pending, progress, bar, asyncio.FIRST_COMPLETED)
    if pending:
        await _acknowledged(pending, progress, bar, asyncio.ALL_COMPLETED)
    return sent, unreadable


async def _acknowledged(
    pending: set[asyncio.Future[object]], progress: Progress, bar: object, until: str
) -> set[asyncio.Future[object]]:
    done, pending = await asyncio.wait(pending, return_when=until)
    for future in done:
        future.result()
    progress.advance(bar, len(done))  # type: ignore[arg-type]
    return pending
