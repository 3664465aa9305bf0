"""Freed memory goes back to the system."""

import asyncio
import contextlib
import ctypes
import sys

import psutil
import pytest

from agents import memory


@pytest.mark.skipif(
    not (sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim")),
    reason="glibc alone keeps what is freed",
)
async def test_what_was_freed_goes_back(monkeypatch):
    monkeypatch.setattr(memory, "SECONDS_BETWEEN", 0.05)
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.malloc.argtypes = [ctypes.c_size_t]
    libc.free.argtypes = [ctypes.c_void_p]
    process = psutil.Process()
    # Pieces below the size that is given back at once, with one held behind them: they stay with the C library.
    pieces = [libc.malloc(100_000) for _ in range(1_000)]
    for piece in pieces:
        ctypes.memset(piece, 1, 100_000)
    for piece in pieces[:-1]:
        libc.free(piece)
    kept = process.memory_info().rss
    task = asyncio.ensure_future(memory.give_back_memory())
    await asyncio.sleep(0.5)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    libc.free(pieces[-1])
    assert kept - process.memory_info().rss > 50_000_000
