# ruff: noqa: E501 - links read better side by side
"""Links become addresses as the standard library joins them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from pipeline.extraction.links import absolute

BASES = ["https://journal.example/actu/1.html?x=1#y", "http://journal.example:8080", "HTTPS://Journal.example/a;b"]
LINKS = [
    "https://other.example", "https://other.example/", "HTTP://Other.example/A", "https://other.example/a?", "//cdn.example/a",
    "https://other.example/a?b=c#d", "https://other.example/a#", "https://other.example/a;b?c", "https://ü.example/é", "/",
    "/a", "/a/", "/a//b", "/a/../b", "/./a", "/.a", "/a/.", "/a.html?b=/../c", "/a?", "/a#", "/a#b", "/a;b", "/a b", " /a ",
    "/a\n", "a", "../a", "?a=b", "/é?ü=1", "https://other.example/a\u00a0", "/a\\b",
]  # fmt: skip


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_joined_as_ever(base, link):
    assert absolute(base, link) == urljoin(base, link.strip())


@pytest.mark.parametrize("link", [None, "", "#top", "javascript:void(0)", "mailto:a@b.example", "ftp://a.example/b"])
def test_what_leads_to_no_page_is_none(link):
    assert absolute(BASES[0], link) is None
