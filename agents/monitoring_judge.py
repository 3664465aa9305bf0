"""Judges the line from its outcomes and its workers' reports: states of sources, and alerts. Time comes in."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from agents.alerts import Alert, AlertBook
from agents.settings import Settings
from agents.sources import PageSeen, Source, SourceRecord, source_of
from pipeline.outcomes import DEAD_LETTERED, OutcomeName

UNKNOWN = "(unknown)"
"""The source of pages without an address."""
OTHERS = "(others)"
"""The source of pages of hosts beyond the bound."""
FEWEST_PAGES = 50
"""Pages before a share of dead letters is spoken of."""
SILENT_REPORTS = 6
"""Reports a worker may miss before it is called stuck."""
FORGOTTEN_SECONDS = 900.0
"""A worker not heard of for this long is gone, not stuck: others have its partitions."""


class Judge:
    """Keeps the state of every source, and says what changed and which alerts are due."""

    def __init__(
        self, settings: Settings, sources: Iterable[Mapping[str, Any]], alerts: Iterable[Mapping[str, Any]]
    ) -> None:
        """`sources`, `alerts`: the records that stand on those topics, oldest first."""
        self._settings = settings
        self._shortest = settings.quiet_minutes * 60
        self.sources: dict[str, Source] = {}
        self.checkpoint: dict[str, int] = {}
        """By outcomes partition: every outcome below is counted in the sources topic."""
        for record in sources:
            self.sources[record["host"]] = source_of(record)
            for partition, offset in record["checkpoint"].items():
                self.checkpoint[partition] = max(offset, self.checkpoint.get(partition, 0))
        self.book = AlertBook(alerts)
        self._reached = dict(self.checkpoint)
        self._changed: set[str] = set()
        self._recent: deque[bool] = deque(maxlen=settings.dead_letter_alert_window)
        self._reports: dict[str, Mapping[str, Any]] = {}
        self._heard: dict[str, float] = {}

    def outcome(self, message: Mapping[str, Any], partition: int, offset: int) -> None:
        """Takes one outcome; one that its source has counted already changes nothing."""
        key = str(partition)
        self._reached[key] = max(offset + 1, self._reached.get(key, 0))
        source = self._source(message.get("host") or UNKNOWN)
        if offset < source.positions.get(key, 0):
            return
        source.positions[key] = offset + 1
        self._recent.append(OutcomeName(message["outcome"]) in DEAD_LETTERED)
        source.add(
            PageSeen(
                outcome=message["outcome"],
                at=datetime.fromisoformat(message["received"].replace("Z", "+00:00")).timestamp(),
                article_id=message.get("article_id"),
                url=message.get("url"),
                text_chars=message.get("text_chars"),
                dated=message.get("dated"),
            )
        )
        self._changed.add(source.host)

    def report(self, message: Mapping[str, Any], now: float) -> None:
        """Takes one worker's report."""
        worker = message["worker"]
        if message.get("stopping"):
            self._reports.pop(worker, None)
            self._heard.pop(worker, None)
            return
        self._reports[worker] = message
        self._heard[worker] = now

    def look(self, now: float, *, caught_up: bool) -> list[Alert]:
        """Alerts that are due at that time.

        Args:
            now: seconds since 1970.
            caught_up: whether every outcome was seen, so that a source without pages is silent itself.
        """
        oldest = max((float(report["oldest_page_age_seconds"]) for report in self._reports.values()), default=0.0)
        if caught_up and oldest < self._shortest / 2:
            for source in self.sources.values():
                before = source.quiet
                if source.check_silence(now, self._shortest) != before:
                    self._changed.add(source.host)
        due = [*self._of_sources(now), *self._of_dead_letters(now), *self._of_lag(now, oldest), *self._of_workers(now)]
        return [alert for alert in due if alert is not None]

    def take_changed(self) -> list[tuple[str, SourceRecord]]:
        """Host and record of every source changed since the last call; `published` comes after they are written."""
        hosts, self._changed = sorted(self._changed), set()
        return [(host, self.sources[host].message(self.checkpoint, self._shortest)) for host in hosts]

    def published(self) -> None:
        """All that was taken stands on the topic: from here on the next start need not count it again."""
        self.checkpoint = dict(self._reached)

    def states(self) -> Counter[str]:
        """Sources by state."""
        return Counter(source.state for source in self.sources.values())

    def _source(self, host: str) -> Source:
        if host not in self.sources:
            if len(self.sources) >= self._settings.monitored_sources:
                host = OTHERS
            self.sources.setdefault(host, Source(host))
        return self.sources[host]

    def _of_sources(self, now: float) -> Iterator[Alert | None]:
        for host, source in self.sources.items():
            if host in (UNKNOWN, OTHERS):
                continue
            if source.quiet or self.book.is_raised("quiet-source", host):
                silence, allowed = now - source.last_seen, source.allowed_silence(self._shortest)
                numbers: dict[str, Any] = {
                    "silence_seconds": round(silence, 1),
                    "allowed_seconds": round(allowed or 0.0, 1),
                }
                words = f"no page of {host} for {silence / 3600:.1f} h; its rhythm allows {(allowed or 0) / 3600:.1f} h"
                yield self.book.judge("quiet-source", host, now, words, numbers, trouble=source.quiet)
            left = source.drifting
            if left or self.book.is_raised("drifting-source", host):
                numbers = {
                    "changed": left,
                    "usual_share_without_article": round(source.without_article.share, 3),
                    "usual_share_failed": round(source.failed.share, 3),
                    "usual_share_undated": round(source.undated.share, 3),
                    "sums": {
                        "without_article": round(source.without_article.total, 2),
                        "failed": round(source.failed.total, 2),
                        "undated": round(source.undated.total, 2),
                        "untyped": round(source.untyped.total, 2),
                        "length": round(max(source.length.above, source.length.below), 2),
                    },
                }
                words = f"{host} has left its own history: {', '.join(left)}" if left else f"{host} is as it was"
                yield self.book.judge("drifting-source", host, now, words, numbers, trouble=bool(left))

    def _of_dead_letters(self, now: float) -> Iterator[Alert | None]:
        if len(self._recent) < min(FEWEST_PAGES, self._recent.maxlen or FEWEST_PAGES):
            return
        dead, pages = sum(self._recent), len(self._recent)
        limit = self._settings.dead_letter_alert_ratio
        trouble = dead / pages > (limit / 2 if self.book.is_raised("dead-letter-ratio", "line") else limit)
        words = f"{dead} of the last {pages} pages went to the dead letters; the limit is {limit:.0%}"
        numbers = {"dead_letters": dead, "pages": pages, "limit": limit}
        yield self.book.judge("dead-letter-ratio", "line", now, words, numbers, trouble=trouble)

    def _of_lag(self, now: float, oldest: float) -> Iterator[Alert | None]:
        limit = self._settings.lag_alert_seconds
        pages = sum(sum(report["lag"].values()) for report in self._reports.values())
        trouble = oldest > (limit / 2 if self.book.is_raised("lag", "line") else limit)
        words = f"the oldest of {pages:,} waiting pages is {oldest:.0f} s old; the limit is {limit:.0f} s"
        numbers = {"oldest_seconds": round(oldest, 1), "pages": pages, "limit_seconds": limit}
        yield self.book.judge("lag", "line", now, words, numbers, trouble=trouble)

    def _of_workers(self, now: float) -> Iterator[Alert | None]:
        patience = SILENT_REPORTS * max(self._settings.metrics_interval_seconds, 5.0)
        for worker in [name for name, heard in self._heard.items() if now - heard > FORGOTTEN_SECONDS]:
            del self._heard[worker], self._reports[worker]
        known = set(self._heard) | {alert.subject for alert in self.book.raised if alert.kind == "stuck-worker"}
        for worker in sorted(known):
            silence = now - self._heard.get(worker, now)
            problem = self._reports.get(worker, {}).get("problem")
            if problem is None and silence > patience:
                problem = f"no report for {silence:.0f} s"
            words = f"{worker}: {problem or 'at work again, or gone'}"
            numbers = {"silence_seconds": round(silence, 1), "limit_seconds": patience}
            yield self.book.judge("stuck-worker", worker, now, words, numbers, trouble=problem is not None)
