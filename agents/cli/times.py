"""Times and places as they are given on the command line."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import typer

UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def milliseconds(given: str | None) -> int | None:
    """A moment: RFC 3339 (`2024-05-03T08:00:00Z`), a day (`2024-05-03`), or how long ago (`90m`, `6h`, `2d`)."""
    if given is None:
        return None
    if ago := re.fullmatch(r"(\d+)([mhd])", given):
        moment = datetime.now(timezone.utc) - timedelta(**{UNITS[ago[2]]: int(ago[1])})
    else:
        try:
            moment = datetime.fromisoformat(given.replace("Z", "+00:00"))
        except ValueError:
            raise typer.BadParameter(f"{given!r} is no time: 2024-05-03T08:00:00Z, 2024-05-03, 90m, 6h or 2d") from None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return int(moment.timestamp() * 1000)
