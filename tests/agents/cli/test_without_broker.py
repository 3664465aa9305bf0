"""Commands that need no broker, and what the others say when there is none."""

from __future__ import annotations

import socket

import orjson
import pytest
from jsonschema import Draft202012Validator

from tests.agents.cli.running import here, one_line, rotative


@pytest.fixture
def nobody():
    """The address of a broker that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize("message", ["article", "outcome", "envelope"])
def test_each_message_has_its_schema(message):
    done = here("schema", message)
    schema = orjson.loads(done.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["title"].lower() == message


def test_an_unknown_message_is_refused_with_the_known_ones():
    done = here("schema", "letter")
    assert done.returncode == 2
    assert "is none of article, outcome, envelope" in " ".join(done.stderr.replace("│", " ").split())


def test_topics_are_listed_for_people_and_for_programs():
    done = here("topics", "list", "--json", ROTATIVE_PARTITIONS="3", ROTATIVE_TOPIC_PREFIX="p")
    topics = {topic["topic"]: topic for topic in map(orjson.loads, done.stdout.splitlines())}
    assert len(topics) == 13
    assert topics["p.raw"]["partitions"] == 3
    assert topics["p.sources"]["configuration"]["cleanup.policy"] == "compact"
    shown = here("topics", "list").stdout
    assert "for ever" in shown
    assert "news.dead-letters" in shown


def test_doctor_needs_no_broker(tmp_path):
    done = here("doctor", "--json", ROTATIVE_REQUIRE_KAFKA="1", ROTATIVE_DATA_DIR=str(tmp_path))
    findings = {finding["subject"]: finding for finding in map(orjson.loads, done.stdout.splitlines())}
    assert done.returncode == 0, done.stdout
    assert findings["settings"]["state"] == "ok"
    assert findings["broker"]["state"] == "warning"
    assert findings["broker"]["mend"]


def test_doctor_says_what_is_wrong_and_how_it_is_mended(nobody):
    done = here("doctor", ROTATIVE_BROKER=nobody)
    assert done.returncode == 1
    assert nobody in done.stdout
    assert "check ROTATIVE_BROKER" in done.stdout
    wrong = here("doctor", ROTATIVE_PORT="x")
    assert wrong.returncode == 1
    assert "ROTATIVE_PORT" in wrong.stdout


@pytest.mark.parametrize(
    "command",
    [("send", "-"), ("tail",), ("worker",), ("audit",), ("topics", "check"), ("dead-letters", "list")],
    ids=" ".join,
)
def test_without_a_broker_the_way_to_one_is_shown(command):
    line = one_line(here(*command))
    assert "set ROTATIVE_BROKER=host:port, or start `rotative up`" in line


@pytest.mark.parametrize("command", [("send", "-"), ("topics", "create"), ("audit",)], ids=" ".join)
def test_a_broker_that_does_not_answer_is_named(nobody, command):
    assert nobody in one_line(here(*command, ROTATIVE_BROKER=nobody))


@pytest.mark.parametrize(
    ("name", "value"), [("PARTITIONS", "none"), ("BROKER", "localhost"), ("SECRETS_DIR", "/nowhere"), ("WEB", "[/x]")]
)
def test_a_wrong_variable_is_named(name, value):
    assert f"ROTATIVE_{name}: " in one_line(here("topics", "list", **{f"ROTATIVE_{name}": value}))


@pytest.mark.parametrize("arguments", [("--debug", "topics", "list"), ("topics", "list", "--debug")], ids=" ".join)
def test_a_traceback_is_shown_where_it_is_asked_for(arguments):
    done = here(*arguments, ROTATIVE_PARTITIONS="none")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "SettingsError: ROTATIVE_PARTITIONS" in done.stderr


def test_debug_after_two_dashes_is_a_path(tmp_path):
    assert "--debug: No such file" in one_line(rotative("enrich", "--", "--debug", folder=tmp_path))


def test_a_type_that_is_not_there_is_named():
    assert "no-such-type" in one_line(here("topics", "list", ROTATIVE_TYPES="no-such-type"))


def test_help_and_version_teach():
    assert here("--version").stdout.startswith("rotative 0.")
    shown = here("--help").stdout
    for command in ("demo", "up", "send", "enrich", "tail", "dead-letters", "audit", "doctor"):
        assert command in shown
    assert "traceback" in shown


@pytest.mark.parametrize("given", ["yesterday", "5w", "2024-13-01"])
def test_a_time_that_is_none_is_refused_with_examples(given):
    done = here("dead-letters", "list", "--since", given, ROTATIVE_BROKER="127.0.0.1:1")
    assert done.returncode == 2
    assert "90m" in done.stderr
