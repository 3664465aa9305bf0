"""What on the page announces other articles, and what of it goes into `Article.related`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from pipeline.extraction.beside import find_beside
from pipeline.extraction.blocks import Block, Page, squeeze
from pipeline.extraction.cards import Row
from pipeline.extraction.column import behind_cards, find_columns
from pipeline.extraction.cut import MIN_WORDS, Cut
from pipeline.extraction.headlines_in_columns import find_in_columns
from pipeline.extraction.lead_ins import is_lead_in, is_plain
from pipeline.extraction.left_text import LeftText
from pipeline.extraction.links import SiteLinks
from pipeline.extraction.links_to_more import links_to_more
from pipeline.extraction.marker_cuts import MarkerCuts
from pipeline.extraction.odd_cards import find_odd_cards
from pipeline.extraction.other_entries import other_entries
from pipeline.extraction.page_rows import RowSearch, numbers_of
from pipeline.extraction.paid_boxes import find_paid_boxes
from pipeline.extraction.phrases import announces, subjects_of
from pipeline.extraction.row_evidence import CUT, weigh
from pipeline.extraction.row_heading import is_row_heading
from pipeline.extraction.row_setting import Setting
from pipeline.extraction.stated_teasers import announces_others
from pipeline.extraction.unrelated_paragraphs import find_unrelated

_MIN_LINKS = 2
_BREAKING = ("comments", "lines", "author", "newsletter")
_MAX_ANNOUNCED = 400
_NEAR_END = 140
"""Characters in which the ellipsis of a teaser stands, with a day and a link to more behind it, perhaps of what."""


def find_related(page: Page, headline: int, url: str | None, body: str) -> Cut:
    """Teasers of other articles on the page.

    Args:
        page: the page's blocks.
        headline: number of the block that is the article's own headline, -1 where there is none.
        url: the page's address: what links are relative to.
        body: the article's text as the page states it for machines, without white space; may be empty.
    """
    return _Search(page, headline, url, body).run()


class _Search:
    def __init__(self, page: Page, headline: int, url: str | None, body: str) -> None:
        self.page, self.headline, self.url, self.body = page, headline, url, body
        self.blocks = page.blocks
        self.before = list(accumulate((len(block.text) for block in page.blocks), initial=0))
        links = SiteLinks(url)
        self._leads_on, self._is_own_site = links.leads_on, links.is_own
        self.said = [subjects_of(block.text) for block in page.blocks]
        """Of each block, the subjects of which it is a phrase."""
        self.to_more = links_to_more(page.blocks)
        self.markers = {block.number for block in self.blocks if self._is_marker(block)} - self.to_more
        self.cut = Cut(url)
        self.left = LeftText(self.blocks, headline, body)
        self.behind = MarkerCuts(page, headline, self.before, self.left, self.cut)
        self.columns: list[HtmlElement] = []
        """What the article's paragraphs stand in."""

    def run(self) -> Cut:
        breaks = {
            b.number
            for b, said in zip(self.blocks, self.said, strict=True)
            if said and not said.isdisjoint(_BREAKING) and "read_more" not in said  # that is the last line of a card
        }
        breaks = breaks - self.to_more | self.markers | {self.headline}
        # Asked once for all: few texts of a page hold an ellipsis near their end.
        elided = [block for block in self.blocks if "…" in (end := block.text[-_NEAR_END:]) or "..." in end]
        self._cut_stories([story for found in find_in_columns(self.page, breaks, self._leads_on) for story in found])
        self.cut.take(find_paid_boxes(self.page, self.headline, elided))
        breaks |= self.cut.blocks
        search = RowSearch(self.page, self.headline, self._leads_on, self._is_of_the_body)
        rows = search.find(breaks, elided, self.to_more)
        certain = rows.certain
        sure, alone = set(map(id, certain)), set(map(id, rows.alone))
        in_rows = frozenset(numbers_of(rows.judged) | numbers_of(certain))
        setting = Setting(
            page=self.page,
            headline=self.headline,
            is_own_site=self._is_own_site,
            is_announced=self._is_announced,
            home=self._home(in_rows),
            in_rows=in_rows,
        )
        self.columns = find_columns(self.page, self.headline, (b for b in self.blocks if b.number not in in_rows))
        cut_rows = [
            row
            for row in (*certain, *rows.judged)
            if not self._is_of_the_body(row) and (id(row) in sure or weigh(row, setting) >= CUT)
        ]
        cut_rows += find_odd_cards(self.page, self.headline, cut_rows, self._leads_on)
        if self.left.is_left_by(numbers_of(cut_rows)):
            for row in cut_rows:
                self._cut_row(row)
                if self._is_stated(row):
                    self.cut.disowned.update(row.numbers)
        self._cut_containers([row for row in cut_rows if id(row) not in alone])
        for number in sorted(self.markers):
            if number not in self.cut.blocks:
                self.behind.cut_after(self.blocks[number])
            elif "related" in self.said[number]:
                self.behind.cut_texts_left(self.blocks[number], self._leads_on)
        for block in self.blocks[self.headline + 1 :]:
            if block.kind == "heading" and not block.linked and block.number not in self.cut.blocks:
                self._cut_links_under(block)
        for entry in other_entries(self.page, self.headline, self._leads_on):
            self.cut.keep_loose(self.blocks[number] for number in entry if number not in self.cut.blocks)
            self.cut.take(entry)
        unrelated = find_unrelated(self.page, self.headline, self.cut.blocks, self.body)
        if unrelated and self.left.is_left_by([*unrelated, *self.cut.blocks]):
            self.cut.take(unrelated)
            for number in unrelated[1:]:
                self.cut.keep_brief(self.blocks[number])
        beside = find_beside(self.page, self.headline, self.columns, self.cut.blocks)
        self.cut.take(number for number in beside if not self._is_stated_text(self.blocks[number]))
        # Lines of stars part the article from what is cut.
        self.cut.take(b.number for b in self.blocks if b.number + 1 in self.cut.blocks and not _has_words(b))
        return self.cut

    def _cut_stories(self, stories: Sequence[tuple[Block, Block]]) -> None:
        others = [story for story in stories if not self._is_stated_text(story[1])]
        numbers = [block.number for story in others for block in story]
        if numbers and self.left.is_left_by(numbers):
            self.cut.take(numbers)
            for link, text in others:
                self.cut.keep_line(link, text.text)

    def _cut_links_under(self, heading: Block) -> None:
        """A part of the page that holds nothing but a heading and headlines with links: a list of other articles."""
        first, last = self.behind.own_part(heading)
        links = self.blocks[heading.number + 1 : last]
        if first == heading.number and len(links) >= _MIN_LINKS and all(self._leads_to_article(b) for b in links):
            self.cut.take(range(first, last))
            for block in links:
                self.cut.keep_line(block)

    def _leads_to_article(self, block: Block) -> bool:
        return len(block.text.split()) >= MIN_WORDS and block.is_link and self._leads_on(block.link)

    def _home(self, in_rows: frozenset[int]) -> HtmlElement | None:
        sizes: Counter[HtmlElement] = Counter()
        for block in self.blocks:
            if block.is_prose and block.number not in in_rows and not block.set_apart:
                parent = block.owner if block.owner.tag == "div" else block.owner.getparent()
                sizes[parent] += len(block.text)
        return sizes.most_common(1)[0][0] if sizes else None

    def _is_marker(self, block: Block) -> bool:
        if block.number == self.headline:
            return False
        if "related" in (said := self.said[block.number]):
            return "read_more" not in said or not self._leads_on_from_text(block)
        if is_lead_in(block):
            return True
        return ":" in block.text and len(block.text) <= _MAX_ANNOUNCED and announces(block.text, "related")

    def _leads_on_from_text(self, block: Block) -> bool:
        """Whether it closes a single teaser: a link to another page right behind a text, no heading over others."""
        return block.is_link and self.blocks[block.number - 1].is_prose and self._leads_on(block.link)

    def _is_announced(self, start: int) -> bool:
        """A marker within the three blocks before, and no running text between."""
        for number in range(start, max(start - 4, -1), -1):
            if number in self.markers:
                # A label with its headline behind it announces that one article, no questions and answers below.
                return "related" in self.said[number] or not is_plain(self.blocks[start])
            if number < start and len(self.blocks[number].text) > 60:
                return False
        return False

    def _is_of_the_body(self, row: Row) -> bool:
        return self._is_stated(row) and not announces_others(row, self.blocks, self._is_own_site)

    def _is_stated(self, row: Row) -> bool:
        if not self.body:
            return False
        teasers = [card.teaser for card in row.cards if card.teaser is not None]
        return sum(map(self._is_stated_text, teasers)) > 0.5 * len(teasers) if teasers else False

    def _is_stated_text(self, block: Block) -> bool:
        return bool(self.body) and squeeze(block.text)[:80] in self.body

    def _cut_row(self, row: Row) -> None:
        self.cut.take(set(row.numbers) - behind_cards(self.page, row, self.columns))
        for card in row.cards:
            self.cut.keep_card(card, self.blocks)
        for number in range(row.start - 1, max(row.start - 3, -1), -1):  # the heading over it
            block = self.blocks[number]
            if not _has_words(block):  # a line of stars
                self.cut.take([number])
                continue
            right_over = number == row.start - 1
            introduces = is_row_heading(block, row, self.page) if right_over else block.kind == "heading"
            if number in self.markers or (introduces and number != self.headline):
                self.cut.take([number])
                break
            if len(block.text) > 60:
                break

    def _cut_containers(self, rows: Sequence[Row]) -> None:
        """Where most of a container's text was cut, the rest is of the same kind: the odd card, a link to more."""
        emptied: set[tuple[int, int]] = set()  # boxes in boxes are looked at once for all rows
        for row in rows:
            if row.start not in self.cut.blocks:
                continue
            for _, first, last in self.page.holders(self.page.common(row.start, row.end)):
                if first <= self.headline < last:
                    break
                if (first, last) in emptied:
                    continue
                left = [b for b in self.blocks[first:last] if b.number not in self.cut.blocks]
                size = sum(len(b.text) for b in left)
                if size > 0.34 * (self.before[last] - self.before[first] - size):
                    break
                whole = [b for b in left if b.is_running_text]
                if len(whole) > 1 or any(len(b.text) > 300 or b.number < row.end for b in whole):
                    break
                if any(b.number < row.start and b.ends_a_sentence and self.left.is_sentence(b) for b in left):
                    break
                if any(b.is_prose for b in left) and not self.left.is_left_by([*range(first, last), *self.cut.blocks]):
                    break
                self.cut.take(b.number for b in left)
                emptied.add((first, last))


def _has_words(block: Block) -> bool:
    return any(map(str.isalnum, block.text))
