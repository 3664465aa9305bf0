"""What `/metrics` shows: names after the conventions, bounded labels, every metric in the docs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from agents.metrics import Metrics
from agents.monitoring_report import Durations, percentiles
from agents.page_result import PageResult
from pipeline.outcomes import OutcomeName

DOCS = Path(__file__).parents[2] / "docs" / "operations" / "monitoring.md"


@pytest.fixture
def metrics():
    return Metrics(["appointment", "sales_figures"])


def families(metrics):
    return {family.name: family for family in text_string_to_metric_families(metrics.text().decode())}


def sample(metrics, name, **labels):
    return metrics.registry.get_sample_value(name, labels)


def test_the_text_is_what_prometheus_reads_and_names_follow_its_conventions(metrics):
    metrics.observe(PageResult(outcome=OutcomeName.OTHER, timings_ms={"extract": 3.0}), 0.01)
    found = families(metrics)
    assert len(found) >= 14
    for name, family in found.items():
        assert re.fullmatch(r"rotative_[a-z_]+", name)
        assert family.documentation
        assert not re.search(r"_(ms|milliseconds|kb|mb|minutes)$", name)
        if family.type == "histogram":
            assert name.endswith("_seconds")
        if family.type == "counter":
            assert all(one.name.endswith(("_total", "_created")) for one in family.samples)


def test_a_page_is_counted_by_outcome_type_and_stage(metrics):
    both = ("appointment", "sales_figures")
    metrics.observe(PageResult(outcome=OutcomeName.ENRICHED, types=both, timings_ms={"extract": 20.0}), 0.03)
    metrics.observe(PageResult(outcome=OutcomeName.CRASHED), 0.2)
    assert sample(metrics, "rotative_pages_total", outcome="enriched") == 1
    assert sample(metrics, "rotative_pages_total", outcome="crashed") == 1
    assert sample(metrics, "rotative_dead_letters_total", reason="crashed") == 1
    assert sample(metrics, "rotative_articles_total", type="appointment") == 1
    assert sample(metrics, "rotative_articles_total", type="sales_figures") == 1
    assert sample(metrics, "rotative_stage_duration_seconds_sum", stage="extract") == pytest.approx(0.02)
    assert sample(metrics, "rotative_page_duration_seconds_count") == 2


def test_every_outcome_begins_at_zero(metrics):
    for outcome in OutcomeName:
        assert sample(metrics, "rotative_pages_total", outcome=outcome.value) == 0


def test_an_unknown_type_makes_no_time_series(metrics):
    metrics.observe(PageResult(outcome=OutcomeName.ENRICHED, types=("<script>",)), 0.1)
    assert sample(metrics, "rotative_articles_total", type="<script>") is None


def test_the_lag_of_a_partition_given_away_disappears(metrics):
    metrics.set_lag({0: 5, 1: 7})
    metrics.set_lag({1: 3})
    assert sample(metrics, "rotative_consumer_lag", partition="0") is None
    assert sample(metrics, "rotative_consumer_lag", partition="1") == 3


def test_memory_is_measured_when_it_is_asked_for(metrics):
    assert sample(metrics, "rotative_process_resident_memory_bytes") > 10_000_000


def test_percentiles_are_values_that_occurred():
    assert percentiles([float(number) for number in range(1, 101)]) == {"p50": 50.0, "p95": 95.0, "p99": 99.0}
    assert percentiles([0.5]) == {"p50": 0.5, "p95": 0.5, "p99": 0.5}


def test_durations_are_kept_by_stage():
    durations = Durations()
    durations.add(PageResult(outcome=OutcomeName.ENRICHED, timings_ms={"decode": 1.0}), 0.5)
    durations.add(PageResult(outcome=OutcomeName.NO_TEXT), 0.7)
    assert durations.pages == 2
    assert durations.latency_seconds()["page"]["p99"] == 0.7
    assert durations.latency_seconds()["decode"]["p50"] == 0.001
