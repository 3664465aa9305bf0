"""Serves console, metrics and probes on the worker's own loop: it answers as long as that lives."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from importlib import resources

import orjson
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from agents.console.access import keep_token, refusal
from agents.console.feed import ConsoleFeed
from agents.console.state import article_of, state_of
from agents.monitoring import WorkerMonitor
from agents.settings import Settings
from agents.topics import Topics
from pipeline.version import pipeline_version

logger = logging.getLogger(__name__)


FILES = {"app.js": "text/javascript", "app.css": "text/css", "icon.svg": "image/svg+xml"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class WebServer:
    """The worker's web server. Read-only: it answers GET and HEAD alone."""

    def __init__(self, settings: Settings, topics: Topics, monitor: WorkerMonitor) -> None:
        self._settings = settings
        self._monitor = monitor
        self._runner: web.AppRunner | None = None
        self.address: str | None = None
        """Where it listens, once started."""
        self.feed = ConsoleFeed(settings, topics)
        self.app = web.Application(middlewares=[_guarded])
        self.app.router.add_get("/metrics", self._metrics)
        self.app.router.add_get("/healthz", self._healthz)
        self.app.router.add_get("/readyz", self._readyz)
        self.app.router.add_get("/", self._page)
        for name in FILES:
            self.app.router.add_get(f"/console/{name}", self._file)
        self.app.router.add_get("/console/state.json", self._state)
        self.app.router.add_get("/console/article.json", self._article)

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
        await self.feed.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _metrics(self, _: web.Request) -> web.Response:
        self._monitor.refresh()
        text = await asyncio.to_thread(self._monitor.metrics.text)  # it asks after every process of the machine
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _healthz(self, _: web.Request) -> web.Response:
        problem = self._monitor.health.problem()
        return web.json_response({"alive": problem is None, "problem": problem}, status=503 if problem else 200)

    async def _readyz(self, _: web.Request) -> web.Response:
        ready = self._monitor.ready
        return web.json_response({"ready": ready}, status=200 if ready else 503)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        if answer := refusal(request, self._settings):
            return answer
        if "token" in request.query:
            answer = web.Response(status=303, headers={"Location": "/"})
            keep_token(request, answer)
            return answer
        return web.Response(text=_asset("index.html"), content_type="text/html")

    async def _file(self, request: web.Request) -> web.Response:
        name = request.path.rpartition("/")[2]
        return web.Response(text=_asset(name), content_type=FILES[name])

    async def _state(self, request: web.Request) -> web.Response:
        if answer := refusal(request, self._settings):
            return answer
        self.feed.ask()
        state = state_of(self.feed, self._monitor.health.problem(), self._monitor.ready, pipeline_version())
        return web.Response(body=orjson.dumps(state), content_type="application/json")

    async def _article(self, request: web.Request) -> web.Response:
        if answer := refusal(request, self._settings):
            return answer
        article = article_of(self.feed, request.query.get("id", ""))
        if article is None:
            return web.json_response({"error": "no longer kept by the console"}, status=404)
        return web.Response(body=orjson.dumps(article), content_type="application/json")


@web.middleware
async def _guarded(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        response = await handler(request)
    except web.HTTPException as error:
        error.headers.update(HEADERS)
        raise
    response.headers.update(HEADERS)
    return response


def _asset(name: str) -> str:
    return (resources.files("agents.console") / "static" / name).read_text(encoding="utf-8")
