"""The commands by name, each loaded when it is called: `rotative topics list` does not wait for the extractor."""

from __future__ import annotations

from importlib import import_module
from pkgutil import resolve_name
from typing import Any

import typer
from typer.core import TyperGroup

NAMES = (
    "demo",
    "up",
    "worker",
    "topics",
    "send",
    "enrich",
    "explain",
    "tail",
    "dead-letters",
    "reprocess",
    "audit",
    "schema",
    "asyncapi",
    "doctor",
)
"""In the order of the help. Each is a module of this package that holds `app`, a group, or a function of its name."""

USERS_ERRORS = (
    "agents.administration:BrokerError",
    "agents.broker.discovery:NoBrokerError",
    "agents.broker.errors:BrokerLostError",
    "agents.broker.errors:BrokerStartError",
    "agents.inputs:InputError",
    "agents.settings:SettingsError",
    "pipeline.classification.types:TypeDataError",
    "pipeline.sources.load:ProfileError",
)
"""Errors that a user can mend: told in one line."""


class LazyCommands(TyperGroup):
    """A group whose commands are imported one by one; the help of all imports all."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every name, in the order of the help. (`Any`: whose context it is differs between versions of typer.)"""
        return list(NAMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, loaded now."""
        if cmd_name not in NAMES:
            return None
        module = import_module(f"agents.cli.{cmd_name.replace('-', '_')}")
        group = getattr(module, "app", None)
        if group is None:
            group = typer.Typer(add_completion=False)
            group.command(cmd_name)(getattr(module, cmd_name))
        command = typer.main.get_command(group)
        command.name = cmd_name
        return command


def users_errors() -> tuple[type[Exception], ...]:
    """The classes of `USERS_ERRORS`, loaded when there is an error to tell."""
    return tuple(resolve_name(name) for name in USERS_ERRORS)
