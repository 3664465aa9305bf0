"""What tells a row of teasers from an article's own subheads over short paragraphs.

Where the headlines lead, whether the teasers break off, whether the row has a container of its
own, how headlines and teasers measure. Each speaks with a weight; the sum decides.
"""

from __future__ import annotations

from statistics import mean

from pipeline.extraction.appended_rows import is_appended
from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.named_parts import tells_of_names
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.row_setting import Setting, apartness, headline_size, is_wrapped, share
from pipeline.extraction.teaser_ends import breaks_off, breaks_off_into_link

CUT = 3
"""Weight of evidence from which a row is no part of the article."""

_SENTENCE_CHARS = 80
"""From this length on a text that breaks off is a shortened one, not a list's item."""


def weigh(row: Row, setting: Setting) -> int:
    """How much speaks for the row being teasers of other articles: cut from `CUT` on."""
    if is_appended(row, setting):
        return CUT
    said = _words_and_links(row, setting)
    form = _form(row, setting)
    return said + form if said > 0 or (form is not None and form >= CUT) else min(said + (form or 0), CUT - 1)


def _words_and_links(row: Row, setting: Setting) -> int:
    """What the page says: a heading over other articles, links to other pages of the site, links to more."""
    cards, page = row.cards, setting.page
    weight = 4 if setting.is_announced(row.start) else 0
    links = [_link_of(card, page) for card in cards]
    if sum(link is not None and setting.is_own_site(link) for link in links) >= 0.6 * len(cards):
        weight += 3
    elif sum(link is not None for link in links) >= 0.5 * len(cards):
        weight -= 1  # a press review: headlines that lead to other sites
    if share(cards, lambda card: _has_read_more(page.blocks[card.start : card.end])) >= 0.5:
        weight += 3
    texts = [len(card.teaser.text) for card in cards if card.teaser is not None]
    if texts and mean(texts) > 230 and mean(map(headline_size, cards)) < 25:
        weight -= 3  # products or places under their names, each with a link
    if texts and tells_of_names(row, setting):
        weight -= 2
    linked = sum(t.teaser is not None and t.teaser.is_link and setting.is_own_site(t.teaser.link or "") for t in cards)
    return weight + (3 if linked >= 0.6 * len(cards) else 0)


def _form(row: Row, setting: Setting) -> int:
    """What the form of the row says, without its words."""
    cards = row.cards
    teasers = [card.teaser for card in cards if card.teaser is not None]
    if len(teasers) < 0.6 * len(cards):
        linked = share(cards, lambda card: card.headline.is_link)
        return 1 if linked >= 0.8 and len(cards) >= 3 else -2
    wrapped = is_wrapped(row, setting.page)
    apart = apartness(row, setting)
    contrast = wrapped and not apart and _stands_out(row, setting)
    cut_off = sum(map(_breaks_off, teasers)) >= 0.5 * len(teasers)
    plain = share(cards, lambda card: card.headline.is_set_as_headline or card.is_one_block) < 0.6
    if not (apart or contrast or cut_off) or (plain and not (wrapped or apart)):
        return 0
    weight = 3 * cut_off + wrapped + apart + contrast
    if (
        share(cards, lambda card: card.is_one_block and not card.headline.leads_with_link and not card.headline.is_link)
        > 0.5
    ):
        weight -= 2  # a list whose items open in bold type
    if row.end <= setting.headline:
        weight += 3
    size = mean(headline_size(card) for card in cards)
    weight += 2 if size >= 42 else 1 if size >= 34 else -1 if size < 24 else 0
    if mean(len(teaser.text) for teaser in teasers) > 330:
        weight -= 2
    elif len(teasers) == len(cards) >= 4 and max(len(teaser.text) for teaser in teasers) < 260:
        weight += 1
    if share(cards, lambda card: card.headline.text.rstrip().endswith("?")) >= 0.6:
        weight -= 3  # questions and answers
    return weight - 2 * (len(cards) == 2)


def _stands_out(row: Row, setting: Setting) -> bool:
    """Whether paragraphs without such wrappers stand beside the cards."""
    first = row.cards[0]
    parent = setting.page.widest(first.start, first.start, first.end).getparent()
    return parent is setting.home


def _breaks_off(teaser: Block) -> bool:
    return breaks_off(teaser) or (teaser.is_cut_off and len(teaser.text) >= _SENTENCE_CHARS)


def _has_read_more(blocks: list[Block]) -> bool:
    return any(is_phrase(block.text, "read_more") for block in blocks[1:])


def _link_of(card: Card, page: Page) -> str | None:
    """Where the card leads: the target of its headline, of a block that is nothing but a link, of "… more"."""
    for block in page.blocks[card.start : card.end]:
        if block.link and (block.is_link or (block.leads_with_link and block.lead >= 15)):
            return block.link
    teaser = card.teaser
    return teaser.link if teaser is not None and not card.is_one_block and breaks_off_into_link(teaser) else None
