"""Fixtures of the scenarios: where each plays, and a line for its result. On Apache Kafka where it is at hand."""

from __future__ import annotations

import shutil

import pytest

from tests.chaos.stage import PAGES, Stage
from tests.kafka.conftest import kafka, topic_prefix  # noqa: F401 - fixtures


@pytest.fixture
def stage(kafka, topic_prefix, tmp_path):  # noqa: F811
    if kafka.kind == "embedded" and shutil.which("java") and shutil.which("mvn"):
        pytest.skip(
            "promises are proven on Apache Kafka, which is here; the embedded broker has its turn in `make chaos`"
        )

    def at(events=0, pages=PAGES):
        return Stage(kafka, topic_prefix, tmp_path, pages, events)

    return at


@pytest.fixture
def apache_stage(stage, kafka):  # noqa: F811
    if kafka.kind != "apache":
        pytest.skip("the embedded broker keeps no limits and no topics of others")
    return stage


@pytest.fixture
def show(capsys):
    def say(result):
        with capsys.disabled():
            print(f"\n{result}", end=" ")
        return result

    return say
