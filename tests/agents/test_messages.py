"""Reading raw messages, as producers in any language send them."""

from __future__ import annotations

import base64

import orjson
import pytest

from agents.messages import InvalidMessageError, read_message
from pipeline.article import RawPosition

AT = RawPosition("news.raw", 3, 42)


def envelope(**fields):
    return orjson.dumps(fields), {"content-type": b"application/json"}


def test_bytes_are_kept_as_they_are_with_what_the_headers_say():
    page = read_message(
        b"<html>\xe9",
        {
            "url": b"https://presse.example/a",
            "Content-Type": b"text/html; charset=iso-8859-1",
            "content-encoding": b"gzip",
            "fetched-at": b"2024-05-03T08:00:00Z",
            "source": b"crawler-7",
            "backfill": b"1",
        },
        AT,
    )
    assert page.body == b"<html>\xe9"
    assert page.url == "https://presse.example/a"
    assert page.content_type == "text/html; charset=iso-8859-1"
    assert page.content_encoding == "gzip"
    assert page.fetched == "2024-05-03T08:00:00Z"
    assert page.source == "crawler-7"
    assert page.backfill
    assert page.raw == AT


def test_no_header_is_needed():
    page = read_message(b"<html>", {}, AT)
    assert (page.url, page.content_type, page.fetched, page.backfill, page.metadata) == (None, None, None, False, {})


def test_an_envelope_hands_its_metadata_through():
    value, headers = envelope(url="https://a.example/", html="<p>é", metadata={"feed": 7, "tags": ["x"]})
    page = read_message(value, headers, AT)
    assert page.text == "<p>é"
    assert page.metadata == {"feed": 7, "tags": ["x"]}


def test_an_envelope_may_carry_bytes():
    value, headers = envelope(html_base64=base64.b64encode(b"\xff\xfe<").decode(), content_type="text/html")
    page = read_message(value, headers, AT)
    assert page.body == b"\xff\xfe<"
    assert page.text is None


@pytest.mark.parametrize("content_type", [b"application/json; charset=utf-8", b"Application/JSON"])
def test_the_content_type_of_an_envelope_may_be_written_in_other_ways(content_type):
    page = read_message(b'{"html": "<p>"}', {"content-type": content_type}, AT)
    assert page.text == "<p>"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "without a value"),
        (b"<html>", "not"),
        (b"[]", "not an object"),
        (b"{}", "either html or html_base64"),
        (b'{"html": "a", "html_base64": "YQ=="}', "either html or html_base64"),
        (b'{"html": 3}', "html is not a string"),
        (b'{"html_base64": "***"}', "not base64"),
        (b'{"html": "a", "metadata": [1]}', "metadata is not an object"),
        (b'{"html": "a", "url": 5}', "url is not a string"),
    ],
)
def test_what_breaks_the_contract_is_named(value, says):
    with pytest.raises(InvalidMessageError, match=says):
        read_message(value, {"content-type": b"application/json"}, AT)


@pytest.mark.parametrize("given", ["yesterday", "2024-05-03", "2024-05-03T08:00:00", "2024-13-03T08:00:00Z"])
def test_a_time_that_is_none_is_left_out_rather_than_guessed(given):
    assert read_message(b"<html>", {"fetched-at": given.encode()}, AT).fetched is None
