"""A worker whose page processes die of the pages of one host and hang on those of another, as parsers in C can."""

from __future__ import annotations

import os
import signal

from agents.app import create_app
from agents.cli.worker import run_worker
from agents.page_process import process_page
from agents.settings import load_settings


def kill_or_process(page, limits, extra_types):
    """Ends the process as a segmentation fault does, or never returns; processes every other page."""
    while page.url == "https://endless.example/":
        pass
    if page.url == "https://killer.example/":
        os.kill(os.getpid(), signal.SIGSEGV)
    return process_page(page, limits, extra_types)


if __name__ == "__main__":
    settings = load_settings()
    run_worker(create_app(settings, kill_or_process), settings)
