"""The schemas, read by a validator that is not ours."""

from __future__ import annotations

import orjson
import pytest
from jsonschema import Draft202012Validator

from agents.contracts import CONTRACTS, schema_of
from agents.outputs import Consumed, records_of
from agents.page_process import process_page
from agents.page_result import PageResult
from agents.producing import raw_message
from agents.sample_pages import sample_folder
from agents.settings import load_settings
from agents.topics import declare_topics
from pipeline.article import RawPosition
from pipeline.limits import DEFAULT_LIMITS
from pipeline.outcomes import OutcomeName
from pipeline.page import RawPage

SAMPLES = sorted(path for path in sample_folder().iterdir() if ".html" in path.name)
AT = RawPosition("news.raw", 0, 7)
TOPICS = declare_topics(load_settings(topic_prefix="news"))


def validator(name):
    return Draft202012Validator(schema_of(name))


def consumed(value=b""):
    return Consumed(position=AT, timestamp_ms=0, received="2024-05-03T08:00:00.000Z", key=None, value=value, headers=())


@pytest.mark.parametrize("name", sorted(CONTRACTS))
def test_each_schema_is_one_and_names_itself(name):
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:rotative:schema:{name}:1"
    undescribed = [
        field for field, how in schema["properties"].items() if not (how.get("description") or "$ref" in how)
    ]
    assert undescribed == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_article_and_outcome_of_each_sample_page_are_valid(path):
    page = RawPage(
        body=path.read_bytes(), content_encoding="gzip" if path.suffix == ".gz" else None, raw=AT, metadata={"n": [1]}
    )
    result = process_page(page, DEFAULT_LIMITS)
    assert result.article is not None, result.reason
    *_, outcome = records_of(result, consumed(), TOPICS, "w1")
    validator("article").validate(orjson.loads(result.article))
    validator("outcome").validate(orjson.loads(outcome.value))


@pytest.mark.parametrize("name", sorted(OutcomeName))
def test_every_outcome_is_in_the_schema(name):
    *_, outcome = records_of(PageResult(outcome=name), consumed(), TOPICS, "w1")
    validator("outcome").validate(orjson.loads(outcome.value))


def test_what_is_not_in_the_contract_is_refused():
    *_, record = records_of(PageResult(outcome=OutcomeName.OTHER), consumed(), TOPICS, "w1")
    outcome = orjson.loads(record.value)
    assert not validator("outcome").is_valid(outcome | {"outcome": "lost"})
    assert validator("outcome").is_valid(outcome | {"more": 1})  # a field may be added within a version
    assert not validator("outcome").is_valid({name: value for name, value in outcome.items() if name != "raw"})


def test_an_envelope_has_one_page_in_one_form():
    _, value, _ = raw_message(RawPage(body=b"\xff", url="https://x.example/", metadata={"a": 1}))
    valid = validator("envelope")
    valid.validate(orjson.loads(value))
    assert valid.is_valid({"html": "<p>", "unknown": 1})
    assert not valid.is_valid({"url": "https://x.example/"})
    assert not valid.is_valid({"html": "<p>", "html_base64": "PA=="})
