"""How log lines look: one JSON object a line for machines, readable lines for a terminal."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import orjson

from agents.harmless import harmless
from agents.settings import Settings

SHOWN = ("page", "host", "outcome", "reason", "seconds", "trace_id")
"""What a readable line says of the page that it is about."""
DIM = "2"
LEVEL_COLOURS = {"DEBUG": "2", "INFO": "32", "WARNING": "33", "ERROR": "1;31", "CRITICAL": "1;31"}
"""By level, in the terminal's own terms."""
STANDARD_ATTRIBUTES = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """A record as one JSON object: time, level, logger, message, and whatever was given as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{int(record.msecs):03d}",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in STANDARD_ATTRIBUTES}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


class TextFormatter(logging.Formatter):
    """A record as one readable line: time, level, where from, what; and of which page it is, where it is of one."""

    def __init__(self, *, colour: bool) -> None:
        super().__init__()
        self._colour = colour

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end; an exception stands below it."""
        # A page's address and words stand in messages: they may not move the cursor.
        message = harmless(record.getMessage())
        said = {name: vars(record).get(name) for name in SHOWN}
        about = " ".join(f"{name}={harmless(str(value))}" for name, value in said.items() if value is not None)
        line = " ".join(
            (
                self._in(DIM, self.formatTime(record, "%H:%M:%S")),
                self._in(LEVEL_COLOURS.get(record.levelname, ""), f"{record.levelname:<7}"),
                self._in(DIM, f"{record.name}:"),
                message,
                *([self._in(DIM, about)] if about else []),
            )
        )
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def _in(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour and style else text


class OncePerSecond(logging.Filter):
    """Lets one record a second of each place in the code through: an outage makes the client log 80 lines a second."""

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[tuple[str, int], float] = {}  # bounded by the number of places that log

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is shown."""
        place = (record.pathname, record.lineno)
        if record.created - self._last.get(place, 0.0) < 1.0:
            return False
        self._last[place] = record.created
        return True


def logging_configuration(settings: Settings) -> dict[str, Any]:
    """What `logging.config.dictConfig` takes, for the settings' format and level."""
    level = settings.log_level.upper()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"once_per_second": {"()": OncePerSecond}},
        "formatters": {
            "json": {"()": JsonFormatter},
            "text": {"()": TextFormatter, "colour": sys.stderr.isatty() and "NO_COLOR" not in os.environ},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": settings.log_format}},
        "loggers": {
            "aiokafka": {"level": "WARNING", "filters": ["once_per_second"]},
            # What Faust says of its own parts at each start and rebalance is of use to its developers.
            "faust": {"level": "WARNING" if level == "INFO" else level},
            "mode": {"level": "WARNING" if level == "INFO" else level},
            "agents.transport": {"level": "WARNING" if level == "INFO" else level},
            "agents.producer": {"level": "WARNING" if level == "INFO" else level},
            "aiohttp.access": {"level": "WARNING"},
        },
        "root": {"level": level, "handlers": ["console"]},
    }
