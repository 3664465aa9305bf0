"""Takes out of the tree what holds no text of an article, whatever the site."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

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
    for element in list(tree.iter()):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag == "figure":
            _unwrap_figure(element)
        elif tag == "header":
            # The header of an article holds its standfirst; the header of the page holds the menu.
            if next(element.iterancestors("article", "main"), None) is not None:
                element.tag = "div"
        elif "-" in tag or ":" in tag:
            element.tag = "div"  # custom elements, which no extractor knows


def _drop_forms(tree: HtmlElement) -> None:
    """Deletes forms, but for those around most of the page: some frameworks put all of it into one."""
    forms = list(tree.iter("form"))
    whole = len(tree.text_content()) if forms else 0
    for form in forms:
        if len(form.text_content()) > whole / 2:
            form.tag = "div"
        else:
            form.drop_tree()


def _unwrap_figure(figure: HtmlElement) -> None:
    """Keeps the figure that holds a table or a quotation; of an image only the caption would be left."""
    if any(True for _ in figure.iter("table", "blockquote")):
        figure.tag = "div"
    else:
        figure.drop_tree()
