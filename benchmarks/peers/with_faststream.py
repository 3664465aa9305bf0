"""FastStream: a subscriber whose return value is published.

python -m benchmarks.peers.with_faststream BROKER PAGES_TOPIC ARTICLES_TOPIC
"""

import asyncio
import sys

import orjson
import trafilatura
from faststream import FastStream
from faststream.kafka import KafkaBroker, KafkaMessage, KafkaResponse


def create_app(address: str, pages: str, articles: str) -> FastStream:
    """The app with its one handler."""
    broker = KafkaBroker(address, max_request_size=10_000_000, acks="all", logger=None)

    async def as_it_is(message: KafkaMessage) -> bytes:
        """The page as bytes: without it every page would be tried as JSON first."""
        return message.body

    @broker.subscriber(
        pages,
        group_id="peer-faststream",
        auto_offset_reset="earliest",
        session_timeout_ms=6000,
        max_partition_fetch_bytes=10_000_000,
        fetch_max_wait_ms=100,
        decoder=as_it_is,
    )
    @broker.publisher(articles)
    async def extract(page: bytes, message: KafkaMessage) -> KafkaResponse:
        found = trafilatura.bare_extraction(page, with_metadata=True)
        article = orjson.dumps(found.as_dict() if found else {}, default=str)
        return KafkaResponse(article, key=message.raw_message.key)

    return FastStream(broker, logger=None)


if __name__ == "__main__":
    asyncio.run(create_app(*sys.argv[1:4]).run())
