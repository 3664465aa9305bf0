"""Time a page of extraction: ours beside trafilatura's calls and the other readers that are installed.

    python -m benchmarks.extraction PAGES.jsonl[.gz]... [--limit N] [--repeat N]

Each line of the input is a page: `{"url", "html", ...}`. All ways read each page in turn, in one
process, so that what else the machine does falls on all alike; compare the ratios. `ours`,
`trafilatura_with_metadata` and the others can be handed to a scorer of text as well: each takes
the page and its address and gives text, title, author and date.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import logging
import time
from collections.abc import Callable, Iterator
from operator import truediv
from pathlib import Path
from statistics import mean, median
from typing import Any

import trafilatura

from pipeline.extraction.extract import extract
from pipeline.outcomes import PageRejectedError
from pipeline.page import DecodedPage

Way = Callable[[str, str | None], dict[str, Any]]


def ours(html: str, url: str | None = None) -> dict[str, Any]:
    """Our way: text, metadata, related articles."""
    try:
        found = extract(DecodedPage(html, "unicode"), url)
    except PageRejectedError:
        return {}
    said = found.metadata
    return {
        "text": found.text,
        "title": said.headline,
        "author": "; ".join(said.authors) or None,
        "date": said.published,
    }


def trafilatura_with_metadata(html: str, url: str | None = None) -> dict[str, Any]:
    """trafilatura's own default call with metadata, without comments."""
    return _document(trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False))


def trafilatura_fast(html: str, url: str | None = None) -> dict[str, Any]:
    """The same without its rival extractors."""
    return _document(trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False, fast=True))


def _document(found: trafilatura.settings.Document | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {"text": found.text, "title": found.title, "author": found.author, "date": found.date}


def readability(html: str, url: str | None = None) -> dict[str, Any]:
    """readability-lxml; text by lxml."""
    from lxml.html import fromstring  # noqa: PLC0415 - only where it is installed
    from readability import Document  # noqa: PLC0415

    document = Document(html, url=url)
    return {"text": fromstring(document.summary()).text_content(), "title": document.title()}


def resiliparse(html: str, url: str | None = None) -> dict[str, Any]:
    """resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - only where it is installed

    return {"text": extract_plain_text(html, main_content=True)}


def ways() -> dict[str, Way]:
    """All ways whose packages are installed."""
    found: dict[str, Way] = {
        "ours": ours,
        "trafilatura": trafilatura_with_metadata,
        "trafilatura fast": trafilatura_fast,
    }
    others: dict[str, Way] = {"readability": readability, "resiliparse": resiliparse}
    return found | {package: way for package, way in others.items() if importlib.util.find_spec(package) is not None}


def pages(paths: list[Path], limit: int | None) -> Iterator[dict[str, Any]]:
    """The pages of the files, one a line."""
    count = 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                if limit is not None and count >= limit:
                    return
                yield json.loads(line)
                count += 1


def main() -> None:
    """Prints mean and median of CPU milliseconds a page, and the ratios to trafilatura's default call."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", nargs="+", type=Path)
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--repeat", type=int, default=1, help="time each page so often, keep the median")
    given = arguments.parse_args()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    contenders = ways()
    spent: dict[str, list[float]] = {name: [] for name in contenders}
    warm = f"<html><body><article><h1>Warm</h1><p>{'A sentence to begin with. ' * 40}</p></article></body></html>"
    for way in contenders.values():
        way(warm, "https://warm.example/")
    for page in pages(given.pages, given.limit):
        for name, way in contenders.items():
            times = []
            for _ in range(given.repeat):
                begun = time.process_time()
                try:
                    way(page["html"], page.get("url"))
                except Exception as error:  # a peer's failure is a result
                    print(f"{name}: {type(error).__name__} on {page.get('url')}")
                times.append(time.process_time() - begun)
            spent[name].append(median(times) * 1000)
    base = spent["trafilatura"]
    print(f"{len(base)} pages, CPU milliseconds a page")
    print(f"{'':<18}{'mean':>8}{'median':>8}{'ratio of means':>16}{'of medians':>12}{'median of ratios':>18}")
    for name, times in spent.items():
        middle = f"{mean(times):8.1f}{median(times):8.1f}"
        of_pages = median(map(truediv, times, base))
        print(f"{name:<18}{middle}{mean(times) / mean(base):16.2f}{median(times) / median(base):12.2f}{of_pages:18.2f}")


if __name__ == "__main__":
    main()
