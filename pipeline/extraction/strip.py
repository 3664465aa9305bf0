"""Takes out of the tree what holds no text of an article, whatever the site."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from lxml.html import HtmlElement

from pipeline.characters import without_unshown
from pipeline.extraction.phrases import opens_with_phrase
from pipeline.extraction.teaser_ends import has_headline_length

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_CUSTOM = etree.XPath("//*[translate(name(), 'abcdefghijklmnopqrstuvwxyz0123456789', '') != '']")
"""Names with a hyphen or a colon, and what broken markup makes of an attribute (`<itemprop=author>`)."""
_PLAIN_NAME = re.compile("[a-z0-9]+")
_UNFIT = re.compile(r"[^\w-]")
_SLOTTED = etree.XPath("//@slot/..")
_SHOWN_APART = re.compile(r"caption|credit|legend|headline|title", re.IGNORECASE)
"""Slots whose names say what stands in them; others, such as one for subscribers, hold paragraphs too."""
_NEVER_TEXT = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "applet", "canvas", "audio", "video",
    "map", "area", "dialog", "button", "select", "option", "textarea", "input", "datalist", "progress", "nav", "menu",
    "head", "link", "frameset", "math", "picture", "img", "figcaption", "source",
    "amp-sidebar", "amp-ad", "amp-analytics", "amp-consent", "amp-img",
)  # fmt: skip


def strip(tree: HtmlElement, headline: HtmlElement | None) -> None:
    """Deletes scripts, forms, menus and captions; changes the tree.

    Args:
        tree: the page.
        headline: the element that holds the article's headline; what stands around it is no furniture.
    """
    if headline is not None:
        for element in headline.iterancestors("header", "form", "figure", "nav", "aside", "footer", "button", "menu"):
            element.tag = "div"
    etree.strip_elements(tree, *_NEVER_TEXT, with_tail=False)
    _drop_forms(tree)
    for pre in list(tree.iter("pre")):
        _set_paragraphs(pre)
    for figure in list(tree.iter("figure")):
        _unwrap_figure(figure)
    for header in list(tree.iter("header")):
        # The header of an article holds its standfirst; the header of the page holds the menu.
        if next(header.iterancestors("article", "main"), None) is not None:
            header.tag = "div"
    if not all(map(_PLAIN_NAME.fullmatch, {element.tag for element in tree.iter()})):  # few names: half of the time
        for element in _CUSTOM(tree):
            _make_known(element)
    _set_slots(_SLOTTED(tree))


def _set_slots(slotted: list[HtmlElement]) -> None:
    """Names elements by what they are to the custom one around them; two and more in a card are not one line of it.

    In a card a link fills a slot: to more, without words, or the headline. What an article sets into slots, facts and
    quotations, has none, or one to its source or its speaker.
    """
    parts = Counter(element.getparent() for element in slotted)
    cards = {element.getparent() for element in slotted if _leads_on(element)}
    for element in slotted:
        if _SHOWN_APART.search(element.get("slot")):  # its caption, its headline
            _add_class(element, element.get("slot"))
        box = element.getparent()
        if element.tag == "span" and box in cards and box.tag == "div" and parts[box] > 1:
            element.tag = "div"


def _leads_on(element: HtmlElement) -> bool:
    """Whether the element is a link to a story, or holds nothing but one."""
    link = element if element.tag == "a" else next(element.iterchildren("a"), None)
    if link is None or link.get("href", "#").startswith("#"):
        return False
    text = link.text_content().strip()
    if text != element.text_content().strip():
        return False
    return not text or opens_with_phrase(text, "read_more") or has_headline_length(text)


def _make_known(element: HtmlElement) -> None:
    """Gives a custom element the tag that it stands for, which no extractor knows, and its own name as a class."""
    name = element.tag
    if element.get("href") and next(element.iter("a"), None) is None:
        element.tag = "a"  # a card as a whole
    else:
        # A container, or a part of a paragraph.
        element.tag = "span" if next(element.iterancestors("p"), None) is not None else "div"
    _add_class(element, _UNFIT.sub("-", name))


def _add_class(element: HtmlElement, name: str) -> None:
    element.set("class", without_unshown(f"{element.get('class') or ''} {name}").strip())


def _drop_forms(tree: HtmlElement) -> None:
    """Deletes forms, but for those around most of the page: some frameworks put all of it into one."""
    forms = list(tree.iter("form"))
    twice = 2 * max((len(form.text_content()) for form in forms), default=0)
    whole = 0
    for piece in tree.itertext() if forms else ():
        whole += len(piece)
        if whole >= twice:  # soon, where the forms are small: none is most of the page
            break
    for form in forms:
        if len(form.text_content()) > whole / 2:
            form.tag = "div"
        else:
            form.drop_tree()


def _set_paragraphs(pre: HtmlElement) -> None:
    """Turns plain text, set with its line breaks, into paragraphs; code has no blank lines between sentences."""
    text = pre.text_content()
    parts = [part for part in _BLANK_LINE.split(text) if part.strip()]
    if len(parts) < 3 or sum(part.rstrip().endswith((".", "!", "?")) for part in parts) < 0.3 * len(parts):
        return
    tail = pre.tail
    pre.clear()
    pre.tag, pre.tail = "div", tail
    for part in parts:
        etree.SubElement(pre, "p").text = without_unshown(" ".join(part.split()))


def _unwrap_figure(figure: HtmlElement) -> None:
    """Keeps the figure that holds a table or a quotation; of an image only the caption would be left."""
    if any(True for _ in figure.iter("table", "blockquote")):
        figure.tag = "div"
    else:
        figure.drop_tree()
