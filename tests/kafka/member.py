"""A member of a consumer group as a program: reports each record, then commits it. Ends on a signal."""

from __future__ import annotations

import asyncio
import sys

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener

from agents.broker import EMBEDDED, KAFKA
from tests.kafka.clients import KafkaUnderTest, consumer_settings


class Reporter(ConsumerRebalanceListener):
    def on_partitions_revoked(self, revoked):
        pass

    def on_partitions_assigned(self, assigned):
        print("assigned", len(assigned), flush=True)


async def main(kind: str, bootstrap: str, group: str, topic: str) -> None:
    kafka = KafkaUnderTest(kind=kind, bootstrap=bootstrap, profile=EMBEDDED if kind == "embedded" else KAFKA)
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, group_id=group, **consumer_settings(kafka))
    consumer.subscribe([topic], listener=Reporter())
    await consumer.start()
    async for record in consumer:
        print("read", record.key.decode(), flush=True)
        await consumer.commit()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
