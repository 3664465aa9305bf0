"""The vocabularies of the languages: a language that lacks a list would be read worse, and nobody would be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pipeline.languages
from pipeline.languages import LANGUAGES, vocabulary
from pipeline.languages.united import any_of, united

FRENCH = Path(pipeline.languages.__file__).parent / "fr"
OF_PATTERNS = ("compliance_words", "figures_words")
SAME_KEYS = sorted(
    {file.stem for file in FRENCH.glob("*_words.toml")}
    | {"authors", "companies", "furniture", "letters", "moves_tenor", "page_kind"}
)


def lists(subject: str, language: str) -> dict[str, list[str]]:
    """The lists of a file by their path."""

    def walk(content: dict[str, Any], path: str) -> Iterator[tuple[str, list[str]]]:
        for key, value in content.items():
            yield from walk(value, f"{path}{key}.") if isinstance(value, dict) else [(path + key, value)]

    return dict(walk(vocabulary(language, subject), ""))


@pytest.mark.parametrize("subject", SAME_KEYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys(subject: str, language: str) -> None:
    assert lists(subject, language).keys() == lists(subject, "fr").keys()


@pytest.mark.parametrize("subject", OF_PATTERNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_can_be_compiled_and_have_no_groups_of_their_own(subject: str, language: str) -> None:
    for path, patterns in lists(subject, language).items():
        for pattern in patterns:
            assert re.compile(pattern).groups == 0, f"{path}: {pattern}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_how_datelines_are_written(language: str) -> None:
    assert lists("dates", language)["dateline.within_a_place"]
    assert lists("dates", language)["dateline.before_a_day"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_single_words_of_moves_are_written_as_texts_are_looked_up(language: str) -> None:
    for path, words in lists("moves_words", language).items():
        assert [word for word in words if word != word.lower() or " " in word] == [], path


def test_what_is_united_has_each_entry_once_and_those_of_every_language() -> None:
    stems = united("moves_words", "work", "stems")
    assert {"flott", "fleet", "kundend", "alquil", "giurid"} <= set(stems)
    assert len(stems) == len(set(stems))


def test_a_united_pattern_matches_an_entry_of_any_language() -> None:
    between = re.compile(any_of("compliance_words", "grams", "a_kilometre"))
    assert all(between.fullmatch(word) for word in ("par", "per", "pro", "por", "al"))
    assert not between.fullmatch("with")


def test_a_key_that_a_language_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        united("moves_words", "work", "nothing")
