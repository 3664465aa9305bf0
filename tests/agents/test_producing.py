"""Pages as raw messages: what is written is what the worker reads."""

from __future__ import annotations

import pytest

from agents.messages import read_message
from agents.producing import raw_message
from pipeline.page import RawPage


@pytest.mark.parametrize(
    "page",
    [
        RawPage(body=b"<p>\xff</p>"),
        RawPage(body=b"\x1f\x8b..", url="https://www.presse.example/1", content_encoding="gzip", source="crawler"),
        RawPage(body=b"<p>1</p>", content_type="text/html; charset=x", fetched="2024-05-03T08:00:00Z"),
        RawPage(body=b"", text="<p>é</p>", url="https://presse.example/2"),
        RawPage(body=b"\x00\xff", url="https://presse.example/3", metadata={"feed": [1, {"a": None}]}),
        RawPage(body=b"", text="<p>é</p>", metadata={"gold_id": "x"}, source="files", content_type="text/html"),
    ],
)
def test_a_page_comes_through_whole(page):
    _, value, headers = raw_message(page)
    assert read_message(value, dict(headers), None) == page


def test_the_key_is_the_host_so_that_a_site_keeps_its_order():
    assert raw_message(RawPage(body=b"", url="https://www.presse.example/1"))[0] == b"presse.example"
    assert raw_message(RawPage(body=b""))[0] is None


def test_bytes_go_as_they_are_with_headers_for_what_is_known_alone():
    key, value, headers = raw_message(RawPage(body=b"<p>", url="https://presse.example/1"))
    assert (key, value, headers) == (b"presse.example", b"<p>", [("url", b"https://presse.example/1")])
