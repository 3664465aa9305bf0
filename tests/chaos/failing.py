"""A worker of a bad release: it fails on the pages of one host in twenty."""

from __future__ import annotations

from agents.app import create_app
from agents.cli.worker import run_worker
from agents.page_process import process_page
from agents.page_result import PageResult
from agents.settings import load_settings
from pipeline.identity import host_of
from pipeline.outcomes import OutcomeName

FAILING_HOST = "presse-7.example"


def fail_or_process(page, limits, extra_types):
    """Fails on that host; processes every other page."""
    host = host_of(page.url)
    if host == FAILING_HOST:
        return PageResult(
            outcome=OutcomeName.FAILED, stage="extract", reason="a fault of ours", url=page.url, host=host
        )
    return process_page(page, limits, extra_types)


if __name__ == "__main__":
    settings = load_settings()
    run_worker(create_app(settings, fail_or_process), settings)
