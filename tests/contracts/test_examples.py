"""The programs under docs/examples do what the docs say, against a broker and true stores."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb
import psycopg
import pytest

from tests.contracts.test_schemas import example
from tests.kafka.clients import KafkaUnderTest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
URL = "https://presse.example/2024/03/12/claire-dumas"
pytestmark = pytest.mark.kafka


def run(command: Sequence[str], kafka: KafkaUnderTest, prefix: str, **more: str) -> str:
    environment = {**os.environ, "ROTATIVE_BROKER": kafka.bootstrap, "ROTATIVE_TOPIC_PREFIX": prefix, **more}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def program(name: str, *arguments: str) -> list[str]:
    return [sys.executable, str(EXAMPLES / name), *arguments]


async def raw_message(kafka: KafkaUnderTest, topic: str):
    async with kafka.consumer(topic) as consumer:
        return await consumer.getone()


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.html"
    file.write_bytes(
        example("envelope")["html"].encode("iso-8859-1")
    )  # bytes that are no UTF-8 must arrive as they are
    return file


async def sends_the_page(command: list[str], kafka: KafkaUnderTest, prefix: str, page: Path) -> None:
    await kafka.create_topic(f"{prefix}.raw")
    printed = run([*command, str(page), URL], kafka, prefix)
    assert printed.strip() == f"{prefix}.raw 0:0"
    message = await raw_message(kafka, f"{prefix}.raw")
    assert message.value == page.read_bytes()
    assert message.key == b"presse.example"
    headers = dict(message.headers)
    assert headers["url"].decode() == URL
    assert headers["source"] == b"example"
    assert headers["fetched-at"]


async def test_python_sends_a_page(kafka, topic_prefix, page):
    await sends_the_page(program("send_page.py"), kafka, topic_prefix, page)


async def test_node_sends_a_page(kafka, topic_prefix, page, node_packages):
    script = node_packages / "send_page.mjs"  # Node looks for packages beside the program
    script.write_text((EXAMPLES / "send_page.mjs").read_text(encoding="utf-8"), encoding="utf-8")
    await sends_the_page(["node", str(script)], kafka, topic_prefix, page)


async def publish(kafka: KafkaUnderTest, topic: str, *articles: dict) -> None:
    async with kafka.producer() as producer:
        for article in articles:
            await producer.send_and_wait(topic, json.dumps(article).encode(), key=article["id"].encode())


def rows(database: str, query: str) -> list[tuple]:
    with psycopg.connect(database) as connection:
        return connection.execute(query).fetchall()


async def test_articles_are_upserted_into_postgres(kafka, topic_prefix, postgres):
    rows_of = program("articles_to_postgres.py", "--until-idle", "8")
    with psycopg.connect(postgres) as connection:
        connection.execute("drop table if exists article")
    topic = f"{topic_prefix}.articles"
    await kafka.create_topic(topic)
    first = example("article")
    corrected = {**first, "version": "0000000000000000", "headline": "Corrected \x00"}
    other = {**first, "id": "other"}
    again = {**other, "headline": "of the same version, so the first stays"}
    backfilled = {**first, "id": "third", "backfill": True, "headline": "Run again"}
    await publish(kafka, topic, first, other, {**first, "id": "third"}, corrected, again, backfilled)
    run(rows_of, kafka, topic_prefix, DATABASE=postgres)
    assert dict(rows(postgres, "select id, headline from article")) == {
        first["id"]: "Corrected ",
        "other": first["headline"],
        "third": "Run again",
    }
    assert rows(postgres, "select distinct published::text from article") == [("2024-03-12",)]
    moves = "select fact ->> 'person' from article, jsonb_array_elements(body -> 'facts' -> 'moves') fact"
    assert ("Claire Dumas",) in rows(postgres, f"{moves} where id = 'other'")


async def test_figures_go_to_parquet(kafka, topic_prefix, tmp_path):
    topic = f"{topic_prefix}.sales-figures"
    await kafka.create_topic(topic, partitions=2)
    figure = {
        "subject": "Ardenne",
        "metric": "registrations",
        "value": 4210.0,
        "unit": "vehicles",
        "change_pct": -3.5,
        "period": "2024-03",
        "geography": "FR",
        "segment": None,
        "forecast": False,
        "confidence": 0.9,
        "evidence": [],
    }
    first = {**example("article"), "facts": {"moves": [], "figures": [figure, {**figure, "value": None}]}}
    corrected = {**first, "facts": {"moves": [], "figures": [{**figure, "value": 4211.0}]}}
    await publish(kafka, topic, first, {**first, "id": "other"}, corrected)
    target = tmp_path / "figures.parquet"
    assert run(program("articles_to_parquet.py", str(target)), kafka, topic_prefix).strip() == "3 figures"
    found = duckdb.sql(f"select article, value, period from '{target}' order by value nulls last").fetchall()
    assert found == [("other", 4210.0, "2024-03"), (first["id"], 4211.0, "2024-03"), ("other", None, "2024-03")]
