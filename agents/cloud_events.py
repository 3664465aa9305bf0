"""CloudEvents 1.0 in binary mode: the headers that everything we send but dead letters carries."""

from __future__ import annotations

from datetime import datetime, timezone

from agents.contracts import CONTRACTS

TYPE_PREFIX = "io.rotative"
"""Of `ce_type`: `io.rotative.article.v1`, `io.rotative.outcome.v1`."""


def event_headers(
    kind: str, *, event_id: str, source: str, subject: str, time: str, trace: bytes | None = None
) -> list[tuple[str, bytes]]:
    """The headers of one message.

    Args:
        kind: its name among the contracts.
        event_id: the same for the same event, so that repetitions can be dropped.
        source: what it came from, after `/rotative/`: the raw topic, or the worker.
        subject: what it is about.
        time: when it happened, RFC 3339.
        trace: the `traceparent` of the page behind it.
    """
    version = CONTRACTS[kind].version
    headers = [
        ("ce_specversion", b"1.0"),
        ("ce_id", event_id.encode()),
        ("ce_source", f"/rotative/{source}".encode()),
        ("ce_type", f"{TYPE_PREFIX}.{kind}.v{version}".encode()),
        ("ce_time", time.encode()),
        ("ce_subject", subject.encode()),
        ("ce_dataschema", f"urn:rotative:schema:{kind}:{version}".encode()),
        ("content-type", b"application/json"),
    ]
    return [*headers, ("traceparent", trace)] if trace else headers


def utc_now() -> str:
    """Now, RFC 3339 in UTC with milliseconds."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
