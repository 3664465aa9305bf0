"""Towns and regions, which stand where organizations stand ("for Madrid", "at Crewe") and are none."""

from __future__ import annotations

import sys
from importlib import resources

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def _towns() -> frozenset[str]:
    data = tomllib.loads(resources.files(__package__).joinpath("towns.toml").read_text(encoding="utf-8"))
    several = " ".join(data["of_several_words"]["names"].split()).split(", ")
    return frozenset(" ".join(data["names"].values()).split()) | frozenset(several)


TOWNS = _towns()
"""Names in small letters, as the five languages write them."""
