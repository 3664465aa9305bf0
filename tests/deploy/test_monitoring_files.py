"""Dashboard, alert rules and docs speak of metrics that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

from agents.metrics import Metrics

ROOT = Path(__file__).parents[2]
ENDINGS = ("_total", "_bucket", "_count", "_sum", "_created")


def exported() -> dict[str, str]:
    """Names as they are exported, with their meanings."""
    found = {}
    for family in Metrics([]).registry.collect():
        name = f"{family.name}_total" if family.type == "counter" else family.name
        found[name] = family.documentation
    return found


def named_in(text: str) -> set[str]:
    names = set(re.findall(r"\brotative_[a-z_]+\b", text))
    return {re.sub(r"_(bucket|count|sum)$", "", name) for name in names}


def test_the_dashboard_asks_for_metrics_that_exist():
    dashboard = json.loads((ROOT / "deploy/grafana/dashboards/rotative.json").read_text())
    asked = named_in(" ".join(target["expr"] for panel in dashboard["panels"] for target in panel["targets"]))
    assert len(asked) >= 10
    assert asked <= set(exported())
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(dashboard["panels"])


def test_the_rules_ask_for_metrics_that_exist():
    rules = (ROOT / "deploy/prometheus/alerts.yml").read_text()
    asked = named_in(rules)
    assert len(asked) >= 6
    assert asked <= set(exported())
    assert rules.count("- alert:") == rules.count("summary:") == rules.count("mend:") >= 8


def test_the_docs_list_every_metric_with_its_meaning_and_no_other():
    docs = (ROOT / "docs/operations/monitoring.md").read_text()
    rows = dict(re.findall(r"^\| `(rotative_[a-z_]+)` \|[^|]*\| (.+?) \|$", docs, re.MULTILINE))
    assert rows == exported()
