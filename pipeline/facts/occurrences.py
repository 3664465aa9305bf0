"""Where a name that only the article makes known stands in it.

A pattern made for one name would be compiled for one article: plain search finds the same without.
"""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place that has the name as whole words, and not behind a hyphen."""
    start = text.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        opens = start == 0 or not (_is_of_a_word(text[start - 1]) or text[start - 1] == "-")
        if opens and not (end < len(text) and _is_of_a_word(text[end])):
            yield start, end
            start = text.find(name, end)
        else:
            start = text.find(name, start + 1)


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
