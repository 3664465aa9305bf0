"""Promises that hold for any input: an outcome, in bounded time, without characters that cannot go on."""

from __future__ import annotations

import json
import re
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.decoding.decode import decode
from pipeline.extraction.extract import extract
from pipeline.extraction.metadata import read_metadata
from pipeline.extraction.parse import parse
from pipeline.outcomes import PageRejectedError
from pipeline.page import DecodedPage, RawPage
from tests.pipeline.hostile_pages import page

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
quickly = settings(
    max_examples=120,
    deadline=timedelta(seconds=5),
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)

TAGS = [
    "p",
    "div",
    "h1",
    "h2",
    "a href='/x'",
    "b",
    "table",
    "tr",
    "td colspan=9",
    "li",
    "time",
    "span class=author",
    "br",
]
WORDS = [
    *("Les ventes progressent de 4,2 % en mars. ", "Par Anne Roy", "Publié le 3 mai 2021", "À lire aussi", "x", "&#0;"),
    *("&nbsp;", "|", "<!--", "<![CDATA[", "03/05/2021", "…", "\u202e", "🚗", "cookies", "Page introuvable", "]]>"),
]
METAS = ["author", "og:title", "article:published_time", "og:url", "date", "publisher", "og:locale", "og:type"]
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["NewsArticle", "2021-05-03", "#a"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "headline", "author", "name", "datePublished", "publisher", "url"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Pages of tags, words and statements in any order, opened and closed at random."""
    pieces = draw(
        st.lists(
            st.one_of(
                st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
                st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>"),
                st.sampled_from(WORDS),
                st.text(max_size=30),
                st.tuples(st.sampled_from(METAS), st.text(max_size=30)).map(
                    lambda said: f'<meta property="{said[0]}" content="{said[1]}">'
                ),
                json_values.map(lambda value: f'<script type="application/ld+json">{json_text(value)}</script>'),
            ),
            max_size=40,
        )
    )
    return "".join(pieces)


def json_text(value: object) -> str:
    return json.dumps(value)


@quickly
@given(st.binary(max_size=400), st.sampled_from([None, "text/html; charset=utf-8", "charset=\x00", "charset=utf-16"]))
def test_any_bytes_are_read_or_refused(body: bytes, content_type: str | None) -> None:
    for encoding in (None, "gzip", "deflate", "br", "zstd"):
        try:
            read = decode(RawPage(body=body, content_type=content_type, content_encoding=encoding))
        except PageRejectedError as rejection:
            assert rejection.reason
        else:
            assert not FORBIDDEN.search(read.html)
            assert read.charset


@quickly
@given(
    st.text(alphabet=st.characters(), max_size=300), st.sampled_from(["utf-8", "utf-16", "windows-1252", "iso8859-15"])
)
def test_what_an_encoding_can_write_comes_back_whole_or_is_refused(words: str, encoding: str) -> None:
    whole = "<html lang='fr'><meta charset='" + encoding + "'><p>" + re.sub(r"[<>&#\x00-\x1f]|[\x7f-\xa0]", "", words)
    body = whole.encode(encoding, "ignore")
    expected = body.decode(encoding)
    try:
        read = decode(RawPage(body=body, content_type=f"text/html; charset={encoding}"))
    except PageRejectedError:
        return
    if encoding in {"utf-8", "utf-16"} and " as " not in read.charset:
        assert read.html == FORBIDDEN.sub("", re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "", expected))


@quickly
@given(soups(), st.sampled_from([None, "https://lefil.example/2021/05/03/a", "http://[", "x"]))
def test_metadata_of_any_soup_is_clean(html: str, url: str | None) -> None:
    try:
        tree = parse(decode(RawPage(body=b"", text=html)).html)
    except PageRejectedError:
        return
    said = read_metadata(tree, url)
    for value in (said.headline, said.publisher, *said.authors):
        assert value is None or (value.strip() and not FORBIDDEN.search(value) and "\n" not in value)
    for day in (said.published, said.modified):
        assert day is None or re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", day)
    assert said.declared_language is None or re.fullmatch(r"[a-z]{2}", said.declared_language)
    assert said.canonical_url is None or said.canonical_url.startswith(("http://", "https://"))


@quickly
@given(soups())
def test_extraction_of_any_soup_ends(html: str) -> None:
    try:
        found = extract(DecodedPage(decode(RawPage(body=b"", text=page(html))).html, "unicode"))
    except PageRejectedError:
        return
    assert found.text.strip()
    assert not FORBIDDEN.search(found.text)
    assert found.metadata.headline
