"""`rotative audit`: whether every consumed page is accounted for."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import orjson
import typer

from agents import audit as auditing
from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors, plain, results, table
from agents.settings import load_settings


def audit(json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False) -> None:
    """Compares what was consumed with outcomes, articles and dead letters; status 1 where they differ.

    It reads the broker's own offsets and topics from their beginning, joins no group and disturbs no worker.
    """
    settings = settings_with_broker(load_settings())
    found = asyncio.run(auditing.audit(settings))
    if json:
        record = {
            "consumed": found.consumed,
            "outcomes": dict(found.outcomes),
            "doubled": found.doubled,
            "adds_up": found.adds_up,
            "differences": dict(found.differences),
        }
        sys.stdout.write(orjson.dumps(record).decode() + "\n")
    else:
        _show(found)
    if not found.adds_up:
        raise typer.Exit(1)


def _show(found: auditing.Audit) -> None:
    shown = table("outcome", "pages")
    for name, count in found.outcomes.most_common():
        shown.add_row(plain(name), f"{count:,}")
    results.print(shown)
    total = sum(found.outcomes.values())
    results.print(
        f"consumed {found.consumed:,}, outcomes {total:,}, done more than once {found.doubled:,}", highlight=False
    )
    for kind, places in found.differences.items():
        named = ", ".join(places[: auditing.MAX_NAMED]) + (" …" if len(places) > auditing.MAX_NAMED else "")
        errors.print(f"[bold red]{len(places):,} {plain(kind)}[/]: {plain(named)}", highlight=False)
    if found.adds_up:
        results.print("[green]every consumed page is accounted for[/]")
