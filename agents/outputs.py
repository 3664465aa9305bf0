"""What goes out for one page: the records, their headers, and the topics they go to."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import orjson

from agents.cloud_events import event_headers
from agents.outcome_message import Outcome
from agents.page_result import PageResult
from agents.story_messages import Signature
from agents.topics import Topics
from pipeline.article import RawPosition
from pipeline.outcomes import DEAD_LETTERED, OutcomeName
from pipeline.version import pipeline_version


@dataclass(frozen=True, slots=True)
class Record:
    """One message to produce."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]
    partition: int | None = None
    """Where it must go; None: where its key says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumed:
    """The raw message a page came from."""

    position: RawPosition
    timestamp_ms: int
    received: str
    """When the worker took it, RFC 3339 in UTC."""
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes | None]]
    """As the producer sent them: in their order, with their repetitions."""
    left_out: bool = False
    """Whether key, value and headers were left out, because no topic takes them."""

    def without_content(self) -> Consumed:
        """Where the message stands, and how often it was tried, alone."""
        tried = [("dlq-attempt", str(self.attempt).encode())]
        return replace(self, key=None, value=None, headers=tried, left_out=True)

    @property
    def attempt(self) -> int:
        """How often the page was tried before: counted up by each replay."""
        given = self.header("dlq-attempt") or b"0"
        return int(given) if given.isdigit() else 0

    def header(self, name: str) -> bytes | None:
        """The last header of that name."""
        return next((content for key, content in reversed(self.headers) if key == name), None)


def records_of(result: PageResult, consumed: Consumed, topics: Topics, worker: str) -> Iterator[Record]:
    """Every record for the page: its article, the typed copies, the dead letter, and always its outcome."""
    if result.article is not None and result.outcome is not OutcomeName.DUPLICATE:
        yield from _articles(result, consumed, topics)
    if result.outcome in DEAD_LETTERED:
        yield dead_letter(result, consumed, topics)
    yield _outcome(result, consumed, topics, worker)


def dead_letter(result: PageResult, consumed: Consumed, topics: Topics) -> Record:
    """The raw message, untouched, with the reason in its headers; `dlq-body: left-out` where no topic takes it."""
    at = consumed.position
    why = {
        "dlq-topic": at.topic,
        "dlq-partition": str(at.partition),
        "dlq-offset": str(at.offset),
        "dlq-timestamp": str(consumed.timestamp_ms),
        "dlq-stage": result.stage or "",
        "dlq-reason": result.outcome.value,
        "dlq-error": f"{result.error}: {result.reason}" if result.error else result.reason or "",
        "dlq-attempt": str(consumed.attempt + 1),
        "dlq-version": pipeline_version(),
        "dlq-body": "left-out" if consumed.left_out else "kept",
    }
    kept = [(name, content or b"") for name, content in consumed.headers if not name.startswith("dlq-")]
    return Record(
        topics.dead_letters.name,
        consumed.key,
        consumed.value,
        kept + [(name, content.encode()) for name, content in why.items()],
    )


def _articles(result: PageResult, consumed: Consumed, topics: Topics) -> Iterator[Record]:
    key = (result.article_id or "").encode()
    event = {
        "event_id": f"{result.article_id}/{result.version}",
        "source": consumed.position.topic,
        "subject": result.article_id or "",
        "time": result.processed or consumed.received,
    }
    trace = consumed.header("traceparent")
    headers = event_headers("article", **event, trace=trace)
    names = [topics.articles.name]
    names += [topics.typed[name].name for name in result.types if name in topics.typed]
    for name in names:
        yield Record(name, key, result.article, headers)
    if result.signature is not None:
        compared = Signature(
            article_id=result.article_id or "",
            version=result.version or "",
            host=result.host,
            signature=base64.b64encode(result.signature).decode(),
        )
        headers = event_headers("signature", **event, trace=trace)
        yield Record(topics.signatures.name, key, orjson.dumps(compared), headers)


def _outcome(result: PageResult, consumed: Consumed, topics: Topics, worker: str) -> Record:
    at = consumed.position
    processed = result.processed or consumed.received
    body = Outcome(
        outcome=result.outcome,
        stage=result.stage,
        reason=result.reason,
        article_id=result.article_id,
        version=result.version,
        url=result.url,
        host=result.host,
        type=result.type,
        types=result.types,
        text_chars=result.text_chars,
        dated=result.dated,
        raw=at,
        received=consumed.received,
        processed=processed,
        timings_ms=result.timings_ms,
        worker=worker,
    )
    headers = event_headers(
        "outcome",
        event_id=f"{at.topic}/{at.partition}/{at.offset}",
        source=at.topic,
        subject=result.article_id or result.url or "",
        time=processed,
        trace=consumed.header("traceparent"),
    )
    # To the partition of the raw page's own number, so that the outcomes of a raw partition stand together.
    return Record(topics.outcomes.name, consumed.key, orjson.dumps(body), headers, at.partition)
