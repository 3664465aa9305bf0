"""Where the text seems to name a person in full. A quick look, for scoring; the facts have their own, thorough one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.classification.folding import fold
from pipeline.classification.types import SHARED, read_data

_PARTICLES = r"(?:(?:de|du|des|da|di|del|della|der|den|van|von|zu|le|la|los|las|dos|do|ter|ten|bin|al) ){0,3}"
_GIVEN_AND_FAMILY = re.compile(
    rf"(?<!\w)([A-ZÀ-Þ][a-zß-ÿ]+)(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?: [A-Z]\.)? {_PARTICLES}"
    r"(?:(?:[dDlLO]['’]|Mc|Mac)?[A-ZÀ-Þ][\w'’-]+)"
)
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,3}[A-ZÀ-Þ][a-zß-ÿ]{2,}")


def find_people(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name: a known given name with a family name, or initials with one."""
    given = _given_names()
    for match in _GIVEN_AND_FAMILY.finditer(text):
        if fold(match[1]) in given:
            yield match.span()
    for match in _INITIALS.finditer(text):
        yield match.span()


@cache  # one table
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for names in read_data(SHARED, "given_names.toml").values() for name in names)
