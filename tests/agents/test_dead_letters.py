"""Dead letters: what they say, which are meant, and how one goes back."""

from __future__ import annotations

from types import SimpleNamespace

import orjson
import pytest

from agents.dead_letters import Filter, letter_of, replay
from agents.outputs import Consumed, records_of
from agents.page_result import PageResult
from agents.settings import load_settings
from agents.topics import declare_topics
from pipeline.article import RawPosition
from pipeline.outcomes import OutcomeName

SETTINGS = load_settings(topic_prefix="t")
ORIGINAL = [("url", b"https://www.presse.example/1"), ("x-crawl", b"\xff\x00"), ("x-crawl", b"2")]


def record(*headers, value=b"<p>\xff", key=b"k", timestamp=1_714_723_200_000, offset=7):
    return SimpleNamespace(
        partition=2, offset=offset, timestamp=timestamp, key=key, value=value, headers=tuple(headers)
    )


def written(*headers, value=b"<p>\xff"):
    """A record as the line writes it."""
    consumed = Consumed(
        position=RawPosition("t.raw", 3, 42),
        timestamp_ms=0,
        received="2024-05-03T08:00:00Z",
        key=b"\x00k",
        value=value,
        headers=headers,
    )
    result = PageResult(outcome=OutcomeName.TIMED_OUT, stage="process", reason="not done in 10 s")
    dead, _ = records_of(result, consumed, declare_topics(SETTINGS), "w")
    return record(*dead.headers, value=dead.value, key=dead.key)


class Producer:
    """Keeps what it is given."""

    def __init__(self):
        self.sent = []

    async def send_and_wait(self, topic, value, key=None, headers=()):
        self.sent.append((topic, key, value, list(headers)))
        return SimpleNamespace(topic=topic, partition=1, offset=99)


def test_a_letter_says_where_it_comes_from_and_why():
    letter = letter_of(written(*ORIGINAL))
    assert (letter.reason, letter.stage, letter.error) == ("timed-out", "process", "not done in 10 s")
    assert (letter.raw, letter.attempt, letter.position) == (("t.raw", 3, 42), 1, "2:7")
    assert (letter.url, letter.host) == ("https://www.presse.example/1", "presse.example")
    assert letter.time == "2024-05-03T08:00:00+00:00"
    assert (letter.key, letter.value, list(letter.headers)) == (b"\x00k", b"<p>\xff", ORIGINAL)


@pytest.mark.parametrize(
    ("value", "url"),
    [
        (b'{"url": "https://a.example/"}', "https://a.example/"),
        (b'{"url": 5}', None),
        (b"[1]", None),
        (b"no json", None),
        (None, None),
    ],
)
def test_the_address_of_an_envelope_is_in_it(value, url):
    assert letter_of(record(("content-type", b"Application/json"), value=value)).url == url


@pytest.mark.parametrize("attempt", [b"", b"x", b"-1", b"\xc2\xb2", b"\xff"])
def test_a_record_that_is_not_ours_is_shown_nevertheless(attempt):
    letter = letter_of(record(("dlq-attempt", attempt), ("other", None)))
    assert (letter.attempt, letter.reason, letter.raw) == (0, "", ("", 0, 0))


@pytest.mark.parametrize(
    ("wanted", "matches"),
    [
        (Filter(), True),
        (Filter(reasons={"timed-out", "crashed"}), True),
        (Filter(reasons={"crashed"}), False),
        (Filter(host="presse.example"), True),
        (Filter(host="www.presse.example"), True),
        (Filter(host="example"), False),
        (Filter(since_ms=1_714_723_200_000), True),
        (Filter(since_ms=1_714_723_200_001), False),
        (Filter(until_ms=1_714_723_200_000), False),
        (Filter(positions={"2:7"}), True),
        (Filter(positions={"2:8"}), False),
    ],
)
def test_the_filters(wanted, matches):
    assert wanted.matches(letter_of(written(*ORIGINAL))) is matches


async def test_a_letter_goes_back_as_it_came_with_its_attempts_and_a_record_of_it():
    producer = Producer()
    await replay(letter_of(written(*ORIGINAL)), producer, SETTINGS, "somebody")
    raw, audit = producer.sent
    assert raw == ("t.raw", b"\x00k", b"<p>\xff", [*ORIGINAL, ("dlq-attempt", b"1")])
    assert audit[:2] == ("t.replays", b"2:7")
    said = orjson.loads(audit[2])
    assert said["raw"] == {"topic": "t.raw", "partition": 1, "offset": 99}
    assert (said["dead_letter"], said["by"], said["attempt"]) == ("2:7", "somebody", 1)


async def test_a_page_that_fails_after_its_replay_has_one_attempt_more_and_its_headers_once():
    producer = Producer()
    await replay(letter_of(written(*ORIGINAL)), producer, SETTINGS, "somebody")
    again = letter_of(written(*producer.sent[0][3]))
    assert again.attempt == 2
    assert list(again.headers) == ORIGINAL
