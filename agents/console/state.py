"""What the browser is told: one JSON object with everything on the page but the articles' texts."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from agents.alerts import Alert
from agents.console.feed import SOURCES_SHOWN, TEXT_CHARS, ConsoleFeed

SILENT_SECONDS = 60.0
"""A worker not heard of for this long is not shown as one at work."""
POINTS = 120
"""Points of the curves: twenty minutes of reports."""
BADNESS = {"quiet": 0, "drifting": 1, "healthy": 2}


def state_of(feed: ConsoleFeed, problem: str | None, ready: bool, version: str) -> dict[str, Any]:
    """The state of the line as this worker's console shows it."""
    raised = feed.book.raised
    workers = _workers(feed.reports)
    problems = [alert.message for alert in raised]
    problems += [f"{report['worker']}: {report['problem']}" for report in workers if report["problem"]]
    if problem:
        problems.append(f"this worker: {problem}")
    if not ready:
        problems.append("this worker has no share of the work yet")
    return {
        "now": time.time(),
        "version": version,
        "well": not problems,
        "problems": list(dict.fromkeys(problems)),
        "workers": workers,
        "history": _history(feed.reports),
        "sources": sorted(feed.sources.values(), key=lambda source: (BADNESS[source["state"]], -source["last_seen"]))[
            :SOURCES_SHOWN
        ],
        "source_count": len(feed.sources),
        "articles": sorted(
            map(_summary, feed.articles.values()), key=lambda article: str(article["processed"]), reverse=True
        ),
        "outcomes": list(reversed(feed.outcomes)),
        "dead_letters": list(reversed(feed.dead_letters)),
        "raised": [_plain(alert) for alert in reversed(raised)],
        "alerts": list(reversed(feed.alerts)),
    }


def article_of(feed: ConsoleFeed, article_id: str) -> dict[str, Any] | None:
    """The whole article, as far as it is kept; its text cut where it is very long."""
    article = feed.articles.get(article_id)
    return None if article is None else article | {"text": article["text"][:TEXT_CHARS]}


def _workers(reports: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    last = {report["worker"]: dict(report) for report in reports}
    now = time.time()
    return [
        report
        for name, report in sorted(last.items())
        if not report["stopping"] and now - _seconds(report["time"]) < SILENT_SECONDS
    ]


def _history(reports: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Pages a second by outcome, summed over the workers, in steps of ten seconds."""
    before: dict[str, Mapping[str, Any]] = {}
    steps: defaultdict[int, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for report in reports:
        name = report["worker"]
        last = before.get(name)
        if last is not None and last["started"] == report["started"]:
            step = steps[int(_seconds(report["time"]) // 10)]
            for outcome, count in report["outcomes"].items():
                step[outcome] += count - last["outcomes"].get(outcome, 0)
        before[name] = report
    now = int(time.time() // 10)
    return [{"at": step * 10, "pages": steps.get(step, {})} for step in range(now - POINTS, now + 1)]


def _summary(article: Mapping[str, Any]) -> dict[str, Any]:
    facts = article["facts"]
    return {
        name: article[name] for name in ("id", "headline", "url", "host", "language", "published", "type", "backfill")
    } | {
        "types": [one["name"] for one in article["types"]],
        "facts": sum(len(rows) for rows in facts.values()),
        "processed": article["provenance"]["processed"],
    }


def _plain(alert: Alert) -> dict[str, Any]:
    return {
        "id": alert.id,
        "kind": alert.kind,
        "subject": alert.subject,
        "raised": alert.raised,
        "message": alert.message,
    }


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp()
