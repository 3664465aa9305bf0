"""A child process that ends with its parent, also when the parent is killed."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def end_with_parent() -> Callable[[], None] | None:
    """What a child does between fork and exec (`preexec_fn`): ask Linux to kill it when its parent dies.

    Linux counts the thread that forked as the parent, so call and fork in the main thread. None on other
    systems, which have no such call; there the next start sweeps up (`agents.broker.records`).
    """
    if not sys.platform.startswith("linux"):
        return None
    parent = os.getpid()
    libc = ctypes.CDLL(None, use_errno=True)  # loaded here: the child must not load anything

    def ask() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we could ask
            os._exit(1)

    return ask
