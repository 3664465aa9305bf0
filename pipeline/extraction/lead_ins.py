"""Lines within the text that send the reader elsewhere: "LEGGI ANCHE → headline – teaser…"."""

from __future__ import annotations

import re

from pipeline.extraction.blocks import Block
from pipeline.extraction.phrases import MAX_PHRASE_CHARS, is_phrase

MAX_CHARS = 650
"""A label, a headline and a teaser in one paragraph are no longer than that."""
_ENDS = "….])"
"""How a text that breaks off may end: most blocks are told apart by that."""
_MARK = re.compile(r"[:→➔➜➤►▶»›>|]|\s[–—-]\s")
"""Between the label and the rest."""
_CLOSING_MARK = re.compile(r"[:→➔➜➤►▶»›>|–—-]\s*$")


def is_lead_in(block: Block) -> bool:
    """Whether the block opens with a heading over other articles and goes on with what that announces.

    A link follows right after the label, or the rest breaks off. A mark parts the two, or the label has several
    words and an element of its own: "<i>More</i> <a>than 500 people</a>" is a sentence.
    """
    if block.link is None and block.text[-1:] not in _ENDS:
        return False
    if len(block.text) > MAX_CHARS or block.kind == "row":
        return False
    if block.link is not None and not block.leads_with_link:
        return _is_label(words_before_link(block), is_own_element=_opens_in_element(block))
    opening = block.text[: MAX_PHRASE_CHARS + 1]
    mark = _MARK.search(opening)
    return (
        mark is not None
        and (block.leads_with_link or block.is_elided)
        and is_phrase(opening[: mark.start()], "related")
    )


def is_plain(block: Block) -> bool:
    """Whether nothing in its markup makes a headline of it, as of a question over its answer."""
    return not (block.is_set_as_headline or block.linked or block.bold)


def _is_label(text: str, *, is_own_element: bool) -> bool:
    words = _CLOSING_MARK.sub("", text)
    is_marked = words != text or (is_own_element and len(words.split()) > 1)
    return is_marked and is_phrase(words, "related")


def words_before_link(block: Block) -> str:
    """The text before the first link, or what of it stands in the first pieces."""
    return _words_before(block, ("a",))


def words_before_bold(block: Block) -> str:
    """The text before the first bold type, or what of it stands in the first pieces."""
    return _words_before(block, ("b", "strong"))


def _words_before(block: Block, tags: tuple[str, ...]) -> str:
    text = ""
    for element, is_tail in block.pieces[:4]:
        holder = element.getparent() if is_tail else element
        if holder is not None and (holder.tag in tags or next(holder.iterancestors(*tags), None) is not None):
            break
        text += (element.tail if is_tail else element.text) or ""
    return " ".join(text.split())


def _opens_in_element(block: Block) -> bool:
    element, is_tail = block.pieces[0]
    return not is_tail and element is not block.owner
