"""Small pages that say something of their article, and what is read of them."""

from __future__ import annotations

import json

from pipeline.extraction.metadata import read_metadata
from pipeline.extraction.parse import parse
from pipeline.extraction.result import Metadata

URL = "https://www.lefil.example/actu/valmoret-livraisons"
HEADLINE = "Valmoret : les livraisons progressent de 6,2 % au premier semestre"
BODY = (
    "<p>"
    + "Le constructeur a livré 48 200 véhicules, une hausse que la direction attribue à sa citadine. " * 3
    + "</p>"
)


def read(head: str = "", body: str = "", *, url: str | None = URL, lang: str = "fr") -> Metadata:
    return read_metadata(parse(f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"), url)


def ld(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'
