"""The parts of `deploy/verify` that need no Docker."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.verification import images, pages
from deploy.verification.machine import CannotVerifyError, VerificationFailedError, need, run, succeeds

REPOSITORY = Path(__file__).parents[2]


def stand_in():
    specification = importlib.util.spec_from_file_location("run", REPOSITORY / "deploy/stand-ins/kafka/run.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("KAFKA_NODE_ID", "node.id"),
        ("KAFKA_LOG_DIRS", "log.dirs"),
        ("KAFKA_A__B_C___D", "a_b.c-d"),
    ],
)
def test_the_stand_in_reads_variables_as_the_image_does(variable, name):
    assert stand_in().property_name(variable) == name


def test_each_page_is_its_own_and_is_read_by_send():
    lines, urls = pages.page_lines(10, 5)
    read = [json.loads(line) for line in lines.splitlines()]
    assert {page["url"] for page in read} == urls
    assert len({page["html"] for page in read}) == len(urls) == 5
    assert pages.page_lines(15, 5)[1].isdisjoint(urls)


def test_the_base_image_is_the_one_of_the_dockerfile():
    assert f"ARG PYTHON_IMAGE={images.python_image()}" in (REPOSITORY / "Dockerfile").read_text()


def test_there_is_a_stand_in_for_the_kafka_of_the_compose_file_and_for_no_other():
    with pytest.raises(CannotVerifyError, match=r"cannot stand in for apache/kafka:1\.0\.0"):
        images._kafka_jars("apache/kafka:1.0.0")


def test_a_missing_program_names_its_package():
    with pytest.raises(CannotVerifyError, match="apt-get install nothing-at-all"):
        need("no-such-program-anywhere", package="nothing-at-all")


def test_a_failing_command_is_told_with_its_last_words():
    with pytest.raises(VerificationFailedError, match="status 3:\nthe disk is full"):
        run([sys.executable, "-c", "print('the disk is full'); raise SystemExit(3)"])
    with pytest.raises(VerificationFailedError, match="more than"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], within=0.2)
    assert run([sys.executable, "-c", "print(input())"], given="yes\n") == "yes\n"
    assert not succeeds(["no-such-program-anywhere"])


def test_it_says_how_it_is_used():
    done = subprocess.run(
        [sys.executable, "-m", "deploy.verification", "--help"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "--compose" in done.stdout
