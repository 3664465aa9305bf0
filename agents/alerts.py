"""Alerts: each raised once and cleared once, with the numbers that made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

AlertKind = Literal["quiet-source", "drifting-source", "dead-letter-ratio", "lag", "stuck-worker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One record of the alerts topic: an alert as it is raised, or as it is cleared."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    id: str
    """Kind and subject: the same trouble, the same id."""
    kind: AlertKind
    """What kind of trouble."""
    subject: str
    """The host or the worker; `line` where it is about all."""
    state: Literal["raised", "cleared"]
    """Whether it stands."""
    raised: float
    """When, in seconds since 1970."""
    cleared: float | None
    """When it was cleared, in seconds since 1970; null while it stands."""
    message: str
    """What is the matter, in words, with its numbers."""
    numbers: dict[str, Any]
    """The numbers that decided."""


class AlertBook:
    """The alerts that are raised now."""

    def __init__(self, records: Iterable[Mapping[str, Any]] = ()) -> None:
        """`records`: what stands on the alerts topic, oldest first."""
        self._raised: dict[str, Alert] = {}
        for record in records:
            self.take(Alert(**record))

    def take(self, alert: Alert) -> None:
        """Takes what another worker has said."""
        if alert.state == "raised":
            self._raised[alert.id] = alert
        else:
            self._raised.pop(alert.id, None)

    @property
    def raised(self) -> list[Alert]:
        """Those raised now, oldest first."""
        return sorted(self._raised.values(), key=lambda alert: alert.raised)

    def is_raised(self, kind: AlertKind, subject: str) -> bool:
        """Whether that alert is raised now."""
        return f"{kind}/{subject}" in self._raised

    def judge(
        self, kind: AlertKind, subject: str, now: float, message: str, numbers: dict[str, Any], *, trouble: bool
    ) -> Alert | None:
        """What has to be said now: the alert raised, the alert cleared, or nothing new."""
        alert_id = f"{kind}/{subject}"
        before = self._raised.get(alert_id)
        if trouble == (before is not None):
            return None
        alert = Alert(
            id=alert_id,
            kind=kind,
            subject=subject,
            state="raised" if trouble else "cleared",
            raised=before.raised if before else now,
            cleared=None if trouble else now,
            message=message,
            numbers=numbers,
        )
        if trouble:
            self._raised[alert_id] = alert
        else:
            del self._raised[alert_id]
        return alert
