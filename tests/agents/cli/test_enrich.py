"""`rotative enrich`: articles in the order of the input, failures on standard error."""

from __future__ import annotations

import gzip
import subprocess

import orjson
import pytest
from jsonschema import Draft202012Validator

from agents.contracts import schema_of
from tests.agents.cli.running import COMMAND, SAMPLES, environment, here, one_line

WORDS = "Der Verband zählt für den Monat mehr Neuzulassungen als im Vorjahr und nennt die Liste der Marken."


def page(number):
    paragraphs = "".join(f"<p>{WORDS} Teil {number}, Absatz {part}, mit einigen Worten mehr.</p>" for part in range(3))
    return f"<html><body><article><h1>Titel der Seite {number}</h1>{paragraphs}</article></body></html>"


def lines(count):
    return b"".join(
        orjson.dumps({"id": f"n{number}", "url": f"https://x.example/{number}", "html": page(number)}) + b"\n"
        for number in range(count)
    )


def articles(done):
    return [orjson.loads(line) for line in done.stdout.splitlines()]


def test_the_samples_become_valid_articles(tmp_path):
    done = here("enrich", SAMPLES, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    found = articles(done)
    assert len(found) == 15
    validator = Draft202012Validator(schema_of("article"))
    for article in found:
        validator.validate(article)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_order_of_the_input_is_kept_and_the_ids_come_through(tmp_path, jobs):
    (tmp_path / "pages.jsonl").write_bytes(lines(40))
    done = here("enrich", "pages.jsonl", "--jobs", jobs, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [article["metadata"] for article in articles(done)] == [{"gold_id": f"n{number}"} for number in range(40)]
    assert [article["headline"] for article in articles(done)] == [f"Titel der Seite {number}" for number in range(40)]


def test_a_page_that_fails_is_one_line_on_standard_error_and_status_1(tmp_path):
    (tmp_path / "pages.jsonl").write_bytes(lines(1) + b"no json\n" + lines(1))
    (tmp_path / "doc.html").write_bytes(b"%PDF-1.7 x")
    done = here("enrich", "pages.jsonl", "doc.html", folder=tmp_path)
    assert done.returncode == 1
    assert len(articles(done)) == 2
    # On a busy machine the interpreter itself may have a word there as it ends.
    own = [line for line in done.stderr.splitlines() if line.startswith(("pages.jsonl", "doc.html", "4 pages"))]
    bad_line, pdf, summary = own
    assert bad_line.startswith("pages.jsonl:2: invalid: not JSON")
    assert pdf.startswith("doc.html: not-html: ")
    assert summary.startswith("4 pages: ")
    assert "1 not-html" in summary


@pytest.mark.parametrize("packed", [False, True])
def test_pages_come_from_standard_input(tmp_path, packed):
    given = gzip.compress(lines(2)) if packed else lines(2)
    done = here("enrich", "-", folder=tmp_path, given=given)
    assert done.returncode == 0, done.stderr
    assert len(articles(done)) == 2


def test_a_file_that_is_not_there_is_named_in_one_line_whatever_its_name(tmp_path):
    assert "seite[/b].html: No such file" in one_line(here("enrich", "seite[/b].html", folder=tmp_path))


def test_a_file_that_is_not_there_does_not_swallow_the_pages_before_it(tmp_path):
    (tmp_path / "pages.jsonl").write_bytes(lines(3))
    done = here("enrich", "pages.jsonl", "nothere.html", folder=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert len(articles(done)) == 3


def test_whoever_reads_may_stop_reading(tmp_path):
    (tmp_path / "pages.jsonl").write_bytes(lines(300))
    enrich = subprocess.Popen(
        [*COMMAND, "enrich", "pages.jsonl"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert orjson.loads(enrich.stdout.readline())["headline"] == "Titel der Seite 0"
    enrich.stdout.close()
    said = enrich.stderr.read().decode()
    enrich.wait(60)
    assert said == ""
