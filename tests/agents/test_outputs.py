"""What goes out for a page: CloudEvents headers, copies for each type, dead letters that keep everything."""

from __future__ import annotations

import orjson
import pytest

from agents.outputs import Consumed, records_of
from agents.page_result import PageResult
from agents.settings import load_settings
from agents.topics import declare_topics
from pipeline.article import RawPosition
from pipeline.outcomes import DEAD_LETTERED, OutcomeName

TOPICS = declare_topics(load_settings(topic_prefix="t"))
TRACE = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
GOOD = PageResult(
    outcome=OutcomeName.ENRICHED,
    url="https://presse.example/1",
    host="presse.example",
    article=b'{"id": "abc"}',
    article_id="abc",
    version="v1",
    type="appointment",
    types=("appointment", "sales_figures"),
    processed="2024-05-03T08:00:01.000Z",
    timings_ms={"extract": 3.5},
)


def consumed(*headers, key=b"presse.example", value=b"<html>\xff"):
    return Consumed(
        position=RawPosition("t.raw", 3, 42),
        timestamp_ms=1_714_723_200_000,
        received="2024-05-03T08:00:00.000Z",
        key=key,
        value=value,
        headers=headers,
    )


def failed(outcome=OutcomeName.TIMED_OUT, error=None):
    return PageResult(
        outcome=outcome, stage="process", reason="not done in 10 s", error=error, url="https://x.example/"
    )


def test_an_article_goes_to_its_topics_and_the_outcome_goes_last():
    records = list(records_of(GOOD, consumed(), TOPICS, "w1"))
    assert [record.topic for record in records] == ["t.articles", "t.appointments", "t.sales-figures", "t.outcomes"]
    assert {record.value for record in records[:3]} == {b'{"id": "abc"}'}
    assert {record.key for record in records[:3]} == {b"abc"}


def test_article_and_outcome_are_cloud_events_in_binary_mode():
    article, *_, outcome = records_of(GOOD, consumed(("traceparent", TRACE)), TOPICS, "w1")
    assert dict(article.headers) == {
        "ce_specversion": b"1.0",
        "ce_id": b"abc/v1",
        "ce_source": b"/rotative/t.raw",
        "ce_type": b"io.rotative.article.v1",
        "ce_time": b"2024-05-03T08:00:01.000Z",
        "ce_subject": b"abc",
        "ce_dataschema": b"urn:rotative:schema:article:1",
        "content-type": b"application/json",
        "traceparent": TRACE,
    }
    said = dict(outcome.headers)
    assert (said["ce_id"], said["ce_type"]) == (b"t.raw/3/42", b"io.rotative.outcome.v1")
    assert said["traceparent"] == TRACE


def test_no_trace_is_made_up():
    assert all("traceparent" not in dict(record.headers) for record in records_of(GOOD, consumed(), TOPICS, "w1"))


def test_the_outcome_stands_beside_its_raw_partition_and_says_what_became_of_the_page():
    *_, record = records_of(GOOD, consumed(), TOPICS, "w1")
    outcome = orjson.loads(record.value)
    assert record.partition == 3
    assert outcome["raw"] == {"topic": "t.raw", "partition": 3, "offset": 42}
    assert (outcome["outcome"], outcome["article_id"], outcome["worker"]) == ("enriched", "abc", "w1")
    assert outcome["timings_ms"] == {"extract": 3.5}


def test_a_duplicate_has_an_outcome_and_no_article():
    again = PageResult(outcome=OutcomeName.DUPLICATE, article=b"{}", article_id="abc", version="v1", types=("other",))
    assert [record.topic for record in records_of(again, consumed(), TOPICS, "w1")] == ["t.outcomes"]


@pytest.mark.parametrize("outcome", sorted(DEAD_LETTERED))
def test_a_dead_letter_keeps_bytes_key_and_repeated_headers_in_their_order(outcome):
    headers = [("url", b"https://x.example/"), ("x-crawl", b"\xff\x00"), ("x-crawl", b"2"), ("empty", b"")]
    dead, _ = records_of(failed(outcome), consumed(*headers, key=b"\x00key"), TOPICS, "w1")
    assert dead.topic == "t.dead-letters"
    assert (dead.key, dead.value) == (b"\x00key", b"<html>\xff")
    assert dead.headers[:4] == headers
    said = dict(dead.headers[4:])
    assert (said["dlq-topic"], said["dlq-partition"], said["dlq-offset"]) == (b"t.raw", b"3", b"42")
    assert (said["dlq-reason"], said["dlq-stage"]) == (outcome.value.encode(), b"process")
    assert said["dlq-timestamp"] == b"1714723200000"
    assert said["dlq-error"] == b"not done in 10 s"


def test_the_error_s_class_is_named():
    dead, _ = records_of(failed(error="ValueError"), consumed(), TOPICS, "w1")
    assert dict(dead.headers)["dlq-error"] == b"ValueError: not done in 10 s"


@pytest.mark.parametrize(
    ("given", "counted"), [(None, b"1"), (b"1", b"2"), (b"41", b"42"), (b"often", b"1"), (b"\xc2\xb2", b"1")]
)
def test_attempts_are_counted_and_said_once(given, counted):
    headers = [] if given is None else [("dlq-attempt", given), ("dlq-reason", b"crashed")]
    dead, _ = records_of(failed(), consumed(*headers), TOPICS, "w1")
    assert [content for name, content in dead.headers if name == "dlq-attempt"] == [counted]
    assert [content for name, content in dead.headers if name == "dlq-reason"] == [b"timed-out"]


def test_of_a_header_that_is_repeated_the_last_counts():
    assert consumed(("a", b"1"), ("a", b"2")).header("a") == b"2"


def test_a_message_without_key_and_value_keeps_them_out():
    dead, outcome = records_of(failed(OutcomeName.INVALID), consumed(key=None, value=None), TOPICS, "w1")
    assert (dead.key, dead.value, outcome.key) == (None, None, None)
