"""Alternatives parted by their first letter find what the plain alternation finds, in the same order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.facts.alternatives import alternatives, openings_of, with_any_blank

WRITTEN = st.sampled_from(
    [
        "a",
        "ab",
        "b?a",
        "(?:a|b)c",
        "(?:ab )?c",
        "[ab]c",
        r"\d{1,2} a",
        "2 a",
        r"\w+c",
        "a(?!b)",
        r"\$",
        "€",
        "é",
        "s",
        "k",
    ]
)


@given(st.lists(WRITTEN, min_size=1, max_size=6), st.text("abcABC 2é\u017f\u212a$€", max_size=20), st.booleans())
def test_the_same_is_found(patterns: list[str], text: str, any_case: bool) -> None:
    flags = re.IGNORECASE if any_case else re.UNICODE
    plain = re.compile("|".join(patterns), flags)
    parted = re.compile(alternatives(patterns, any_case=any_case), flags)

    assert [one.span() for one in parted.finditer(text)] == [one.span() for one in plain.finditer(text)]


@given(st.lists(WRITTEN, min_size=1, max_size=6), st.text("abcABC 2é\u017f\u212a$€", max_size=20))
def test_every_match_begins_where_the_condition_holds(patterns: list[str], text: str) -> None:
    plain = re.compile("|".join(patterns), re.IGNORECASE)
    begins = re.compile(openings_of(patterns), re.IGNORECASE)

    assert all(begins.match(text, one.start()) for one in plain.finditer(text))


@pytest.mark.parametrize(
    ("patterns", "text", "found"),
    [
        (["vente", "ventes"], "ventes", "vente"),
        (["ventes", r"\w+", "vendu"], "vendu", "vendu"),
        (["(?:les |des )?parts?", "part"], "Des parts", "Des parts"),
        (["a{2}", "ab"], "aab", "aa"),
        (["a??b", "ac"], "ac", "ac"),
    ],
)
def test_the_first_written_wins(patterns: list[str], text: str, found: str) -> None:
    match = re.match(alternatives(patterns), text, re.IGNORECASE)

    assert match is not None
    assert match[0] == found


def test_a_pattern_that_may_begin_anyhow_sets_no_condition() -> None:
    assert openings_of(["ventes", r"\w+s"]) == ""


def test_a_condition_looks_past_what_must_not_stand_before() -> None:
    assert re.search(openings_of(["(?<!North )America"], any_case=False), "north America") is not None


@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_any_blank_is_one_outside_and_inside_a_set(blank: str) -> None:
    pattern = re.compile(with_any_blank("full[- ]size car"))

    assert pattern.fullmatch(f"full{blank}size{blank}car")
    assert pattern.fullmatch("full-size car")
    assert not pattern.fullmatch("fullsize car")
