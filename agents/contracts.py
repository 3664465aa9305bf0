"""The messages' JSON Schemas, made from the records that are sent: the contract, as files under `schemas/`.

A record that goes over the wire is one line in `CONTRACTS`: its file, its place in the
AsyncAPI document and its checks follow from that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

import orjson
from pydantic import TypeAdapter
from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema
from pydantic_core.core_schema import DataclassField, ModelField, TypedDictField

from agents.alerts import Alert
from agents.monitoring_report import WorkerReport
from agents.outcome_message import Outcome
from agents.sources import SourceRecord
from agents.story_messages import Signature, StoryPlace
from pipeline.article import SCHEMA_VERSION, Article, RawPosition

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A dead letter was sent back to the raw topic."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    dead_letter: str
    """`partition:offset` on the dead letters topic."""
    reason: str
    """The outcome that made it a dead letter."""
    attempt: int
    """How often the page had failed."""
    url: str | None
    """The page's address."""
    raw: RawPosition
    """Where the page stands now."""
    by: str
    """Who sent it back."""
    time: str
    """When, RFC 3339 in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A kind of message, and the version of its schema."""

    record: type
    version: int = 1
    """Counts up with every breaking change; the file of the version before stays."""
    direction: Literal["in", "out"] = "out"
    """`in`: others write it, we read it. `out`: we write it."""
    alternatives: tuple[str, ...] = ()
    """Fields of which exactly one is given."""


CONTRACTS: dict[str, Contract] = {
    "article": Contract(record=Article, version=SCHEMA_VERSION),
    "outcome": Contract(record=Outcome),
    "envelope": Contract(record=Envelope, direction="in", alternatives=("html", "html_base64")),
    "replay": Contract(record=Replay),
    "metrics": Contract(record=WorkerReport),
    "source": Contract(record=SourceRecord),
    "alert": Contract(record=Alert),
    "signature": Contract(record=Signature),
    "story": Contract(record=StoryPlace),
}
"""The messages that have a schema, by name."""


class _AsWritten(GenerateJsonSchema):
    """What we write has every field, null or empty where there is nothing to say; so all are required."""

    def field_is_required(self, field: ModelField | DataclassField | TypedDictField, total: bool) -> bool:
        return self.mode == "serialization" or super().field_is_required(field, total)


def schema_of(name: str, ref_template: str = DEFAULT_REF_TEMPLATE) -> dict[str, Any]:
    """The JSON Schema of a message, with its dialect and id.

    Fields may be added within a version: no object forbids the ones it does not know.
    """
    contract = CONTRACTS[name]
    schema = TypeAdapter(contract.record).json_schema(
        mode="serialization" if contract.direction == "out" else "validation",
        ref_template=ref_template,
        schema_generator=_AsWritten,
    )
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("additionalProperties") is False:
            del part["additionalProperties"]
    if contract.alternatives:
        schema["oneOf"] = [{"required": [field]} for field in contract.alternatives]
    return {"$schema": DIALECT, "$id": f"urn:rotative:schema:{name}:{contract.version}", **schema}


def schema_text(name: str) -> str:
    """The schema as its file has it."""
    return orjson.dumps(schema_of(name), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def schema_file(name: str) -> str:
    """The name of its file under `schemas/`."""
    return f"{name}.v{CONTRACTS[name].version}.schema.json"
