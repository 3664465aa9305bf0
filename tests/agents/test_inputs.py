"""Pages from files, folders, archives and standard input; what is no page is named and skipped."""

from __future__ import annotations

import gzip
import io

import orjson
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from agents.inputs import InputError, InputPage, UnreadableInput, read_inputs

LINES = (
    b'{"id": "a1", "url": "https://presse.example/1", "html": "<p>eins</p>"}\n'
    b"\n"
    b"no json\n"
    b"[1]\n"
    b'{"url": "https://presse.example/2"}\n'
    b'{"id": "a2", "html": "<p>zwei</p>", "metadata": {"feed": 4}}\n'
)


def read(*paths, given=b""):
    return list(read_inputs([str(path) for path in paths], io.BytesIO(given)))


def archive(*, packed):
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=packed)
    for number, (kind, content_type, body) in enumerate(
        [
            ("response", "text/html; charset=utf-8", b"<p>erste Seite</p>"),
            ("response", "image/png", b"\x89PNG"),
            ("request", "text/html", b""),
            ("response", "text/html", b"<p>zweite Seite</p>"),
        ]
    ):
        http = StatusAndHeaders(
            "200 OK" if kind == "response" else "GET / HTTP/1.1", [("Content-Type", content_type)], protocol="HTTP/1.1"
        )
        record = writer.create_warc_record(
            f"https://archiv.example/{number}", kind, payload=io.BytesIO(body), http_headers=http
        )
        writer.write_record(record)
    return written.getvalue()


def test_a_file_is_one_page_with_its_bytes_as_they_are(tmp_path):
    path = tmp_path / "seite.html"
    path.write_bytes(b"<p>\xe9t\xe9</p>")
    (found,) = read(path)
    assert (found.label, found.page.body, found.page.content_encoding) == (str(path), b"<p>\xe9t\xe9</p>", None)


def test_a_packed_file_stays_packed_so_that_the_limits_hold_when_it_is_unpacked(tmp_path):
    path = tmp_path / "seite.html.gz"
    path.write_bytes(gzip.compress(b"<p>eins</p>"))
    (found,) = read(path)
    assert found.page.content_encoding == "gzip"
    assert gzip.decompress(found.page.body) == b"<p>eins</p>"


def test_a_folder_gives_its_pages_by_name_and_leaves_the_rest(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.HTM").write_bytes(b"<p>2</p>")
    (tmp_path / "a.html").write_bytes(b"<p>1</p>")
    (tmp_path / "c.jsonl").write_bytes(b'{"html": "<p>3</p>"}\n')
    (tmp_path / "notes.txt").write_bytes(b"no page")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    labels = [found.label.removeprefix(f"{tmp_path}/") for found in read(tmp_path)]
    assert labels == ["a.html", "b/2.HTM", "c.jsonl:1"]


def test_a_folder_without_a_page_is_an_error_that_names_it(tmp_path):
    (tmp_path / "notes.txt").write_bytes(b"no page")
    with pytest.raises(InputError, match=f"{tmp_path}: no .html"):
        read(tmp_path)


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nothere\.html: No such file"):
        read(tmp_path / "nothere.html")


def test_bad_lines_are_named_and_the_others_read(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_bytes(LINES)
    found = read(path)
    pages = [one for one in found if isinstance(one, InputPage)]
    bad = {one.label: one.reason for one in found if isinstance(one, UnreadableInput)}
    assert [page.page.text for page in pages] == ["<p>eins</p>", "<p>zwei</p>"]
    assert list(bad) == [f"{path}:{number}" for number in (3, 4, 5)]
    assert "not JSON" in bad[f"{path}:3"]
    assert "not a JSON object" in bad[f"{path}:4"]
    assert "either html or html_base64" in bad[f"{path}:5"]


def test_the_id_of_a_line_becomes_its_gold_id_unless_it_has_metadata(tmp_path):
    path = tmp_path / "pages.ndjson"
    path.write_bytes(LINES)
    pages = [one.page for one in read(path) if isinstance(one, InputPage)]
    assert [page.metadata for page in pages] == [{"gold_id": "a1"}, {"feed": 4}]


@pytest.mark.parametrize("packed", [False, True])
def test_lines_and_archives_are_told_by_their_first_bytes_on_standard_input(packed):
    lines = gzip.compress(LINES) if packed else LINES
    assert [type(found) for found in read("-", given=lines)].count(InputPage) == 2
    assert [found.label for found in read("-", given=archive(packed=packed))] == [
        "https://archiv.example/0",
        "https://archiv.example/3",
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_on_standard_input_is_one_page(packed):
    body = gzip.compress(b"<p>eins</p>") if packed else b"<p>eins</p>"
    (found,) = read("-", given=body)
    assert (found.label, found.page.body) == ("-", body)
    assert found.page.content_encoding == ("gzip" if packed else None)


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_gives_its_html_responses_with_their_addresses(tmp_path, packed):
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(archive(packed=packed))
    first, second = read(path)
    assert (first.page.url, first.page.body) == ("https://archiv.example/0", b"<p>erste Seite</p>")
    assert first.page.content_type == "text/html; charset=utf-8"
    assert first.page.fetched is not None
    assert second.page.body == b"<p>zweite Seite</p>"


def test_an_archive_that_is_none_is_named_and_the_next_path_read(tmp_path):
    bad, good = tmp_path / "bad.warc", tmp_path / "good.html"
    bad.write_bytes(b"this is no archive at all\r\n\r\n")
    good.write_bytes(b"<p>1</p>")
    first, second = read(bad, good)
    assert "not a WARC archive" in first.reason
    assert second.page.body == b"<p>1</p>"


def test_packed_lines_are_read(tmp_path):
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(LINES))
    assert sum(isinstance(found, InputPage) for found in read(path)) == 2


@pytest.mark.parametrize("damage", ["cut", "broken", "none"])
def test_a_damaged_packed_file_is_an_error_that_names_it(tmp_path, damage):
    path = tmp_path / "pages.jsonl.gz"
    many = b"".join(orjson.dumps({"html": f"<p>{number * 7919}</p>"}) + b"\n" for number in range(3000))
    packed = gzip.compress(many)
    middle = len(packed) // 2
    path.write_bytes(
        {"cut": packed[:middle], "broken": packed[:middle] + b"\xff" * 40 + packed[middle + 40 :], "none": LINES}[
            damage
        ]
    )
    with pytest.raises(InputError, match=r"pages\.jsonl\.gz: "):
        read(path)
