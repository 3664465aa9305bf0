"""The tables of docs/quality/extraction.md and metadata.md, from pages whose gold is known.

    python -m benchmarks.extraction_quality FOLDER [--limit N]

FOLDER holds `*.jsonl` or `*.jsonl.gz`, a page a line: `url`, `html`, and of `gold_text`, `gold_title`,
`gold_author`, `gold_date`, `dataset`, `lang` those that are known. Ours and trafilatura's default call
with metadata read each page in turn, in one process; times are of the CPU.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.extraction import Way, ours, pages, trafilatura_with_metadata
from benchmarks.shingles import average, precision_and_recall, same_authors, same_day, same_headline

WAYS: dict[str, Way] = {"ours": ours, "trafilatura": trafilatura_with_metadata}
FIELDS: dict[str, tuple[str, Callable[[str, str | None], bool]]] = {
    "headline": ("title", same_headline),
    "authors": ("author", same_authors),
    "day": ("date", same_day),
}


def measure(folder: Path, limit: int | None) -> list[dict[str, Any]]:
    """Of each page what both ways found, what it cost, and its gold."""
    rows: list[dict[str, Any]] = []
    files = sorted(path for path in folder.iterdir() if path.name.endswith((".jsonl", ".jsonl.gz")))
    for page in pages(files, limit):
        row = {name: value for name, value in page.items() if name != "html"}
        for name, way in WAYS.items():
            begun = time.process_time()
            row[name] = way(page["html"], page.get("url"))
            row[f"{name} ms"] = (time.process_time() - begun) * 1000
        rows.append(row)
    return rows


def print_text(rows: list[dict[str, Any]]) -> None:
    """Text by data set and language, with the ratio of times."""
    print("| pages | with text | P | R | F1 | trafilatura P | R | F1 | time, ratio of means | of medians |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row.get("gold_text"):
            for name in ("all", row.get("dataset"), row.get("lang") and f"language {row['lang']}"):
                if name:
                    groups[name].append(row)
    for name, members in sorted(groups.items(), key=lambda group: -len(group[1])):
        figures = []
        for way in WAYS:
            scores = [precision_and_recall(row["gold_text"], row[way].get("text") or "") for row in members]
            figures += [f"{figure:.3f}" for figure in average(scores)]
        for middle in (mean, median):
            ours_ms, theirs_ms = (middle([row[f"{way} ms"] for row in members]) for way in WAYS)
            figures.append(f"{ours_ms / theirs_ms:.2f}")
        print(f"| {name} | {len(members)} | {' | '.join(figures)} |")


def print_fields(rows: Iterable[dict[str, Any]]) -> None:
    """Headline, authors and day: right, wrong and none, over all pages that have a gold of the field."""
    print("\n| field | | right | wrong | none | of |\n|---|---|---|---|---|---|")
    rows = list(rows)
    for field, (key, same) in FIELDS.items():
        known = [row for row in rows if row.get(f"gold_{key}")]
        for way in reversed(WAYS):
            found = [(row[f"gold_{key}"], row[way].get(key)) for row in known]
            right = sum(same(gold, value) for gold, value in found)
            none = sum(not value for _, value in found)
            share = right / (len(known) or 1)
            print(f"| {field} | {way} | {share:.3f} | {len(known) - right - none} | {none} | {len(known)} |")


def main() -> None:
    """Measures the folder and prints both tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--limit", type=int)
    given = arguments.parse_args()
    rows = measure(given.folder, given.limit)
    print_text(rows)
    print_fields(rows)


if __name__ == "__main__":
    main()
