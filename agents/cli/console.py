"""Where commands print: results on standard output, everything else on standard error."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

results = Console()
"""Tables and records: what a command was asked for."""

errors = Console(stderr=True)
"""Progress, hints and errors."""


def table(*columns: str, title: str | None = None) -> Table:
    """A table with these columns."""
    made = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def plain(text: object) -> str:
    """Text from outside, shown as it is: markup in it is not obeyed."""
    return escape("" if text is None else str(text))
