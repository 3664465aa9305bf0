"""The short form of each scenario; `make chaos` runs the long one. On Apache Kafka where it is at hand."""

from __future__ import annotations

import os
import shutil

import pytest

from agents.broker import KAFKA
from tests.chaos import brokers, poison, workers
from tests.chaos.stage import Stage
from tests.kafka.clients import KafkaUnderTest
from tests.kafka.conftest import kafka, real_kafka, topic_prefix  # noqa: F401 - fixtures

pytestmark = [pytest.mark.kafka, pytest.mark.chaos, pytest.mark.timeout(240)]

PAGES = int(os.environ.get("ROTATIVE_CHAOS_PAGES", "400"))
IN_FLIGHT = 8
"""Pages one worker of one process holds."""
BETWEEN_COMMITS = 400
"""Pages a worker may finish between two commits: what a kill makes it do again, at the most, with those in flight."""


@pytest.fixture
def stage(kafka, topic_prefix, tmp_path):  # noqa: F811
    if kafka.kind == "embedded" and shutil.which("java") and shutil.which("mvn"):
        pytest.skip(
            "promises are proven on Apache Kafka, which is here; the embedded broker has its turn in `make chaos`"
        )

    def at(events=0, pages=PAGES):
        return Stage(kafka, topic_prefix, tmp_path, pages, events)

    return at


@pytest.fixture
def apache_stage(stage, kafka):  # noqa: F811
    if kafka.kind != "apache":
        pytest.skip("the embedded broker keeps no limits and no topics of others")
    return stage


@pytest.fixture
def show(capsys):
    def say(result):
        with capsys.disabled():
            print(f"\n{result}", end=" ")
        return result

    return say


def proven(result):
    return result.lost == 0 and result.audit == "adds up"


def test_a_worker_killed_at_random_moments(stage, show):
    result = show(workers.killed(stage(2, 2 * PAGES)))
    assert proven(result)
    assert result.events == 2
    assert result.outcomes_doubled <= 2 * (BETWEEN_COMMITS + IN_FLIGHT)


def test_two_workers_one_killed_one_added(stage, show):
    result = show(workers.one_of_two_killed_one_added(stage(pages=2 * PAGES)))
    assert proven(result)
    assert result.events == 2
    assert result.outcomes_doubled <= BETWEEN_COMMITS + IN_FLIGHT


def test_an_orderly_end_under_load_loses_and_doubles_nothing(stage, show):
    result = show(workers.ended_under_load(stage()))
    assert proven(result)
    assert (result.outcomes_doubled, result.articles_doubled) == (0, 0)


def test_a_clock_that_jumps(stage, show):
    result = show(workers.clock_jumps(stage(3)))
    assert proven(result)
    assert (result.events, result.outcomes_doubled) == (3, 0)


def test_a_worker_whose_commits_stand_still_says_so_and_stops(stage, show):
    result = show(workers.commits_stand_still(stage(pages=PAGES // 2)))
    assert proven(result)
    assert result.events == 1


def test_poison_harms_nothing_but_itself(stage, show):
    result = show(poison.every_hundredth(stage()))
    assert proven(result)
    assert result.dead_letters == PAGES // 100
    assert (result.outcomes_doubled, result.articles_doubled) == (0, 0)


def test_a_worker_that_puts_nearly_all_aside_stops_and_says_why(stage, show):
    result = show(poison.nine_of_ten(stage(pages=600)))
    assert proven(result)
    # In a row as well: what is no message is done before the first page process has started.
    assert "went to the dead letters" in result.note


def test_poison_that_is_mended_and_replayed(stage, show):
    result = show(poison.mended_and_replayed(stage()))
    assert proven(result)
    assert result.dead_letters == PAGES // 20


def test_a_replay_of_nothing_ends(stage, show):
    assert proven(show(poison.nothing_to_replay(stage())))


def test_a_broker_that_goes_and_comes_back(topic_prefix, tmp_path, show):  # noqa: F811
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
    assert proven(result)
    assert result.events == 1
    assert result.dead_letters == 0, "an outage must not drain good pages into the dead letters"


def test_a_cluster_that_loses_a_node(topic_prefix, tmp_path, show):  # noqa: F811
    cluster = real_kafka(nodes=3)
    try:
        under_test = KafkaUnderTest(kind="apache", bootstrap=cluster.bootstrap, profile=KAFKA)
        play = Stage(under_test, topic_prefix, tmp_path, PAGES, 2, replication=3)
        result = show(brokers.node_lost(play, cluster.nodes[0].kill, cluster.nodes[0].start))
    finally:
        cluster.stop()
    assert proven(result)
    assert (result.events, result.dead_letters) == (2, 0)


def test_a_topic_that_refuses_large_articles(apache_stage, show):
    result = show(brokers.topic_refuses(apache_stage(pages=PAGES // 2)))
    assert proven(result)
    assert result.dead_letters == result.events == PAGES // 20


def test_a_topic_that_is_missing_for_a_while(apache_stage, show):
    result = show(brokers.topic_missing(apache_stage()))
    assert proven(result)
    assert (result.events, result.dead_letters) == (2, PAGES // 200)
