"""`rotative doctor`: what is missing or wrong, each with its mend."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer

from agents.checks import Finding, check_broker, check_installation, check_settings, check_sources
from agents.cli.console import plain, results, table
from agents.settings import SettingsError, load_settings

STYLES = {"ok": "green", "warning": "yellow", "error": "bold red"}


def doctor(
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    page: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A saved page, to try its source's profile on.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="The address of that page.")] = None,
) -> None:
    """Looks at this installation, its settings and its broker; status 1 where something is wrong."""
    findings = check_installation()
    try:
        settings = load_settings()
    except SettingsError as error:
        findings.append(Finding("settings", "error", str(error), "correct the variable; docs/settings.md lists all"))
    else:
        findings += check_settings(settings)
        findings += check_sources(settings, page.read_bytes() if page else None, url)
        findings += asyncio.run(check_broker(settings))
    if json:
        for finding in findings:
            sys.stdout.write(orjson.dumps(finding).decode() + "\n")
    else:
        shown = table("", "what", "found", "mend")
        for finding in findings:
            style = STYLES[finding.state]
            shown.add_row(f"[{style}]{finding.state}[/]", finding.subject, plain(finding.found), plain(finding.mend))
        results.print(shown)
    if any(finding.state == "error" for finding in findings):
        raise typer.Exit(1)
