"""Writes the schema files, and refuses a breaking change that has no new version.

`python -m tools.schema_compatibility` (also `make schemas`) compares every schema that
the code makes with its committed file, then writes it. A breaking change ends with
status 1 and writes nothing: count up the version in `agents.contracts.CONTRACTS`, and
the schema becomes a new file beside the old one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agents.contracts import CONTRACTS, schema_file, schema_text

FOLDER = Path(__file__).parent.parent / "schemas"
BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "pattern", "format", "const", "oneOf")
"""Keywords whose change in any direction is taken for breaking: rare, and worth a look."""


def breaking_changes(old: dict[str, Any], new: dict[str, Any], *, direction: str) -> list[str]:
    """What would break programs that were written for the old schema, each with its place.

    Args:
        old: the schema that is committed.
        new: the schema that shall take its place.
        direction: `out` for messages that others read, `in` for those that others write.
    """
    return list(_compare(_Schemas(old, new, direction), old, new, "", frozenset()))


class _Schemas:
    """The two documents, for their `$ref`s."""

    def __init__(self, old: dict[str, Any], new: dict[str, Any], direction: str) -> None:
        self.old, self.new, self.direction = old, new, direction


def _compare(
    both: _Schemas, old: dict[str, Any], new: dict[str, Any], where: str, met: frozenset[tuple[str, str]]
) -> Iterator[str]:
    refs = (old.get("$ref", ""), new.get("$ref", ""))
    if refs != ("", ""):
        if refs in met:
            return
        met |= {refs}
    old, new = _resolved(both.old, old), _resolved(both.new, new)
    place = where or "the message"
    if _types(both.old, old) != _types(both.new, new):
        yield f"{place}: was {_types(both.old, old)}, is {_types(both.new, new)}"
        return
    for word in BOUNDS:
        if old.get(word) != new.get(word):
            yield f"{place}: {word} was {old.get(word)}, is {new.get(word)}"
    if gone := [value for value in old.get("enum", ()) if value not in new.get("enum", old["enum"])]:
        yield f"{place}: the values {gone} are gone"
    if both.direction == "in" and "enum" in new and "enum" not in old:
        yield f"{place}: only some values are allowed now"
    yield from _compare_fields(both, old, new, where, met)
    if "items" in old:
        yield from _compare(both, old["items"], new.get("items", {}), f"{where}[]", met)
    if isinstance(old.get("additionalProperties"), dict) and isinstance(new.get("additionalProperties"), dict):
        yield from _compare(both, old["additionalProperties"], new["additionalProperties"], f"{where}.*", met)
    for old_branch, new_branch in zip(_branches(both.old, old), _branches(both.new, new), strict=False):
        yield from _compare(both, old_branch, new_branch, where, met)


def _compare_fields(
    both: _Schemas, old: dict[str, Any], new: dict[str, Any], where: str, met: frozenset[tuple[str, str]]
) -> Iterator[str]:
    before, now = old.get("properties", {}), new.get("properties", {})
    for name, field in before.items():
        place = f"{where}.{name}".lstrip(".")
        if name not in now:
            yield f"{place}: is gone"
        else:
            yield from _compare(both, field, now[name], place, met)
    required_before, required_now = set(old.get("required", ())), set(new.get("required", ()))
    if both.direction == "in":
        for name in sorted(required_now - required_before):
            yield f"{where}.{name}".lstrip(".") + ": is required now"
    else:
        for name in sorted((required_before - required_now) & set(now)):
            yield f"{where}.{name}".lstrip(".") + ": may be absent now"


def _resolved(root: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def _branches(root: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [_resolved(root, branch) for branch in schema.get("anyOf", ())]


def _types(root: dict[str, Any], schema: dict[str, Any]) -> list[str]:
    """The JSON types a value may have, an enum's or a constant's included."""
    if "anyOf" in schema:
        return sorted({kind for branch in _branches(root, schema) for kind in _types(root, branch)})
    given = schema.get("type", "any")
    return sorted(given) if isinstance(given, list) else [given]


def check(folder: Path) -> list[str]:
    """The breaking changes between the files in the folder and what the code makes."""
    found = []
    for name, contract in CONTRACTS.items():
        file = folder / schema_file(name)
        if file.exists():
            old, new = json.loads(file.read_text(encoding="utf-8")), json.loads(schema_text(name))
            found += [f"{file.name}: {what}" for what in breaking_changes(old, new, direction=contract.direction)]
    return found


def main() -> int:
    """Checks, then writes."""
    parser = argparse.ArgumentParser(description="Writes the JSON Schemas; refuses breaking changes.")
    parser.add_argument("--check", action="store_true", help="Write nothing.")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="Where the files are.")
    given = parser.parse_args()
    if found := check(given.folder):
        print("breaking changes without a new version (agents/contracts.py):", *found, sep="\n  ", file=sys.stderr)
        return 1
    if not given.check:
        given.folder.mkdir(parents=True, exist_ok=True)
        for name in CONTRACTS:
            (given.folder / schema_file(name)).write_text(schema_text(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
