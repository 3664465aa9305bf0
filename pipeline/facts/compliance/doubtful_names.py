"""Names that stand for a maker only in a text about makers: "Morgan", "Lotus", "Byd".

Where a text names few others the table of organizations holds them back, since they are family names or
words too. Among the bodies of a page that speaks of targets they are makers.
"""

from __future__ import annotations

from functools import cache

from pipeline.organizations.table import Certainty, organization_table

_REGULATED = frozenset({"brand", "maker", "group", "importer"})
_SHORTEST = 3


@cache  # one value
def _names() -> frozenset[str]:
    """In small letters, the forms that are no ordinary words."""
    forms = [one for one in organization_table().forms if len(one.text) >= _SHORTEST]
    ordinary = {one.text.casefold() for one in forms if one.certainty is Certainty.ORDINARY_WORD}
    return frozenset(one.text.casefold() for one in forms if one.record.kind in _REGULATED) - ordinary


def is_a_makers(name: str) -> bool:
    """Whether a name with a capital is that of a maker in the table, however its letters are written."""
    return name.casefold() in _names()
