"""Quix Streams: a streaming dataframe with one function.

python -m benchmarks.peers.with_quix BROKER PAGES_TOPIC ARTICLES_TOPIC
"""

from __future__ import annotations

import sys
import tempfile

import orjson
import trafilatura
from quixstreams import Application


def extract(page: bytes) -> bytes:
    """The article on the page, as JSON."""
    found = trafilatura.bare_extraction(page, with_metadata=True)
    return orjson.dumps(found.as_dict() if found else {}, default=str)


def run(broker: str, pages: str, articles: str) -> None:
    """Pages in, articles out, until the process is ended."""
    app = Application(
        broker_address=broker,
        consumer_group="peer-quix",
        auto_offset_reset="earliest",
        auto_create_topics=False,
        state_dir=tempfile.mkdtemp(),
        consumer_extra_config={
            "session.timeout.ms": 6000,
            "heartbeat.interval.ms": 1500,
            "max.partition.fetch.bytes": 10_000_000,
            "fetch.wait.max.ms": 100,
        },
        producer_extra_config={"message.max.bytes": 10_000_000, "enable.idempotence": False},
        loglevel="WARNING",
    )
    source = app.topic(pages, value_deserializer="bytes", key_deserializer="bytes")
    target = app.topic(articles, value_serializer="bytes", key_serializer="bytes")
    app.dataframe(source).apply(extract).to_topic(target)
    app.run()


if __name__ == "__main__":
    run(*sys.argv[1:4])
