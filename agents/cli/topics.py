"""`rotative topics`: create, list and check the topics."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import orjson
import typer

from agents.administration import HOW_MISSING_TOPICS_COME, TopicState, create_topics, inspect_topics
from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors, plain, results, table
from agents.settings import Settings, load_settings
from agents.topics import TopicDeclaration, declare_topics

app = typer.Typer(help="Create, list and check the topics, as declared.", no_args_is_help=True, add_completion=False)

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
DAY_MS = 24 * 3600 * 1000


@app.command()
def create() -> None:
    """Creates the topics that are missing; those that exist stay as they are."""
    settings = settings_with_broker(load_settings())
    created = asyncio.run(create_topics(settings))
    for name in created:
        results.print(plain(name))
    errors.print(f"created {len(created)} of {len(declare_topics(settings).all())} topics")


@app.command("list")
def list_topics(json: Json = False) -> None:
    """Shows the topics as they are declared; needs no broker."""
    declared = declare_topics(load_settings()).all()
    if json:
        for topic in declared:
            sys.stdout.write(orjson.dumps(_record(topic)).decode() + "\n")
        return
    shown = table("topic", "what stands on it", "partitions", "kept", "cleanup", "largest message")
    for topic in declared:
        kept = "for ever" if topic.retention_ms < 0 else f"{topic.retention_ms // DAY_MS} days"
        largest = f"{topic.max_message_bytes / 1_000_000:g} MB"
        shown.add_row(topic.name, topic.title, str(topic.partitions), kept, topic.cleanup_policy, largest)
    results.print(shown)


@app.command()
def check(json: Json = False) -> None:
    """Compares the broker's topics with their declarations; status 1 where one is missing or differs."""
    settings: Settings = settings_with_broker(load_settings())
    states = asyncio.run(inspect_topics(settings))
    if json:
        for state in states:
            record = _record(state.declaration) | {"state": state.state, "differences": state.differences}
            sys.stdout.write(orjson.dumps(record).decode() + "\n")
    else:
        results.print(_table(states))
    found = {state.state for state in states}
    if "missing" in found:
        errors.print(f"missing topics: {HOW_MISSING_TOPICS_COME}", highlight=False)
    if "differs" in found:
        errors.print("differing topics: change them with your Kafka's own tools")
    if found != {"ok"}:
        raise typer.Exit(1)


def _table(states: list[TopicState]) -> object:
    shown = table("topic", "state", "what differs")
    for state in states:
        shown.add_row(state.declaration.name, state.state, plain("; ".join(state.differences)))
    return shown


def _record(topic: TopicDeclaration) -> dict[str, object]:
    return {
        "topic": topic.name,
        "title": topic.title,
        "partitions": topic.partitions,
        "replication": topic.replication,
        "configuration": topic.configuration,
    }
