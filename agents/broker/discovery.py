"""Which broker a command talks to: the one that is set, or the embedded one that `rotative up` runs here."""

from __future__ import annotations

from pathlib import Path

from agents.broker.records import RunRecord, state_directory
from agents.settings import Settings, load_settings


class NoBrokerError(Exception):
    """No broker is set and none of ours runs."""


def running_embedded_broker(state: Path | None = None) -> str | None:
    """The address of the embedded broker that runs on this machine for this user; of several, the youngest."""
    records = (RunRecord.read(folder) for folder in (state or state_directory()).glob("run-*"))
    alive = [record for record in records if record and record.broker.lives() and record.parent.lives()]
    youngest = max(alive, key=lambda record: record.broker.started, default=None)
    return f"127.0.0.1:{youngest.port}" if youngest else None


def settings_with_broker(settings: Settings) -> Settings:
    """The settings with a broker in them.

    Raises:
        NoBrokerError: there is none; the message says how to get one.
    """
    if settings.broker is not None:
        return settings
    address = running_embedded_broker()
    if address is None:
        raise NoBrokerError("no broker: set ROTATIVE_BROKER=host:port, or start `rotative up` in another terminal")
    return load_settings(**{**settings.model_dump(exclude_unset=True), "broker": address, "broker_kind": "embedded"})
