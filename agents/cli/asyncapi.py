"""`rotative asyncapi`: the line's channels, operations and messages, for machines."""

from __future__ import annotations

import orjson
import typer

from agents.asyncapi import asyncapi_document
from agents.settings import load_settings


def asyncapi() -> None:
    """Prints the AsyncAPI 3 document as JSON (which is YAML too), under the prefix and group that are set."""
    document = asyncapi_document(load_settings())
    typer.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2).decode())
