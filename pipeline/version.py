"""The version of the installed distribution."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version


@lru_cache(maxsize=1)
def pipeline_version() -> str:
    """As `pyproject.toml` gives it."""
    return version("rotative")
