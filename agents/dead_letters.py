"""Dead letters: what they say of themselves, and how one goes back to the raw topic."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

import orjson
from aiokafka import AIOKafkaProducer

from agents.cloud_events import event_headers, utc_now
from agents.reading import read_to_end
from agents.settings import Settings
from agents.topics import declare_topics
from pipeline.identity import host_of


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One dead letter: where it stands, why it is there, and the raw message it keeps."""

    partition: int
    offset: int
    timestamp_ms: int
    reason: str
    """The outcome."""
    stage: str
    error: str
    attempt: int
    """How often the page failed, this time included."""
    version: str
    raw: tuple[str, int, int]
    """Topic, partition and offset of the raw message."""
    url: str | None
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    """The original headers."""
    whole: bool = True
    """Whether the raw message is kept here; where it was too large, it stands on the raw topic alone."""

    @property
    def host(self) -> str | None:
        """The host of the page's address."""
        return host_of(self.url)

    @property
    def position(self) -> str:
        """`partition:offset` on the dead letters topic, as `show` and `replay` take it."""
        return f"{self.partition}:{self.offset}"

    @property
    def time(self) -> str:
        """When it was put aside, RFC 3339 in UTC."""
        return datetime.fromtimestamp(self.timestamp_ms / 1000, timezone.utc).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which dead letters are meant; what is None or empty lets all through."""

    reasons: Collection[str] = ()
    host: str | None = None
    since_ms: int | None = None
    until_ms: int | None = None
    positions: Collection[str] = ()

    def matches(self, letter: DeadLetter) -> bool:
        """Whether the letter is meant."""
        return (
            (not self.reasons or letter.reason in self.reasons)
            and (self.host is None or letter.host == self.host.removeprefix("www."))
            and (self.since_ms is None or letter.timestamp_ms >= self.since_ms)
            and (self.until_ms is None or letter.timestamp_ms < self.until_ms)
            and (not self.positions or letter.position in self.positions)
        )


def letter_of(record: Any) -> DeadLetter:
    """The dead letter that a record of the topic is."""
    said = {name: (content or b"").decode("utf-8", "replace") for name, content in record.headers}

    def number(name: str) -> int:
        return int(said[name]) if said.get(name, "").isdecimal() else 0

    return DeadLetter(
        partition=record.partition,
        offset=record.offset,
        timestamp_ms=record.timestamp,
        reason=said.get("dlq-reason", ""),
        stage=said.get("dlq-stage", ""),
        error=said.get("dlq-error", ""),
        attempt=number("dlq-attempt"),
        version=said.get("dlq-version", ""),
        raw=(said.get("dlq-topic", ""), number("dlq-partition"), number("dlq-offset")),
        url=said.get("url") or _url_of_envelope(record.value, said),
        key=record.key,
        value=record.value,
        headers=tuple((name, content) for name, content in record.headers if not name.startswith("dlq-")),
        whole=said.get("dlq-body") != "left-out",
    )


async def read_dead_letters(settings: Settings, wanted: Filter) -> AsyncIterator[DeadLetter]:
    """The dead letters that are meant, up to the end the topic has now."""
    topic = declare_topics(settings).dead_letters.name
    async for record in read_to_end(settings, [topic], from_time_ms=wanted.since_ms):
        letter = letter_of(record)
        if wanted.matches(letter):
            yield letter


async def replayed_positions(settings: Settings) -> set[str]:
    """Positions of the dead letters that were sent back before, from the audit records."""
    topic = declare_topics(settings).replays.name
    return {orjson.loads(record.value)["dead_letter"] async for record in read_to_end(settings, [topic])}


async def replay(letter: DeadLetter, producer: AIOKafkaProducer, settings: Settings, by: str) -> None:
    """Sends the raw message back as it was, with its attempts counted, and writes the audit record.

    The record is written after the broker has the page: a crash between the two leads to a page done twice,
    never to one that is said to be replayed and is not.
    """
    topics = declare_topics(settings)
    headers = [*letter.headers, ("dlq-attempt", str(letter.attempt).encode())]
    sent = await producer.send_and_wait(topics.raw.name, letter.value, key=letter.key, headers=headers)
    record = {
        "dead_letter": letter.position,
        "reason": letter.reason,
        "attempt": letter.attempt,
        "url": letter.url,
        "raw": {"topic": sent.topic, "partition": sent.partition, "offset": sent.offset},
        "by": by,
        "time": utc_now(),
    }
    headers = event_headers(
        "replay",
        event_id=f"{letter.position}/{sent.partition}/{sent.offset}",
        source=sent.topic,
        subject=letter.position,
        time=str(record["time"]),
    )
    key = letter.position.encode()
    await producer.send_and_wait(topics.replays.name, orjson.dumps(record), key=key, headers=headers)


def _url_of_envelope(value: bytes | None, said: dict[str, str]) -> str | None:
    if value is None or not said.get("content-type", "").lower().startswith("application/json"):
        return None
    try:
        envelope = orjson.loads(value)
    except orjson.JSONDecodeError:
        return None
    url = envelope.get("url") if isinstance(envelope, dict) else None
    return url if isinstance(url, str) else None
