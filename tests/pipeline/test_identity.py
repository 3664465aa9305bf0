"""The same page twice has the same address, id and version."""

from __future__ import annotations

import pytest

from pipeline.identity import article_id, article_version, canonical_address, host_of


@pytest.mark.parametrize(
    ("url", "declared", "expected"),
    [
        ("https://lefil.example/a", None, "https://lefil.example/a"),
        ("HTTPS://WWW.LeFil.example:443/a#bas", None, "https://www.lefil.example/a"),
        ("http://lefil.example:8080/a", None, "http://lefil.example:8080/a"),
        ("https://lefil.example/a?utm_source=x&id=3&fbclid=9", None, "https://lefil.example/a?id=3"),
        ("https://lefil.example/a?id=3&vide=", None, "https://lefil.example/a?id=3&vide="),
        ("https://lefil.example", None, "https://lefil.example/"),
        ("https://m.lefil.example/a", "https://lefil.example/a", "https://m.lefil.example/a"),
        ("https://www.lefil.example/a?x=1", "https://lefil.example/a", "https://lefil.example/a"),
        ("https://lefil.example/a", "https://lefil.example/", "https://lefil.example/a"),
        ("https://lefil.example/", "https://lefil.example/", "https://lefil.example/"),
        ("https://lefil.example/a", "https://partenaire.example/a", "https://lefil.example/a"),
        (None, "https://lefil.example/a", "https://lefil.example/a"),
        ("javascript:alert(1)", None, None),
        ("http://[::1", None, None),
        ("http://lefil.example:99999/a", None, None),
        ("http://[::1]/a", None, "http://[::1]/a"),
        ("pas une adresse", "mailto:x@lefil.example", None),
        ("", "", None),
        (None, None, None),
    ],
)
def test_the_address_that_stands_for_a_page(url: str | None, declared: str | None, expected: str | None) -> None:
    assert canonical_address(url, declared) == expected


def test_an_address_made_plain_stays_as_it_is() -> None:
    once = canonical_address("https://www.lefil.example/caf%C3%A9?b=2&a=%20x&xtor=RSS-1", None)
    assert canonical_address(once, None) == once


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.LeFil.example./a", "lefil.example"),
        ("https://lefil.example:8080", "lefil.example"),
        ("http://[", None),
        ("/a/b", None),
        (None, None),
    ],
)
def test_hosts(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


def test_scheme_and_www_do_not_change_the_id() -> None:
    ids = {article_id(url, "A", "b") for url in ("http://lefil.example/a", "https://www.lefil.example/a")}
    assert len(ids) == 1
    assert len(ids.pop()) == 32


def test_the_id_is_of_the_address_alone_and_of_the_content_without_one() -> None:
    assert article_id("https://lefil.example/a", "A", "b") == article_id("https://lefil.example/a", "C", "d")
    assert article_id(None, "A", "b") != article_id(None, "A", "c")
    assert article_id(None, None, "b") == article_id(None, "", "b")


def test_the_version_is_of_the_words_and_survives_any_character() -> None:
    assert article_version("A", "b") == article_version("A", "b")
    assert article_version("A", "bc") != article_version("Ab", "c")
    assert len(article_version(None, "\ud800")) == 16
