"""`rotative dead-letters`: look at failed pages, and send them back."""

from __future__ import annotations

import asyncio
import getpass
import sys
from collections import Counter
from typing import Annotated

import orjson
import typer

from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors, plain, results, table
from agents.cli.times import milliseconds
from agents.clients import producer_of
from agents.dead_letters import DeadLetter, Filter, read_dead_letters, replay, replayed_positions
from agents.settings import Settings, load_settings

app = typer.Typer(
    help="Pages that failed: list, show, send back to the raw topic.", no_args_is_help=True, add_completion=False
)

Reason = Annotated[list[str] | None, typer.Option("--reason", "-r", help="Outcome, e.g. timed-out; may be repeated.")]
Host = Annotated[str | None, typer.Option(help="Host of the page.")]
Since = Annotated[str | None, typer.Option(help="Not older: 2024-05-03T08:00:00Z, 2024-05-03, 90m, 6h or 2d ago.")]
Until = Annotated[str | None, typer.Option(help="Older than that.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]

SHOWN_BYTES = 2_000


@app.command("list")
def list_letters(
    reason: Reason = None, host: Host = None, since: Since = None, until: Until = None, json: Json = False
) -> None:
    """Lists dead letters, oldest first, and counts them by reason."""
    letters = asyncio.run(_collect(settings_with_broker(load_settings()), _filter(reason, host, since, until)))
    if json:
        for letter in letters:
            sys.stdout.write(orjson.dumps(_record(letter)).decode() + "\n")
        return
    shown = table("position", "time", "reason", "attempt", "page", "why")
    for letter in letters:
        page = letter.url or f"{len(letter.value or b''):,} bytes"
        why = plain(letter.error[:160])
        shown.add_row(letter.position, letter.time, letter.reason, str(letter.attempt), plain(page), why)
    results.print(shown)
    counted = ", ".join(f"{count} {name}" for name, count in Counter(one.reason for one in letters).most_common())
    errors.print(f"{len(letters)} dead letters" + (f": {counted}" if counted else ""), highlight=False)


@app.command()
def show(
    position: Annotated[str, typer.Argument(help="partition:offset, as `list` shows it.")],
    raw: Annotated[bool, typer.Option("--raw", help="The page's bytes alone, as they came.")] = False,
) -> None:
    """Shows one dead letter: why it is there, its headers and the beginning of the page."""
    letters = asyncio.run(_collect(settings_with_broker(load_settings()), Filter(positions={position})))
    if not letters:
        errors.print(f"no dead letter at {plain(position)}; `rotative dead-letters list` shows all", style="red")
        raise typer.Exit(1)
    letter = letters[0]
    if raw:
        sys.stdout.buffer.write(letter.value or b"")
        return
    for name, value in _record(letter).items():
        results.print(f"[bold]{name:<10}[/] {plain(value)}", highlight=False)
    for name, content in letter.headers:
        results.print(
            f"[bold]header[/]     {plain(name)}: {plain(content.decode('utf-8', 'replace'))}", highlight=False
        )
    beginning = (letter.value or b"")[:SHOWN_BYTES].decode("utf-8", "replace")
    results.print("\n" + plain("".join(c if c.isprintable() or c == "\n" else "·" for c in beginning)), highlight=False)


@app.command("replay")
def replay_letters(
    positions: Annotated[
        list[str] | None, typer.Argument(help="partition:offset; none: all that the filters let through.")
    ] = None,
    reason: Reason = None,
    host: Host = None,
    since: Since = None,
    until: Until = None,
    max_attempts: Annotated[int, typer.Option(help="Pages that failed that often stay where they are.", min=1)] = 3,
    again: Annotated[bool, typer.Option("--again", help="Also those that were sent back before.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent, and send nothing.")] = False,
) -> None:
    """Sends dead letters back to the raw topic, each once, with an audit record on the replays topic.

    The letters stay where they are. Pages that failed too often, and those sent back before, are left out:
    a page that fails again comes back as a new dead letter with its attempts counted, never in a loop.
    """
    settings = settings_with_broker(load_settings())
    wanted = _filter(reason, host, since, until, positions or ())
    count = asyncio.run(_replay(settings, wanted, max_attempts, again=again, dry_run=dry_run))
    verb = "would be sent back" if dry_run else "sent back"
    errors.print(
        f"{count['sent']} {verb}; {count['before']} were sent back before; "
        f"{count['tired']} failed {max_attempts} times or more"
    )
    if count["hollow"]:
        errors.print(
            f"{count['hollow']} were too large to be kept; `rotative reprocess --offset` runs them from the raw topic",
            style="yellow",
        )


async def _replay(settings: Settings, wanted: Filter, max_attempts: int, *, again: bool, dry_run: bool) -> Counter[str]:
    done = set() if again else await replayed_positions(settings)
    count: Counter[str] = Counter()
    by = f"{getpass.getuser()}@{settings.worker_id}"
    letters = [letter async for letter in read_dead_letters(settings, wanted)]  # before the first is sent: no loop
    async with producer_of(settings) as producer:
        for letter in letters:
            if letter.position in done:
                count["before"] += 1
            elif not letter.whole:
                count["hollow"] += 1
            elif letter.attempt >= max_attempts:
                count["tired"] += 1
            else:
                if not dry_run:
                    await replay(letter, producer, settings, by)
                count["sent"] += 1
    return count


async def _collect(settings: Settings, wanted: Filter) -> list[DeadLetter]:
    return [letter async for letter in read_dead_letters(settings, wanted)]


def _filter(
    reasons: list[str] | None, host: str | None, since: str | None, until: str | None, positions: object = ()
) -> Filter:
    return Filter(
        reasons=frozenset(reasons or ()),
        host=host,
        since_ms=milliseconds(since),
        until_ms=milliseconds(until),
        positions=frozenset(positions),  # type: ignore[call-overload]
    )


def _record(letter: DeadLetter) -> dict[str, object]:
    topic, partition, offset = letter.raw
    return {
        "position": letter.position,
        "time": letter.time,
        "reason": letter.reason,
        "stage": letter.stage,
        "error": letter.error,
        "attempt": letter.attempt,
        "version": letter.version,
        "url": letter.url,
        "raw": f"{topic} {partition}:{offset}",
        "bytes": len(letter.value or b""),
    }
