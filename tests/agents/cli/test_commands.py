"""The command line loads what a command needs, and tells the errors that a user can mend."""

from __future__ import annotations

import subprocess
import sys

from agents.cli.commands import users_errors
from tests.agents.cli.running import REPOSITORY, environment, here


def test_a_command_does_not_wait_for_what_it_does_not_use(tmp_path):
    program = (
        "import sys; sys.argv[1:] = ['topics', 'list', '--json']\n"
        "import contextlib, agents.cli.main\n"
        "with contextlib.suppress(SystemExit): agents.cli.main.main()\n"
        "print(*sorted({'trafilatura', 'fasttext', 'lxml'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, env=environment(tmp_path), capture_output=True, check=True
    )
    assert done.stdout.splitlines()
    assert done.stderr.split() == []


def test_every_error_that_is_told_in_one_line_exists():
    assert all(issubclass(error, Exception) for error in users_errors())


def test_a_command_that_does_not_exist_is_refused():
    done = here("nosuch")
    assert done.returncode == 2
    assert "No such command" in done.stderr
