"""Every topic, declared once: partitions, retention, cleanup and the largest message."""

from __future__ import annotations

from dataclasses import dataclass

from agents.settings import Settings
from pipeline.classification.types import enabled_types

DAY_MS = 24 * 3600 * 1000
MEGABYTE = 1_000_000

MAX_MESSAGE_BYTES = 10 * MEGABYTE
"""Largest message anywhere: a page of twice the default limit, with room for headers."""

HEADER_BYTES = 100_000
"""What the headers of a dead letter may add to its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDeclaration:
    """One topic, as the broker shall keep it."""

    name: str
    """The whole name, with its prefix."""
    title: str
    """What stands on it, in a few words."""
    partitions: int
    replication: int = 1
    retention_ms: int = 7 * DAY_MS
    """Milliseconds a message is kept; -1: for ever."""
    cleanup_policy: str = "delete"
    max_message_bytes: int = MEGABYTE
    broker_time: bool = True
    """Whether a message's time is when the broker took it. A worker whose clock is wrong by more than an hour could
    write nothing otherwise, and what it wrote would be kept for another time than declared."""

    @property
    def configuration(self) -> dict[str, str]:
        """The topic's settings in Kafka's own names."""
        return {
            "cleanup.policy": self.cleanup_policy,
            "retention.ms": str(self.retention_ms),
            "max.message.bytes": str(self.max_message_bytes),
            "message.timestamp.type": "LogAppendTime" if self.broker_time else "CreateTime",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The line's topics."""

    raw: TopicDeclaration
    articles: TopicDeclaration
    typed: dict[str, TopicDeclaration]
    """By type of article."""
    outcomes: TopicDeclaration
    dead_letters: TopicDeclaration
    replays: TopicDeclaration
    signatures: TopicDeclaration
    stories: TopicDeclaration
    metrics: TopicDeclaration
    sources: TopicDeclaration
    alerts: TopicDeclaration

    def all(self) -> list[TopicDeclaration]:
        """Every topic, in the order a page meets them."""
        return [
            self.raw,
            self.articles,
            *self.typed.values(),
            self.outcomes,
            self.dead_letters,
            self.replays,
            self.signatures,
            self.stories,
            self.metrics,
            self.sources,
            self.alerts,
        ]

    def named(self, name: str) -> TopicDeclaration | None:
        """The topic of that name, whole or without its prefix."""
        for topic in self.all():
            if name in (topic.name, topic.name.rpartition(".")[2]):
                return topic
        return None


def declare_topics(settings: Settings) -> Topics:
    """The topics under the settings' prefix.

    Topics that carry pages or articles have `settings.partitions`; those that carry a
    few small messages a second have one, so that their order is the order of events.
    """

    def topic(suffix: str, title: str, partitions: int = settings.partitions, **how: object) -> TopicDeclaration:
        return TopicDeclaration(
            name=f"{settings.topic_prefix}.{suffix}",
            title=title,
            partitions=partitions,
            replication=settings.replication,
            **how,  # type: ignore[arg-type]
        )

    return Topics(
        raw=topic("raw", "pages as fetched", max_message_bytes=MAX_MESSAGE_BYTES, broker_time=False),
        articles=topic("articles", "every article", retention_ms=30 * DAY_MS, max_message_bytes=MAX_MESSAGE_BYTES),
        typed={
            kind.name: topic(
                kind.topic,
                f"articles of the type {kind.name}",
                retention_ms=30 * DAY_MS,
                max_message_bytes=MAX_MESSAGE_BYTES,
            )
            for kind in enabled_types(settings.extra_types)
        },
        outcomes=topic("outcomes", "what became of each page", retention_ms=30 * DAY_MS),
        dead_letters=topic(
            "dead-letters",
            "pages that failed, untouched",
            retention_ms=90 * DAY_MS,
            max_message_bytes=MAX_MESSAGE_BYTES + HEADER_BYTES,
        ),
        replays=topic(
            "replays", "dead letters sent back: who, when, where to", partitions=1, retention_ms=365 * DAY_MS
        ),
        signatures=topic("signatures", "what articles are compared by", partitions=1, retention_ms=7 * DAY_MS),
        stories=topic(
            "stories",
            "which articles tell the same",
            partitions=1,
            cleanup_policy="compact,delete",
            retention_ms=30 * DAY_MS,
        ),
        metrics=topic("metrics", "counts and times of each worker, every 10 s", partitions=1, retention_ms=2 * DAY_MS),
        sources=topic("sources", "the state of each source", partitions=1, cleanup_policy="compact", retention_ms=-1),
        alerts=topic("alerts", "alerts raised and cleared", partitions=1, retention_ms=90 * DAY_MS),
    )
