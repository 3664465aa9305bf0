"""What a worker calls in its page processes. They alone load the pipeline: a worker starts in half the time so."""

from __future__ import annotations

import resource
from pathlib import Path
from pkgutil import resolve_name
from typing import cast

from agents.page_result import PageResult
from pipeline.page import RawPage


def process_page(page: RawPage, *arguments: object) -> PageResult:
    """`agents.page_process.process_page`, found when it is called."""
    return cast("PageResult", resolve_name("agents.page_process:process_page")(page, *arguments))


def prepare_process(memory_mb: int) -> None:
    """Bounds the memory of the page process this runs in, on top of what it has now.

    Linux alone enforces the bound; elsewhere the deadline has to do.
    """
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    now = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    bound = now + memory_mb * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
