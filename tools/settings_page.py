"""Writes docs/settings.md from the settings themselves: `python -m tools.settings_page`."""

from __future__ import annotations

import typing
from pathlib import Path

import annotated_types
from pydantic.fields import FieldInfo

from agents.settings import Settings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
MADE_DEFAULTS = {"processes": "one a core", "worker_id": "host name and process number"}
"""Defaults that depend on the machine, in words."""

HEAD = """# Settings

Made from `agents/settings.py` by `python -m tools.settings_page`; a test holds the two together.

Every setting is an environment variable. A value that cannot be used ends the program with one line that names the
variable. `rotative doctor` names `ROTATIVE_*` variables that no setting reads: most likely misspelt.

A secret may come from a file: `ROTATIVE_SECRETS_DIR` is a folder whose files are named like the variables in lower
case, for example `rotative_sasl_password`.

| variable | unit | default | allowed | meaning, and the reason for the default |
| --- | --- | --- | --- | --- |
"""


def page() -> str:
    """The page, as Markdown."""
    return HEAD + "".join(_row(name, field) for name, field in Settings.model_fields.items())


def _row(name: str, field: FieldInfo) -> str:
    meaning = " ".join((field.description or "").split())
    cells = (f"`ROTATIVE_{name.upper()}`", _unit(name), _default(name, field), _allowed(field), meaning)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _unit(name: str) -> str:
    if name.endswith("_seconds"):
        return "seconds"
    if name.endswith("_mb"):
        return "MB"
    if name.endswith("_bytes"):
        return "bytes"
    return ""


def _default(name: str, field: FieldInfo) -> str:
    if field.default_factory is not None:
        return MADE_DEFAULTS[name]
    value = field.default
    if value is None or value == "":
        return "unset"
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f"`{value}`"


def _allowed(field: FieldInfo) -> str:
    choices = typing.get_args(field.annotation) if typing.get_origin(field.annotation) is typing.Literal else ()
    if choices:
        return ", ".join(f"`{choice}`" for choice in choices)
    said = []
    for bound in field.metadata:
        if isinstance(bound, annotated_types.Ge):
            said.append(f"≥ {bound.ge:,}")
        elif isinstance(bound, annotated_types.Gt):
            said.append(f"> {bound.gt:,}")
        elif isinstance(bound, annotated_types.Le):
            said.append(f"≤ {bound.le:,}")
    return ", ".join(said)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
