"""docs/promises.md: what was measured of what is promised. Each command renews its own rows, and leaves the others."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import orjson
import psutil

from tools.real_kafka.jars import kafka_version

PROMISES = Path("docs/promises.md")
BEGIN, END = "<!-- measured: {} -->", "<!-- end: {} -->"


@dataclass(frozen=True, slots=True)
class Command:
    """A command whose results stand on the page."""

    name: str
    columns: tuple[str, ...]


COMMAND_RAN = {
    "chaos": Command(
        "chaos",
        (
            "broker",
            "scenario",
            "pages",
            "events",
            "lost",
            "outcomes doubled",
            "articles doubled",
            "dead letters",
            "audit",
            "seen",
            "on",
        ),
    ),
    "soak": Command("soak", ("broker", "minutes", "rate", "pages", "kills", "lost", "lag at the end", "memory", "on")),
}


def record(page: Path, command: Command, key: str, row: Mapping[str, str]) -> None:
    """Puts the row into the command's table, in the place of the one with that key; the rows' data stand beside it."""
    kept = page.with_suffix(".json")
    measured = orjson.loads(kept.read_bytes()) if kept.exists() else {}
    measured.setdefault(command.name, {})[key] = dict(row) | {"with": environment()}
    kept.write_bytes(orjson.dumps(measured, option=orjson.OPT_INDENT_2) + b"\n")
    text = page.read_text(encoding="utf-8")
    begin, end = BEGIN.format(command.name), END.format(command.name)
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n{_table(command, measured[command.name])}{end}{after}", encoding="utf-8")


def _table(command: Command, rows: Mapping[str, Mapping[str, str]]) -> str:
    lines = [
        f"| {' | '.join(command.columns)} |",
        f"| {' | '.join('---' for _ in command.columns)} |",
        *(f"| {' | '.join(row.get(name, '') for name in command.columns)} |" for row in rows.values()),
    ]
    conditions = sorted({row["with"] for row in rows.values()})
    return "\n".join(lines) + "\n\nRun with: " + "; or with: ".join(conditions) + ".\n"


def environment() -> str:
    """The machine in general words, and the versions that matter."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = round(psutil.virtual_memory().total / 2**30)
    libraries = ", ".join(f"{name} {version(name)}" for name in ("faust-streaming", "aiokafka", "trafilatura"))
    return (
        f"{cores} shared cores, {memory} GB, {platform.system()}, Python {platform.python_version()}, "
        f"Apache Kafka {kafka_version()}, {libraries}"
    )
