"""`rotative`: every command, and how their errors are told."""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer

from agents.administration import BrokerError
from agents.broker.discovery import NoBrokerError
from agents.broker.errors import BrokerLostError, BrokerStartError
from agents.cli import (
    asyncapi,
    audit,
    dead_letters,
    demo,
    doctor,
    enrich,
    explain,
    reprocess,
    schema,
    send,
    tail,
    topics,
    up,
    worker,
)
from agents.cli.console import errors, plain
from agents.inputs import InputError
from agents.settings import SettingsError
from pipeline.classification.types import TypeDataError
from pipeline.sources.load import ProfileError
from pipeline.version import pipeline_version

USERS_ERRORS = (
    BrokerError,
    BrokerLostError,
    BrokerStartError,
    InputError,
    NoBrokerError,
    ProfileError,
    SettingsError,
    TypeDataError,
)
"""Errors that a user can mend: told in one line."""

app = typer.Typer(
    name="rotative",
    help="Raw press pages in Kafka to enriched articles out: own text, type and facts, each with its evidence.",
    epilog="First steps: `rotative demo`. Then `rotative up` in one terminal and `rotative send PATH` in another.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(demo.demo)
app.command()(up.up)
app.command()(worker.worker)
app.add_typer(topics.app, name="topics")
app.command()(send.send)
app.command()(enrich.enrich)
app.command()(explain.explain)
app.command()(tail.tail)
app.add_typer(dead_letters.app, name="dead-letters")
app.command()(reprocess.reprocess)
app.command()(audit.audit)
app.command()(schema.schema)
app.command()(asyncapi.asyncapi)
app.command()(doctor.doctor)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rotative {pipeline_version()}")
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show an error's traceback. Anywhere.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Options of every command."""


def _quiet_client_library() -> None:
    """Keeps the client library's own lines from standing beside ours; `--debug` and a worker's log show them."""
    logging.getLogger("aiokafka").addHandler(logging.NullHandler())


def _debug_taken_out(arguments: list[str]) -> tuple[bool, list[str]]:
    """Whether `--debug` stands anywhere among the options, and the arguments without it."""
    ours = arguments[: arguments.index("--")] if "--" in arguments else arguments
    rest = arguments[len(ours) :]
    return "--debug" in ours, [argument for argument in ours if argument != "--debug"] + rest


def main() -> None:
    """The console script: one line for an error that a user can mend, status 1; 130 for Ctrl-C."""
    debug, arguments = _debug_taken_out(sys.argv[1:])
    if not debug:
        _quiet_client_library()
    try:
        app(arguments)
    except USERS_ERRORS as error:
        if debug:
            raise
        errors.print(f"[bold red]rotative:[/] {plain(error)}", highlight=False, soft_wrap=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
