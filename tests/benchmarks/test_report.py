"""The figures of a benchmark run, from what was measured to what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.check import slower
from benchmarks.line_memory import FLAT, Sample, growth
from benchmarks.pages import LARGEST, SMALLEST, load_pages, make_pages
from benchmarks.report import Run, keep, markdown, percentile, summary


def run_with(facts_ms: float = 2.0, process: float = 40.0) -> Run:
    return Run(
        pages=10,
        page_source="made",
        mean_page_bytes=100_000,
        rates={
            "trafilatura": [20.0, 10.0],
            "extraction": [50.0, 25.0],
            "process": [process, process / 2],
            "line1": [30.0, 15.0],
        },
        stages_ms={"extract": [20.0, 40.0], "facts": [facts_ms, 2 * facts_ms]},
        processor_ms={"line1": {"top_process": [2.0, 4.0], "page_processes": [30.0, 31.0]}},
        latencies=[0.1] * 99 + [0.9],
        memory={"line1": {"whole_pss": 300.0, "top_process_rss": 110.0, "page_process_rss": 200.0}},
    )


def test_ratios_are_taken_within_a_round_so_that_a_slow_moment_cancels_out() -> None:
    kept = summary(run_with())
    assert kept["process_vs_trafilatura"] == 2.0
    assert kept["extraction_vs_trafilatura"] == 2.5
    assert kept["line1_vs_process"] == 0.75


def test_what_was_not_measured_is_empty_and_not_left_out() -> None:
    kept = summary(run_with())
    assert kept["line_vs_quix"] is None
    assert kept["p99_seconds_half_load"] == 0.9
    assert kept["rss_mb_per_process"] == 200


def test_the_kept_files_hold_the_same_figures(tmp_path: Path) -> None:
    kept = summary(run_with())
    keep(kept, tmp_path)
    assert json.loads((tmp_path / "latest.json").read_text()) == kept
    assert "| process_vs_trafilatura | 2.00 |" in (tmp_path / "latest.md").read_text() == markdown(kept)


def test_the_guard_names_the_stage_that_got_slower() -> None:
    kept = summary(run_with())
    assert slower(summary(run_with()), kept, 0.25) == []
    complaints = slower(summary(run_with(facts_ms=6.0, process=36.0)), kept, 0.25)
    assert len(complaints) == 1
    assert complaints[0].startswith("stage facts")
    assert any("process_vs_trafilatura" in line for line in slower(summary(run_with(process=20.0)), kept, 0.25))


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 3), (0.99, 4)])
def test_percentile(share: float, value: float) -> None:
    assert percentile([4, 1, 3, 2], share) == value


def test_made_pages_are_the_same_every_time_and_have_real_sizes() -> None:
    pages = make_pages(30)
    assert pages == make_pages(30)
    sizes = [len(page.body) for page in pages]
    assert min(sizes) > 0.8 * SMALLEST
    assert max(sizes) < 1.3 * LARGEST
    assert len({page.url for page in pages}) == 30


def test_pages_are_taken_from_all_over_the_files(tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    file.write_text("".join(json.dumps({"url": f"u{n}", "html": "<p>x</p>"}) + "\n" for n in range(10)))
    assert [page.url for page in load_pages([file], 5)] == ["u0", "u2", "u4", "u6", "u8"]
    (tmp_path / "none.jsonl").write_text("")
    with pytest.raises(ValueError, match="no pages"):
        load_pages([tmp_path / "none.jsonl"], 5)


def test_the_cpu_of_a_line_is_told_apart_from_its_page_processes() -> None:
    kept = summary(run_with())
    assert kept["line_cpu_ms"]["line1"]["top_process"]["median"] == 3.0
    assert "| line1 | 3.00 | 30.50 |" in markdown(kept)


def test_growth_leaves_the_start_out_and_is_found_at_the_end() -> None:
    def samples(*whole: float) -> list[Sample]:
        return [Sample(number, megabytes, 0.0, 0.0) for number, megabytes in enumerate(whole)]

    assert growth(samples(100, 200, 300, 301, 299, 300, 300, 301)) < FLAT
    assert growth(samples(100, 200, 300, 310, 320, 330, 340, 350)) > FLAT
