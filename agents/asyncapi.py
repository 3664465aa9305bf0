"""The AsyncAPI 3 document: every topic as declared, what stands on it, and what a worker does with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agents.cloud_events import TYPE_PREFIX
from agents.contracts import CONTRACTS, schema_of
from agents.settings import Settings
from agents.topics import TopicDeclaration, Topics, declare_topics
from pipeline.version import pipeline_version

ASYNCAPI_VERSION = "3.0.0"
KAFKA_BINDING = "0.5.0"
UNSET_BROKER = "localhost:9092"

RAW_HEADERS: Mapping[str, str] = {
    "url": "The address the page was fetched from.",
    "content-type": "The HTTP header of that name.",
    "content-encoding": "The HTTP header of that name: gzip, deflate, br, zstd.",
    "fetched-at": "When the page was fetched, RFC 3339.",
    "source": "The producer's name for the source.",
    "backfill": "`1`: an old page, run again on purpose.",
    "traceparent": "W3C trace context; handed on.",
}
"""All optional."""

DEAD_LETTER_HEADERS: Mapping[str, str] = {
    "dlq-topic": "Topic of the raw message.",
    "dlq-partition": "Its partition.",
    "dlq-offset": "Its offset.",
    "dlq-timestamp": "Its time, milliseconds since 1970.",
    "dlq-stage": "The stage that failed.",
    "dlq-reason": "The outcome.",
    "dlq-error": "The error's class and words.",
    "dlq-attempt": "How often the page failed, this time included.",
    "dlq-version": "Version of the pipeline that failed.",
    "dlq-body": "`kept`; or `left-out`: too large for this topic, it stands on the raw topic alone.",
}
"""All present, beside the original headers."""

CLOUD_EVENT_HEADERS: Mapping[str, str] = {
    "ce_specversion": "`1.0`: CloudEvents, binary mode.",
    "ce_id": "Unique for what happened: the same for the same.",
    "ce_source": "`/rotative/` and the topic it came from, or the worker.",
    "ce_type": "The kind of message and the version of its schema.",
    "ce_time": "When it happened, RFC 3339 in UTC.",
    "ce_subject": "What it is about: the message's key, or the page's address.",
    "ce_dataschema": "The `$id` of the schema.",
    "content-type": "`application/json`.",
}
"""All present on everything we send but dead letters."""


def asyncapi_document(settings: Settings) -> dict[str, Any]:
    """The document for the settings' prefix, group and broker; holds no secret."""
    topics = declare_topics(settings)
    on_topic = _messages_by_topic(topics)
    channels = {topic.name: _channel(topic, on_topic[topic.name]) for topic in topics.all()}
    return {
        "asyncapi": ASYNCAPI_VERSION,
        "info": {
            "title": "Rotative",
            "version": pipeline_version(),
            "description": "Raw press pages in, enriched articles out. At least once; ids and versions allow upserts.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": _servers(settings),
        "channels": channels,
        "operations": _operations(topics, settings, on_topic),
        "components": {"messages": _messages(), "schemas": _schemas()},
    }


def _servers(settings: Settings) -> dict[str, Any]:
    protocol = "kafka" if settings.security_protocol == "PLAINTEXT" else "kafka-secure"
    servers = [server.strip() for server in (settings.broker or UNSET_BROKER).split(",")]
    return {f"kafka-{number}": {"host": host, "protocol": protocol} for number, host in enumerate(servers)}


def _messages_by_topic(topics: Topics) -> dict[str, tuple[str, ...]]:
    """Which messages stand on which topic."""
    return {
        topics.raw.name: ("page", "envelope"),
        topics.articles.name: ("article",),
        **{topic.name: ("article",) for topic in topics.typed.values()},
        topics.outcomes.name: ("outcome",),
        topics.dead_letters.name: ("dead-letter",),
        topics.replays.name: ("replay",),
        topics.metrics.name: ("metrics",),
        topics.sources.name: ("source",),
        topics.alerts.name: ("alert",),
        topics.signatures.name: ("signature",),
        topics.stories.name: ("story",),
    }


def _channel(topic: TopicDeclaration, messages: tuple[str, ...]) -> dict[str, Any]:
    configuration: dict[str, Any] = {
        "cleanup.policy": topic.cleanup_policy.split(","),
        "retention.ms": topic.retention_ms,
        "max.message.bytes": topic.max_message_bytes,
    }
    return {
        "address": topic.name,
        "title": topic.title,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "replicas": topic.replication,
                "topicConfiguration": configuration,
                "bindingVersion": KAFKA_BINDING,
            }
        },
    }


