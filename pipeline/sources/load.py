"""Reads profiles from a folder, and says what is wrong with a file in words its writer can use."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from pipeline.sources.profile import SourceProfile

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_KEYS = {"host", "valid_from", "valid_until", "text", "date"}
_TEXT_KEYS = {"keep", "prune"}
_DATE_KEYS = {"selector", "format"}


class ProfileError(ValueError):
    """A profile cannot be used; the message names the file and the key."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles at hand. Immutable: a worker loads them once."""

    profiles: tuple[SourceProfile, ...] = ()

    def find(self, url: str | None, published: str | None) -> SourceProfile | None:
        """The profile for that page; where several fit, the one whose host pattern is longest."""
        try:
            host = urlsplit(url or "").hostname
        except ValueError:
            return None
        fitting = [profile for profile in self.profiles if profile.fits(host, published)]
        return max(fitting, key=lambda profile: len(profile.host), default=None)


NO_PROFILES = Profiles()


def load_profiles(folder: Path) -> Profiles:
    """All profiles of a folder, one a `.toml` file.

    Raises:
        ProfileError: there is no such folder, or a file is no TOML, lacks its host, or holds a key or a selector that
            nobody understands.
    """
    if not folder.is_dir():
        raise ProfileError(f"{folder}: no such folder")
    return Profiles(tuple(load_profile(path) for path in sorted(folder.glob("*.toml"))))


def load_profile(path: Path) -> SourceProfile:
    """One profile.

    Raises:
        ProfileError: as `load_profiles`.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path}: no TOML: {error}") from error
    text, day = _table(path, data, "text"), _table(path, data, "date")
    for name, table, known in (("", data, _KEYS), ("text.", text, _TEXT_KEYS), ("date.", day, _DATE_KEYS)):
        for key in sorted(table.keys() - known):
            raise ProfileError(f"{path}: unknown key {name}{key}; known are {', '.join(sorted(known))}")
    if not isinstance(data.get("host"), str) or not data["host"].strip():
        raise ProfileError(f"{path}: host is missing: a pattern such as presse.example or *.presse.example")
    if ("selector" in day) != ("format" in day):
        raise ProfileError(f"{path}: date.selector and date.format need each other")
    profile = SourceProfile(
        name=path.stem,
        host=data["host"].strip().lower().removeprefix("www."),
        keep=_selectors(path, "text.keep", text.get("keep", [])),
        prune=_selectors(path, "text.prune", text.get("prune", [])),
        date_selector=next(iter(_selectors(path, "date.selector", [day["selector"]] if day else [])), None),
        date_format=day.get("format"),
        valid_from=_day(path, data, "valid_from"),
        valid_until=_day(path, data, "valid_until"),
    )
    if profile.valid_from and profile.valid_until and profile.valid_from > profile.valid_until:
        raise ProfileError(f"{path}: valid_from is after valid_until")
    return profile


def _table(path: Path, data: dict[str, Any], key: str) -> dict[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise ProfileError(f"{path}: {key} is a table: [{key}]")
    return table


def _day(path: Path, data: dict[str, Any], key: str) -> date | None:
    value = data.get(key)
    if value is not None and type(value) is not date:
        raise ProfileError(f"{path}: {key} is a day without quotes: 2021-01-31")
    return value


def _selectors(path: Path, key: str, values: Sequence[Any]) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ProfileError(f"{path}: {key} holds XPath expressions in quotes")
    for value in values:
        try:
            etree.XPath(value)
        except etree.XPathSyntaxError as error:
            raise ProfileError(f"{path}: {key}: {value!r} is no XPath: {error}") from error
    return tuple(values)
