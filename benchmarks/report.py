"""The figures of a run: ratios, their table, and the files that keep them."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from statistics import median

from pipeline.version import pipeline_version

RESULTS = Path(__file__).resolve().parent / "results"
Rounds = Mapping[str, Sequence[float]]

RATIOS = {
    "process_vs_trafilatura": ("process", "trafilatura"),
    "extraction_vs_trafilatura": ("extraction", "trafilatura"),
    "line1_vs_process": ("line1", "process"),
    "line2_vs_line1": ("line2", "line1"),
    "line_vs_aiokafka": ("line1", "aiokafka"),
    "line_vs_faststream": ("line1", "faststream"),
    "line_vs_quix": ("line1", "quix"),
}
"""Each ratio: whose pages a second are divided by whose. Above 1, the first is faster."""

MEANING = {
    "process_vs_trafilatura": "the whole line in one process, against trafilatura with metadata",
    "extraction_vs_trafilatura": "decoding and extraction alone, against the same",
    "line1_vs_process": "through Kafka with one page process, against the line in one process",
    "line2_vs_line1": "two page processes, against one",
    "line_vs_aiokafka": "through Kafka with one page process, against trafilatura in plain aiokafka",
    "line_vs_faststream": "the same, against FastStream",
    "line_vs_quix": "the same, against Quix Streams",
}


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, least and most of the rounds."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of the values, to three digits behind the point."""
        return cls(*(round(value, 3) for value in (median(values), min(values), max(values))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything one run measured."""

    pages: int
    page_source: str
    mean_page_bytes: int
    rates: Rounds
    """Pages a second by contender, one figure a round."""
    stages_ms: Rounds
    """Milliseconds of CPU a page by stage, one figure a round."""
    processor_ms: Mapping[str, Mapping[str, Sequence[float]]] = field(default_factory=dict)
    """By line: milliseconds of CPU a page of its own process and of its page processes, one figure a round."""
    latencies: Sequence[float] = ()
    """Seconds from page to result at half load."""
    memory: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    broker: str = "none"
    load_before: float = 0.0
    """The machine's load average before the run: above 0.5, others were at work."""


def ratios(run: Run) -> dict[str, Spread]:
    """The ratios whose two sides were measured; each is taken within a round."""
    return {
        name: Spread.of([ours / theirs for ours, theirs in zip(run.rates[first], run.rates[second], strict=True)])
        for name, (first, second) in RATIOS.items()
        if run.rates.get(first) and run.rates.get(second)
    }


def stage_shares(run: Run) -> dict[str, Spread]:
    """Cost of each stage as a share of trafilatura's cost for the same pages in the same round."""
    base = [1000 / rate for rate in run.rates["trafilatura"]]
    return {
        stage: Spread.of([spent / whole for spent, whole in zip(costs, base, strict=True)])
        for stage, costs in run.stages_ms.items()
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def summary(run: Run) -> dict[str, object]:
    """The run as it is kept in `latest.json`: the promised figures on top, everything else below."""
    spreads = ratios(run)
    ours = [memory for name, memory in run.memory.items() if name.startswith("line")]
    return {
        **{name: spreads[name].median if name in spreads else None for name in RATIOS},
        "p99_seconds_half_load": round(percentile(run.latencies, 0.99), 3) if run.latencies else None,
        "rss_mb_per_process": round(max(memory["page_process_rss"] for memory in ours)) if ours else None,
        "spread": {name: asdict(spread) for name, spread in spreads.items()},
        "stages_vs_trafilatura": {name: asdict(spread) for name, spread in stage_shares(run).items()},
        "stages_ms": {name: asdict(Spread.of(values)) for name, values in run.stages_ms.items()},
        "pages_a_second": {name: asdict(Spread.of(values)) for name, values in run.rates.items()},
        "line_cpu_ms": {
            line: {kind: asdict(Spread.of(values)) for kind, values in found.items()}
            for line, found in run.processor_ms.items()
        },
        "memory_mb": {name: {kind: round(mb) for kind, mb in found.items()} for name, found in run.memory.items()},
        "p50_seconds_half_load": round(median(run.latencies), 3) if run.latencies else None,
        "pages": run.pages,
        "page_source": run.page_source,
        "mean_page_bytes": run.mean_page_bytes,
        "rounds": len(run.rates["trafilatura"]),
        "broker": run.broker,
        "machine": machine(run.load_before),
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
    }


def machine(load_before: float) -> dict[str, object]:
    """What the run was made on, and with which versions."""
    packages = ("trafilatura", "lxml", "faust-streaming", "aiokafka", "orjson", "pebble")
    return {
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "rotative": pipeline_version(),
        **{package: version(package) for package in packages},
        "load_average_before": load_before,
    }


def markdown(kept: Mapping[str, object]) -> str:
    """The table a person reads."""
    spread, shares = _rows(kept, "spread"), _rows(kept, "stages_vs_trafilatura")
    stages, memory = _rows(kept, "stages_ms"), _rows(kept, "memory_mb")
    about = kept["machine"]
    assert isinstance(about, dict)
    lines = [
        f"# Benchmark of {kept['date']}",
        "",
        f"{kept['pages']} {kept['page_source']} pages of {kept['mean_page_bytes']} bytes on average, "
        f"{kept['rounds']} rounds, broker: {kept['broker']}.",
        "; ".join(f"{name} {value}" for name, value in about.items()) + ".",
    ]
    if float(about["load_average_before"]) > 0.5:
        lines += ["", "**The machine was busy with other work: the spread says how much to believe.**"]
    lines += ["", "| ratio of pages a second | median | least | most | what against what |", "|---|---|---|---|---|"]
    lines += [f"| {name} | {_three(row)} | {MEANING[name]} |" for name, row in spread.items()]
    lines += ["", "| stage | CPU ms a page | share of trafilatura: median | least | most |", "|---|---|---|---|---|"]
    lines += [f"| {name} | {stages[name]['median']:.2f} | {_three(row)} |" for name, row in shares.items()]
    lines += _processor_rows(kept)
    if memory:
        lines += ["", "| memory, MB | whole, shared once | top process | largest page process |", "|---|---|---|---|"]
        lines += [
            f"| {name} | {row['whole_pss']} | {row['top_process_rss']} | {row['page_process_rss'] or '–'} |"
            for name, row in memory.items()
        ]
    if kept["p99_seconds_half_load"] is not None:
        lines += [
            "",
            f"From page to result at half load: median {kept['p50_seconds_half_load']} s, "
            f"99 of 100 within {kept['p99_seconds_half_load']} s.",
        ]
    return "\n".join(lines) + "\n"


def _processor_rows(kept: Mapping[str, object]) -> list[str]:
    lines = _rows(kept, "line_cpu_ms")
    if not lines:
        return []
    head = ["", "| CPU ms a page through Kafka | own process | its page processes |", "|---|---|---|"]
    shown = [
        [f"{row[kind]['median']:.2f}" for kind in ("top_process", "page_processes")]  # type: ignore[index]
        for row in lines.values()
    ]
    return head + [f"| {name} | {own} | {below} |" for name, (own, below) in zip(lines, shown, strict=True)]


def keep(kept: Mapping[str, object], folder: Path = RESULTS) -> Path:
    """Writes `latest.json` and `latest.md`; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "latest.json").write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    (folder / "latest.md").write_text(markdown(kept), encoding="utf-8")
    return folder


def _rows(kept: Mapping[str, object], name: str) -> dict[str, dict[str, float]]:
    rows = kept[name]
    assert isinstance(rows, dict)
    return rows


def _three(row: Mapping[str, float]) -> str:
    return f"{row['median']:.2f} | {row['least']:.2f} | {row['most']:.2f}"
