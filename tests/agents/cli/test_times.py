"""Moments on the command line."""

from __future__ import annotations

import time

import pytest
import typer

from agents.cli.times import milliseconds


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        (None, None),
        ("2024-05-03T08:00:00Z", 1_714_723_200_000),
        ("2024-05-03T10:00:00+02:00", 1_714_723_200_000),
        ("2024-05-03T08:00:00", 1_714_723_200_000),
        ("2024-05-03", 1_714_694_400_000),
    ],
)
def test_a_moment(given, moment):
    assert milliseconds(given) == moment


@pytest.mark.parametrize(("given", "seconds"), [("90m", 5_400), ("6h", 21_600), ("2d", 172_800)])
def test_how_long_ago(given, seconds):
    assert milliseconds(given) == pytest.approx((time.time() - seconds) * 1000, abs=2_000)


@pytest.mark.parametrize("given", ["", "now", "6w", "-1h", "2024-02-30"])
def test_what_is_no_moment(given):
    with pytest.raises(typer.BadParameter):
        milliseconds(given)
