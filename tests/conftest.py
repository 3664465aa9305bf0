"""What holds for every test."""

from __future__ import annotations

import pytest

LONG = ("chaos", "kafka", "cli", "contracts", "browser")
"""Folders whose files take minutes, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that start brokers, browsers and workers get a second try, shown as a rerun; the longest files go first.

    A machine under load can miss a time limit of theirs. A fault of ours does not go away by itself. Of several files
    at a time, one that takes minutes must not be the last to begin.
    """
    items.sort(key=lambda item: min((LONG.index(part) for part in item.path.parts if part in LONG), default=len(LONG)))
    for item in items:
        if any(item.get_closest_marker(name) for name in ("kafka", "chaos", "browser")):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def at_full_speed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that talk to a broker run without coverage: it halves their speed, and shows hardly a line of its own."""
    if any(request.node.get_closest_marker(name) for name in ("kafka", "chaos")):
        for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
            monkeypatch.delenv(name, raising=False)
