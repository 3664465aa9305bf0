"""Every command and topic stands on its page, and every command that the docs show exists."""

import re
from pathlib import Path

import pytest
import typer

from agents.cli.commands import NAMES
from agents.cli.main import app
from agents.settings import load_settings
from agents.topics import declare_topics

DOCS = Path(__file__).parents[2] / "docs"
GROUP = typer.main.get_command(app)
COMMANDS = {name: GROUP.get_command(None, name) for name in NAMES}


def names() -> list[str]:
    return [
        f"{name} {sub}" if sub else name
        for name, command in COMMANDS.items()
        for sub in getattr(command, "commands", [""])
    ]


@pytest.mark.parametrize("name", names())
def test_every_command_has_an_example(name):
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert re.search(rf"^(ROTATIVE_\S+ )*rotative {name}\b", page, re.MULTILINE)


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_commands_that_are_shown_exist(page):
    # In program text alone: prose may say "Rotative reads".
    shown = re.findall(r"^(?:ROTATIVE_\S+ )*rotative ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(shown) <= set(COMMANDS)


@pytest.mark.parametrize(
    "topic", declare_topics(load_settings(topic_prefix="news")).all(), ids=lambda topic: topic.name
)
def test_every_topic_is_described(topic):
    row = re.search(
        rf"^\| `{re.escape(topic.name)}` .*$", (DOCS / "topics.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert row
    days = "for ever" if topic.retention_ms == -1 else f"{topic.retention_ms // 86_400_000} days"
    assert days in row.group()
    assert f"| {topic.partitions if topic.partitions == 1 else '`ROTATIVE_PARTITIONS` (8)'} |" in row.group()
