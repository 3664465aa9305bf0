"""The messages' JSON Schemas, made from the records that are sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import TypeAdapter

from agents.outcome_message import Outcome
from pipeline.article import SCHEMA_VERSION, Article

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A raw page as JSON, for producers that cannot send headers; with `content-type: application/json`.

    Exactly one of `html` and `html_base64` is given. Further fields are ignored.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    url: str | None = None
    """The address the page was fetched from."""
    html: str | None = None
    """The page as characters."""
    html_base64: str | None = None
    """The page's bytes, in base64."""
    content_type: str | None = None
    """The HTTP header of that name."""
    content_encoding: str | None = None
    """The HTTP header of that name, where the bytes are still packed."""
    fetched_at: str | None = None
    """When the page was fetched, RFC 3339."""
    source: str | None = None
    """The producer's name for the source."""
    backfill: bool = False
    """True where an old page is run again on purpose."""
    metadata: dict[str, Any] = field(default_factory=dict)
    """Handed through to the Article, untouched."""


SCHEMAS: dict[str, type] = {"article": Article, "outcome": Outcome, "envelope": Envelope}
"""The messages that have a schema, by name."""


def schema_of(record: type) -> dict[str, Any]:
    """The JSON Schema of a record, with its dialect and id."""
    name = record.__name__.lower()
    schema = TypeAdapter(record).json_schema(mode="serialization" if record is not Envelope else "validation")
    if record is Envelope:
        schema["oneOf"] = [{"required": ["html"]}, {"required": ["html_base64"]}]
    return {"$schema": DIALECT, "$id": f"urn:rotative:schema:{name}:{SCHEMA_VERSION}", **schema}
