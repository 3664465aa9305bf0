"""One readable line for a message of any topic; what a page says is shown, never obeyed."""

from __future__ import annotations

from types import SimpleNamespace

import orjson
import pytest

from agents.cli.lines import main_fact, readable_line
from agents.cli.tail import json_record

MOVE = {
    "person": "Ada Quill",
    "event": "appointed",
    "role": "chair",
    "organization": "Vélodor",
    "effective_date": "2024-05-03",
    "predecessor": "Max Orr",
}
FIGURE = {
    "subject": "Vélodor",
    "value": 12000.0,
    "unit": "units",
    "metric": "registrations",
    "forecast": False,
    "change_pct": -4.5,
    "geography": "FR",
    "period": "2024-03",
}
ROW = {"organization": "Vélodor", "outcome": "missed", "year": 2020, "actual_g_km": 97.0}
ROW |= {"target_g_km": 95.0, "gap_g_km": 2.0}


def record(value, *headers):
    return SimpleNamespace(
        topic="news.x", partition=1, offset=5, timestamp=1_714_723_200_000, key=b"\xffk", value=value, headers=headers
    )


def line(value, *headers):
    return readable_line(record(orjson.dumps(value) if isinstance(value, dict | list) else value, *headers)).plain


def article(kind, **facts):
    return {"schema_version": 1, "text": "…", "type": kind, "headline": "A\n\x1b[31mheadline", "facts": facts}


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        ("appointment", {"moves": [MOVE]}, "Ada Quill appointed: chair at Vélodor, 2024-05-03, after Max Orr"),
        ("sales_figures", {"figures": [FIGURE]}, "Vélodor: 12,000 registrations (-4.5 %), FR, 2024-03"),
        (
            "sales_figures",
            {"figures": [FIGURE | {"unit": "percent", "value": 20.5, "forecast": True, "change_pct": None}]},
            "Vélodor: 20.5 % registrations expected, FR, 2024-03",
        ),
        ("co2_compliance", {"compliance": [ROW]}, "Vélodor 2020: missed, at 97 g/km, target 95 g/km, gap 2 g/km"),
        ("co2_compliance", {"moves": [MOVE], "compliance": [ROW]}, "Vélodor 2020: missed"),
        ("other", {"figures": [FIGURE]}, "Vélodor: 12,000"),
        ("other", {}, ""),
    ],
)
def test_the_main_fact_is_the_first_of_the_article_s_own_type(kind, facts, said):
    assert main_fact(article(kind, **facts)).startswith(said)
    assert bool(said) == bool(main_fact(article(kind, **facts)))


def test_an_article_is_type_headline_and_fact_without_control_characters():
    shown = line(article("appointment", moves=[MOVE]))
    assert shown.startswith("1:5 appointment ")
    assert "A [31mheadline  Ada Quill appointed" in shown
    assert "\x1b" not in shown


def test_an_outcome_is_its_name_the_page_and_the_reason():
    shown = line({"outcome": "timed-out", "url": "https://x.example/1", "reason": "not done in 10 s"})
    assert shown == "1:5 timed-out    https://x.example/1  not done in 10 s"


def test_other_messages_are_shown_as_what_they_are():
    assert line({"alert": "lag"}) == '1:5 {"alert":"lag"}'
    assert "9 bytes" in line(b"<p>\xff</p>!", ("url", b"https://x.example/"))
    assert "https://x.example/" in line(b"<p>", ("url", b"https://x.example/"))
    letter = line(b"<p>", ("dlq-reason", b"crashed"), ("dlq-error", b"died [bold]"), ("empty", None))
    assert "crashed  died [bold]" in letter
    assert line([1]).startswith("1:5 ")
    assert "null" in line(None) or "0 bytes" in line(None)


@pytest.mark.parametrize(
    ("value", "field", "said"),
    [
        (b'{"a": 1}', "value", {"a": 1}),
        ("<p>é".encode(), "text", "<p>é"),
        (b"\xff\x00", "base64", "/wA="),
        (None, "value", None),
    ],
)
def test_for_programs_a_value_is_parsed_text_or_base64(value, field, said):
    made = json_record(record(value, ("url", b"u"), ("none", None)))
    assert made[field] == said
    assert (made["partition"], made["offset"], made["headers"]) == (1, 5, {"url": "u", "none": ""})
    assert made["timestamp"] == "2024-05-03T08:00:00.000+00:00"
