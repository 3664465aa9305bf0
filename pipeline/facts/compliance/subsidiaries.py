"""The country behind a maker's name that makes it the maker's company there, in whatever language the name is written.

A German article writes "Renault Suisse" and "Chrysler Switzerland" as those companies call themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.languages import every_vocabulary

_REGIONS = {
    "US": ("USA", "of America", "of North America", "North America", "Nordamerika"),
    "GB": ("UK", "GB"),
    "BE": ("Benelux", "Belux", "Belgium Luxembourg"),
    "ES": ("Iberia", "Iberica", "Ibérica"),
    "SE": ("Nordic", "Nordics", "Scandinavia"),
}
"""What companies are called after beside the countries of the vocabularies."""


class Subsidiary(NamedTuple):
    """A country behind a maker's name."""

    end: int
    """Where it ends in the text."""
    country: str
    """ISO 3166, or `EU` and `Europe`."""


def subsidiary_at(text: str, end: int) -> Subsidiary | None:
    """The country right behind a name that ends there: "X Suisse", "X-Deutschland", "X Motor Company (Switzerland)"."""
    if end >= len(text) or text[end] not in " \u00a0-":
        return None
    found = _behind_names().match(text, end)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    return Subsidiary(found.end(), _countries()[found["country"].casefold()])


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Country by its name, in lower case, of all languages."""
    found = {name.casefold(): country for country, names in _REGIONS.items() for name in names}
    for content in every_vocabulary("compliance").values():
        for country, names in content["markets"].items():
            found.update({name.casefold(): country for name in names if name[:1].isupper()})
    return found


@lru_cache(maxsize=1)
def _behind_names() -> re.Pattern[str]:
    names = {name for names in _REGIONS.values() for name in names}
    for content in every_vocabulary("compliance").values():
        names.update(name for written in content["markets"].values() for name in written if name[:1].isupper())
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=lambda one: (-len(one), one)))
    return re.compile(rf"[ \u00a0-](?P<open>\()?(?P<country>{longest_first})(?!\w)(?P<close>\))?")
