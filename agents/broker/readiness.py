"""Is it our broker that answers at this address? Asked with a Metadata request, as any client begins."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from aiokafka.conn import create_conn
from aiokafka.errors import KafkaError
from aiokafka.protocol.metadata import MetadataRequest

SECONDS_BETWEEN_ATTEMPTS = 0.02
SECONDS_FOR_ONE_ANSWER = 2.0

_log = logging.getLogger(__name__)


async def named_brokers(address: str) -> frozenset[str]:
    """The `host:port` addresses that the broker at `address` names in its metadata.

    A TCP connect would not do: it also succeeds on a stranger who took the port, and on a broker that
    listens but does not serve yet. Raises OSError, asyncio.TimeoutError or aiokafka's KafkaError where
    nobody answers in the Kafka protocol.
    """
    host, port = address.rsplit(":", 1)
    connection = await create_conn(host, int(port), request_timeout_ms=int(SECONDS_FOR_ONE_ANSWER * 1000))
    try:
        metadata = await asyncio.wait_for(connection.send(MetadataRequest([])), SECONDS_FOR_ONE_ANSWER)
    finally:
        connection.close()
    # A broker is (node id, host, port, rack).
    return frozenset(f"{broker[1]}:{broker[2]}" for broker in metadata.brokers)


async def answers_as(
    address: str, *, within: float, give_up: Callable[[], bool] = lambda: False, names: str | None = None
) -> bool:
    """Waits until the broker at `address` names itself `names` (by default that same address).

    False after `within` seconds, or at once when `give_up` says that there is nothing to wait for.
    """
    deadline = time.monotonic() + within
    wanted = names or address
    while not give_up() and time.monotonic() < deadline:
        try:
            if wanted in await named_brokers(address):
                return True
        except (OSError, asyncio.TimeoutError, KafkaError) as error:
            _log.debug("no answer from %s yet: %r", address, error)
        await asyncio.sleep(SECONDS_BETWEEN_ATTEMPTS)
    return False
