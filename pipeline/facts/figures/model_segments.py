"""The segment of a model that is built in one segment alone."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import resources
from typing import cast

from pipeline.article import Segment

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@cache  # one small table
def _table() -> tuple[re.Pattern[str], dict[str, Segment]]:
    table = tomllib.loads(resources.files(__package__).joinpath("model_segments.toml").read_text(encoding="utf-8"))
    segments = {name: cast(Segment, segment) for segment, names in table.items() for name in names}
    longest_first = sorted(segments, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"), segments


def segment_of_model(name: str | None) -> Segment | None:
    """The segment in which the model of that name is always sold; None where it is no such model.

    Args:
        name: of a subject, with its maker or without.
    """
    pattern, segments = _table()
    match = pattern.search(name or "")
    return segments[match[0]] if match else None
