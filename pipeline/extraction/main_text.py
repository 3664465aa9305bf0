"""trafilatura's search for the main text, in precision mode and without images, links and comments.

Its steps in its own order, by its own handlers, on a tree that is ours to change. What its extractor does in other
modes is left out, and so is what cannot change the page at hand: expressions whose marks no element bears, measures of
links where nothing is linked, handlers for elements that they pass over.
"""

from __future__ import annotations

from collections.abc import Container
from copy import deepcopy

from lxml.etree import Element, XPath, _Element, strip_elements, strip_tags
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import process_node
from trafilatura.main_extractor import NOT_AT_THE_END, REBUILT_BLOCKS, handle_textelem
from trafilatura.settings import DEDUPE_SCAN_CAP, INLINE_FORMATTABLE, MIN_DUPLICATE_LENGTH, TAG_CATALOG, Extractor
from trafilatura.utils import SPACING_PROTECTED, text_chars_test, trim
from trafilatura.xml import delete_element

from pipeline.extraction.discards import FRAMES, prune_frame

_PARAGRAPH_TEXTS = XPath("//p//text()", smart_strings=False)
_WILD = XPath(".//code|.//p|.//quote|.//table|.//div[contains(@class, 'w3-code')]")
_TAGS = frozenset({*TAG_CATALOG, "table", "td", "th", "tr"})
_READ = frozenset({"code", "del", "head", "hi", "lb", "list", "p", "quote", "ref", "table"})
"""Elements that a handler makes text of; a `div` counts where paragraphs are few, or where it is named as code."""


def find_main_text(tree: HtmlElement, marks: Container[str], options: Extractor) -> _Element:
    """The main text as elements of trafilatura's kind in a body of their own.

    Args:
        tree: the page, marked, cleaned and converted; used up.
        marks: all marks that its elements bear.
        options: trafilatura's, of precision mode.
    """
    untouched = deepcopy(tree)
    order = list(tree.iter())  # the search moves elements; the copy keeps their order
    body = Element("body")
    tags = _read_frames(tree, body, marks, options)
    if len(body) == 0 or len(" ".join(body.itertext()).strip()) < options.min_extracted_size:
        read = {twin for element, twin in zip(order, untouched.iter(), strict=True) if element.tag == "done"}
        prune_frame(untouched, marks, keep_teasers=True)
        _add_wild(untouched, body, read, tags, options)
    _drop_repeated(body)
    strip_elements(body, "done")
    strip_tags(body, "div")
    for line_break in body.iter("lb"):
        blank = line_break.tail and line_break.tail.isspace()
        if blank and next(line_break.iterancestors(*SPACING_PROTECTED), None) is None:
            line_break.tail = None
    return body


def _read_frames(tree: HtmlElement, body: _Element, marks: Container[str], options: Extractor) -> set[str]:
    """Fills the body from the first frame with text in it; what elements were taken for text is returned."""
    tags = set(_TAGS)
    for expression in FRAMES:
        frame = next(iter(expression(tree, marks)), None)
        if frame is None:
            continue
        prune_frame(frame, marks, keep_teasers=False)
        if len(frame) == 0:
            continue
        if sum(map(len, _PARAGRAPH_TEXTS(frame))) < options.min_extracted_size:
            tags.add("div")
        start = len(body)
        opening = _read_frame(frame, body, tags, options)
        while len(body) and body[-1].tag in NOT_AT_THE_END:
            delete_element(body[-1], keep_tail=False)
        if len(body) > 1:
            if opening is not None:
                body.insert(start, opening)
            break
    return tags


def _read_frame(frame: HtmlElement, body: _Element, tags: set[str], options: Extractor) -> _Element | None:
    """Appends to the body what the handlers make of the frame's elements; the frame's own first words are returned."""
    parts = list(frame.iterdescendants("*"))
    names = {part.tag for part in parts}
    opening = None
    if names == {"lb"} or (frame.tag == "div" and "div" in tags and names <= INLINE_FORMATTABLE | {"lb"}):
        parts = [frame]  # a single run of text
    elif text_chars_test(frame.text):
        opening = process_node(_paragraph(frame.text), options)
    read = _READ | {"div"} if "div" in tags else _READ
    for part in parts:
        tag, tail = part.tag, part.tail
        if tag not in read and "w3-code" not in part.get("class", ""):
            continue
        if _is_in(part, body):
            continue  # a division was taken as a whole, with what it holds
        made = handle_textelem(part, tags, options)
        if made is not None:
            body.append(made)
            if not _is_in(part, body):
                part.tag = "done"  # a copy was taken, which leaves its source to a later, wider frame
        if tag in REBUILT_BLOCKS and text_chars_test(tail) and (made is None or made.tail is None):
            behind = _paragraph(tail)
            if process_node(behind, options) is not None:
                body.append(behind)
    return opening


def _is_in(element: _Element, body: _Element) -> bool:
    return element.getroottree().getroot() is body


def _paragraph(text: str | None) -> _Element:
    paragraph = Element("p")
    paragraph.text = text
    return paragraph


def _add_wild(tree: HtmlElement, body: _Element, read: set[_Element], tags: set[str], options: Extractor) -> None:
    """Appends paragraphs from anywhere in the tree that were not read yet, and whose words the body does not have."""
    texts = [_text(element) for element in body]
    known, joined = set(texts), "\n".join(filter(None, texts))
    taken: set[_Element] = set()
    for element in _WILD(tree):
        if element in read or any(above in taken for above in element.iterancestors()):
            continue
        made = handle_textelem(element, tags, options)
        if made is None:
            continue
        if made is element:
            taken.add(element)
        text = _text(made)
        compared = len(joined) <= DEDUPE_SCAN_CAP
        run = trim(text + (made.tail or "")) if text_chars_test(made.tail) else ""
        is_within = compared and ((len(text) > MIN_DUPLICATE_LENGTH and text in joined) or (run and run in joined))
        if text and (text in known or is_within):
            continue
        body.append(made)
        if compared:
            joined += "\n" + (run or text)
        known.add(text)


def _drop_repeated(body: _Element) -> None:
    """Deletes long elements with the words of the one before."""
    before = None
    for element in list(body):
        text = _text(element)
        if text and text == before and len(text) > MIN_DUPLICATE_LENGTH:
            delete_element(element, keep_tail=False)
        else:
            before = text


def _text(element: _Element) -> str:
    if len(element) == 0:
        return " ".join((element.text or "").split())
    return " ".join("".join(element.itertext()).split())
