"""The AsyncAPI document: every topic, as declared, with messages that have a schema."""

import json
import re
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from agents.asyncapi import CLOUD_EVENT_HEADERS, DEAD_LETTER_HEADERS, asyncapi_document
from agents.cli.main import app
from agents.outputs import Consumed, records_of
from agents.page_result import PageResult
from agents.settings import load_settings
from agents.topics import declare_topics
from pipeline.article import RawPosition
from pipeline.outcomes import OutcomeName

SETTINGS = load_settings(topic_prefix="desk.press", partitions=5, group="readers", broker="one:9092,two:9092")
DOCUMENT = asyncapi_document(SETTINGS)
TOPICS = declare_topics(SETTINGS)


def references(value: Any):
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def at(reference: str) -> Any:
    found: Any = DOCUMENT
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def test_the_channels_are_the_topics():
    assert list(DOCUMENT["channels"]) == [topic.name for topic in TOPICS.all()]


@pytest.mark.parametrize("topic", TOPICS.all(), ids=lambda topic: topic.name)
def test_a_channel_is_as_the_topic_is_declared(topic):
    channel = DOCUMENT["channels"][topic.name]
    binding = channel["bindings"]["kafka"]
    assert channel["address"] == binding["topic"] == topic.name
    assert (binding["partitions"], binding["replicas"]) == (topic.partitions, topic.replication)
    configuration = binding["topicConfiguration"]
    assert configuration["cleanup.policy"] == topic.cleanup_policy.split(",")
    assert configuration["retention.ms"] == topic.retention_ms
    assert channel["messages"]


def test_every_reference_leads_somewhere():
    assert all(at(reference) for reference in references(DOCUMENT))


def test_a_worker_receives_from_raw_alone_in_its_group():
    received = [operation for operation in DOCUMENT["operations"].values() if operation["action"] == "receive"]
    assert [operation["channel"]["$ref"] for operation in received] == ["#/channels/desk.press.raw"]
    assert received[0]["bindings"]["kafka"]["groupId"]["enum"] == ["readers"]
    assert len(DOCUMENT["operations"]) == len(TOPICS.all())


def test_brokers_and_their_protocol():
    assert [server["host"] for server in DOCUMENT["servers"].values()] == ["one:9092", "two:9092"]
    secured = asyncapi_document(load_settings(security_protocol="SASL_SSL", sasl_username="u", sasl_password="hush"))
    assert {server["protocol"] for server in secured["servers"].values()} == {"kafka-secure"}
    assert "hush" not in json.dumps(secured)


def test_the_headers_are_those_that_are_sent():
    consumed = Consumed(
        position=RawPosition("desk.press.raw", 0, 1), timestamp_ms=0, received="", key=None, value=b"", headers=()
    )
    failed = PageResult(outcome=OutcomeName.FAILED)
    letter, outcome = records_of(failed, consumed, TOPICS, "worker-1")
    assert {name for name, _ in letter.headers} == set(DEAD_LETTER_HEADERS)
    assert {name for name, _ in outcome.headers} == set(CLOUD_EVENT_HEADERS)
    said = at("#/components/messages/outcome")["headers"]["properties"]
    assert dict(outcome.headers)["ce_type"].decode() == said["ce_type"]["const"]
    assert dict(outcome.headers)["ce_dataschema"].decode() == said["ce_dataschema"]["const"]


def test_every_message_has_a_schema():
    for name, message in DOCUMENT["components"]["messages"].items():
        raw = name in ("page", "dead-letter")
        assert raw or at(message["payload"]["$ref"])["properties"], name


def test_the_command_prints_it(monkeypatch):
    monkeypatch.setenv("ROTATIVE_TOPIC_PREFIX", "desk.press")
    printed = json.loads(CliRunner().invoke(app, ["asyncapi"]).stdout)
    assert re.fullmatch(r"3\.\d+\.\d+", printed["asyncapi"])
    assert "desk.press.articles" in printed["channels"]


def test_it_is_valid_by_the_specification(node_packages):
    file = node_packages / "node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(DOCUMENT)
    broken = {**DOCUMENT, "channels": {"raw": {"address": 7}}}
    assert not jsonschema.Draft7Validator(schema).is_valid(broken)
