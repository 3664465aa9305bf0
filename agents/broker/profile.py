"""What a client must set differently for the embedded broker and for Apache Kafka.

The values for the embedded broker are not a matter of taste: each works around a defect of it that was
measured (docs/brokers.md). The values for Kafka are where to start from with pages of 20 to 500 kB.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BrokerProfile:
    """The client settings that depend on the kind of broker. Times are in seconds, sizes in bytes."""

    name: str

    producer_max_batch_size: int
    """Bytes in one batch of a producer; 1 means one record a batch."""
    producer_linger: float
    """How long a producer waits for a batch to fill."""
    enable_idempotence: bool
    """Whether the producer numbers its batches, so that its own retries never write one twice."""

    session_timeout: float
    """A member of the group that is silent for this long is taken for dead and its partitions are given away."""
    heartbeat_interval: float
    """How often a member says that it lives; at most a third of the session timeout."""
    fetch_max_wait: float
    """How long the broker may hold a fetch that found nothing new."""

    creates_partitions: bool
    """Whether the broker can add partitions to a topic that exists."""
    enforces_message_size: bool
    """Whether the broker refuses a message over `max.message.bytes`; the embedded one takes all."""
    keeps_data: bool
    """Whether messages and committed offsets are still there after the broker restarts."""


EMBEDDED = BrokerProfile(
    name="embedded",
    # It answers "end offset" with the start of the last batch + 1. One record a batch makes that right;
    # anything else loses the last records of a table's recovery and shows too small a lag.
    producer_max_batch_size=1,
    producer_linger=0.0,  # with one record a batch there is nothing to wait for
    # It answers aiokafka's InitProducerId with UnknownError.
    enable_idempotence=False,
    # It holds every JoinGroup for half the session timeout, also for the only member: 3 s here, 30 s with
    # Faust's default of 60 s.
    session_timeout=6.0,
    heartbeat_interval=1.5,
    # It is not woken by new data: it sleeps half of the remaining wait again and again.
    fetch_max_wait=0.1,
    creates_partitions=False,
    enforces_message_size=False,
    keeps_data=False,
)

KAFKA = BrokerProfile(
    name="kafka",
    producer_max_batch_size=262_144,
    # Not a wait before a request, but the least time from one to the next: 40 requests a second at most, where 30 pages
    # make 60 to 90. Worth about 2 ms of CPU a page, half of it the broker's (docs/operations/performance.md).
    producer_linger=0.025,
    enable_idempotence=True,
    session_timeout=10.0,
    heartbeat_interval=3.0,
    fetch_max_wait=0.5,
    creates_partitions=True,
    enforces_message_size=True,
    keeps_data=True,
)
