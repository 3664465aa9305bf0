"""`rotative`: every command, and how their errors are told."""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer

from agents.cli.commands import LazyCommands, users_errors
from agents.cli.console import errors, plain
from pipeline.version import pipeline_version

app = typer.Typer(
    name="rotative",
    cls=LazyCommands,
    help="Raw press pages in Kafka to enriched articles out: own text, type and facts, each with its evidence.",
    epilog="First steps: `rotative demo`. Then `rotative up` in one terminal and `rotative send PATH` in another.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    except Exception as error:
        if debug or not isinstance(error, users_errors()):
            raise
        errors.print(f"[bold red]rotative:[/] {plain(error)}", highlight=False, soft_wrap=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
