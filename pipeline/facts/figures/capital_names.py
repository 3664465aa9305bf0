"""Names of a sentence by their capitals alone, for what no table holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.figures.name_signs import is_small
from pipeline.facts.figures.passage import Passage

_NAME = re.compile(
    r"(?:(?<![\w’'-])|(?<=[LlDd][’'])(?<!\w[LlDd][’'])|(?<=ll[’']))[A-ZÀ-ÖØ-Ý](?:[\w&-]|(?<=\w\w)[’'](?=\w))*\w"
    r"(?:[ \u00a0](?:&[ \u00a0])?(?:[A-ZÀ-ÖØ-Ý][\w’&-]*|[A-Z]?\d{1,3}(?![\w.,%]|[ \u00a0]\d))){0,3}"
)
"""A name with capitals, also behind an elided article."""


def capital_names(passage: Passage) -> Iterator[tuple[int, int]]:
    """Words with capitals, without the article or preposition before them: "Le Finistère suit avec …"."""
    for match in _NAME.finditer(passage.text):
        start, end = match.span()
        opens = start == 0 and " " not in match[0]  # any word has a capital there
        for word in match[0].split()[:-1]:
            if not is_small(word, passage.forms):
                break
            start += len(word) + 1
        if not opens:
            yield start, end
