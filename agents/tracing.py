"""Each page as a span, for OpenTelemetry: an extra that is loaded where ROTATIVE_TRACES asks for it.

The span belongs to the trace that the page came with. Where spans go, and how many, is
told by OpenTelemetry's own variables, such as OTEL_EXPORTER_OTLP_ENDPOINT.
"""

from __future__ import annotations

import os
from typing import Any

from agents.outputs import Consumed
from agents.page_result import PageResult
from agents.settings import Settings, SettingsError
from pipeline.outcomes import DEAD_LETTERED

NANOSECONDS = 1_000_000_000


class PageTracer:
    """Makes spans of pages that are done."""

    def __init__(self, worker: str, exporter: Any = None) -> None:
        """`exporter`: takes the spans; None: OTLP over HTTP.

        Raises:
            ImportError: the extra is not installed.
        """
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - an extra
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

        os.environ.setdefault("OTEL_SERVICE_NAME", "rotative")
        self._provider = TracerProvider(resource=Resource.create({"service.instance.id": worker}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter or OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("rotative")

    def page(self, result: PageResult, consumed: Consumed, *, began: float, ended: float) -> None:
        """One page, from `began` to `ended` in seconds since 1970; its stages one after another as they were timed."""
        from opentelemetry.trace import SpanKind, Status, StatusCode, set_span_in_context  # noqa: PLC0415
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

        at = consumed.position
        trace = (consumed.header("traceparent") or b"").decode("ascii", "replace")
        about = {
            "messaging.system": "kafka",
            "messaging.destination.name": at.topic,
            "messaging.destination.partition.id": str(at.partition),
            "messaging.kafka.offset": at.offset,
            "url.full": result.url,
            "rotative.host": result.host,
            "rotative.outcome": result.outcome.value,
            "rotative.article_id": result.article_id,
        }
        span = self._tracer.start_span(
            "page",
            context=TraceContextTextMapPropagator().extract({"traceparent": trace}),
            kind=SpanKind.CONSUMER,
            attributes={name: value for name, value in about.items() if value is not None},
            start_time=int(began * NANOSECONDS),
        )
        moment = began
        for stage, milliseconds in result.timings_ms.items():
            inside = self._tracer.start_span(
                stage, context=set_span_in_context(span), start_time=int(moment * NANOSECONDS)
            )
            moment += milliseconds / 1000
            inside.end(int(moment * NANOSECONDS))
        if result.outcome in DEAD_LETTERED:
            span.set_status(Status(StatusCode.ERROR, result.reason))
        span.end(int(ended * NANOSECONDS))

    def stop(self) -> None:
        """Sends what is left."""
        self._provider.shutdown()


def tracer_of(settings: Settings) -> PageTracer | None:
    """The tracer, where traces are asked for.

    Raises:
        SettingsError: they are, and the extra is not installed.
    """
    if not settings.traces:
        return None
    try:
        return PageTracer(settings.worker_id)
    except ImportError as error:
        raise SettingsError(f"ROTATIVE_TRACES needs `pip install 'rotative[telemetry]'`: {error}") from error
