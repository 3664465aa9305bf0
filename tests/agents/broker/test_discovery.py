"""A command finds the embedded broker that `rotative up` runs on this machine, and says how to get one."""

import os

import pytest

from agents.broker import EmbeddedBroker
from agents.broker.discovery import NoBrokerError, running_embedded_broker, settings_with_broker
from agents.broker.records import ProcessIdentity, RunRecord, new_run_directory
from agents.settings import load_settings

GONE = ProcessIdentity(pid=2**22 - 1, started=1.0)


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("ROTATIVE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("ROTATIVE_BROKER", raising=False)
    return tmp_path / "broker"


def test_a_running_one_is_found_and_its_habits_with_it(state):
    with EmbeddedBroker() as broker:
        assert running_embedded_broker() == broker.address
        settings = settings_with_broker(load_settings(topic_prefix="press"))
        assert (settings.broker, settings.broker_kind, settings.topic_prefix) == (broker.address, "embedded", "press")
    assert running_embedded_broker() is None


def test_of_two_the_youngest_is_taken(state):
    with EmbeddedBroker(), EmbeddedBroker() as younger:
        assert running_embedded_broker() == younger.address


def test_a_dead_one_is_not_found(state):
    mine = ProcessIdentity.of(os.getpid())
    for broker, parent in ((GONE, mine), (mine, GONE)):
        RunRecord(broker=broker, parent=parent, port=1).write(new_run_directory(state))
    assert running_embedded_broker() is None


def test_the_broker_that_is_set_goes_first(state, monkeypatch):
    monkeypatch.setenv("ROTATIVE_BROKER", "kafka.example:9092")
    with EmbeddedBroker():
        assert settings_with_broker(load_settings()).broker == "kafka.example:9092"


def test_without_any_it_says_how_to_get_one(state):
    with pytest.raises(NoBrokerError, match=r"ROTATIVE_BROKER.*rotative up"):
        settings_with_broker(load_settings())
