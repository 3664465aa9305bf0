"""Serves console, metrics and probes on the worker's own loop: it answers as long as that lives."""

from __future__ import annotations

import logging

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from agents.monitoring import WorkerMonitor
from agents.settings import Settings

logger = logging.getLogger(__name__)


class WebServer:
    """The worker's web server. Read-only: it answers GET and HEAD alone."""

    def __init__(self, settings: Settings, monitor: WorkerMonitor) -> None:
        self._settings = settings
        self._monitor = monitor
        self._runner: web.AppRunner | None = None
        self.address: str | None = None
        """Where it listens, once started."""
        self.app = web.Application()
        self.app.router.add_get("/metrics", self._metrics)
        self.app.router.add_get("/healthz", self._healthz)
        self.app.router.add_get("/readyz", self._readyz)

    async def start(self) -> None:
        """Begins to listen; port 0 is any free one.

        Raises:
            OSError: the port is taken.
        """
        self._runner = web.AppRunner(self.app, access_log=None, handle_signals=False)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._settings.web_host, self._settings.port).start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}/"
        logger.info("console, metrics and probes at %s", self.address)

    async def stop(self) -> None:
        """Stops listening."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _metrics(self, _: web.Request) -> web.Response:
        self._monitor.refresh()
        return web.Response(body=self._monitor.metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _healthz(self, _: web.Request) -> web.Response:
        problem = self._monitor.health.problem()
        return web.json_response({"alive": problem is None, "problem": problem}, status=503 if problem else 200)

    async def _readyz(self, _: web.Request) -> web.Response:
        ready = self._monitor.ready
        return web.json_response({"ready": ready}, status=200 if ready else 503)
