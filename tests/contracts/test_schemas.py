"""The schemas as files: what the code makes, what the examples say, what a change may not do."""

import copy
import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import orjson
import pytest
from typer.testing import CliRunner

from agents.cli.main import app
from agents.contracts import CONTRACTS, schema_file, schema_of, schema_text
from agents.dead_letters import DeadLetter, replay
from agents.messages import read_envelope
from agents.monitoring_judge import Judge
from agents.outputs import Consumed, records_of
from agents.page_process import process_page
from agents.settings import load_settings
from agents.stories import Stories
from agents.topics import declare_topics
from pipeline.article import RawPosition
from pipeline.limits import DEFAULT_LIMITS
from tests.agents.test_monitoring_judge import outcome
from tools.schema_compatibility import breaking_changes, check

SCHEMAS = Path(__file__).parents[2] / "schemas"
EXAMPLES = SCHEMAS / "examples"
RAW = RawPosition("news.raw", 3, 1204)


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema_of(name))


def example(name: str) -> Any:
    return json.loads((EXAMPLES / f"{name}.v{CONTRACTS[name].version}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_file_is_what_the_code_makes(name):
    file = SCHEMAS / schema_file(name)
    assert file.read_text(encoding="utf-8") == schema_text(name), "run `make schemas`"


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_command_prints_the_file(name):
    printed = CliRunner().invoke(app, ["schema", name])
    assert printed.stdout == (SCHEMAS / schema_file(name)).read_text(encoding="utf-8")


def test_an_unknown_message_is_told_with_the_known_ones():
    refused = CliRunner().invoke(app, ["schema", "letter"])
    assert refused.exit_code == 2
    assert "outcome" in refused.output


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_schema_is_valid_and_every_field_is_described(name):
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    for part in (schema, *schema.get("$defs", {}).values()):
        for field, said in part.get("properties", {}).items():
            # A field that is another record alone is described where that record is; some names say all.
            assert said.get("description") or "$ref" in said, field


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_example_is_valid(name):
    validator(name).validate(example(name))


@pytest.mark.parametrize("name", [name for name, contract in CONTRACTS.items() if contract.direction == "out"])
def test_a_message_without_one_of_its_fields_is_not(name):
    for field in example(name):
        lacking = {key: value for key, value in example(name).items() if key != field}
        assert not validator(name).is_valid(lacking), field


def test_an_envelope_has_html_in_one_form():
    given = example("envelope")
    assert not validator("envelope").is_valid({**given, "html_base64": "PGh0bWw+"})
    assert not validator("envelope").is_valid({"url": given["url"]})
    assert validator("envelope").is_valid({"html": "<html>"})


def test_the_envelope_example_gives_the_article_example():
    page = dataclasses.replace(read_envelope(example("envelope")), raw=RAW)
    made = orjson.loads(process_page(page, DEFAULT_LIMITS).article)
    said = example("article")
    del made["provenance"], said["provenance"]
    assert {name: made[name] for name in ("id", "version", "url", "canonical_url", "host", "headline", "text")} == {
        name: said[name] for name in ("id", "version", "url", "canonical_url", "host", "headline", "text")
    }
    assert made.keys() == said.keys()


def test_every_span_of_the_example_quotes_its_field():
    article = example("article")
    spans = [span for span in _spans(article) if span]
    assert spans
    for span in spans:
        assert article[span["field"]][span["start"] : span["end"]] == span["quote"]


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield from value.get("evidence", ())
        for part in value.values():
            yield from _spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from _spans(part)


@pytest.mark.parametrize(
    "html", [example("envelope")["html"], "<html><body><p>Too short.</p></body></html>"], ids=["article", "no text"]
)
def test_what_a_worker_sends_is_valid(html):
    page = read_envelope({"html": html, "url": "https://presse.example/1"}, raw=RAW)
    consumed = Consumed(
        position=RAW, timestamp_ms=0, received="2024-03-12T09:15:02Z", key=b"presse.example", value=b"", headers=()
    )
    settings = load_settings()
    sent = list(records_of(process_page(page, DEFAULT_LIMITS), consumed, declare_topics(settings), "worker-1"))
    for record in sent:
        kind = {"outcomes": "outcome", "signatures": "signature"}.get(record.topic.rpartition(".")[2], "article")
        validator(kind).validate(orjson.loads(record.value))
        assert dict(record.headers)["ce_dataschema"].decode() == schema_of(kind)["$id"]
    assert sent


def test_what_a_monitor_sends_is_valid():
    judge = Judge(load_settings(), [], [])
    for number in range(60):
        judge.outcome(outcome("presse.example", 1.7e9 + number, "crashed" if number % 2 else "other"), 0, number)
    alerts = judge.look(1.7e9 + 100, caught_up=True)
    assert alerts
    for alert in alerts:
        validator("alert").validate(orjson.loads(orjson.dumps(alert)))
    ((host, record),) = judge.take_changed()
    assert host == "presse.example"
    validator("source").validate(orjson.loads(orjson.dumps(record)))


class Message:
    """A message of the signatures topic."""

    topic, headers = "news.signatures", [("traceparent", b"00-1-2-01")]

    def __init__(self, value):
        self.value = value


class Publisher:
    """Keeps what it is given."""

    def __init__(self):
        self.records = []

    async def publish(self, records):
        self.records += records


async def test_the_place_in_a_story_is_valid(monkeypatch):
    async def none(*_):
        return
        yield

    monkeypatch.setattr("agents.stories.read_members", none)
    publisher, settings = Publisher(), load_settings()
    event = SimpleNamespace(message=Message(orjson.dumps(example("signature"))))
    await Stories(settings, declare_topics(settings), publisher).handle(event)
    (record,) = publisher.records
    validator("story").validate(orjson.loads(record.value))
    assert dict(record.headers)["ce_dataschema"].decode() == schema_of("story")["$id"]
    assert dict(record.headers)["traceparent"] == b"00-1-2-01"


class Sent:
    """A producer that keeps what it is given."""

    def __init__(self):
        self.values = []

    async def send_and_wait(self, topic, value, headers, **_):
        self.values.append(value)
        self.headers = dict(headers)
        return RawPosition(topic, 0, 7)


async def test_the_record_of_a_replay_is_valid():
    letter = DeadLetter(
        2, 41, 0, "timed-out", "process", "", 1, "0.1.0", ("news.raw", 0, 3), "https://presse.example/2", None, b"", ()
    )
    producer = Sent()
    await replay(letter, producer, load_settings(), by="claire@desk")
    validator("replay").validate(orjson.loads(producer.values[-1]))
    assert producer.headers["ce_dataschema"].decode() == schema_of("replay")["$id"]


def change(name: str, edit) -> list[str]:
    """What the check says of an edit of a schema."""
    old = schema_of(name)
    new = copy.deepcopy(old)
    edit(new)
    return breaking_changes(old, new, direction=CONTRACTS[name].direction)


def retype(schema):
    schema["properties"]["host"]["anyOf"][0]["type"] = "integer"


def rename(schema):
    schema["properties"]["title"] = schema["properties"].pop("headline")


def narrow(schema):
    schema["$defs"]["Move"]["properties"]["event"]["enum"].remove("departed")


def retype_deep(schema):
    schema["$defs"]["RawPosition"]["properties"]["offset"]["type"] = "string"


def loosen(schema):
    schema["required"].remove("id")


def tighten(schema):
    schema["$defs"]["Person"]["properties"]["mentions"]["minimum"] = 2


def never_null(schema):
    schema["properties"]["host"] = {"type": "string"}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (retype, "host: was ['null', 'string'], is ['integer', 'null']"),
        (rename, "headline: is gone"),
        (narrow, "facts.moves[].event: the values ['departed'] are gone"),
        (retype_deep, "provenance.raw.offset: was ['integer'], is ['string']"),
        (loosen, "id: may be absent now"),
        (tighten, "people[].mentions: minimum was 1, is 2"),
        (never_null, "host: was ['null', 'string'], is ['string']"),
    ],
)
def test_a_breaking_change_is_refused(edit, said):
    assert change("article", edit) == [said]


def test_a_field_that_producers_must_give_now_is_refused():
    assert "url: is required now" in change("envelope", lambda schema: schema.update(required=["url"]))


def test_a_new_field_is_no_breaking_change():
    def add(schema):
        schema["properties"]["section"] = {"type": "string"}
        schema["required"].append("section")

    assert change("article", add) == []


def test_other_words_are_no_breaking_change():
    def say(schema):
        schema["properties"]["host"]["description"] = "The host."

    assert change("article", say) == []


def test_files_are_compared_with_the_code(tmp_path):
    shutil.copytree(SCHEMAS, tmp_path, dirs_exist_ok=True)
    assert check(tmp_path) == []
    file = tmp_path / schema_file("outcome")
    schema = json.loads(file.read_text(encoding="utf-8"))
    schema["properties"]["verdict"] = {"type": "string"}
    file.write_text(json.dumps(schema), encoding="utf-8")
    assert check(tmp_path) == [f"{file.name}: verdict: is gone"]
