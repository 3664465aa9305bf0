"""`rotative schema`: the JSON Schemas of the messages."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import orjson
import typer

from agents.contracts import SCHEMAS, schema_of


class Message(str, Enum):
    """What has a schema."""

    ARTICLE = "article"
    OUTCOME = "outcome"
    ENVELOPE = "envelope"


def schema(
    message: Annotated[Message, typer.Argument(help="Which message.")] = Message.ARTICLE,
) -> None:
    """Prints the JSON Schema (2020-12) of a message."""
    typer.echo(orjson.dumps(schema_of(SCHEMAS[message.value]), option=orjson.OPT_INDENT_2).decode())
