"""`rotative schema`: the JSON Schemas of the messages."""

from __future__ import annotations

from typing import Annotated

import typer

from agents.contracts import CONTRACTS, schema_text


def schema(
    message: Annotated[str, typer.Argument(help=f"Which message: {', '.join(CONTRACTS)}.")] = "article",
) -> None:
    """Prints the JSON Schema (2020-12) of a message; the same as its file under `schemas/`."""
    if message not in CONTRACTS:
        raise typer.BadParameter(f"{message!r} is none of {', '.join(CONTRACTS)}")
    typer.echo(schema_text(message), nl=False)
