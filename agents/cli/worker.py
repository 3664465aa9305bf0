"""`rotative worker`: one worker against a broker."""

from __future__ import annotations

import asyncio
import gc
from typing import Annotated

import faust
import typer

from agents.administration import MissingTopicsError, create_topics, require_topics
from agents.app import create_app
from agents.broker.discovery import settings_with_broker
from agents.cli.console import errors
from agents.logs import logging_configuration
from agents.settings import Settings, load_settings
from agents.transport import App

FIRST_WAIT_SECONDS = 2.0
LONGEST_WAIT_SECONDS = 30.0


def worker(
    processes: Annotated[int | None, typer.Option(help="Page processes; default: one a core.", min=1)] = None,
    port: Annotated[int | None, typer.Option(help="Port of console and probes; 0: any.", min=0, max=65535)] = None,
) -> None:
    """Runs one worker until SIGTERM or Ctrl-C: takes pages from the raw topic, publishes articles and outcomes.

    Needs ROTATIVE_BROKER (or a running `rotative up`). Every setting is a ROTATIVE_* variable: see docs/settings.md.
    """
    settings = settings_with_broker(load_settings(processes=processes, port=port))
    if settings.create_topics and (created := asyncio.run(create_topics(settings))):
        errors.print(f"created {len(created)} topics: {', '.join(created)}")
    asyncio.run(wait_for_topics(settings))
    run_worker(create_app(settings), settings)


async def wait_for_topics(settings: Settings) -> None:
    """Returns when the worker can work with the topics that are there; says what it waits for.

    Raises:
        BrokerError: the topics cannot be used as they are.
    """
    wait = FIRST_WAIT_SECONDS
    while True:
        try:
            await require_topics(settings)
        except MissingTopicsError as error:
            errors.print(f"waiting: {error}", style="yellow", highlight=False)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT_SECONDS)
        else:
            return


def run_worker(app: App, settings: Settings) -> None:
    """Runs the app until a signal ends it; ends this process with its status."""
    # What is loaded by now stays: a collection that looked through it all would stop the event loop for 50 ms.
    gc.collect()
    gc.freeze()
    faust.Worker(
        app,
        loglevel=settings.log_level,
        logging_config=logging_configuration(settings),
        redirect_stdouts=False,
        quiet=True,  # Faust's banner says nothing of pages
    ).execute_from_commandline()