def _operations(topics: Topics, settings: Settings, on_topic: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """What a worker does: it receives from the raw topic, and sends to the others."""
    operations = {}
    for topic in topics.all():
        action = "receive" if topic is topics.raw else "send"
        operation: dict[str, Any] = {
            "action": action,
            "channel": {"$ref": f"#/channels/{topic.name}"},
            "summary": topic.title,
            "messages": [{"$ref": f"#/channels/{topic.name}/messages/{name}"} for name in on_topic[topic.name]],
        }
        if action == "receive":
            group = {"type": "string", "enum": [settings.consumer_group]}
            operation["bindings"] = {"kafka": {"groupId": group, "bindingVersion": KAFKA_BINDING}}
        operations[f"{action}-{topic.name}"] = operation
    return operations


def _messages() -> dict[str, Any]:
    page: dict[str, Any] = {
        "payload": {"type": "string", "format": "binary", "description": "The page's bytes, as fetched."}
    }
    return {
        "page": _message("A raw page.", "the page's host", RAW_HEADERS, content_type="text/html", **page),
        "envelope": _message("A raw page as JSON.", "the page's host", RAW_HEADERS, **_payload("envelope")),
        "article": _event("An enriched article.", "the article's id", "article"),
        "outcome": _event("What became of a page.", "the raw message's key", "outcome"),
        "dead-letter": _message(
            "A page that failed, untouched.",
            "the raw message's key",
            {**RAW_HEADERS, **DEAD_LETTER_HEADERS},
            required=list(DEAD_LETTER_HEADERS),
            content_type="text/html",
            **page,
        ),
        "replay": _event("A dead letter was sent back.", "position of the dead letter", "replay"),
        "metrics": _event("A worker's counts and times.", "the worker's id", "metrics"),
        "source": _event("The state of a source.", "the host", "source"),
        "alert": _event("An alert, raised or cleared.", "the alert's id", "alert"),
        "signature": _event("What an article is compared by.", "the article's id", "signature"),
        "story": _event("The story that an article tells.", "the article's id", "story"),
    }


def _event(summary: str, key: str, name: str) -> dict[str, Any]:
    headers = {**CLOUD_EVENT_HEADERS, "traceparent": RAW_HEADERS["traceparent"]}
    message = _message(summary, key, headers, required=list(CLOUD_EVENT_HEADERS), **_payload(name))
    properties = message["headers"]["properties"]
    properties["ce_type"]["const"] = f"{TYPE_PREFIX}.{name}.v{CONTRACTS[name].version}"
    properties["ce_dataschema"]["const"] = f"urn:rotative:schema:{name}:{CONTRACTS[name].version}"
    return message


def _message(
    summary: str,
    key: str,
    headers: Mapping[str, str],
    required: list[str] | None = None,
    content_type: str = "application/json",
    **more: Any,
) -> dict[str, Any]:
    properties = {name: {"type": "string", "description": meaning} for name, meaning in headers.items()}
    described = {"headers": {"type": "object", "properties": properties, "required": required or []}}
    key_schema = {"type": "string", "description": key}
    return {
        "summary": summary,
        "contentType": content_type,
        **(described if headers else {}),
        **more,
        "bindings": {"kafka": {"key": key_schema, "bindingVersion": KAFKA_BINDING}},
    }


def _payload(name: str) -> dict[str, Any]:
    return {"payload": {"$ref": f"#/components/schemas/{name}"}}


def _schemas() -> dict[str, Any]:
    """Every message's schema and the parts they share, each once."""
    schemas: dict[str, Any] = {}
    for name in CONTRACTS:
        schema = schema_of(name, ref_template="#/components/schemas/{model}")
        schemas.update(schema.pop("$defs", {}))
        del schema["$schema"]
        schemas[name] = schema
    return schemas
