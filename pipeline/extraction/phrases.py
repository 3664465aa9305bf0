"""The words by which pages announce what is not the article: `languages/<lang>/furniture.toml`.

Keys of the file: `related` (headings over other articles), `read_more` (links that end a teaser),
`comments` (headings and prompts of comment forms), `comment_lines` (single lines of them), `lines` (skip links,
share bars, adverts, prints), `starts` (how such a line may begin), `author` (headings of author boxes),
`newsletter` (prompts for subscription), `parts` (what such a line contains), `newsletter_words` (what its title
contains), `cookies`, `foot` (entries of the line at a page's foot), `rights` (how the line begins that reserves
them), `tags` (what stands before subjects), `paywall` (how prompts to pay begin), `reading_time`. In phrases `#`
stands for a number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from pipeline.languages import every_vocabulary

_ACCENTS = re.compile("[\u0300-\u036f]+")
_EDGES = ' :.!?…>»›→+–—-|•*▶►"“”«<‹'
_COUNT = re.compile(r"^\(?\d+\)?\s+|\s*\(?\d+\)?$")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_NONE: frozenset[str] = frozenset()
_WITHIN_LINES = ("parts", "consent", "newsletter_words")
MAX_PHRASE_CHARS = 90


@cache  # one entry: what the files say
def _phrases() -> dict[str, frozenset[str]]:
    """The subjects of each phrase."""
    found: dict[str, set[str]] = {}
    for content in every_vocabulary("furniture").values():
        for subject, phrases in content.items():
            if subject in _WITHIN_LINES:
                continue
            for phrase in phrases:
                found.setdefault(fold(phrase), set()).add(subject)
    return {phrase: frozenset(subjects) for phrase, subjects in found.items()}


@cache  # one entry
def _openings() -> dict[str, tuple[str, ...]]:
    """The phrases by their first word."""
    found: dict[str, list[str]] = {}
    for phrase in _phrases():
        found.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


@lru_cache(maxsize=8192)
def _may_open(word: str) -> bool:
    """Whether a phrase can begin with that word, or the word is a count or nothing but marks."""
    folded = fold(word)
    return not folded or folded in _first_words() or _DIGIT.search(folded) is not None


def _first_word(text: str) -> str:
    words = text.split(None, 1)
    return words[0] if words else ""


@cache  # one entry
def _first_words() -> frozenset[str]:
    return frozenset(word.strip(_EDGES) for word in _openings())


def fold(text: str) -> str:
    """Lower case, without accents, typographic apostrophes or marks at either end."""
    text = text.casefold().replace("’", "'").replace("\u00ad", "")
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(text.split()).strip(_EDGES)


def subjects_of(text: str) -> frozenset[str]:
    """The subjects of which the whole text is a phrase, give or take a count ("3 commentaires")."""
    return _subjects_of(text) if len(text) <= MAX_PHRASE_CHARS else _NONE


@lru_cache(maxsize=4096)  # menus and prompts are the same on every page of a site
def _subjects_of(text: str) -> frozenset[str]:
    if not _may_open(_first_word(text)):
        return _NONE
    folded, phrases = fold(text), _phrases()
    found = phrases.get(folded)
    if found is None and _DIGIT.search(folded):
        found = phrases.get(_COUNT.sub("", folded).strip(_EDGES)) or phrases.get(_NUMBER.sub("#", folded))
    return found or _NONE


def is_phrase(text: str, *subjects: str) -> bool:
    """Whether the text is nothing but a phrase of one of the subjects."""
    return not subjects_of(text).isdisjoint(subjects)


def opens_with_phrase(text: str, *subjects: str) -> bool:
    """Whether the text begins with a phrase of one of the subjects, as a whole word."""
    return not opened_subjects(text).isdisjoint(subjects)


def opened_subjects(text: str) -> frozenset[str]:
    """The subjects of the phrases that the text begins with, as whole words."""
    opening = text[: MAX_PHRASE_CHARS + 10]
    if not _may_open(_first_word(opening)):
        return _NONE
    folded = fold(opening)
    if _DIGIT.search(folded):
        folded = _NUMBER.sub("#", folded)
    phrases = (
        phrase
        for phrase in _openings().get(folded.split(" ", 1)[0], ())
        if folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum()
    )
    return _NONE.union(*(_phrases()[phrase] for phrase in phrases))


def announces(text: str, subject: str) -> bool:
    """Whether the text is such a phrase, or one followed by a colon and more."""
    if len(text) <= MAX_PHRASE_CHARS and is_phrase(text, subject):
        return True
    colon = text.find(":", 0, MAX_PHRASE_CHARS + 1)
    return colon >= 0 and is_phrase(text[:colon], subject)


@cache  # one entry a subject
def _within(subject: str) -> AhoCorasick:
    files = every_vocabulary("furniture").values()
    return AhoCorasick([phrase.casefold() for content in files for phrase in content.get(subject, ())])


def contains_phrase(text: str, subject: Literal["parts", "consent", "newsletter_words"] = "parts") -> bool:
    """Whether one of those phrases stands anywhere in the text, accents as in the file."""
    return bool(_within(subject).find_matches_as_indexes(text.casefold().replace("’", "'")))
