"""The topics, declared once."""

from __future__ import annotations

import pytest

from agents.settings import load_settings
from agents.topics import DAY_MS, declare_topics

TOPICS = declare_topics(load_settings(topic_prefix="press", partitions=6, replication=3))


def test_the_line_has_these_topics_under_the_prefix():
    assert {topic.name for topic in TOPICS.all()} == {
        f"press.{name}"
        for name in (
            "raw",
            "articles",
            "appointments",
            "sales-figures",
            "co2-compliance",
            "outcomes",
            "dead-letters",
            "replays",
            "signatures",
            "stories",
            "metrics",
            "sources",
            "alerts",
        )
    }


def test_pages_are_spread_and_events_keep_their_order():
    one_each = ("replays", "signatures", "stories", "metrics", "sources", "alerts")
    single = {f"press.{name}" for name in one_each}
    assert {topic.name for topic in TOPICS.all() if topic.partitions == 1} == single
    assert {topic.partitions for topic in TOPICS.all() if topic.name not in single} == {6}
    assert {topic.replication for topic in TOPICS.all()} == {3}


def test_a_dead_letter_has_room_for_its_page_and_its_headers():
    assert TOPICS.dead_letters.max_message_bytes > TOPICS.raw.max_message_bytes
    assert TOPICS.dead_letters.retention_ms > TOPICS.raw.retention_ms


def test_the_configuration_is_in_kafka_s_own_names():
    assert TOPICS.raw.configuration == {
        "cleanup.policy": "delete",
        "retention.ms": str(7 * DAY_MS),
        "max.message.bytes": "10000000",
        "message.timestamp.type": "CreateTime",
    }
    assert TOPICS.sources.configuration["cleanup.policy"] == "compact"
    assert TOPICS.sources.configuration["retention.ms"] == "-1"


def test_what_a_worker_writes_has_the_broker_s_time():
    written = [topic for topic in TOPICS.all() if topic is not TOPICS.raw]
    assert {topic.configuration["message.timestamp.type"] for topic in written} == {"LogAppendTime"}


@pytest.mark.parametrize("name", ["dead-letters", "press.dead-letters"])
def test_a_topic_is_found_with_or_without_its_prefix(name):
    assert TOPICS.named(name) is TOPICS.dead_letters


def test_an_unknown_topic_is_none():
    assert TOPICS.named("letters") is None
