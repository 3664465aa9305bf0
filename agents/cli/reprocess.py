"""`rotative reprocess`: raw pages run again, marked as backfill."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer
from rich.progress import Progress

from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors
from agents.cli.enrich import progress_bar
from agents.cli.times import milliseconds
from agents.clients import producer_of
from agents.reading import read_to_end
from agents.settings import Settings, load_settings
from agents.topics import declare_topics


def reprocess(
    since: Annotated[
        str | None, typer.Option(help="From that time: 2024-05-03T08:00:00Z, a day, 90m, 6h, 2d ago.")
    ] = None,
    offset: Annotated[
        list[str] | None, typer.Option(help="From partition:offset; may be repeated; others are left out.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Pages of this key alone; producers key pages by host.")] = None,
    rate: Annotated[
        float, typer.Option(help="Pages a second at the most, so that live pages keep their place.", min=0.1)
    ] = 50.0,
) -> None:
    """Sends raw pages to the raw topic again, marked `backfill`, up to the end the topic has now.

    Offsets of live workers are not touched: the pages queue up behind the live ones. Articles come out with
    `backfill: true` and the same ids, so consumers overwrite what they have.
    """
    if (since is None) == (not offset):
        raise typer.BadParameter("give either --since or --offset")
    settings = settings_with_broker(load_settings())
    with progress_bar() as progress:
        count = asyncio.run(_reprocess(settings, milliseconds(since), _offsets(offset or []), host, rate, progress))
    errors.print(f"sent {count} pages again, marked backfill")


async def _reprocess(
    settings: Settings,
    since_ms: int | None,
    offsets: dict[int, int],
    host: str | None,
    rate: float,
    progress: Progress,
) -> int:
    topic = declare_topics(settings).raw.name
    bar = progress.add_task("pages", total=None)
    count = 0
    async with producer_of(settings) as producer:
        async for record in read_to_end(settings, [topic], from_time_ms=since_ms, from_offsets=offsets):
            headers = list(record.headers)
            left_out = (
                (offsets and record.partition not in offsets)
                or (host is not None and (record.key or b"").decode("utf-8", "replace") != host)
                or ("backfill", b"1") in headers  # a copy that an earlier run made
            )
            if left_out:
                continue
            await producer.send_and_wait(topic, record.value, key=record.key, headers=[*headers, ("backfill", b"1")])
            count += 1
            progress.advance(bar)
            await asyncio.sleep(1 / rate)
    return count


def _offsets(given: list[str]) -> dict[int, int]:
    found = {}
    for one in given:
        partition, colon, offset = one.partition(":")
        if not (colon and partition.isdigit() and offset.isdigit()):
            raise typer.BadParameter(f"{one!r} is not partition:offset")
        found[int(partition)] = int(offset)
    return found
