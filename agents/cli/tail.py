"""`rotative tail`: messages of a topic as they come."""

from __future__ import annotations

import asyncio
import base64
import sys
from collections.abc import AsyncIterator
from datetime import datetime, timezone
from typing import Annotated, Any

import orjson
import typer
from aiokafka import AIOKafkaConsumer

from agents.administration import BrokerError
from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors, results
from agents.cli.lines import readable_line
from agents.clients import reader_of
from agents.settings import Settings, load_settings
from agents.topics import declare_topics


def tail(
    topic: Annotated[str, typer.Argument(help="Topic, with or without its prefix.")] = "articles",
    json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line: position, key, headers, value.")
    ] = False,
    beginning: Annotated[bool, typer.Option("--from-beginning", "-b", help="Start with the oldest message.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", help="End after that many messages.", min=1)] = None,
) -> None:
    """Shows messages as they come, one readable line each, until Ctrl-C.

    It reads without a consumer group: it commits nothing and disturbs no worker.
    """
    settings = settings_with_broker(load_settings())
    declared = declare_topics(settings).named(topic)
    name = declared.name if declared else topic
    errors.print(f"{name} at {settings.broker}; Ctrl-C ends", highlight=False)
    try:
        asyncio.run(_tail(settings, name, as_json=json, beginning=beginning, limit=limit))
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


async def _tail(settings: Settings, topic: str, *, as_json: bool, beginning: bool, limit: int | None) -> None:
    async with reader_of(settings, [topic], at_end=not beginning) as consumer:
        shown = 0
        async for record in _records(consumer):
            if as_json:
                sys.stdout.write(orjson.dumps(json_record(record)).decode() + "\n")
                sys.stdout.flush()
            else:
                results.print(readable_line(record), soft_wrap=True, highlight=False)
            shown += 1
            if shown == limit:
                return


async def _records(consumer: AIOKafkaConsumer) -> AsyncIterator[Any]:
    if not consumer.assignment():
        raise BrokerError("the topic has no partitions")
    async for record in consumer:
        yield record


def json_record(record: Any) -> dict[str, Any]:
    """A message as JSON: its value parsed where it is JSON, as text where it is text, else in base64."""
    made: dict[str, Any] = {
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
        "timestamp": datetime.fromtimestamp(record.timestamp / 1000, timezone.utc).isoformat(timespec="milliseconds"),
        "key": None if record.key is None else record.key.decode("utf-8", "replace"),
        "headers": {name: (content or b"").decode("utf-8", "replace") for name, content in record.headers},
    }
    if record.value is None:
        return made | {"value": None}
    try:
        return made | {"value": orjson.loads(record.value)}
    except orjson.JSONDecodeError:
        pass
    try:
        return made | {"text": record.value.decode("utf-8")}
    except UnicodeDecodeError:
        return made | {"base64": base64.b64encode(record.value).decode()}
