"""A real Apache Kafka for tests and benchmarks, where Java 17 and Maven (or the cached jars) are present.

with RealKafka() as kafka:
    ...  # kafka.bootstrap

python -m tools.real_kafka run
"""

from tools.real_kafka.cluster import RealKafka
from tools.real_kafka.jars import KafkaUnavailableError
from tools.real_kafka.rights import Right
from tools.real_kafka.security import Security

__all__ = ["KafkaUnavailableError", "RealKafka", "Right", "Security"]
