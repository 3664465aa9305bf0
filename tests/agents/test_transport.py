"""Our changes to Faust's transport, and that the parts they reach into are still there."""

from __future__ import annotations

import asyncio
import inspect
from collections import defaultdict

import pytest
from faust.transport import consumer as faust_consumer
from faust.transport.drivers import aiokafka as driver
from faust.types import TP

from agents import transport
from agents.app import create_app
from agents.broker import EMBEDDED
from agents.settings import load_settings
from agents.transport import Consumer, ConsumerThread, Producer, Transport

AT = TP("news.raw", 0)


def bare(**attributes):
    """A consumer without its connections."""
    made = Consumer.__new__(Consumer)
    made._highest_acked = {}
    made._acked = defaultdict(list)
    made._acked_index = defaultdict(set)
    for name, value in attributes.items():
        setattr(made, name, value)
    return made


def acknowledge(consumer, *offsets):
    consumer._acked[AT].extend(offsets)
    consumer._acked_index[AT].update(offsets)


@pytest.mark.parametrize(
    ("ours", "theirs", "names"),
    [
        (Consumer, driver.Consumer, ["_new_offset", "_new_consumer_thread", "_wait_next_records", "wait_empty"]),
        (Consumer, driver.Consumer, ["on_partitions_revoked", "commit"]),
        (Consumer, driver.Consumer, ["_get_active_partitions", "sleep"]),
        (ConsumerThread, driver.AIOKafkaConsumerThread, ["_create_worker_consumer"]),
        (Producer, driver.Producer, ["_settings_extra", "on_stop", "__post_init__"]),
        (Producer, driver.Producer, ["_ensure_producer", "_new_producer", "_settings_default", "_settings_auth"]),
        (transport.App, transport.faust.App, ["_new_transport", "_new_producer_transport"]),
    ],
)
def test_what_we_override_or_call_is_there_and_takes_what_it_took(ours, theirs, names):
    for name in names:
        assert hasattr(theirs, name), f"{theirs.__qualname__}.{name} is gone"
        expected = list(inspect.signature(getattr(theirs, name)).parameters)
        assert list(inspect.signature(getattr(ours, name)).parameters) == expected, name


def test_the_state_we_read_is_still_kept_by_faust():
    source = inspect.getsource(faust_consumer.Consumer)
    for name in ("_acked", "_acked_index", "_unacked_messages", "flow_active"):
        assert f"self.{name}" in source, name
    assert "_new_offset(" in source, "Faust no longer asks where to commit"
    assert "_settings_extra()" in inspect.getsource(driver.Producer)
    assert "self._producer = self._new_producer()" in inspect.getsource(driver.Producer)
    assert "_new_consumer_thread()" in inspect.getsource(faust_consumer) + inspect.getsource(driver)
    assert "_fetch_max_wait_ms" in inspect.getsource(driver.aiokafka.AIOKafkaConsumer)


def test_the_commit_goes_one_past_the_highest_acknowledged_offset():
    consumer = bare()
    acknowledge(consumer, 5, 6, 7)
    assert consumer._new_offset(AT) == 8
    assert consumer._acked[AT] == []
    assert consumer._acked_index[AT] == set()


def test_with_nothing_new_the_commit_stands_where_it_stood_so_that_a_failed_one_is_repeated():
    consumer = bare()
    acknowledge(consumer, 0)
    assert (consumer._new_offset(AT), consumer._new_offset(AT)) == (1, 1)


def test_where_nothing_was_acknowledged_nothing_is_committed():
    assert bare()._new_offset(AT) is None


def test_the_commit_never_goes_back():
    consumer = bare()
    acknowledge(consumer, 9)
    consumer._new_offset(AT)
    acknowledge(consumer, 3)
    assert consumer._new_offset(AT) == 10


async def test_a_partition_is_committed_before_it_is_given_away_and_then_forgotten(monkeypatch):
    did = []

    async def commit(self, *_):
        did.append("commit")

    async def revoke(self, revoked):
        did.append("revoke")

    monkeypatch.setattr(driver.Consumer, "on_partitions_revoked", revoke)
    monkeypatch.setattr(Consumer, "commit", commit)
    consumer = bare()
    acknowledge(consumer, 4)
    consumer._new_offset(AT)
    await consumer.on_partitions_revoked({AT, TP("news.raw", 1)})
    assert did == ["commit", "revoke"]
    assert consumer._new_offset(AT) is None


async def test_the_wait_for_pages_in_flight_has_an_end(monkeypatch, caplog):
    async def wait(self):
        await asyncio.sleep(60)

    class Drained:
        drain_seconds = 0.01

    monkeypatch.setattr(driver.Consumer, "wait_empty", wait)
    await bare(app=Drained, _unacked_messages={1, 2, 3}).wait_empty()
    assert "3 pages not done in 0.01 s" in caplog.text


def test_the_app_uses_this_transport_with_the_broker_s_habits():
    app = create_app(load_settings(broker="127.0.0.1:1", broker_kind="embedded", processes=1, web=False))
    assert app.profile is EMBEDDED
    assert isinstance(app.transport, Transport)
    assert isinstance(app.consumer, Consumer)
    producer = app.transport.create_producer()
    assert isinstance(producer, Producer)
    assert producer._settings_extra() == {}  # the embedded broker knows no producers


def test_a_real_kafka_gets_an_idempotent_producer():
    app = create_app(load_settings(broker="127.0.0.1:1,127.0.0.1:2", processes=1, web=False))
    assert app.transport.create_producer()._settings_extra() == {"enable_idempotence": True, "acks": "all"}
    assert [url.port for url in app.conf.broker] == [1, 2]


def test_a_worker_needs_a_broker(monkeypatch):
    monkeypatch.delenv("ROTATIVE_BROKER", raising=False)
    with pytest.raises(ValueError, match="ROTATIVE_BROKER"):
        create_app(load_settings(web=False))
