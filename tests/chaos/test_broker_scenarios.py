"""Brokers go and come back, topics are missing or refuse: the short form. `make chaos` runs the long form."""

from __future__ import annotations

import pytest

from agents.broker import KAFKA
from tests.chaos import brokers
from tests.chaos.stage import PAGES, Stage
from tests.kafka.clients import KafkaUnderTest
from tests.kafka.conftest import real_kafka

pytestmark = [pytest.mark.kafka, pytest.mark.chaos, pytest.mark.timeout(240)]


def test_a_broker_that_goes_and_comes_back(topic_prefix, tmp_path, show):
    cluster = real_kafka()
    try:
        (node,) = cluster.nodes
        under_test = KafkaUnderTest(kind="apache", bootstrap=cluster.bootstrap, profile=KAFKA)

        def start():
            node.start()
            cluster.wait_until_all_answer()

        result = show(brokers.away(Stage(under_test, topic_prefix, tmp_path, PAGES, 1), node.stop, start, 8))
    finally:
        cluster.stop()
    assert result.proven
    assert result.events == 1
    assert result.dead_letters == 0, "an outage must not drain good pages into the dead letters"


def test_a_cluster_that_loses_a_node(topic_prefix, tmp_path, show):
    cluster = real_kafka(nodes=3)
    try:
        under_test = KafkaUnderTest(kind="apache", bootstrap=cluster.bootstrap, profile=KAFKA)
        play = Stage(under_test, topic_prefix, tmp_path, PAGES, 2, replication=3)
        result = show(brokers.node_lost(play, cluster.nodes[0].kill, cluster.nodes[0].start))
    finally:
        cluster.stop()
    assert result.proven
    assert (result.events, result.dead_letters) == (2, 0)


def test_a_topic_that_refuses_large_articles(apache_stage, show):
    result = show(brokers.topic_refuses(apache_stage(pages=PAGES // 2)))
    assert result.proven
    assert result.dead_letters == result.events == PAGES // 20


def test_a_topic_that_is_missing_for_a_while(apache_stage, show):
    result = show(brokers.topic_missing(apache_stage()))
    assert result.proven
    assert (result.events, result.dead_letters) == (2, PAGES // 200)
