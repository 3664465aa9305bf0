"""`rotative demo`: the whole line once, on the project's sample pages."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from agents.administration import create_topics
from agents.broker.embedded import EmbeddedBroker
from agents.cli.console import errors, plain, results, table
from agents.cli.enrich import progress_bar
from agents.cli.lines import main_fact
from agents.cli.send import send_pages
from agents.clients import reader_of
from agents.sample_pages import sample_folder
from agents.settings import Settings, load_settings
from agents.supervision import WorkerProcess
from agents.topics import declare_topics

SECONDS_TO_FINISH = 90.0


class DemoError(Exception):
    """The demo did not come to its end; the message says where the worker's log is."""


def demo(
    output: Annotated[Path, typer.Option(help="Where the enriched articles go, one a line.")] = Path(
        "build/demo/articles.jsonl"
    ),
) -> None:
    """Sends the sample pages through an embedded broker and a worker, and shows what came out."""
    begun = time.monotonic()
    log = tempfile.NamedTemporaryFile(prefix="rotative-demo-", suffix=".log", delete=False)  # noqa: SIM115 - kept on failure
    with log, EmbeddedBroker() as broker:
        errors.print(f"broker    embedded, at {broker.address}", highlight=False)
        settings = load_settings(broker=broker.address, broker_kind="embedded", web=False)
        worker = WorkerProcess("demo-worker", _environment(settings), log=log.fileno())
        worker.start()
        errors.print(f"worker    {settings.processes} page processes, log in {log.name}", highlight=False)
        try:
            outcomes, articles = asyncio.run(_run(settings, worker, log.name))
        finally:
            worker.ask_to_end()
            worker.wait_or_kill(10)
    _show(outcomes, articles)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(b"".join(orjson.dumps(article) + b"\n" for article in articles.values()))
    errors.print(
        f"\n{len(outcomes)} pages, {len(articles)} articles in {time.monotonic() - begun:.1f} s", highlight=False
    )
    errors.print(f"The enriched articles, whole: {output}  (head -1 {output} | python -m json.tool)", highlight=False)
    Path(log.name).unlink()


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "ROTATIVE_BROKER": settings.broker or "",
        "ROTATIVE_BROKER_KIND": settings.broker_kind,
        "ROTATIVE_WEB": "0",
        "ROTATIVE_CREATE_TOPICS": "0",
        "PYTHONUNBUFFERED": os.environ.get("PYTHONUNBUFFERED", "1"),
    }


async def _run(settings: Settings, worker: WorkerProcess, log: str) -> tuple[list[Any], dict[str, Any]]:
    topics = declare_topics(settings)
    created = await create_topics(settings)
    errors.print(f"topics    {', '.join(created)}", highlight=False)
    with progress_bar() as progress:
        sent, _ = await send_pages([str(sample_folder())], settings, progress)
    errors.print(f"pages     {sent} sent to {topics.raw.name}; waiting for the worker", highlight=False)
    outcomes: list[Any] = []
    articles: dict[str, Any] = {}
    deadline = time.monotonic() + SECONDS_TO_FINISH
    async with reader_of(settings, [topics.outcomes.name, topics.articles.name]) as consumer:
        while len(outcomes) < sent or len(articles) < _published(outcomes):
            if (status := worker.ended()) is not None:
                raise DemoError(f"the worker ended with status {status}; its log: {log}")
            if time.monotonic() > deadline:
                raise DemoError(f"{len(outcomes)} of {sent} pages done in {SECONDS_TO_FINISH:g} s; the log: {log}")
            for records in (await consumer.getmany(timeout_ms=500)).values():
                for record in records:
                    message = orjson.loads(record.value)
                    if record.topic == topics.outcomes.name:
                        outcomes.append(message)
                    else:
                        articles[message["id"]] = message
    return outcomes, articles


def _published(outcomes: list[Any]) -> int:
    return len({outcome["article_id"] for outcome in outcomes if outcome["outcome"] in ("enriched", "other")})


def _show(outcomes: list[Any], articles: dict[str, Any]) -> None:
    shown = table("type", "lang", "headline", "main fact")
    order = {"appointment": 0, "sales_figures": 1, "co2_compliance": 2}
    for article in sorted(
        articles.values(), key=lambda article: (order.get(article["type"], 9), article["headline"] or "")
    ):
        shown.add_row(
            plain(article["type"]),
            plain(article["language"]),
            plain(article["headline"]),
            plain(main_fact(article)),
        )
    results.print(shown)
    for outcome in outcomes:
        if outcome["article_id"] is None:
            results.print(
                f"{plain(outcome['outcome'])}: {plain(outcome['url'] or 'a page without an address')}", highlight=False
            )
            results.print(f"    {plain(outcome['reason'])}", highlight=False, style="dim")
