"""Keeps the last version of every article in PostgreSQL. Needs `pip install aiokafka "psycopg[binary]"`.

DATABASE=postgresql://localhost/news python articles_to_postgres.py [--until-idle SECONDS]

An article that comes twice is written twice, to the same row: nothing is doubled. The
offset is committed after the rows are, so a crash repeats work and loses nothing.
"""

import asyncio
import json
import os
import re
import sys

import psycopg
from aiokafka import AIOKafkaConsumer

BROKER = os.environ.get("ROTATIVE_BROKER", "127.0.0.1:9092")
TOPIC = os.environ.get("ROTATIVE_TOPIC_PREFIX", "news") + ".articles"
DATABASE = os.environ.get("DATABASE", "postgresql:///news")

NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
"""The character U+0000 in JSON: JSON can hold it, PostgreSQL cannot."""

TABLE = """
create table if not exists article (
    id text primary key,
    version text not null,
    url text,
    host text,
    headline text,
    published date,
    type text not null,
    body jsonb not null
)"""

# The last line spares the database a write where the words are the same. Without it, articles whose words
# are the same, but whose facts a new release reads better, are written too; so a backfill passes.
UPSERT = """
insert into article (id, version, url, host, headline, published, type, body)
values (%(id)s, %(version)s, %(url)s, %(host)s, %(headline)s, %(published)s, %(type)s, %(body)s)
on conflict (id) do update set
    version = excluded.version, url = excluded.url, host = excluded.host, headline = excluded.headline,
    published = excluded.published, type = excluded.type, body = excluded.body
where article.version <> excluded.version or (excluded.body ->> 'backfill')::boolean"""


def row(value: bytes) -> dict[str, object]:
    """The columns of an article."""
    article = json.loads(NUL.sub(rb"\1", value))
    columns = ("id", "version", "url", "host", "headline", "published", "type")
    return {**{name: article[name] for name in columns}, "body": json.dumps(article)}


async def main(seconds_until_idle: float | None) -> None:
    """Writes articles as they come; ends when none came for that long, where it is given."""
    consumer = AIOKafkaConsumer(
        TOPIC,
        bootstrap_servers=BROKER,
        group_id="articles-to-postgres",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=12_000_000,
    )
    await consumer.start()
    try:
        with psycopg.connect(DATABASE) as database:
            database.execute(TABLE)
            database.commit()
            while True:
                timeout = 1000 if seconds_until_idle is None else int(seconds_until_idle * 1000)
                batches = await consumer.getmany(timeout_ms=timeout, max_records=500)
                if not batches and seconds_until_idle is not None:
                    return
                rows = [row(record.value) for batch in batches.values() for record in batch]
                if rows:
                    with database.cursor() as cursor:
                        cursor.executemany(UPSERT, rows)
                    database.commit()  # first the rows,
                    await consumer.commit()  # then the offsets
    finally:
        await consumer.stop()


if __name__ == "__main__":
    idle = float(sys.argv[sys.argv.index("--until-idle") + 1]) if "--until-idle" in sys.argv else None
    asyncio.run(main(idle))
