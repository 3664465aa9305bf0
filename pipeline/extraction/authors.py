"""Authors' names, cleaned of all that bylines carry besides.

Reads `languages/<language>/authors.toml`: `before` (words in front of the names), `between` (words between
two names), `label` (what stands before a colon and a name), `particles` (words in lower case within a
name), `jobs` (words no name holds) and `nobody` (entries that name no one).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from html import unescape

from pipeline.characters import clean
from pipeline.languages import every_vocabulary

_MAX_NAME_CHARS = 60
_MAX_BYLINE_CHARS = 300
_MAX_AUTHORS = 12

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
            key = _folded(name)
            if key and key not in _nobody() and _joined(name) not in sites and not _part_of(key, found):
                found[key] = name
    return list(found.values())[:_MAX_AUTHORS]


def byline_in(line: str) -> str | None:
    """The names part of a line near the headline that is a byline, also behind or before a date.

    `Par Anne Roy`, `By Anne Roy | 3 March 2021`, `20 febbraio 2023 – di Anna Re`; None where the line is none.
    """
    start = _byline_start().search(line)
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
    return bool(_label().match(text))


def _names(statement: str, *, trusted: bool) -> Iterable[str]:
    text = unicodedata.normalize("NFC", clean(unescape(statement)))[:_MAX_BYLINE_CHARS]
    text = _BRACKETED.sub(" ", _ADDRESS.sub(" ", text))
    text = _before().sub("", text.strip(_EDGES))
    pieces = [piece for part in _SEPARATOR.split(text) for piece in _between().split(part)]
    for number, piece in enumerate(pieces):
        name = " ".join(_before().sub("", piece.strip(_EDGES)).split()).strip(_EDGES)
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
    jobs = _jobs()
    if any(word.lower().strip(_EDGES) in jobs for word in words) or name.lower() in _months_and_days():
        return False
    if not all(_NAME_TOKEN.match(word) for word in words):
        return False
    if len(words) == 1:
        return trusted
    named = [word for word in words if word.lower() not in _particles()]
    return bool(named) and ((trusted and alone) or all(not word[0].islower() for word in named))


def _cased(name: str) -> str:
    """Names in capitals as names are written; `ANNE ROY` gives `Anne Roy`, `AFP` stays."""
    if name.isupper() and " " in name:
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    if name.islower() and " " in name:
        return " ".join(word if word in _particles() else word.title() for word in name.split())
    return name


def _part_of(key: str, found: dict[str, str]) -> bool:
    return any(key == other or f" {key} " in f" {other} " for other in found)


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def _joined(name: str) -> str:
    return _folded(name).replace(" ", "")


def _merged(key: str) -> set[str]:
    return {word for data in every_vocabulary("authors").values() for word in data.get(key, ())}


@cache
def _jobs() -> frozenset[str]:
    return frozenset(_merged("jobs"))


@cache
def _particles() -> frozenset[str]:
    return frozenset(_merged("particles"))


@cache
def _nobody() -> frozenset[str]:
    return frozenset(_folded(name) for name in _merged("nobody"))


@cache
def _months_and_days() -> frozenset[str]:
    return frozenset(
        name for data in every_vocabulary("dates").values() for names in data["months"].values() for name in names
    )


@cache
def _before() -> re.Pattern[str]:
    words = sorted(_merged("before"), key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, words))})(?:\s*:\s*|\s+))+", re.IGNORECASE)


@cache
def _byline_start() -> re.Pattern[str]:
    """The words before names, at the start of a line or as a word of it, before a capital letter."""
    words = "|".join(map(re.escape, sorted(_merged("before"), key=len, reverse=True)))
    return re.compile(rf"(?:^\W{{0,3}}|(?<=\s))(?i:{words})\s*:?\s+(?=[^\W\d_])")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(_merged('label'))))})\s?:", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    words = sorted(_merged("between"), key=len, reverse=True)
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, words))})\s+", re.IGNORECASE)
