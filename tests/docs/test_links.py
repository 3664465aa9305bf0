"""Every relative link in the docs leads to a file, every anchor to a heading."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"`[^`\n]*`")


def prose(page: Path) -> str:
    return CODE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#{1,6} +(.+?) *$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[str]:
    for target in LINK.findall(INLINE_CODE.sub("", prose(page))):
        if not re.match(r"[a-z]+:", target):
            yield target


def leads_nowhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or ROOT not in (target, *target.parents):
        return True
    return bool(anchor) and target.suffix == ".md" and anchor not in anchors(target)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_resolve(page):
    assert [link for link in links(page) if leads_nowhere(page, link)] == []


def test_a_wrong_link_is_found(tmp_path):
    page = ROOT / "docs" / "README.md"
    assert leads_nowhere(page, "no-such-page.md")
    assert leads_nowhere(page, "settings.md#no-such-heading")
    assert not leads_nowhere(page, "settings.md#settings")


def test_every_page_is_in_the_index():
    docs = ROOT / "docs"
    linked = {(docs / link.partition("#")[0]).resolve() for link in links(docs / "README.md")}
    assert [str(page.relative_to(docs)) for page in PAGES if docs in page.parents and page not in linked] == [
        "README.md"
    ]
