"""Patterns looked for all at once are found where each alone is found."""

from __future__ import annotations

import re

import pytest

from pipeline.extraction.numbered_patterns import NumberedPatterns

PATTERNS = [
    (0, "sidebar|banner|bread-?crumb"),
    (1, "^shar|(?:^| )ad-|bar"),
    (1, "menu"),
    (2, "[Tt]easer|(?:new|old)-(?:box|wrap)"),
    (3, "comment(?!ary)"),
    (4, r"(?:entry|page)-content|article(?:-|__)?body|post[-_]text|(^|\s)link(\s|$)"),
    (5, r"\Amain\Z|x[0-9]|a+b"),
]


@pytest.mark.parametrize(
    "text",
    [
        "", "bar", "sidebar ad-box", "share", "to share", "bread-crumb", "breadcrumb menu", "Teaser", "old-wrap",
        "commentary", "commentary comments", "newbox", "BANNER",
        "page-content", "articlebody", "article-body", "article__body", "article_body", "post_text", "link", "a link b",
        "permalink", "main", "mainly", "x7", "aab", "x",
    ],
)  # fmt: skip
def test_the_same_is_found(text):
    alone = {number for number, pattern in PATTERNS if re.search(pattern, text)}
    assert NumberedPatterns(PATTERNS).found_in(text) == alone
