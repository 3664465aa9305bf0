"""The embedded broker: a Kafka protocol broker in a process of its own, for demos, tests and a laptop.

It keeps everything in memory and forgets it at exit. Its limits, and when to use Apache Kafka instead,
stand in docs/brokers.md.
"""

from agents.broker.embedded import EmbeddedBroker
from agents.broker.errors import BrokerLostError, BrokerStartError
from agents.broker.profile import EMBEDDED, KAFKA, BrokerProfile

__all__ = ["EMBEDDED", "KAFKA", "BrokerLostError", "BrokerProfile", "BrokerStartError", "EmbeddedBroker"]
