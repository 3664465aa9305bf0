"""`rotative up`, `send` and `tail` together, as in three terminals; and the end of each."""

from __future__ import annotations

import signal

import orjson
import pytest

from agents.settings import load_settings
from agents.topics import declare_topics
from tests.agents.cli.running import SAMPLES, family, left, one_line, rotative, started, until
from tests.kafka.line import small_page

pytestmark = pytest.mark.kafka

QUIET = {"ROTATIVE_WEB": "0", "ROTATIVE_PROCESSES": "1", "ROTATIVE_PARTITIONS": "2"}


def pages(folder, count):
    path = folder / "pages.jsonl"
    lines = ({"id": f"n{number}", "url": f"https://x.example/{number}"} for number in range(count))
    path.write_bytes(
        b"".join(
            orjson.dumps(line | {"html": small_page(number).decode()}) + b"\n" for number, line in enumerate(lines)
        )
    )
    return path


def works(log):
    """Whether broker and worker are there; what was printed where they are not."""
    return lambda: "Ctrl-C ends" in log.read_text()


def test_pages_flow_until_ctrl_c_and_nothing_stays_behind(tmp_path):
    with started("up", folder=tmp_path, **QUIET) as (up, log):
        until(works(log), log.read_text)
        sent = rotative("send", pages(tmp_path, 200), folder=tmp_path, **QUIET)
        assert (sent.returncode, sent.stderr.strip()) == (0, "sent 200 pages to news.raw"), sent.stderr

        last = rotative("tail", "outcomes", "-b", "-n", "200", "--json", folder=tmp_path, **QUIET)
        assert last.returncode == 0, last.stderr
        outcomes = [orjson.loads(line)["value"]["outcome"] for line in last.stdout.splitlines()]
        assert len(outcomes) == 200
        assert set(outcomes) == {"other"}
        for line in rotative("tail", "-b", "-n", "3", folder=tmp_path, **QUIET).stdout.splitlines():
            assert "Titre de la page" in line

        bad = rotative("send", "-", folder=tmp_path, given=b'{"id": 1}\n', **QUIET)
        assert bad.returncode == 1
        assert "-:1: an envelope needs either html or html_base64" in bad.stderr
        unknown = rotative("tail", "letters", folder=tmp_path, **QUIET)
        assert unknown.returncode == 1
        assert "no topic letters" in unknown.stderr
        assert "Describe" in unknown.stderr

        all_of_them = family(up.pid)
        assert len(all_of_them) >= 3  # broker, worker, page process
        up.send_signal(signal.SIGINT)
        assert up.wait(40) == 0, log.read_text()
        until(lambda: not left(all_of_them), lambda: left(all_of_them), 15)
        assert "Traceback" not in log.read_text()
    assert "no broker" in one_line(rotative("audit", folder=tmp_path))


def test_nothing_stays_behind_when_it_is_killed(tmp_path):
    with started("up", folder=tmp_path, **QUIET) as (up, log):
        until(works(log), log.read_text)
        rotative("send", pages(tmp_path, 1), folder=tmp_path, **QUIET)
        assert "other" in rotative("tail", "outcomes", "-b", "-n", "1", folder=tmp_path, **QUIET).stdout
        all_of_them = family(up.pid)
        assert len(all_of_them) >= 3  # broker, worker, page process
        up.kill()
        up.wait(10)
        until(lambda: not left(all_of_them), lambda: left(all_of_them), 15)


def test_the_demo_shows_every_sample_and_ends(tmp_path):
    done = rotative("demo", "--output", "out/articles.jsonl", folder=tmp_path, ROTATIVE_PROCESSES="1")
    assert done.returncode == 0, done.stderr
    for kind in ("appointment", "sales_figures", "co2_compliance", "other"):
        assert kind in done.stdout
    articles = [orjson.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_bytes().splitlines()]
    assert len(articles) == len([path for path in SAMPLES.iterdir() if ".html" in path.name])
    assert declare_topics(load_settings(topic_prefix="news")).raw.name in done.stderr
