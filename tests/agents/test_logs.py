"""Log lines: whole JSON for machines, no flood."""

from __future__ import annotations

import logging
import logging.config
import sys

import orjson
import pytest

from agents.logs import JsonFormatter, OncePerSecond, TextFormatter, logging_configuration
from agents.settings import load_settings


def record(message="page %d", args=(7,), **how):
    made = logging.LogRecord("agents.x", logging.WARNING, "/x.py", how.pop("line", 3), message, args, None)
    vars(made).update(how)
    return made


def test_a_line_is_one_json_object_with_what_was_given_along():
    line = JsonFormatter().format(record("two\nlines %s", ('"x"',), host="presse.example", at=object))
    assert "\n" not in line
    said = orjson.loads(line)
    assert (said["level"], said["logger"], said["message"]) == ("warning", "agents.x", 'two\nlines "x"')
    assert said["host"] == "presse.example"
    assert said["at"] == "<class 'object'>"
    assert said["time"][10] == "T"


def test_a_readable_line_says_which_page_and_obeys_none():
    made = record("other %s", ("https://a.example/\x1b[2J\n",), page="news.raw/0/7", host="a.example", trace_id="0af7")
    line = TextFormatter(colour=False).format(made)
    assert line.endswith(
        "WARNING agents.x: other https://a.example/ [2J  page=news.raw/0/7 host=a.example trace_id=0af7"
    )
    assert "\x1b" not in line
    coloured = TextFormatter(colour=True).format(made)
    assert "\x1b[33mWARNING\x1b[0m" in coloured
    assert "\x1b[2J" not in coloured


def test_an_error_has_its_traceback_inside_the_line():
    try:
        int("no such page")
    except ValueError:
        made = record(exc_info=sys.exc_info())
    said = orjson.loads(JsonFormatter().format(made))
    assert "no such page" in said["exception"]


def test_each_place_speaks_once_a_second():
    once = OncePerSecond()
    assert once.filter(record(created=10.0))
    assert not once.filter(record(created=10.5))
    assert once.filter(record(created=10.5, line=99))
    assert once.filter(record(created=11.1))


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_configuration_is_taken(log_format):
    before = logging.root.handlers[:], logging.root.level
    try:
        configuration = logging_configuration(load_settings(log_format=log_format, log_level="info"))
        logging.config.dictConfig(configuration)
        assert logging.getLogger("faust").getEffectiveLevel() == logging.WARNING
        assert logging.getLogger("agents.ingest").getEffectiveLevel() == logging.INFO
        (handler,) = logging.root.handlers
        assert isinstance(handler.formatter, JsonFormatter) == (log_format == "json")
    finally:
        logging.root.handlers[:], logging.root.level = before


def test_for_debugging_every_part_speaks():
    loggers = logging_configuration(load_settings(log_level="debug"))["loggers"]
    assert {loggers[name]["level"] for name in ("faust", "mode", "agents.transport")} == {"DEBUG"}
