"""Text of pages with some of its words marked, safe on any terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from agents.harmless import harmless
from pipeline.article import Span

OPENS, CLOSES = "⟦", "⟧"
"""Stand around marked words where there is no colour to mark them with."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark, and how."""

    span: Span
    style: str


def marked(text: str, marks: Iterable[Mark], *, colour: bool) -> Text:
    """The text with those words in their style; between brackets where there is no colour."""
    clean = harmless(text, keep="\n")
    wanted = list(marks)
    if colour:
        shown = Text(clean)
        for mark in wanted:
            shown.stylize(mark.style, mark.span.start, mark.span.end)
        return shown
    starts = Counter(mark.span.start for mark in wanted)
    ends = Counter(mark.span.end for mark in wanted)
    pieces = []
    last = 0
    for place in sorted({*starts, *ends}):
        pieces += [clean[last:place], CLOSES * ends[place], OPENS * starts[place]]
        last = place
    return Text("".join(pieces) + clean[last:])


def in_context(text: str, mark: Mark, *, colour: bool, around: int = 60) -> Text:
    """The marked words on one line, with a few words before and behind."""
    start, end = mark.span.start, mark.span.end
    left = max(0, text.rfind("\n", 0, start) + 1, start - around)
    line_end = text.find("\n", end)
    right = min(len(text) if line_end < 0 else line_end, end + around)
    here = Span(mark.span.field, start - left, end - left, mark.span.quote)
    line = marked(text[left:right].replace("\n", " "), [Mark(here, mark.style)], colour=colour)
    before = Text("…" if left > 0 and text[left - 1] != "\n" else "")
    behind = Text("…" if right < len(text) and text[right] != "\n" else "")
    return before + line + behind
