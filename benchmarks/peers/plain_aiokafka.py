"""Plain aiokafka: a consumer, a producer, one page after the other, commits by the client itself.

python -m benchmarks.peers.plain_aiokafka BROKER PAGES_TOPIC ARTICLES_TOPIC
"""

from __future__ import annotations

import asyncio
import sys

import orjson
import trafilatura
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer


async def run(broker: str, pages: str, articles: str) -> None:
    """Pages in, articles out, until the process is ended."""
    consumer = AIOKafkaConsumer(
        pages,
        bootstrap_servers=broker,
        group_id="peer-aiokafka",
        auto_offset_reset="earliest",
        session_timeout_ms=6000,
        max_partition_fetch_bytes=10_000_000,
        fetch_max_wait_ms=100,
    )
    producer = AIOKafkaProducer(bootstrap_servers=broker, acks="all", max_request_size=10_000_000)
    await consumer.start()
    await producer.start()
    deliveries: set[asyncio.Future[object]] = set()
    try:
        async for message in consumer:
            found = trafilatura.bare_extraction(message.value, with_metadata=True)
            article = orjson.dumps(found.as_dict() if found else {}, default=str)
            delivery = await producer.send(articles, article, key=message.key)
            deliveries.add(delivery)
            delivery.add_done_callback(deliveries.discard)
    finally:
        await consumer.stop()
        await producer.stop()


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:4]))
