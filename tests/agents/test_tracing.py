"""Pages as spans of the trace that they came with."""

from __future__ import annotations

import pytest

from agents.outputs import Consumed
from agents.page_result import PageResult
from agents.settings import SettingsError, load_settings
from agents.tracing import PageTracer, tracer_of
from pipeline.article import RawPosition
from pipeline.outcomes import OutcomeName

TRACE = "0af7651916cd43dd8448eb211c80319c"


def consumed(*headers):
    at = RawPosition("news.raw", 3, 7)
    return Consumed(position=at, timestamp_ms=0, received="", key=None, value=b"", headers=headers)


def test_nothing_is_traced_unless_it_is_asked_for():
    assert tracer_of(load_settings()) is None


def test_a_missing_extra_is_told_with_its_mend(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry.sdk.trace", None)
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(SettingsError, match=r"pip install 'rotative\[telemetry\]'"):
        tracer_of(load_settings(traces=True))


def spans_of(*pages):
    memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    exporter = memory.InMemorySpanExporter()
    tracer = PageTracer("worker-1", exporter)
    for result, message in pages:
        tracer.page(result, message, began=1000.0, ended=1000.5)
    tracer.stop()
    return exporter.get_finished_spans()


def test_a_page_continues_its_trace_and_its_stages_lie_within_it():
    parent = f"00-{TRACE}-b7ad6b7169203331-01".encode()
    result = PageResult(outcome=OutcomeName.OTHER, host="presse.example", timings_ms={"decode": 1.0, "extract": 20.0})
    decode, extract, page = spans_of((result, consumed(("traceparent", parent))))
    assert f"{page.context.trace_id:032x}" == TRACE
    assert f"{page.parent.span_id:016x}" == "b7ad6b7169203331"
    assert page.attributes["rotative.outcome"] == "other"
    assert page.attributes["messaging.kafka.offset"] == 7
    assert (page.end_time - page.start_time) / 1e9 == 0.5
    assert (decode.name, extract.name) == ("decode", "extract")
    assert decode.parent.span_id == extract.parent.span_id == page.context.span_id
    assert extract.start_time == decode.end_time
    assert page.resource.attributes["service.name"] == "rotative"


def test_a_page_without_a_trace_begins_one_and_a_failed_one_says_why():
    (page,) = spans_of((PageResult(outcome=OutcomeName.CRASHED, reason="signal 11"), consumed()))
    assert page.parent is None
    assert not page.status.is_ok
    assert page.status.description == "signal 11"
