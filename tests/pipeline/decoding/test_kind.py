"""What is no HTML page is refused by name."""

from __future__ import annotations

import pytest

from pipeline.decoding.decode import decode
from pipeline.outcomes import NotHtmlError
from pipeline.page import RawPage


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"%PDF-1.4\n...", "PDF"),
        (b"\r\n%PDF-1.4\n...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x20ftypavif", "ISO media"),
        (b"PK\x03\x04\x14\x00", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Office"),
        (b"{\\rtf1 texte}", "RTF"),
        (bytes(range(1, 32)) * 50, "binary"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "RSS"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<feed xmlns='http://www.w3.org/2005/Atom'/>", "Atom"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'/>", "RDF"),
        (b"<?xml version='1.0'?><urlset><url><loc>x</loc></url></urlset>", "sitemap"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><title>x</title></svg>", "SVG"),
        (b"<?xml version='1.0'?><catalogue><voiture/></catalogue>", "catalogue"),
        (b'{"a": [1, "<p>x</p>"]}', "JSON"),
        (b"[1, 2, 3]", "JSON"),
        (b"{'a': broken}", "JSON"),
        (b"Les ventes progressent. 3 < 4, et <vous> ?", "plain text"),
        (b"MIME-Version: 1.0\n\n<html></html>", "MHTML"),
    ],
)
def test_other_kinds_are_named(body: bytes, name: str) -> None:
    with pytest.raises(NotHtmlError, match=name):
        decode(RawPage(body=body, content_type="text/html"))


@pytest.mark.parametrize(
    "body",
    [
        b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'><html><p>x</html>",
        b"<!-- generated --><html><p>x",
        b"Un texte court, puis <b>du gras</b>.",
        b"[Exclusif] <p>Le texte.</p> [fin]",
        b"{{ titre }}<p>Le texte.</p>{{ pied }}",
        b"BMW augmente ses prix.<br>Suite demain.",
        b"",
        b"  \n ",
    ],
)
def test_pages_pass_whatever_stands_before_their_markup(body: bytes) -> None:
    assert decode(RawPage(body=body, content_type="application/octet-stream")).html == body.decode()
