"""Writes the figures of all sales articles to a Parquet file. Needs `pip install aiokafka duckdb`.

python articles_to_parquet.py figures.parquet

Reads the topic once, from its oldest message to its present end, without a group. Of an
article that came several times the last counts.
"""

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

import duckdb
from aiokafka import AIOKafkaConsumer

BROKER = os.environ.get("ROTATIVE_BROKER", "127.0.0.1:9092")
TOPIC = os.environ.get("ROTATIVE_TOPIC_PREFIX", "news") + ".sales-figures"

COLUMNS = {
    "article": "VARCHAR",
    "url": "VARCHAR",
    "published": "DATE",
    "subject": "VARCHAR",
    "metric": "VARCHAR",
    "value": "DOUBLE",
    "unit": "VARCHAR",
    "change_pct": "DOUBLE",
    "period": "VARCHAR",
    "geography": "VARCHAR",
    "segment": "VARCHAR",
    "forecast": "BOOLEAN",
    "confidence": "DOUBLE",
}


async def articles() -> dict[str, dict[str, object]]:
    """The last message of every article, by id."""
    # Without a group it is given every partition of the topic.
    consumer = AIOKafkaConsumer(
        TOPIC, bootstrap_servers=BROKER, auto_offset_reset="earliest", max_partition_fetch_bytes=12_000_000
    )
    await consumer.start()
    try:
        partitions = sorted(consumer.assignment())
        ends = await consumer.end_offsets(partitions)
        found: dict[str, dict[str, object]] = {}
        for partition, end in ends.items():
            while await consumer.position(partition) < end:
                for record in (await consumer.getmany(partition, timeout_ms=1000)).get(partition, []):
                    found[record.key.decode()] = json.loads(record.value)
        return found
    finally:
        await consumer.stop()


def write(found: dict[str, dict[str, object]], target: Path) -> int:
    """Writes one row for each figure; returns how many."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as lines:
        for article in found.values():
            for figure in article["facts"]["figures"]:
                said = {"article": article["id"], "url": article["url"], "published": article["published"]}
                lines.write(json.dumps({**said, **figure}) + "\n")
        lines.flush()
        with duckdb.connect() as database:
            figures = database.read_json(lines.name, format="newline_delimited", columns=COLUMNS)
            figures.write_parquet(str(target))
            return figures.count("*").fetchall()[0][0]


if __name__ == "__main__":
    print(write(asyncio.run(articles()), Path(sys.argv[1])), "figures")
