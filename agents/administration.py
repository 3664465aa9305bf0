"""Topics on the broker: what is there, what is missing, what differs from its declaration."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from agents.broker.diagnosis import explain
from agents.credentials import client_security
from agents.settings import Settings
from agents.topics import TopicDeclaration, declare_topics

REQUEST_TIMEOUT_MS = 20_000
SECONDS_TO_SHOW = 15.0

HOW_MISSING_TOPICS_COME = "`rotative topics create`; a broker also hides topics whose Describe right this user lacks"
"""What to do about topics that are missing, or seem to be: a broker tells the two apart to nobody."""


class BrokerError(Exception):
    """The broker cannot be reached, or refuses what was asked; the message says which and what to do."""


class MissingTopicsError(BrokerError):
    """Topics that a worker needs are not there, or not to be seen; the message names them and what to do."""


@dataclass(frozen=True, slots=True)
class TopicState:
    """A declared topic, and how it stands on the broker."""

    declaration: TopicDeclaration
    partitions: int | None
    """Partitions on the broker; None where the topic is missing."""
    differences: tuple[str, ...] = ()
    """What differs from the declaration, each in words."""

    @property
    def state(self) -> str:
        """`ok`, `missing` or `differs`."""
        if self.partitions is None:
            return "missing"
        return "differs" if self.differences else "ok"


@asynccontextmanager
async def administration(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    """An administration client, connected.

    Raises:
        BrokerError: no broker answers there, or it stops answering.
    """
    client = AIOKafkaAdminClient(
        bootstrap_servers=settings.broker or "",
        client_id="rotative-admin",
        request_timeout_ms=REQUEST_TIMEOUT_MS,
        **client_security(settings),
    )
    try:
        await client.start()
        yield client
    except KafkaError as error:
        raise BrokerError(await explain(settings.broker or "", client_security(settings), error)) from error
    finally:
        await client.close()


async def create_topics(settings: Settings) -> list[str]:
    """Creates the declared topics that are missing, and leaves those that exist as they are.

    Returns:
        The names of the topics that were created.

    Raises:
        BrokerError: the broker refuses one.
    """
    async with administration(settings) as client:
        existing = set(await client.list_topics())
        missing = [topic for topic in declare_topics(settings).all() if topic.name not in existing]
        created = [topic.name for topic in missing if await _create(client, topic)]
        await _until_visible(client, created)
        return created


async def _until_visible(client: AIOKafkaAdminClient, names: list[str]) -> None:
    """A broker acknowledges a new topic before all of its metadata shows it."""
    deadline = time.monotonic() + SECONDS_TO_SHOW
    while not set(names) <= set(await client.list_topics()):
        if time.monotonic() > deadline:
            raise BrokerError(f"the broker does not show the new topics after {SECONDS_TO_SHOW:g} s; try again")
        await asyncio.sleep(0.1)


async def _create(client: AIOKafkaAdminClient, topic: TopicDeclaration) -> bool:
    request = NewTopic(topic.name, topic.partitions, topic.replication, topic_configs=topic.configuration)
    try:
        response = await client.create_topics([request])
    except KafkaError as error:
        raise BrokerError(f"cannot create {topic.name}: {error!r}") from error
    _, code, *message = response.topic_errors[0]
    if code == TopicAlreadyExistsError.errno:  # another worker was quicker
        return False
    if code:
        why = message[0] if message and message[0] else for_code(code).__name__
        raise BrokerError(f"cannot create {topic.name}: {why}")
    return True


async def inspect_topics(settings: Settings) -> list[TopicState]:
    """How every declared topic stands on the broker."""
    declared = declare_topics(settings).all()
    async with administration(settings) as client:
        partitions = await _partitions(client, declared)
        configurations = await _configurations(client, list(partitions))
    return [
        TopicState(
            topic, partitions.get(topic.name), _differences(topic, partitions, configurations.get(topic.name, {}))
        )
        for topic in declared
    ]


async def require_topics(settings: Settings) -> None:
    """Returns where a worker can work with the topics that are there.

    It asks for nothing that a worker's user need not be allowed: the topics it works with, and no configurations.

    Raises:
        MissingTopicsError: one is missing.
        BrokerError: the outcomes have fewer partitions than the raw pages: the outcomes of a raw partition go to the
            partition of the same number.
    """
    topics = declare_topics(settings)
    needed = [topic for topic in topics.all() if topic != topics.replays]  # commands alone write replays
    async with administration(settings) as client:
        partitions = await _partitions(client, needed)
    if missing := [topic.name for topic in needed if topic.name not in partitions]:
        raise MissingTopicsError(f"no topics {', '.join(missing)}: {HOW_MISSING_TOPICS_COME}")
    raw, outcomes = partitions[topics.raw.name], partitions[topics.outcomes.name]
    if outcomes < raw:
        raise BrokerError(
            f"{topics.outcomes.name} has {outcomes} partitions, {topics.raw.name} has {raw}; it needs at least as many"
        )


async def _partitions(client: AIOKafkaAdminClient, topics: Iterable[TopicDeclaration]) -> dict[str, int]:
    """Partitions by name of those topics that this user can see."""
    existing = set(await client.list_topics())
    present = [topic.name for topic in topics if topic.name in existing]
    return {row["topic"]: len(row["partitions"]) for row in await client.describe_topics(present)}


def _differences(topic: TopicDeclaration, partitions: dict[str, int], configuration: dict[str, str]) -> tuple[str, ...]:
    found = []
    if topic.name in partitions and partitions[topic.name] != topic.partitions:
        found.append(f"{partitions[topic.name]} partitions, declared {topic.partitions}")
    for name, value in topic.configuration.items():
        if name in configuration and configuration[name] != value:
            found.append(f"{name} is {configuration[name]}, declared {value}")
    return tuple(found)


async def _configurations(client: AIOKafkaAdminClient, names: list[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    resources = [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
    found: dict[str, dict[str, str]] = {}
    for response in await client.describe_configs(resources):
        for resource in response.resources:
            found[resource[3]] = {entry[0]: entry[1] for entry in resource[4] if entry[1] is not None}
    return found
