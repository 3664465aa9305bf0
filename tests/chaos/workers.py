"""What happens to workers: killed, joined, ended under load, with a clock that jumps."""

from __future__ import annotations

import os
import signal
import sys

from tests.chaos.clock import JumpingClock
from tests.chaos.result import ChaosResult
from tests.chaos.stage import Stage

UNCOMMITTING = (sys.executable, "-m", "tests.chaos.uncommitting")
JUMPS_SECONDS = (2 * 86_400, -3 * 86_400, 0)
"""Two days ahead, three days back, right again."""


def killed(stage: Stage) -> ChaosResult:
    """The only worker is killed by SIGKILL at random moments, and started again."""
    stage.fill()
    happened = []
    with stage.worker() as worker:

        def kill(number: int) -> None:
            happened.append(number)
            os.kill(worker.pid or 0, signal.SIGKILL)
            worker.wait_or_kill(5)
            worker.start()

        published = stage.watch(stage.at_moments(kill))
    return stage.judge("a worker killed", published, events=len(happened))


def one_of_two_killed_one_added(stage: Stage) -> ChaosResult:
    """Of two workers one is killed; a third joins."""
    stage.fill()
    with stage.worker() as first, stage.worker(), stage.worker(start=False) as third:
        happened = []

        def happen(done: int) -> None:
            if not happened and done >= stage.pages // 3:
                happened.append("killed")
                os.kill(first.pid or 0, signal.SIGKILL)
                third.start()

        published = stage.watch(happen)
    return stage.judge("two workers, one killed, one added", published, events=2 * len(happened))


def ended_under_load(stage: Stage) -> ChaosResult:
    """The worker is asked to end while pages wait, and another takes over."""
    stage.fill()
    statuses = []
    with stage.worker() as worker:

        def end(done: int) -> None:
            if not statuses and done >= stage.pages // 4:
                worker.ask_to_end()
                worker.wait_or_kill(40)
                statuses.append(worker.ended())
                worker.start()

        published = stage.watch(end)
    assert statuses == [0], f"SIGTERM ended the worker with {statuses}"
    return stage.judge("SIGTERM under load", published, events=1)


def commits_stand_still(stage: Stage) -> ChaosResult:
    """The worker's client commits nothing any more: it says so, and stops; the next does the pages again."""
    stage.fill()
    with stage.worker(command=UNCOMMITTING, ROTATIVE_STUCK_SECONDS="3") as worker:
        stage.until_said("but no offset was committed for", stage.seconds)
        stage.until_said("the broker answers, and no offset was committed for 6 s")
        worker.wait_or_kill(60)
        assert worker.ended() not in (None, 0, -9), f"the worker ended with {worker.ended()}"
    with stage.worker():
        published = stage.watch()
        stage.until_committed()
    return stage.judge("commits that stand still", published, events=1)


def clock_jumps(stage: Stage) -> ChaosResult:
    """The machine's clock goes days ahead, days back, and is put right."""
    clock = JumpingClock(stage.folder)
    stage.fill()
    with stage.worker(**clock.environment) as worker:
        happened = []

        def jump(number: int) -> None:
            clock.set(JUMPS_SECONDS[number % len(JUMPS_SECONDS)])
            happened.append(number)

        published = stage.watch(stage.at_moments(jump))
        assert worker.ended() is None, f"the worker ended with {worker.ended()}"
    return stage.judge("clock jumps: 2 days ahead, 3 back, right again", published, events=len(happened))
