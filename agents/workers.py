"""The page processes: a deadline and a memory bound for each page, a fresh process for one that hangs or dies."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as DeadlineError
from pathlib import Path
from types import TracebackType

from pebble import ProcessExpired, ProcessPool

from agents.page_calls import prepare_process, process_page
from agents.page_result import PageResult
from agents.settings import Settings
from pipeline.identity import host_of
from pipeline.outcomes import OutcomeName
from pipeline.page import RawPage
from pipeline.sources.load import load_profiles

PageFunction = Callable[..., PageResult]
"""Called in the page process with (page, limits, extra types[, folder of source profiles])."""


class PagePool:
    """Runs pages in processes of their own, as many at once as the settings say.

    A page that is not done in time is killed with its process and ends as `timed-out`; one
    that takes its process down, or more memory than allowed, ends as `crashed`. Pages
    behind it are not touched.
    """

    def __init__(self, settings: Settings, function: PageFunction = process_page) -> None:
        self._settings = settings
        self._function = function
        self._arguments: tuple[object, ...] = (settings.limits, settings.extra_types)
        if settings.sources_dir:
            load_profiles(Path(settings.sources_dir))  # a file that is wrong stops the worker before its first page
            self._arguments += (settings.sources_dir,)
        context = multiprocessing.get_context("forkserver")
        # Loaded once there; every process, and every replacement, is forked from it.
        context.set_forkserver_preload(
            [f"agents.preloading.{name}" for name in (*settings.languages_to_preload, "kept")]
        )
        self._pool = ProcessPool(
            max_workers=settings.processes,
            max_tasks=settings.pages_per_process,
            initializer=prepare_process,
            initargs=(settings.page_memory_mb,),
            context=context,
        )
        self._started: Future[bool] | None = None

    def start(self) -> Future[bool]:
        """Begins to start the processes, where nobody has yet; done when they are there.

        In a thread of its own: the fork server loads everything first, seconds in which
        an event loop must go on answering the broker.
        """
        if self._started is None:
            starter = ThreadPoolExecutor(1, thread_name_prefix="page-pool-start")
            # Asking a pool for its state is what starts it.
            self._started = starter.submit(lambda: bool(self._pool.active))
            starter.shutdown(wait=False)
        return self._started

    async def run(self, page: RawPage) -> PageResult:
        """What became of the page.

        Raises:
            RuntimeError: the pool was closed while the page was waiting.
        """
        started = self.start()
        if not started.done():
            await asyncio.shield(asyncio.wrap_future(started))
        future = self._pool.schedule(
            self._function, args=(page, *self._arguments), timeout=self._settings.page_timeout_seconds
        )
        try:
            return await asyncio.wrap_future(future)
        except (DeadlineError, asyncio.TimeoutError):
            seconds = self._settings.page_timeout_seconds
            return _lost(page, OutcomeName.TIMED_OUT, f"not done in {seconds:g} s; its process was killed")
        except MemoryError:
            megabytes = self._settings.page_memory_mb
            return _lost(page, OutcomeName.CRASHED, f"needed more than {megabytes} MB of memory")
        except ProcessExpired as error:
            return _lost(page, OutcomeName.CRASHED, f"its process died with exit code {error.exitcode}")

    def close(self, seconds: float = 5.0) -> None:
        """Lets pages that are running finish within the time, then ends every process."""
        if self._started is not None:
            self._started.exception()  # a pool half started cannot be ended; its first page tells the error
        self._pool.close()
        try:
            self._pool.join(timeout=seconds)
        except (TimeoutError, DeadlineError):
            self._pool.stop()
            self._pool.join()

    def __enter__(self) -> PagePool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _lost(page: RawPage, outcome: OutcomeName, reason: str) -> PageResult:
    return PageResult(outcome=outcome, stage="process", reason=reason, url=page.url, host=host_of(page.url))
