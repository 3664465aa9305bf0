"""Who may import whom, as docs/architecture.md states it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

GROUND = {
    "pipeline.article",
    "pipeline.characters",
    "pipeline.dateline",
    "pipeline.dates",
    "pipeline.document",
    "pipeline.identity",
    "pipeline.languages",
    "pipeline.limits",
    "pipeline.outcomes",
    "pipeline.page",
}
"""What every step may use."""

STEPS = {
    "pipeline.decoding": set(),
    "pipeline.extraction": {"pipeline.sources"},
    "pipeline.classification": set(),
    "pipeline.organizations": set(),
    "pipeline.facts": {"pipeline.organizations.mention", "pipeline.organizations.table"},
}
"""The steps, and what each may use beside the ground."""

KAFKA = {"faust", "mode", "aiokafka"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package.replace(".", "/")).rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def breaches(package: str, allowed: set[str]) -> list[str]:
    return [
        f"{module.relative_to(ROOT)}: {name}"
        for module in modules(package)
        for name in imported(module)
        if within(name, {"pipeline", "agents", "tools", "tests", "deploy"}) and not within(name, allowed)
    ]


def test_the_pipeline_knows_nothing_of_kafka_or_the_agents():
    assert breaches("pipeline", {"pipeline"}) == []
    kafka = [str(module) for module in modules("pipeline") for name in imported(module) if within(name, KAFKA)]
    assert kafka == []


@pytest.mark.parametrize("step", STEPS)
def test_a_step_uses_the_ground_and_no_other_step(step):
    assert modules(step)
    assert breaches(step, GROUND | STEPS[step] | {step}) == []


def test_what_is_shipped_uses_no_tools_and_no_tests():
    assert breaches("agents", {"agents", "pipeline"}) == []


def test_nothing_but_the_command_line_imports_the_command_line():
    found = [
        str(module)
        for module in modules("agents")
        if ROOT / "agents/cli" not in module.parents
        for name in imported(module)
        if within(name, {"agents.cli"})
    ]
    assert found == []


def test_a_breach_is_found():
    assert breaches("pipeline.facts", GROUND)
