"""Names of towns, which stand where organizations stand ("he leaves Vesoul") and seldom are one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def town_names() -> frozenset[str]:
    """In small letters, as their countries write them; from GeoNames (geonames.org, CC BY 4.0).

    Of the five languages' countries towns of 2,500 people or more, of others larger ones. None that the table of
    organizations has ("Ford"), none of less than four letters.
    """
    return frozenset((files(__package__) / "town_names.txt").read_text(encoding="utf-8").splitlines())
