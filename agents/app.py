"""The Faust app of one worker: its settings, its agent, and what it starts and stops with."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from faust.types import TP

from agents.acknowledgement import OrderedAcknowledgement
from agents.app_credentials import faust_credentials
from agents.commit_guard import guard_commits
from agents.console.server import WebServer
from agents.ingest import Ingest
from agents.memory import give_back_memory
from agents.monitoring import WorkerMonitor
from agents.monitoring_line import LineMonitor
from agents.page_calls import process_page
from agents.publishing import Publisher
from agents.settings import Settings
from agents.stories import COMPARED_AT_ONCE, Stories
from agents.topics import HEADER_BYTES, MAX_MESSAGE_BYTES, Topics, declare_topics
from agents.transport import App
from agents.workers import PageFunction, PagePool

BUFFERED_MESSAGES = 64
"""Messages fetched ahead of the agent: with those in flight, all the pages a worker holds in memory."""


def create_app(settings: Settings, function: PageFunction = process_page) -> App:
    """One worker's app, connected to nothing until it is started.

    Args:
        settings: with a broker.
        function: what a page process does with a page.

    Raises:
        ValueError: no broker is set.
    """
    if settings.broker is None:
        raise ValueError("a worker needs ROTATIVE_BROKER")
    app = App(
        settings.consumer_group,
        profile=settings.profile,
        drain_seconds=settings.drain_seconds,
        broker=[f"kafka://{server.strip()}" for server in settings.broker.split(",")],
        broker_credentials=faust_credentials(settings),
        broker_client_id=f"rotative-{settings.worker_id}",
        **_broker_settings(settings),
        **_producer_settings(settings),
        web_enabled=False,  # our own server: Faust's takes no port 0 and shows more than it should
        datadir=str(Path(tempfile.gettempdir()) / "rotative-faust"),  # nothing is kept there; the default: where we are
        # Topics are created by `create_topics`, with their declared settings; Faust would create them without.
        topic_allow_declare=False,
        topic_disable_leader=True,
        table_standby_replicas=0,
        store="memory://",
        stream_buffer_maxsize=BUFFERED_MESSAGES,
        stream_wait_empty=True,
        worker_redirect_stdouts=False,
        processing_guarantee="at_least_once",
    )
    topics = declare_topics(settings)
    monitor = WorkerMonitor(app, settings, topics)
    pool = PagePool(settings, function)
    pool.start()  # while the worker joins its group
    add_agents(app, settings, topics, pool, monitor)
    add_monitoring(app, settings, topics, monitor)
    return app


def add_agents(app: App, settings: Settings, topics: Topics, pool: PagePool, monitor: WorkerMonitor) -> None:
    """The agents: one takes raw pages, one compares articles; and what happens when partitions go or the app ends."""
    ingest = Ingest(app, settings, topics, pool, monitor)

    @app.agent(_bytes_topic(app, topics.raw.name), name="ingest")  # type: ignore[untyped-decorator]
    async def pages(stream: Any) -> None:
        await ingest.acknowledgement.consume(stream)

    publisher = Publisher(app, settings.publish_budget_seconds)
    stories = Stories(settings, topics, publisher)
    in_order = OrderedAcknowledgement(stories.handle, limit=COMPARED_AT_ONCE, on_failure=app.crash)

    @app.agent(_bytes_topic(app, topics.signatures.name), name="stories")  # type: ignore[untyped-decorator]
    async def signatures(stream: Any) -> None:
        await in_order.consume(stream)

    @app.on_partitions_revoked.connect  # type: ignore[untyped-decorator]
    async def forget(_: Any, revoked: set[TP], **__: Any) -> None:
        ingest.partitions_revoked(tp.partition for tp in revoked if tp.topic == topics.raw.name)
        if any(tp.topic == topics.signatures.name for tp in revoked):
            stories.forget()

    @app.on_before_shutdown.connect  # type: ignore[untyped-decorator]
    async def close_processes(*_: Any, **__: Any) -> None:
        pool.close()


def add_monitoring(app: App, settings: Settings, topics: Topics, monitor: WorkerMonitor) -> None:
    """The worker's reports and its web server."""
    server = WebServer(settings, topics, monitor)
    line = LineMonitor(app, settings, topics, lambda: any(tp.partition == 0 for tp in monitor.partitions))
    monitor.line = line

    @app.task  # type: ignore[untyped-decorator]
    async def watch() -> None:
        if settings.web:
            await server.start()
        await monitor.run()

    @app.task  # type: ignore[untyped-decorator]
    async def watch_line() -> None:
        await line.run()

    @app.task  # type: ignore[untyped-decorator]
    async def watch_commits() -> None:
        await guard_commits(monitor.health, 2 * settings.stuck_seconds, app.crash)

    @app.task  # type: ignore[untyped-decorator]
    async def spare_memory() -> None:
        await give_back_memory()

    @app.on_partitions_assigned.connect  # type: ignore[untyped-decorator]
    async def assigned(_: Any, given: set[TP], **__: Any) -> None:
        await monitor.assigned({tp.partition for tp in given if tp.topic == topics.raw.name})

    @app.on_partitions_revoked.connect  # type: ignore[untyped-decorator]
    async def revoked(_: Any, __: set[TP], **___: Any) -> None:
        await monitor.revoked()

    @app.on_before_shutdown.connect  # type: ignore[untyped-decorator]
    async def last_report(*_: Any, **__: Any) -> None:
        await monitor.end()
        await server.stop()


def _bytes_topic(app: App, name: str) -> Any:
    """A topic whose keys and values are taken as they are: what is wrong with them is for us to say."""
    return app.topic(name, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")


def _broker_settings(settings: Settings) -> dict[str, Any]:
    profile = settings.profile
    return {
        "broker_session_timeout": profile.session_timeout,
        "broker_heartbeat_interval": profile.heartbeat_interval,
        # Longer than pages in flight may take, so that a rebalance waits for them.
        "broker_rebalance_timeout": 2 * settings.drain_seconds + settings.page_timeout_seconds,
        "broker_request_timeout": 30.0,
        "broker_commit_interval": settings.commit_interval_seconds,
        "broker_max_poll_records": BUFFERED_MESSAGES,
        "consumer_max_fetch_size": 4_000_000,
        "consumer_auto_offset_reset": "earliest",
    }


def _producer_settings(settings: Settings) -> dict[str, Any]:
    profile = settings.profile
    return {
        "producer_max_request_size": MAX_MESSAGE_BYTES + 2 * HEADER_BYTES,
        "producer_linger": profile.producer_linger,
        "producer_max_batch_size": profile.producer_max_batch_size,
        "producer_compression_type": "lz4",
        "producer_acks": -1,
        "producer_request_timeout": settings.publish_budget_seconds,
    }
