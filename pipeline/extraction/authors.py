"""Authors' names, cleaned of all that bylines carry besides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

from pipeline.characters import clean, without_unshown
from pipeline.extraction.author_words import (
    byline_start,
    empty,
    first_names,
    folded,
    jobs,
    label_of_names,
    months_and_days,
    nobody,
    particles,
    words_before,
    words_before_pictures,
    words_between,
)

_MAX_NAME_CHARS = 60
_MAX_BYLINE_CHARS = 300
_MAX_AUTHORS = 12
_MAX_SIGNER_WORDS = 6

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+")
_BRACKETED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|<[^<>]{0,200}>|\{[^{}]{0,200}\}")
_SEPARATOR = re.compile(r"\s*(?:[;|/•·\n\t]|\s[–—-]\s|\s?,\s?|\s&\s|\s\+\s)\s*")
_EDGES = " \u00a0.,;:|/•·*-–—_'’\"“”«»?!#=+~"
_DIGIT = re.compile(r"\d")
_MAX_DATE_CHARS = 60
_FROM_A_DATE_ON = re.compile(r"(?:\s*[|,;·•–—-]\s*(?:[^\W\d_]+\.?\s+){0,2}|\s+[a-zà-ÿ]{1,4}\s+|\s+)\d")
_NAME_TOKEN = re.compile(r"^[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?$")


def clean_names(statements: Iterable[str], site_names: Iterable[str] = (), *, trusted: bool = True) -> list[str]:
    """The names in the statements, in order, each once.

    Args:
        statements: what the page gives as its authors, one or several names each: `Par Anne Roy et Luc Petit`.
        site_names: names of the site, which are no authors.
        trusted: whether the markup says that these are authors. Words of the visible page are not trusted:
            only what has the shape of a person's name is taken from them.
    """
    sites = {_joined(name) for name in site_names}
    found: dict[str, str] = {}
    for statement in statements:
        for name in _names(statement, trusted=trusted):
            key = folded(name)
            if key and key not in nobody() and _joined(name) not in sites and not _part_of(key, found):
                found[key] = name
    return list(found.values())[:_MAX_AUTHORS]


def signer(statements: Iterable[str], site_names: Iterable[str] = ()) -> list[str]:
    """Who signs where no person does, as the first statement has it: a desk, the paper itself, one name alone.

    Args:
        statements: what the page gives as its authors.
        site_names: names of the site, where they are none.
    """
    sites = {_joined(name) for name in site_names}
    for statement in statements:
        text = without_unshown(unescape(clean(statement[:_MAX_BYLINE_CHARS])))
        if _ADDRESS.search(text):
            continue  # of whoever made the site
        name = " ".join(words_before().sub("", text.rpartition(":")[2].strip(_EDGES)).split()).strip(_EDGES)
        named = folded(name) not in empty() and _joined(name) not in sites and not _DIGIT.search(name)
        if named and 2 <= len(name) <= _MAX_NAME_CHARS and len(name.split()) <= _MAX_SIGNER_WORDS:
            return [_cased(name)]
    return []


def begins_with_first_name(name: str) -> bool:
    """Whether its first word is a known first name of a person."""
    first = name.split(maxsplit=1)[0]
    return first in first_names() or first.title() in first_names() or first.split("-")[0] in first_names()


def byline_in(line: str) -> str | None:
    """The names part of a line near the headline that is a byline, also behind or before a date.

    `Par Anne Roy`, `By Anne Roy | 3 March 2021`, `20 febbraio 2023 – di Anna Re`; None where the line is none.
    """
    start = byline_start().search(line)
    if start is None or (
        start.start() and not (start.start() <= _MAX_DATE_CHARS and _DIGIT.search(line[: start.start()]))
    ):
        return None
    return _FROM_A_DATE_ON.split(line[start.end() :])[0]


def looks_like_name(text: str) -> bool:
    """Whether the words have the shape of one person's full name, and of nothing else."""
    words = text.split()
    return 2 <= len(words) <= 4 and text.strip(_EDGES) == text and _is_name(text, trusted=False, alone=True)


def names_an_author(text: str) -> bool:
    """Whether the words begin with a label such as `Auteur :`, or are one."""
    return bool(label_of_names().match(text))


def _names(statement: str, *, trusted: bool) -> Iterable[str]:
    text = unicodedata.normalize("NFC", without_unshown(clean(unescape(statement))))[:_MAX_BYLINE_CHARS]
    text = _BRACKETED.sub(" ", _ADDRESS.sub(" ", text))
    text = words_before_pictures().split(words_before().sub("", text.strip(_EDGES)))[0]
    pieces = [piece for part in _SEPARATOR.split(text) for piece in words_between().split(part)]
    for number, piece in enumerate(pieces):
        name = " ".join(words_before().sub("", piece.strip(_EDGES)).split()).strip(_EDGES)
        if _is_name(name, trusted=trusted, alone=len(pieces) == 1):
            yield _cased(name)
        elif number and not trusted:
            return  # behind the names come job, place and date


def _is_name(name: str, *, trusted: bool, alone: bool) -> bool:
    words = name.split()
    if not words or len(name) > _MAX_NAME_CHARS or len(words) > 6 or len(name) < 2:
        return False
    if any(character.isdigit() for character in name):
        return False
    if not jobs().isdisjoint(word.lower().strip(_EDGES) for word in words) or name.lower() in months_and_days():
        return False
    if not all(_NAME_TOKEN.match(word) for word in words):
        return False
    if len(words) == 1:
        return trusted
    named = [word for word in words if word.lower() not in particles()]
    return bool(named) and ((trusted and alone) or all(not word[0].islower() for word in named))


def _cased(name: str) -> str:
    """Names in capitals as names are written; `ANNE ROY` gives `Anne Roy`, `AFP` stays."""
    if name.isupper() and " " in name:
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    if name.islower() and " " in name:
        return " ".join(word if word in particles() else word.title() for word in name.split())
    return name


def _part_of(key: str, found: dict[str, str]) -> bool:
    return any(key == other or f" {key} " in f" {other} " for other in found)


def _joined(name: str) -> str:
    return folded(name).replace(" ", "")
