"""Compares with the kept result, by cost beside trafilatura's in the same run: which stage got slower?

python -m benchmarks.check [--pages FILE.jsonl[.gz]...] [--count N] [--rounds N] [--threshold SHARE]

Needs no broker and no peers. Use the pages the kept result was made with.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.alone import measure_alone, warm_up
from benchmarks.pages import load_pages, make_pages
from benchmarks.report import RESULTS, Run, summary

THRESHOLD = 0.25
"""A stage may cost this share more than kept; a median of three rounds of CPU time moves by a tenth."""
LEAST_SHARE = 0.02
"""What a stage may grow by in any case, as a share of trafilatura's cost: small stages are mostly noise."""


def slower(now: Mapping[str, Any], kept: Mapping[str, Any], threshold: float) -> list[str]:
    """What got slower by more than the threshold, each in a line for people; empty where nothing did."""
    found = []
    before = {stage: row["median"] for stage, row in kept["stages_vs_trafilatura"].items()}
    for stage, row in now["stages_vs_trafilatura"].items():
        was, share = before.get(stage, 0.0), row["median"]
        if share > was * (1 + threshold) + LEAST_SHARE:
            found.append(f"stage {stage}: {share:.3f} of trafilatura's cost, was {was:.3f}")
    found += [
        f"{name}: {now[name]:.2f} times as fast, was {kept[name]:.2f}"
        for name in ("process_vs_trafilatura", "extraction_vs_trafilatura")
        if now[name] * (1 + threshold) < kept[name]
    ]
    return found


def main() -> None:
    """Exit status 0: nothing slower; 1: something is; 2: nothing to compare with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="+", type=Path, default=[])
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--kept", type=Path, default=RESULTS / "latest.json")
    given = parser.parse_args()
    if not given.kept.is_file():
        print(f"no kept result at {given.kept}: run `make bench` first", file=sys.stderr)
        sys.exit(2)
    kept = json.loads(given.kept.read_text(encoding="utf-8"))
    source = "given" if given.pages else "made"
    if (kept["page_source"], kept["pages"]) != (source, given.count):
        asked = f"{kept['pages']} {kept['page_source']} pages"
        print(f"the kept result is of {asked}, this would be of {given.count} {source} ones", file=sys.stderr)
        sys.exit(2)
    pages = load_pages(given.pages, given.count) if given.pages else make_pages(given.count)
    rates: defaultdict[str, list[float]] = defaultdict(list)
    stages: defaultdict[str, list[float]] = defaultdict(list)
    warm_up(pages[:10])
    for number in range(given.rounds):
        alone, spent = measure_alone(pages, shift=number)
        for name, rate in alone.items():
            rates[name].append(rate)
        for name, milliseconds in spent.items():
            stages[name].append(milliseconds)
    size = round(mean(len(page.body) for page in pages))
    now = summary(Run(pages=len(pages), page_source=source, mean_page_bytes=size, rates=rates, stages_ms=stages))
    for stage, row in now["stages_vs_trafilatura"].items():  # type: ignore[attr-defined]
        print(f"{stage:<10} {row['median']:.3f} of trafilatura's cost")
    print(f"whole line {now['process_vs_trafilatura']:.2f} times as fast, kept {kept['process_vs_trafilatura']:.2f}")
    if complaints := slower(now, kept, given.threshold):
        print("slower than kept:", *complaints, sep="\n  ")
        sys.exit(1)


if __name__ == "__main__":
    main()
