"""What `rotative doctor` finds."""

from __future__ import annotations

import shutil
import socket
from collections import namedtuple

import pytest

from agents import checks
from agents.administration import TopicState
from agents.broker.errors import BrokerStartError
from agents.settings import load_settings
from agents.topics import declare_topics

Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def no_variables(monkeypatch, tmp_path):
    monkeypatch.delenv("ROTATIVE_BROKER", raising=False)
    monkeypatch.setattr("agents.broker.discovery.running_embedded_broker", lambda: None)


def by_subject(findings):
    return {finding.subject: finding for finding in findings}


def test_this_installation_is_sound():
    found = by_subject(checks.check_installation())
    assert {finding.state for finding in found.values()} == {"ok"}
    assert set(found) == {"python", "dependencies", "embedded broker", "disk"}


def test_a_python_that_is_too_old_is_an_error(monkeypatch):
    monkeypatch.setattr(checks.sys, "version_info", (3, 9, 7))
    found = by_subject(checks.check_installation())["python"]
    assert (found.state, found.found) == ("error", "3.9.7")
    assert "3.10" in found.mend


def test_a_dependency_that_is_missing_or_too_old_is_named_with_its_mend(monkeypatch):
    needs = ["no-such-library>=2", "orjson>=900", "tomli>=9; python_version < '3'"]
    monkeypatch.setattr(checks, "requires", lambda name: needs)
    found = by_subject(checks.check_installation())
    assert found["no-such-library"].state == found["orjson"].state == "error"
    assert found["no-such-library"].mend == "pip install 'no-such-library>=2'"
    assert "needed >=900" in found["orjson"].found
    assert "tomli" not in found


def test_without_the_embedded_broker_another_is_needed(monkeypatch):
    def none():
        raise BrokerStartError("no binary for this machine")

    monkeypatch.setattr(checks, "binary", none)
    found = by_subject(checks.check_installation())["embedded broker"]
    assert (found.state, found.mend) == ("warning", "set ROTATIVE_BROKER to an Apache Kafka")


def test_a_full_disk_is_told(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(1, 1, 20_000_000))
    found = by_subject(checks.check_installation())["disk"]
    assert (found.state, found.found) == ("warning", "20 MB free")


def test_a_misspelt_variable_is_told(monkeypatch):
    monkeypatch.setenv("ROTATIVE_BROKR", "x")
    (found,) = checks.check_settings(load_settings())
    assert (found.state, found.found) == ("warning", "ROTATIVE_BROKR is not a setting")


@pytest.mark.parametrize(("host", "told"), [("0.0.0.0", True), ("127.0.0.1", False), ("::1", False)])
def test_a_console_for_the_whole_network_is_told(host, told):
    found = by_subject(checks.check_settings(load_settings(web_host=host)))
    assert ("console" in found) is told


async def test_no_broker_is_no_error():
    (found,) = await checks.check_broker(load_settings())
    assert (found.subject, found.state) == ("broker", "warning")
    assert "ROTATIVE_BROKER" in found.found


async def test_a_broker_that_does_not_answer_is_an_error():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    (found,) = await checks.check_broker(load_settings(broker=f"127.0.0.1:{port}"))
    assert found.state == "error"
    assert str(port) in found.found


async def test_credentials_that_do_not_fit_are_an_error():
    (found,) = await checks.check_broker(load_settings(broker="127.0.0.1:1", security_protocol="SASL_SSL"))
    assert (found.subject, found.state) == ("broker", "error")
    assert "ROTATIVE_SASL" in found.found


async def test_missing_and_differing_topics_are_told(monkeypatch):
    settings = load_settings(broker="127.0.0.1:1")
    raw, articles, *rest = declare_topics(settings).all()

    async def inspect(_):
        return [
            TopicState(raw, None),
            TopicState(articles, 8, ("3 partitions, declared 8",)),
            *(TopicState(topic, topic.partitions) for topic in rest),
        ]

    monkeypatch.setattr(checks, "inspect_topics", inspect)
    broker, missing, differs = await checks.check_broker(settings)
    assert broker.state == "ok"
    assert "news.raw" in missing.found
    assert "rotative topics create" in missing.mend
    assert "Describe" in missing.mend
    assert differs.found == "news.articles: 3 partitions, declared 8"


async def test_topics_as_declared_are_well(monkeypatch):
    settings = load_settings(broker="127.0.0.1:1")

    async def inspect(_):
        return [TopicState(topic, topic.partitions) for topic in declare_topics(settings).all()]

    monkeypatch.setattr(checks, "inspect_topics", inspect)
    assert {finding.state for finding in await checks.check_broker(settings)} == {"ok"}
