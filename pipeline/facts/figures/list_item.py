"""A name that no table holds, as one of a list of items with their numbers: "Kia: 3.655. … Orvelio: 2.204"."""

from __future__ import annotations

import re

from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting

_ITEM = re.compile(
    r"^(?P<label>[A-ZÀ-Ý][\w.’'-]*(?:[ \u00a0][A-ZÀ-Ý\d][\w.’'-]*){0,2})"
    r"(?:,[ \u00a0][^,:\d]{3,40}|[ \u00a0][a-z-]{3,12})?[ \u00a0]?:[ \u00a0]$"
)
"""The name of an item, what it is, and a colon: "X, our bus brand: 1,105"."""
_OTHER = re.compile(r"(?P<label>[A-ZÀ-Ý][^:.;\d]{1,50}?)[ \u00a0]?:[ \u00a0]\d")
_REACH = 5
"""How many sentences before another item may stand."""


def list_item(setting: Setting) -> Chosen | None:
    """The name that opens the sentence, where one before is such an item with a maker or model of a table."""
    passage = setting.passage
    if passage.language == "de" or setting.is_share:
        return None  # every noun has a capital
    found = _ITEM.search(passage.text[: setting.start])
    if found is None or not any(_is_an_item(one) for one in setting.context.earlier[-_REACH:]):
        return None
    label, forms = found["label"], passage.forms
    words = (forms.metric, forms.markets, forms.whole_market, forms.header_total, forms.segments, forms.unit_words)
    if any(one.search(label) for one in words) or any(one.start < found.end("label") for one in passage.places):
        return None
    if any(one.start < found.end("label") for one in passage.subjects):
        return None
    return Chosen(label, passage.sentence.span(*found.span("label")), 0.85, kind="model")


def _is_an_item(passage: Passage) -> bool:
    other = _OTHER.match(passage.text)
    return other is not None and any(
        one.kind in ("maker", "model") and one.end <= other.end("label") for one in passage.subjects
    )
