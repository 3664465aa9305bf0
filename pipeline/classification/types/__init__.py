"""The types of article, one folder of data each.

    types/appointment/type.toml     name, title, concepts with their meaning, combinations
    types/appointment/fr.toml       the words of each concept in French
    types/appointment/any.toml      words that are the same in every language
    types/appointment/model.json    what was learned: numbers made by `pipeline.classification.training.train`
    types/appointment/wording.json  words and pairs of words with their learned weights, made by the same
    types/shared/                   concepts that several types use

A folder with a `type.toml` that has a `title` is a type. Nothing in the code names one.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import orjson

from pipeline.languages import LANGUAGES

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

THRESHOLD = 0.62
"""From this probability on an article is given a type, where `type.toml` does not say otherwise: a little above one
half, since a false type costs a desk more than a missed one."""

SHARED = "shared"
"""The folder of concepts that belong to no one type."""


@dataclass(frozen=True, slots=True)
class Combination:
    """Concepts that say more when they stand together, in one sentence or in two neighbouring ones."""

    name: str
    all: tuple[str, ...]
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    sentences: int = 1


@dataclass(frozen=True, slots=True)
class Strength:
    """How a sentence is weighed as a whole: what speaks for the type less what speaks against it."""

    core: tuple[str, ...] = ()
    """A sentence without one of these has no strength."""
    support: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeDefinition:
    """A type of article, as its folder describes it."""

    name: str
    title: str
    description: str
    enabled: bool
    topic: str
    """The last part of the name of its topic; where `type.toml` is silent, the type's name with hyphens."""
    concepts: Mapping[str, str]
    """Name and meaning of each concept that has words in the language files."""
    uses: tuple[str, ...]
    """Concepts of `shared`, or found in the text itself, that count for this type."""
    combinations: tuple[Combination, ...]
    strength: Strength = field(default_factory=Strength)
    threshold: float = THRESHOLD
    """From this probability on an article is given the type."""
    domain: tuple[str, ...] = ()
    """What the type's articles are about: one without any word of these is on another trade."""
    rules: Mapping[str, Any] = field(default_factory=dict)
    """Weights set by hand: what scores the type as long as no model was trained."""


class TypeDataError(ValueError):
    """A folder of a type that cannot be used, with the file and what is wrong in it."""


@cache  # one call, bounded
def known_types() -> Mapping[str, TypeDefinition]:
    """Every type that has a folder, by name, enabled or not."""
    found = {}
    for folder in sorted(resources.files(__name__).iterdir(), key=lambda entry: entry.name):
        if folder.name != SHARED and folder.joinpath("type.toml").is_file():
            found[folder.name] = _definition(folder.name)
    return found


def enabled_types(extra: Collection[str] = ()) -> tuple[TypeDefinition, ...]:
    """The types that are on, and those of `extra`.

    Raises:
        TypeDataError: `extra` names a type that has no folder.
    """
    known = known_types()
    if unknown := sorted(set(extra) - set(known)):
        raise TypeDataError(f"no such type: {', '.join(unknown)}; there are {', '.join(known)}")
    return tuple(kind for kind in known.values() if kind.enabled or kind.name in extra)


@lru_cache(maxsize=256)  # folders times languages; asked for each sign of each type
def read_data(folder: str, file: str) -> Mapping[str, Any]:
    """A TOML file of a folder of `types`, read once; empty where there is none."""
    return _read(folder, file)


def _read(folder: str, file: str) -> Mapping[str, Any]:
    path = resources.files(__name__) / folder / file
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def read_model(name: str) -> dict[str, Any] | None:
    """The trained numbers of a type, None where it has none."""
    return _numbers(name, "model.json")


def read_second_look(name: str) -> dict[str, Any] | None:
    """The numbers by which the facts of a type correct its score, None where it has none."""
    return _numbers(name, "second_look.json")


def read_possible_facts(name: str) -> dict[str, Any] | None:
    """The weights that tell how likely each possible fact of a type is one, None where it has none."""
    return _numbers(name, "possible_facts.json")


def read_wording(name: str) -> dict[str, Any] | None:
    """The learned weights of words and pairs of words for a type, None where it has none."""
    return _numbers(name, "wording.json")


def _numbers(name: str, file: str) -> dict[str, Any] | None:
    path = resources.files(__name__) / name / file
    if not path.is_file():
        return None
    model: dict[str, Any] = orjson.loads(path.read_bytes())
    return model


def words_of(folder: str, language: str | None) -> Mapping[str, list[str]]:
    """The terms of each concept of a folder: of the language, or of all where it is not one of ours."""
    languages = [language] if language in LANGUAGES else list(LANGUAGES)
    found: dict[str, list[str]] = {}
    for file in ["any", *languages]:
        for concept, terms in _read(folder, f"{file}.toml").items():  # not kept: read once, to be compiled
            found.setdefault(concept, []).extend(terms)
    return found


def _definition(folder: str) -> TypeDefinition:
    data = read_data(folder, "type.toml")
    try:
        return TypeDefinition(
            name=folder,
            title=data["title"],
            description=data["description"],
            enabled=data.get("enabled", True),
            concepts=data["concepts"],
            uses=tuple(data.get("uses", ())),
            combinations=tuple(_combination(name, parts) for name, parts in data.get("combinations", {}).items()),
            topic=data.get("topic", folder.replace("_", "-")),
            strength=Strength(**{part: tuple(names) for part, names in data.get("strength", {}).items()}),
            threshold=data.get("threshold", THRESHOLD),
            domain=tuple(data.get("domain", ())),
            rules=data.get("rules", {}),
        )
    except (KeyError, TypeError, AttributeError) as wrong:
        raise TypeDataError(f"types/{folder}/type.toml: {wrong!r}") from wrong


def _combination(name: str, parts: Mapping[str, Any]) -> Combination:
    return Combination(
        name=name,
        all=tuple(parts.get("all", ())),
        any=tuple(parts.get("any", ())),
        none=tuple(parts.get("none", ())),
        sentences=parts.get("sentences", 1),
    )
