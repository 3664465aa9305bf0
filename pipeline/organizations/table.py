"""The table of organizations: `organizations.toml`, read once, with every written form of every row."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import resources
from typing import Any

from pipeline.organizations.mention import OrganizationRecord

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_SHORTEST_IN_CAPITALS = 4
"""Shorter names in capitals collide with abbreviations: `KIA` stands in the table, `ORA` would not be the maker."""

_LOWERED = ("Groupe ", "Grupo ", "Gruppo ")
"""French, Spanish and Italian write the word for group with a small letter too."""


class Certainty(IntEnum):
    """What a written form needs before it counts as the organization."""

    CLEAR = 0
    """Nothing: no other meaning in the press."""
    IN_CONTEXT = 1
    """A text about vehicles and their trade."""
    ORDINARY_WORD = 2
    """The same, and not where a sentence begins."""


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """One way in which texts write an organization."""

    text: str
    record: OrganizationRecord
    certainty: Certainty
    surname: bool
    """Whether it is a family name too."""


@dataclass(frozen=True, slots=True)
class OrganizationTable:
    """The rows, their written forms, and the words that show a text about vehicles."""

    records: tuple[OrganizationRecord, ...]
    forms: tuple[WrittenForm, ...]
    context_words: tuple[str, ...]
    kinds: tuple[str, ...]


@cache  # one value
def organization_table() -> OrganizationTable:
    """The table as the package carries it."""
    file = resources.files(__package__) / "organizations.toml"
    return read_table(file.read_text(encoding="utf-8"))


def read_table(toml: str) -> OrganizationTable:
    """The table written in that TOML text.

    Raises:
        ValueError: two rows claim the same written form or the same id.
    """
    content = tomllib.loads(toml)
    records: dict[str, OrganizationRecord] = {}
    forms: dict[str, WrittenForm] = {}
    for row in content["organizations"]:
        ambiguous = [*row.get("in_context", ()), *row.get("ordinary_words", ())]
        record = OrganizationRecord(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            aliases=tuple(dict.fromkeys([*row.get("aliases", ()), *ambiguous])),
            parent=row.get("parent"),
            wikidata=row.get("wikidata"),
            country=row.get("country"),
        )
        if record.id in records:
            raise ValueError(f"two organizations have the id {record.id!r}")
        records[record.id] = record
        for form in _explicit_forms(row, record):
            other = forms.setdefault(form.text, form)
            if other.record is not record:
                raise ValueError(f"{form.text!r} is an alias of {other.record.id!r} and of {record.id!r}")
    for row in content["organizations"]:
        for form in _derived_forms(row, records[row["id"]], content["group_forms"]):
            forms.setdefault(form.text, form)
    return OrganizationTable(
        tuple(records.values()), tuple(forms.values()), tuple(content["context_words"]), tuple(content["kinds"])
    )


def _explicit_forms(row: dict[str, Any], record: OrganizationRecord) -> Iterator[WrittenForm]:
    in_context, ordinary = row.get("in_context", ()), row.get("ordinary_words", ())
    surname = row.get("surname", False)
    for text in dict.fromkeys([record.name, *record.aliases]):
        certainty = (
            Certainty.ORDINARY_WORD
            if text in ordinary
            else Certainty.IN_CONTEXT
            if text in in_context
            else Certainty.CLEAR
        )
        yield WrittenForm(text, record, certainty, surname and " " not in text)


def _derived_forms(row: dict[str, Any], record: OrganizationRecord, group_forms: list[str]) -> Iterator[WrittenForm]:
    """Forms that follow from the row: capitals, and the word for group. Never against a form that stands in a row."""
    clear = [form for form in _explicit_forms(row, record) if form.certainty is Certainty.CLEAR]
    texts = [(form.text, form.surname) for form in clear]
    texts += [(pattern.format(name), False) for name in row.get("group_of", ()) for pattern in group_forms]
    for text, surname in texts:
        yield WrittenForm(text, record, Certainty.CLEAR, surname)
        if text.startswith(_LOWERED):
            yield WrittenForm(text[0].lower() + text[1:], record, Certainty.CLEAR, surname)
        if len(text) >= _SHORTEST_IN_CAPITALS:
            yield WrittenForm(text.upper(), record, Certainty.CLEAR, surname)
