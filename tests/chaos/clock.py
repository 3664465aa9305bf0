"""A wall clock that a test can set, for one worker and its page processes alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("clock.c")


class JumpingClock:
    """A library that shifts the wall clock of the processes it is loaded into. Linux with a C compiler alone."""

    def __init__(self, folder: Path) -> None:
        compiler = shutil.which("cc")
        if compiler is None or not sys.platform.startswith("linux"):
            pytest.skip("clock jumps need Linux and a C compiler")
        self._file = folder / "wrong-by"
        self.set(0)
        library = folder / "clock.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"], check=True)
        self.environment = {"LD_PRELOAD": str(library), "CLOCK_WRONG_BY_FILE": str(self._file)}
        """What a process needs to have this clock."""

    def set(self, seconds: int) -> None:
        """The clock is wrong by that many seconds from now on."""
        with self._file.open("r+b" if self._file.exists() else "w+b") as file:  # in place: it is mapped
            file.write(seconds.to_bytes(8, sys.byteorder, signed=True))
