"""The audit: consumed against outcomes, articles and dead letters, from the broker's own offsets."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from agents.administration import BrokerError
from agents.broker.diagnosis import explain
from agents.clients import reader_of
from agents.credentials import client_security
from agents.reading import read_to_end
from agents.settings import Settings
from agents.topics import Topics, declare_topics
from pipeline.outcomes import DEAD_LETTERED, PUBLISHED, OutcomeName

MAX_NAMED = 20
"""Differences of one kind that are named; the rest is counted."""


@dataclass
class Audit:
    """What was found."""

    consumed: int = 0
    """Raw messages below the committed offsets that the broker still has."""
    outcomes: Counter[str] = field(default_factory=Counter)
    """Consumed messages by outcome; the last where there are several."""
    doubled: int = 0
    """Outcomes beyond the first for the same message: pages done again after a kill."""
    differences: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What does not add up: kind, and where."""

    @property
    def adds_up(self) -> bool:
        """Whether every consumed message is accounted for."""
        return not any(self.differences.values())

    def note(self, kind: str, where: str) -> None:
        """Adds a difference."""
        self.differences[kind].append(where)


@dataclass(frozen=True, slots=True)
class Published:
    """What stands on the topics behind the line."""

    articles: dict[str, tuple[str, ...]]
    """Types of each article, by id."""
    typed: dict[str, set[str]]
    """Ids on the topic of each type."""
    dead: set[tuple[int, int]]
    """Raw positions of the dead letters."""


async def audit(settings: Settings) -> Audit:
    """Compares the topics.

    Raises:
        BrokerError: no broker answers, or a topic does not exist.
    """
    topics = declare_topics(settings)
    found = Audit()
    committed = await committed_offsets(settings)
    outcomes = await _outcomes(settings, topics, found)
    published = await _published(settings, topics)
    for partition, (begin, end) in committed.items():
        found.consumed += max(0, end - begin)
        for offset in range(begin, end):
            outcome = outcomes.get((partition, offset))
            if outcome is None:
                found.note("consumed, but without an outcome", f"{partition}:{offset}")
            else:
                found.outcomes[outcome["outcome"]] += 1
                _compare(outcome, (partition, offset), published, found)
    return found


def _compare(outcome: dict[str, Any], at: tuple[int, int], published: Published, found: Audit) -> None:
    where = f"{at[0]}:{at[1]}"
    try:
        name = OutcomeName(outcome["outcome"])
    except ValueError:
        found.note("an outcome that is not on the list", where)
        return
    if name in DEAD_LETTERED and at not in published.dead:
        found.note(f"{name.value}, but not in the dead letters", where)
    if name in PUBLISHED:
        types = published.articles.get(outcome["article_id"])
        if types is None:
            found.note(f"{name.value}, but not in the articles", where)
        for kind in types or ():
            if outcome["article_id"] not in published.typed.get(kind, {outcome["article_id"]}):
                found.note(f"of the type {kind}, but not in its topic", where)


async def committed_offsets(settings: Settings) -> dict[int, tuple[int, int]]:
    """First kept and committed offset of each raw partition.

    Raises:
        BrokerError: no broker answers, the topic does not exist, or the user may not see the group.
    """
    async with reader_of(settings, [declare_topics(settings).raw.name]) as reader:
        partitions = sorted(reader.assignment())
        begins = await reader.beginning_offsets(partitions)
    member = AIOKafkaConsumer(
        bootstrap_servers=settings.broker or "",
        group_id=settings.consumer_group,
        enable_auto_commit=False,
        **client_security(settings),
    )
    try:
        await member.start()
        member.assign(partitions)  # assigned, not subscribed: it reads the group's offsets without joining it
        return {at.partition: (begins[at], max(begins[at], await _committed_offset(member, at))) for at in partitions}
    except KafkaError as error:
        raise BrokerError(await explain(settings.broker or "", client_security(settings), error)) from error
    finally:
        await member.stop()


async def _committed_offset(member: AIOKafkaConsumer, at: TopicPartition) -> int:
    return await member.committed(at) or 0


async def _outcomes(settings: Settings, topics: Topics, found: Audit) -> dict[tuple[int, int], dict[str, Any]]:
    outcomes: dict[tuple[int, int], dict[str, Any]] = {}
    async for record in read_to_end(settings, [topics.outcomes.name]):
        outcome = orjson.loads(record.value)
        at = (outcome["raw"]["partition"], outcome["raw"]["offset"])
        found.doubled += at in outcomes
        outcomes[at] = {"outcome": outcome["outcome"], "article_id": outcome["article_id"]}
    return outcomes


async def _published(settings: Settings, topics: Topics) -> Published:
    articles: dict[str, tuple[str, ...]] = {}
    async for record in read_to_end(settings, [topics.articles.name]):
        types = orjson.loads(record.value)["types"]
        articles[record.key.decode()] = tuple(score["name"] for score in types)
    typed = {}
    for kind, topic in topics.typed.items():
        typed[kind] = {record.key.decode() async for record in read_to_end(settings, [topic.name])}
    dead = set()
    async for record in read_to_end(settings, [topics.dead_letters.name]):
        said = dict(record.headers)
        dead.add((int(said["dlq-partition"]), int(said["dlq-offset"])))
    return Published(articles, typed, dead)
