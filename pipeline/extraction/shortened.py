"""Rows of shortened texts: teasers that break off in mid-sentence, at one distance from each other.

An article's own paragraphs end as sentences do. Where texts of teaser's length break off again and
again, with short lines of the same markup between them, the page announces other articles,
whatever elements it takes for that. Only the pattern counts here: no tag, no class, no word.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import takewhile

from pipeline.extraction.blocks import Page
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.shortened_texts import (
    MIN_BROKEN,
    MIN_CARDS,
    are_marked,
    are_pairs,
    breaks_off,
    is_short,
    is_text,
    mark_of,
)

_MAX_STRIDE = 6
_MAX_CARDS = 60
"""Of a longer row the rest is another: each text of a list may begin one, which is tried to its end."""
_MAX_BEFORE = 12
"""Cards before the first that breaks off. Their texts end with a sentence by chance, which does not go on for long."""
_MAX_TRIED = 50_000
"""Texts of rows that are tried on a page, a fraction of a second; of 781 real pages none came to 3,000."""

Place = tuple[str, int]
"""Name of the element, and how many block-level elements are around it."""


def find_shortened(page: Page, breaks: Container[int]) -> list[Row]:
    """All rows of at least three shortened texts, in order; none overlaps another.

    Args:
        page: the page's blocks.
        breaks: numbers of blocks that can stand in no card.
    """
    return _Search(page, breaks).run()


class _Search:
    """Tries each text that breaks off as the first of a row, with every distance to the next."""

    def __init__(self, page: Page, breaks: Container[int]) -> None:
        self.page, self.blocks, self.breaks = page, page.blocks, breaks
        self.places: list[Place] = [(block.tag, block.depth) for block in page.blocks]
        self.broken = [breaks_off(block) for block in page.blocks]
        self.free = 0
        """First block that no row has taken."""
        self.left = _MAX_TRIED

    def run(self) -> list[Row]:
        if sum(self.broken) < MIN_BROKEN * MIN_CARDS:
            return []
        # Asked of a block once for each row that may reach it.
        self.texts = [is_text(block) for block in self.blocks]
        self.short = [number not in self.breaks and is_short(block) for number, block in enumerate(self.blocks)]
        rows: list[Row] = []
        number = 0
        while number < len(self.blocks) and self.left > 0:
            row = None
            if self.broken[number] and number not in self.breaks:
                strides = range(1, _MAX_STRIDE + 1)
                row = next((row for stride in strides if (row := self._row_at(number, stride)) is not None), None)
            if row is None:
                number += 1
            else:
                rows.append(row)
                number = self.free = row.end
        return rows

    def _row_at(self, first: int, stride: int) -> Row | None:
        """The row of that stride whose first broken text is that block, None where there is none."""
        pattern = self.places[first + 1 : first + stride]
        texts = [first]
        while (
            len(texts) < _MAX_CARDS
            and (following := texts[-1] + stride) < len(self.blocks)
            and self.places[following] == self.places[first]
            and self.texts[following]
            and following not in self.breaks
            and self._are_lines(texts[-1] + 1, pattern)
        ):
            texts.append(following)
        self.left -= len(texts)
        if len(texts) < MIN_CARDS or sum(self.broken[text] for text in texts) < 0.5 * len(texts):
            return None
        if stride == 1:
            return self._row_of_single_blocks(texts)
        if self._text_before(texts, pattern):
            texts.insert(0, texts[0] - stride)
        lead = self._lead(texts[0], pattern)
        most = len(texts) + _MAX_BEFORE
        while lead and len(texts) < most and self._card_before(texts[0], lead, pattern):
            texts.insert(0, texts[0] - stride)
        return self._row(texts, lead, pattern)

    def _are_lines(self, start: int, pattern: list[Place]) -> bool:
        """Whether short lines in those places stand from that block on."""
        end = start + len(pattern)
        return self.places[start:end] == pattern and all(self.short[start:end])

    def _lead(self, first: int, pattern: list[Place]) -> int:
        """How many lines of the card stand before its text; the others stand after it."""
        lead = 0
        while (
            lead < len(pattern)
            and (number := first - lead - 1) >= self.free
            and self._are_lines(number, [pattern[-lead - 1]])
            and not (self.blocks[number].is_running_text and self.blocks[number].text.endswith("."))
        ):
            lead += 1
        return lead

    def _text_before(self, texts: list[int], pattern: list[Place]) -> bool:
        """Whether one more text stands before the first that breaks off: after a line that only the row has, or first
        in the row's own container.
        """
        text = texts[0] - len(pattern) - 1
        if not self._is_text_over(text, texts[0], pattern) or text - 1 in self.breaks:
            return False  # right under the article's own headline stands its first paragraph
        if (
            text > self.free
            and self.places[text - 1] == pattern[-1] != self.places[text]
            and is_short(self.blocks[text - 1])
        ):
            return True
        container = self.page.common(text, texts[-1] + 1)
        begin = self.page.extents[container][0] if container is not None else 0
        return text - 1 <= begin and all(is_short(self.blocks[number]) for number in range(begin, text))

    def _card_before(self, first: int, lead: int, pattern: list[Place]) -> bool:
        """Whether one more card stands before the first: its text ends, by chance, with a sentence.

        Of its lines the uppermost may be missing: where each card ends in a day, the first has none over it.
        """
        text = first - len(pattern) - 1
        if not self._is_text_over(text, first, pattern):
            return False
        lines = self._lines_over(text, lead, pattern)
        pairs = [(self.blocks[text - line], self.blocks[first - line]) for line in range(1, lines + 1)]
        alike = all(one.is_set_as_headline == other.is_set_as_headline for one, other in pairs)
        return alike and (0 < lines == lead or any(one.is_set_as_headline for one, _ in pairs))

    def _lines_over(self, text: int, lead: int, pattern: list[Place]) -> int:
        """How many of the lines that stand over the texts of a row stand over that one."""
        lines = 0
        while (
            lines < lead
            and (number := text - lines - 1) >= self.free
            and self._are_lines(number, [pattern[-lines - 1]])
        ):
            lines += 1
        return lines

    def _is_text_over(self, text: int, first: int, pattern: list[Place]) -> bool:
        return (
            text >= self.free
            and text not in self.breaks
            and self.places[text] == self.places[first]
            and self.texts[text]
            and self._are_lines(text + 1, pattern)
        )

    def _row(self, texts: list[int], lead: int, pattern: list[Place]) -> Row | None:
        trail = len(pattern) - lead
        while trail and not self._are_lines(texts[-1] + 1, pattern[:trail]):
            trail -= 1
        end = texts[-1] + 1 + trail
        cards = []
        for text in texts:
            over = self._lines_over(text, lead, pattern) if text == texts[0] else lead
            parts = self.blocks[text - over : min(text + 1 + len(pattern) - lead, end)]
            lines = [block for block in parts if block.number != text]
            headline = max(lines, key=lambda block: len(block.text)) if lines else self.blocks[text]
            cards.append(Card(parts[0].number, parts[-1].number + 1, headline, self.blocks[text]))
        is_row = are_pairs(cards) or are_marked([self.blocks[text] for text in texts])
        return Row(tuple(cards)) if is_row else None

    def _row_of_single_blocks(self, texts: list[int]) -> Row | None:
        """Headline and teaser in one block: one of the two has an element of its own, in each of them the same."""
        first = self._mark(texts[0])
        texts = list(takewhile(lambda number: self._mark(number) is not None, texts))
        while texts and not breaks_off(self.blocks[texts[-1]]) and self._mark(texts[-1]) != first:
            texts.pop()
        if len(texts) < MIN_CARDS or not are_marked([self.blocks[number] for number in texts]):
            return None
        most = len(texts) + _MAX_BEFORE
        while (
            len(texts) < most
            and (before := texts[0] - 1) >= self.free
            and before not in self.breaks
            and self.places[before] == self.places[texts[0]]
            and self.texts[before]
            and self._mark(before) == first
        ):
            texts.insert(0, before)
        return Row(tuple(Card(number, number + 1, self.blocks[number], self.blocks[number]) for number in texts))

    def _mark(self, number: int) -> str | None:
        mark = mark_of(self.blocks[number])
        return None if mark is None else mark[0]
