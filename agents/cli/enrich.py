"""`rotative enrich`: pages to articles without Kafka."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter, deque
from typing import IO, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from agents.cli.console import errors
from agents.inputs import InputError, InputPage, UnreadableInput, read_inputs
from agents.page_result import PageResult
from agents.settings import Settings, load_settings
from agents.workers import PagePool
from pipeline.outcomes import OutcomeName

Paths = Annotated[
    list[str], typer.Argument(help="HTML, JSONL or WARC files, folders of them, or - for standard input.")
]
AHEAD = 8
"""Pages read ahead for each process: enough to keep all busy behind one slow page."""


def enrich(
    paths: Paths,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", help="Processes; default: one a core.", min=1)] = None,
) -> None:
    """Prints one Article a line, in the order of the input, on all cores.

    A page that gives no article is told on standard error, with its outcome and the reason; the status is then 1.

    rotative enrich page.html | python -m json.tool
    """
    settings = load_settings(processes=jobs)
    with progress_bar() as progress:
        counts = asyncio.run(_enrich(paths, settings, sys.stdout.buffer, progress))
    failed = sum(count for outcome, count in counts.items() if outcome not in ("enriched", "other"))
    if failed:
        told = ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common())
        errors.print(f"{sum(counts.values())} pages: {told}", highlight=False)
        raise typer.Exit(1)


async def _enrich(paths: list[str], settings: Settings, output: IO[bytes], progress: Progress) -> Counter[str]:
    counts: Counter[str] = Counter()
    waiting: deque[tuple[str, asyncio.Future[PageResult]]] = deque()
    bar = progress.add_task("pages", total=None)

    async def write_first() -> None:
        label, pending = waiting.popleft()
        result = await pending
        counts[result.outcome.value] += 1
        progress.advance(bar)
        if result.article is not None:
            output.write(result.article + b"\n")
        else:
            progress.console.print(f"{label}: {result.outcome.value}: {result.reason}", markup=False, highlight=False)

    with PagePool(settings) as pool:
        unreadable: InputError | None = None
        try:
            for found in read_inputs(paths, sys.stdin.buffer):
                waiting.append((found.label, asyncio.ensure_future(_result_of(found, pool))))
                await asyncio.sleep(0)  # lets the page be handed over before the next is read
                while len(waiting) > AHEAD * settings.processes:
                    await write_first()
        except InputError as error:  # told after the pages that stand before it are written
            unreadable = error
        while waiting:
            await write_first()
    output.flush()
    if unreadable is not None:
        raise unreadable
    return counts


async def _result_of(found: InputPage | UnreadableInput, pool: PagePool) -> PageResult:
    if isinstance(found, UnreadableInput):
        return PageResult(outcome=OutcomeName.INVALID, stage="read", reason=found.reason)
    return await pool.run(found.page)


def progress_bar() -> Progress:
    """A progress bar on standard error, where a person looks at it."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
