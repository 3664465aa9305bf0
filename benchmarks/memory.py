"""Whether memory stays flat: all given pages several times through one process, and what it holds after each round.

    python -m benchmarks.memory PAGES.jsonl[.gz]... [--rounds N] [--limit N]

Each line of the input is a page: `{"url", "html", ...}`. Caches and allocator fill up in the first round;
from the second on the resident size has to stand still.
"""

from __future__ import annotations

import argparse
import gc
import time
from datetime import datetime, timezone
from pathlib import Path

import psutil

from benchmarks.extraction import pages
from pipeline.outcomes import PageRejectedError
from pipeline.page import RawPage
from pipeline.process import process


def main() -> None:
    """Prints pages, articles and resident megabytes after each round."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--limit", type=int)
    given = arguments.parse_args()
    memory = psutil.Process()
    print(f"start: {memory.memory_info().rss / 1e6:.0f} MB", flush=True)
    for round_number in range(1, given.rounds + 1):
        count = articles = 0
        for page in pages(given.pages, given.limit):
            raw = RawPage(body=page["html"].encode("utf-8", "replace"), url=page.get("url"))
            count += 1
            try:
                process(raw, now=datetime.now(timezone.utc), clock=time.perf_counter)
            except PageRejectedError:
                continue
            articles += 1
        held = memory.memory_info().rss / 1e6
        gc.collect()
        print(
            f"round {round_number}: {count} pages, {articles} articles, {held:.0f} MB, "
            f"{memory.memory_info().rss / 1e6:.0f} MB after a collection",
            flush=True,
        )


if __name__ == "__main__":
    main()
