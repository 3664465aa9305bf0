"""Lines that serve the reader of the page, not the reader of the article: menus, forms, share bars, prompts."""

from __future__ import annotations

from pipeline.extraction.blocks import Block, Page, ends_a_sentence
from pipeline.extraction.line_entries import is_caption, is_foot, is_menu, lists_subjects
from pipeline.extraction.phrases import contains_phrase, opened_subjects, subjects_of

_MAX_LINE_CHARS = 220
_MIN_OFFER_CHARS, _MAX_HEADING_CHARS = 30, 60
_MOST_IN_BOX = 5
_OPENINGS = ("starts", "rights", "paywall")
_PARTS = ("comments", "newsletter", "author", "cookies")


def find_furniture(page: Page, headline: int, cut: set[int]) -> set[int]:
    """Numbers of the blocks that are furniture.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where it is not known.
        cut: blocks that are cut already.
    """
    found: set[int] = set()
    running = [b.number for b in page.blocks if b.is_running_text and b.number not in cut and not b.set_apart]
    for block in page.blocks:
        number = block.number
        if (
            number in cut
            or number in found
            or number == headline
            or block.kind == "row"
            or len(block.text) > _MAX_LINE_CHARS
        ):
            continue
        said, opened = subjects_of(block.text), opened_subjects(block.text)
        if "comment_lines" in opened:
            found.add(number)
            found.update(_heading_over(page, block, headline, cut))
            continue
        if _is_offer(block):
            found |= _prompt_around(page, block, headline)
            continue
        if (
            "lines" in said
            or not opened.isdisjoint(_OPENINGS)
            or (block.kind == "text" and ("read_more" in said or "reading_time" in said))
            or is_foot(block.text)
            or lists_subjects(block)
            or is_caption(block)
            or (number < headline and is_menu(block.text))
        ):
            found.add(number)
            continue
        if not said.isdisjoint(_PARTS):
            found.add(number)
            found |= _part_under(page, block, headline, running)
    return found


def _is_offer(block: Block) -> bool:
    """Whether the line offers a subscription or a newsletter."""
    return not block.is_link and len(block.text) >= _MIN_OFFER_CHARS and contains_phrase(block.text)


def _prompt_around(page: Page, offer: Block, headline: int) -> set[int]:
    """The offer, and in its box a title over it that names the newsletter and sentences under it on consent."""
    found = {offer.number}
    first, last = _box(page, offer)
    if first <= headline < last:
        return found
    over = page.blocks[offer.number - 1] if first < offer.number else offer
    is_title = over.kind != "row" and len(over.text) <= _MAX_HEADING_CHARS and not ends_a_sentence(over.text)
    if is_title and contains_phrase(over.text, "newsletter_words"):
        found.add(over.number)
    for under in page.blocks[offer.number + 1 : last]:
        if under.kind == "row" or not contains_phrase(under.text, "consent"):
            break
        found.add(under.number)
    return found


def _box(page: Page, offer: Block) -> tuple[int, int]:
    """The widest element around the offer that holds few blocks: a form's, not the article's."""
    box = (offer.number, offer.number + 1)
    for _, first, last in page.holders(offer.owner):
        if last - first > _MOST_IN_BOX:
            break
        box = (first, last)
    return box


def _heading_over(page: Page, line: Block, headline: int, cut: set[int]) -> list[int]:
    """The heading of a comment form, in words that no list knows: it stands right over a line of the form."""
    over = page.blocks[line.number - 1] if line.number else line
    is_one = over.kind == "heading" and over.number != headline and over.number not in cut
    return [over.number] if is_one and len(over.text) <= _MAX_HEADING_CHARS else []


def _part_under(page: Page, heading: Block, headline: int, running: list[int]) -> set[int]:
    """The blocks of the widest element that begins with the heading and holds the lesser part of the running text."""
    best: set[int] = set()
    for _, first, last in page.holders(heading.owner):
        if first < heading.number or first <= headline < last:
            break
        inside = sum(first <= number < last for number in running)
        if inside and (inside > 0.3 * len(running) or not any(number < first for number in running)):
            break
        best = set(range(first, last))
    return best
