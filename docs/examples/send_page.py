"""Sends one page to the raw topic. Needs `pip install aiokafka`.

python send_page.py page.html https://presse.example/2024/03/12/claire-dumas
"""

import asyncio
import os
import sys
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import urlsplit

from aiokafka import AIOKafkaProducer

BROKER = os.environ.get("ROTATIVE_BROKER", "127.0.0.1:9092")
TOPIC = os.environ.get("ROTATIVE_TOPIC_PREFIX", "news") + ".raw"


async def send(page: bytes, url: str) -> None:
    """Returns when the broker has the page."""
    producer = AIOKafkaProducer(
        bootstrap_servers=BROKER,
        acks="all",  # the page is safe when send_and_wait returns
        max_request_size=6_000_000,  # the default of 1 MB is too small for some pages
    )
    await producer.start()
    try:
        sent = await producer.send_and_wait(
            TOPIC,
            page,  # as fetched: no decoding
            key=(urlsplit(url).hostname or "").encode(),
            headers=[
                ("url", url.encode()),
                ("content-type", b"text/html"),
                ("fetched-at", datetime.now(timezone.utc).isoformat().encode()),
                ("source", b"example"),
            ],
        )
        print(f"{sent.topic} {sent.partition}:{sent.offset}")
    finally:
        await producer.stop()


if __name__ == "__main__":
    asyncio.run(send(Path(sys.argv[1]).read_bytes(), sys.argv[2]))
