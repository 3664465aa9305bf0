# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""Page forms of press sites, with teasers of other articles in every place and dress we could think of.

Each form is a function of the article's parts that gives the page's HTML. `related` holds pairs of
headline and teaser. The forms were written after the first rules,
which were then mended where a form failed: they guard against falling back, and are no held-out measure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

Pairs = Sequence[tuple[str, str]]
Form = Callable[..., str]


def _head(title: str, lang: str, extra: str = "") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | La Chronique du Garage</title>{extra}</head>'


def _paragraphs(body: Sequence[str]) -> str:
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in body)


def old_tables(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Layout tables with fonts; teasers in rows, headline bold, no link, under a heading no list knows."""
    rows = "".join(f'<tr><td width="90"></td><td><font size="2"><b>{t}</b><br>{s}</font></td></tr>' for t, s in related)
    text = "<br><br>".join(body)
    return f"""{_head(title, lang)}<body><table width="960"><tr><td colspan="2">Une | Archives | Contact</td></tr>
<tr><td width="150"><a href="/1">Marques</a><br><a href="/2">Réseaux</a></td><td><h1>{title}</h1><font size="2">{text}</font>
<table><tr><td colspan="2"><font color="red">Dans nos colonnes cette semaine</font></td></tr>{rows}</table></td></tr></table></body></html>"""


def amp(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """AMP: custom elements, a sidebar, teasers in a list element without heading."""
    items = "".join(
        f'<amp-card class="k"><amp-img src="{n}.jpg" width="1" height="1"></amp-img><h4>{t}</h4><p>{s}</p></amp-card>'
        for n, (t, s) in enumerate(related)
    )
    return f"""{_head(title, lang, '<script async src="https://cdn.ampproject.org/v0.js"></script>')}<body>
<amp-sidebar id="m" layout="nodisplay"><ul><li><a href="/">Start</a></li></ul></amp-sidebar>
<article class="amp-wp-article"><header><h1>{title}</h1></header><div class="amp-wp-article-content">{_paragraphs(body)}
<amp-list-like layout="responsive">{items}</amp-list-like></div></article></body></html>"""


def app_with_json_ld(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """An app whose page holds only teasers; the article stands in JSON-LD."""
    data = json.dumps(
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "articleBody": "\n\n".join(body)}
    )
    cards = "".join(
        f'<div class="c-1"><a href="/n/{n}"><h3>{t}</h3></a><p>{s}</p></div>' for n, (t, s) in enumerate(related)
    )
    return f"""{_head(title, lang, f'<script type="application/ld+json">{data}</script>')}<body><div id="root"><h1>{title}</h1>
<div class="skeleton"></div><div class="rail">{cards}</div></div></body></html>"""


def app_with_state(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """An app without JSON-LD: the article stands in the page's state as blocks, teasers beside it."""
    state = {
        "props": {
            "article": {"title": title, "blocks": [{"kind": "paragraph", "text": paragraph} for paragraph in body]},
            "next": [{"title": t, "abstract": s} for t, s in related],
        }
    }
    return f"""{_head(title, lang)}<body><div id="app"></div>
<script id="__STATE__" type="application/json">{json.dumps(state, ensure_ascii=False)}</script></body></html>"""


def inline_list(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A list straight after the last paragraph: linked headline and teaser in one item, no heading."""
    items = "".join(f'<li><a href="/a-{n}">{t}</a> {s}</li>' for n, (t, s) in enumerate(related))
    return f"{_head(title, lang)}<body><main><h1>{title}</h1>{_paragraphs(body)}<ul>{items}</ul></main></body></html>"


def card_links(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Cards that are one link each, headline and teaser in spans."""
    cards = "".join(
        f'<a class="x{n}" href="/f/{n}"><span>{t}</span> <span>{s}</span></a>' for n, (t, s) in enumerate(related)
    )
    return f"""{_head(title, lang)}<body><div class="page"><h1>{title}</h1><div class="t">{_paragraphs(body)}</div>
<div class="g">{cards}</div></div></body></html>"""


def card_links_in_text(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Cards that are one link around blocks, among the article's own paragraphs."""
    cards = "".join(f'<a href="/f/{n}"><h5>{t}</h5><div>{s}</div></a>' for n, (t, s) in enumerate(related))
    return f"{_head(title, lang)}<body><article><h1>{title}</h1>{_paragraphs(body[:1])}{cards}{_paragraphs(body[1:])}</article></body></html>"


def aside_in_the_middle(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """An aside between two paragraphs."""
    items = "".join(f"<h4>{t}</h4><p>{s}</p>" for t, s in related)
    return f"""{_head(title, lang)}<body><main><h1>{title}</h1>{_paragraphs(body[:1])}<aside>{items}</aside>
{_paragraphs(body[1:])}</main></body></html>"""


def definition_list(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Teasers as terms and definitions, no link, no heading."""
    items = "".join(f"<dt>{t}</dt><dd>{s}</dd>" for t, s in related)
    return f"""{_head(title, lang)}<body><div id="centre"><h1>{title}</h1><div>{_paragraphs(body)}</div><dl>{items}</dl></div></body></html>"""


def section_without_heading(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A section of plain boxes: headline and teaser are paragraphs, nothing is linked."""
    boxes = "".join(f"<div><p>{t}</p><p>{s}</p></div>" for t, s in related)
    return f"{_head(title, lang)}<body><article><h1>{title}</h1>{_paragraphs(body)}</article><section>{boxes}</section></body></html>"


def unknown_heading_flat(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Headings and paragraphs straight behind the article, in its container, under wording no list knows."""
    items = "".join(f'<h3><a href="/z/{n}.html">{t}</a></h3><p>{s}</p>' for n, (t, s) in enumerate(related))
    return f"""{_head(title, lang)}<body><div class="w"><h1>{title}</h1>{_paragraphs(body)}<h2>Le carnet du garage</h2>{items}</div></body></html>"""


def boxes_in_the_text(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Boxes among the article's paragraphs, in its container, unlinked, under wording no list knows."""
    boxes = "".join(f'<div class="bx"><h4>{t}</h4><p>{s}</p></div>' for t, s in related)
    return f"""{_head(title, lang)}<body><div class="w"><h1>{title}</h1>{_paragraphs(body[:1])}<h3>Vu ailleurs</h3>{boxes}
{_paragraphs(body[1:])}</div></body></html>"""


def before_the_article(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Teasers over the article: a ribbon of the day's news."""
    cards = "".join(f"<div class='r'><b>{t}</b><p>{s}</p></div>" for t, s in related)
    return f"""{_head(title, lang)}<body><div class="ribbon">{cards}</div><div class="main"><h1>{title}</h1>{_paragraphs(body)}</div></body></html>"""


def line_breaks(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Text without paragraphs: line breaks only, teasers below a rule with bold headlines that are links."""
    items = "".join(f'<b><a href="?id={n}">{t}</a></b><br>{s}<br><br>' for n, (t, s) in enumerate(related))
    return f"""{_head(title, lang)}<body><div id="corps"><h1>{title}</h1>{"<br><br>".join(body)}<hr>{items}</div></body></html>"""


def two_columns(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A grid of rows with two cards each, headline linked."""
    rows = ""
    for n in range(0, len(related), 2):
        cells = "".join(
            f'<div class="col"><h3><a href="/g/{n}{t[:3]}">{t}</a></h3><p>{s}</p></div>' for t, s in related[n : n + 2]
        )
        rows += f'<div class="row">{cells}</div>'
    return f"{_head(title, lang)}<body><main><h1>{title}</h1><div>{_paragraphs(body)}</div><div class='gr'>{rows}</div></main></body></html>"


def custom_elements(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Web components with slots."""
    cards = "".join(f'<news-card><span slot="h">{t}</span><div slot="b">{s}</div></news-card>' for t, s in related)
    return f"""{_head(title, lang)}<body><app-shell><page-title><h1>{title}</h1></page-title><rich-text>{_paragraphs(body)}</rich-text>
<card-list>{cards}</card-list></app-shell></body></html>"""


def read_more_each(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Each teaser ends in its own link to more, headlines are plain, all in the article's container."""
    items = "".join(
        f'<p><strong>{t}</strong></p><p>{s} <a href="/s/{n}">Lire la suite</a></p>' for n, (t, s) in enumerate(related)
    )
    return f"{_head(title, lang)}<body><div id='post'><h1>{title}</h1>{_paragraphs(body)}{items}</div></body></html>"


def numbered_most_read(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A numbered list with headline and teaser, heading in a language of its own."""
    items = "".join(f"<li><div>{t}</div><div>{s}</div></li>" for t, s in related)
    return f"""{_head(title, lang)}<body><div class="a"><h1>{title}</h1>{_paragraphs(body)}</div><div class="b"><div>Meistgelesen</div><ol>{items}</ol></div></body></html>"""


def article_elements(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Each teaser an `article` of its own, after the main one, with a date."""
    items = "".join(f"<article><time>12.03.2021</time><h2>{t}</h2><p>{s}</p></article>" for t, s in related)
    return f"{_head(title, lang)}<body><main><article><h1>{title}</h1>{_paragraphs(body)}</article>{items}</main></body></html>"


def carousel(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Slides: picture, category, headline, teaser, date; only the picture is linked."""
    slides = "".join(
        f'<li class="s"><a href="/c/{n}"><img src="{n}.jpg" alt=""></a><span>Réseaux</span><h6>{t}</h6><p>{s}</p><small>Le 3 mai</small></li>'
        for n, (t, s) in enumerate(related)
    )
    return f"""{_head(title, lang)}<body><div class="layout"><div class="text"><h1>{title}</h1>{_paragraphs(body)}</div>
<div class="swiper"><ul>{slides}</ul></div></div></body></html>"""


def form_around_all(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """The whole page in one form, a comment form inside, teasers in a table of headline cells and teaser cells."""
    rows = "".join(
        f"<tr><td><a href='n.aspx?id={n}'>{t}</a></td></tr><tr><td>{s}</td></tr>" for n, (t, s) in enumerate(related)
    )
    return f"""{_head(title, lang)}<body><form id="f1"><div><a href="/">Home</a></div><div class="c"><h1>{title}</h1>{_paragraphs(body)}
<div><p>Laisser un commentaire</p><p>Pour commenter, connectez-vous.</p><input name="n"><textarea></textarea></div>
<table>{rows}</table></div></form></body></html>"""


def folds_between_sections(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A section for each paragraph, and between them sections with a folded teaser; the rest under a heading."""
    folded = [
        f"<details><summary>{t}</summary><p>{s}… <a href='/{n}/'>→</a></p></details>"
        for n, (t, s) in enumerate(related)
    ]
    parts = "".join(
        f"<section data-block='text'><p>{paragraph}</p></section>"
        + (f"<section data-block='fold'>{folded[n]}</section>" if n < 2 and n + 1 < len(body) else "")
        for n, paragraph in enumerate(body)
    )
    left = "".join(folded[min(2, len(body) - 1) :])
    return f"{_head(title, lang)}<body><div id='content'><header><p>Réseaux</p><h1>{title}</h1></header>{parts}<section><h2>Rétroviseur</h2>{left}</section></div></body></html>"


def one_entry_of_a_list(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A list of articles of one subject, one of them opened: its headline links to the page itself, the h1 is the list's."""

    def entry(link: str, headline: str, text: str) -> str:
        return f"<article class='entry'><div>Réseaux / <a href='/auteur'>Nadia Perrot</a></div><h2><a href='{link}'>{headline}</a></h2><div>{text}</div></article>"

    entries = [
        entry(f"/a/{n}", t, f"<p>{s}… <a href='/a/{n}'>Lire la suite</a></p>") for n, (t, s) in enumerate(related)
    ]
    own = entry("/actu/article-1.html", title, _paragraphs(body))
    return f"{_head(f'Distribution : {title}', lang)}<body><h1>Dossier : distribution</h1>{entries[0]}{own}{''.join(entries[1:])}</body></html>"


def letter_of_items(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A letter typed in an editor: each headline a bold paragraph, another item before the own one and the rest behind."""
    items = [f"<p><b>{t}</b></p><p>{s}</p>" for t, s in related]
    return f"""<html lang="{lang}"><head><title>La Lettre des Ateliers: {title}</title></head><body><div>{items[0]}
<p><b>{title}</b></p>{_paragraphs(body)}<p>* * *</p><p><b>Prochaine sortie</b></p>{"".join(items[1:])}</div></body></html>"""


def amp_remainder(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """AMP: a carousel, an accordion, and one more card in the fallback of a list that loads later."""
    slides = "".join(
        f"<div><a href='/amp/{n}'><h3>{t}</h3><p>{s}</p></a></div>" for n, (t, s) in enumerate(related[:3])
    )
    folds = "".join(
        f"<section><h2>{t}</h2><div><p>{s}… <a href='/amp/{n}'>Lire la suite</a></p></div></section>"
        for n, (t, s) in enumerate(related[3:5], 3)
    )
    t, s = related[5]
    return f"""{_head(title, lang)}<body><main><article><h1>{title}</h1>{_paragraphs(body)}<amp-carousel>{slides}</amp-carousel>
<amp-accordion>{folds}</amp-accordion><amp-list src="/n.json"><div fallback><article><h2><a href="/amp/5">{t}</a></h2><p>{s}…</p></article></div></amp-list>
</article></main></body></html>"""


def slotted_elements(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Custom elements that link by themselves, with slots for headline and text, before, amid and after the article."""
    cards = [
        f'<my-card href="/story/{n}"><span slot="headline">{t}</span><p slot="text">{s}</p></my-card>'
        for n, (t, s) in enumerate(related)
    ]
    text = "".join(
        f"<rx-text><p>{paragraph}</p></rx-text>" + (cards[n + 1] if n < 2 and n + 1 < len(body) else "")
        for n, paragraph in enumerate(body)
    )
    left = "".join(cards[1 + min(2, len(body) - 1) :])
    return f"""{_head(title, lang)}<body><rx-columns><rx-column>{cards[0]}</rx-column><rx-column><rx-article><rx-kicker>Réseaux</rx-kicker>
<h1>{title}</h1><rx-byline>Par Nadia Perrot</rx-byline><rx-media><p slot="caption">Le siège, à Lyon</p></rx-media>{text}<rx-deck>{left}</rx-deck></rx-article>
<rx-comments><h2>Commentaires</h2><rx-comment><p>Voilà qui change un peu des annonces habituelles, on verra bien ce que cela donne à la fin.</p></rx-comment></rx-comments>
</rx-column></rx-columns></body></html>"""


def table_of_dispatches(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A wire's page: under the text a table with column heads, an hour, a linked headline and first words in each row."""
    rows = "".join(
        f"<tr><td>1{n}:05</td><td><a href='/d/{n}'>{t}</a></td><td>{s}...</td></tr>" for n, (t, s) in enumerate(related)
    )
    text = "".join(f"<div class='par'>{paragraph}</div>" for paragraph in body)
    return f"""{_head(title, lang)}<body><div class="frame"><div>AW-22190 / LYON / Réseaux</div><h1>{title}</h1>{text}
<table><thead><tr><th>Heure</th><th>Titre</th><th>Résumé</th></tr></thead><tbody>{rows}</tbody></table></div></body></html>"""


def bare_paragraphs(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """Nothing but paragraphs: one over the headline that opens with a link, the others amid the text and behind it."""
    teasers = [f"<p><b><a href='{n}.php'>{t}</a></b><br>{s}…</p>" for n, (t, s) in enumerate(related)]
    text = "".join(
        f"<p>{paragraph}</p>" + (teasers[n + 1] if n < 2 and n + 1 < len(body) else "")
        for n, paragraph in enumerate(body)
    )
    left = "".join(teasers[1 + min(2, len(body) - 1) :])
    t, s = related[0]
    return f"{_head(title, lang)}<body><p><a href='0.php'>{t}</a> {s}</p><h1>{title}</h1>{text}{left}</body></html>"


def latest_posts(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """A block theme: a list of the latest posts at the end of the text, texts that break off into a link to more."""
    items = "".join(
        f'<li><a class="post-title" href="/p{n}/">{t}</a><div class="post-excerpt">{s}… <a href="/p{n}/">plus</a></div></li>'
        for n, (t, s) in enumerate((("Chaises musicales", related[0][1]), *related[1:]))
    )
    return f'{_head(title, lang)}<body><main><h1>{title}</h1><div class="entry-content">{_paragraphs(body)}<ul class="posts">{items}</ul></div></main></body></html>'


def terms_in_the_text(title: str, lang: str, body: Sequence[str], related: Pairs) -> str:
    """An unlinked list of terms between the paragraphs, texts breaking off; the others numbered at the end, unlinked headlines."""
    terms = "".join(f"<dt>{t}</dt><dd>{s}...</dd>" for t, s in related[:2])
    items = "".join(
        f'<li><b>{t}</b><br>{s}... (<a href="n.asp?id={n}">Voir</a>)</li>' for n, (t, s) in enumerate(related[2:])
    )
    return f"""{_head(title, lang)}<body><div><h1>{title}</h1><p>{body[0]}</p><dl>{terms}</dl>{_paragraphs(body[1:])}<ol>{items}</ol></div></body></html>"""


FORMS: tuple[Form, ...] = (
    old_tables,
    amp,
    app_with_json_ld,
    app_with_state,
    inline_list,
    card_links,
    card_links_in_text,
    aside_in_the_middle,
    definition_list,
    section_without_heading,
    unknown_heading_flat,
    boxes_in_the_text,
    before_the_article,
    line_breaks,
    two_columns,
    custom_elements,
    read_more_each,
    numbered_most_read,
    article_elements,
    carousel,
    form_around_all,
    folds_between_sections,
    one_entry_of_a_list,
    letter_of_items,
    amp_remainder,
    slotted_elements,
    table_of_dispatches,
    bare_paragraphs,
    latest_posts,
    terms_in_the_text,
)
