# ruff: noqa: E501, PLW2901 - markup reads better in its own lines; forms are drawn by chance, and grow step by step
"""Page forms composed at random: container, markup of the pairs, links, heading, place, furniture, class names.

`compose(seed, …)` draws one of some million forms and gives its page. The same seed gives the same form. A form is
unseen until somebody looks at it: measure on seeds that no rule was mended for.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

Pairs = Sequence[tuple[str, str]]

_WORDS = [
    "arbre",
    "bloc",
    "ciel",
    "dune",
    "eau",
    "feu",
    "grain",
    "houle",
    "ivoire",
    "jonc",
    "kilo",
    "lune",
    "mousse",
    "nord",
    "ocre",
    "pin",
    "quartz",
    "rive",
    "sable",
    "tuile",
]

_HEADLINES = (
    "h2", "h3", "h4", "h5", "h6", "p", "div", "p>strong", "p>b", "p>em", "p>i", "p>span", "div>strong", "div>em",
    "div>span", "header>h3", "strong", "b", "em", "i", "span", "dt", "summary", "p>cite", "p>u", "p>font",
)  # fmt: skip
_TEASERS = ("p", "div", "p", "div", "span", "dd", "blockquote", "div>p", "p>span", "p>small", "bare", "section>p")
_ITEMS = (
    "", "", "p", "p", "li", "li", "div", "div", "section", "article", "tr>td", "figure", "details", "blockquote", "td", "x-item",
    "div>div", "div:tabpanel", "div:listitem", "label", "fieldset", "address",
)  # fmt: skip
_CONTAINERS = ("div", "section", "aside", "div>div", "footer", "x-rail", "main", "div:complementary", "center", "")
_HEADINGS = {
    "fr": ("À lire aussi", "Notre sélection du jour", "Le mot des confrères"),
    "en": ("Related articles", "Picked by our desk", "From the forecourt"),
    "de": ("Mehr zum Thema", "Frisch aus der Werkstatt", "Unsere Auswahl heute"),
    "es": ("Noticias relacionadas", "La mirada del taller", "Hoy en portada"),
    "it": ("Leggi anche", "Dalla nostra officina", "Oggi in vetrina"),
}
_FURNITURE = {
    "fr": ("Laisser un commentaire", "Partager cet article", "Inscrivez-vous à notre newsletter", "Lire la suite"),
    "en": ("Leave a comment", "Share this article", "Sign up for our newsletter", "Read more"),
    "de": ("Kommentar schreiben", "Artikel teilen", "Newsletter abonnieren", "Weiterlesen"),
    "es": ("Deja un comentario", "Compartir", "Suscríbete a nuestra newsletter", "Leer más"),
    "it": ("Lascia un commento", "Condividi", "Iscriviti alla newsletter", "Leggi tutto"),
}


@dataclass
class Composed:
    """A page, and in words how it was composed."""

    html: str
    traits: dict[str, str] = field(default_factory=dict)


def compose(seed: object, *, title: str, lang: str, body: Sequence[str], related: Pairs) -> Composed:
    """The page of that seed: the article's paragraphs, and every pair of headline and teaser somewhere around them."""
    return _Composer(random.Random(f"form/{seed}"), title, lang, body, related).page()


class _Composer:
    def __init__(self, rng: random.Random, title: str, lang: str, body: Sequence[str], related: Pairs) -> None:
        self.rng, self.title, self.lang, self.body, self.related = rng, title, lang, body, related
        self.traits: dict[str, str] = {}

    def page(self) -> Composed:
        place = self._draw(
            "place", ("after", "after", "beside", "beside", "beside", "before", "middle", "top", "column")
        )
        own = self._own_text()
        cards = self._cards()
        h1 = self._headline()
        middle = max(1, len(own) // 2)
        if place == "middle":
            own = [*own[:middle], cards, *own[middle:]]
        inside = "".join(own)
        furniture = self._furniture()
        holder = self._draw("holder", ("article", "main", "div", "div>div", "section", "td", "body"))
        head_in = self._draw("headline_in", ("yes", "yes", "no")) == "yes"
        if place == "after":
            inside = inside + furniture + cards
        elif place == "top":
            inside = cards + inside
        text = h1 * head_in + inside
        text = text if holder == "body" else self._wrap(holder, text)
        main = h1 * (not head_in) + text + furniture * (place not in ("after",))
        if place == "beside":
            main += cards
        elif place == "before":
            main = cards + main
        elif place == "column":
            column = self._wrap("div", cards)
            main = self._wrap(
                "div", self._draw("order", (column + self._wrap("div", main), self._wrap("div", main) + column), False)
            )
        shell = self._draw("shell", ("", "div", "div>div", "table"))
        if shell == "table":
            main = f"<table><tr><td>{main}</td></tr></table>"
        elif shell:
            main = self._wrap(shell, main)
        menu = "<nav><ul><li><a href='/a'>Auto</a></li><li><a href='/b'>Moto</a></li></ul></nav>"
        return Composed(
            f'<!DOCTYPE html><html lang="{self.lang}"><head><meta charset="utf-8"><title>{self.title} - Gazette</title></head>'
            f"<body>{menu}{main}<footer><p>© Gazette</p></footer></body></html>",
            self.traits,
        )

    def _draw(self, trait: str, choices: Sequence[str], named: bool = True) -> str:
        choice = self.rng.choice(choices)
        if named:
            self.traits[trait] = choice
        return choice

    def _names(self) -> str:
        return f' class="{self.rng.choice(_WORDS)}-{self.rng.choice(_WORDS)}"' if self.rng.random() < 0.6 else ""

    def _wrap(self, path: str, inner: str, names: str | None = None) -> str:
        """The inner markup in the elements of the path, `div>p`; a role stands behind a colon."""
        for number, step in enumerate(reversed(path.split(">") if path else [])):
            tag, _, role = step.partition(":")
            more = (f' role="{role}"' if role else "") + (names if names is not None and number == 0 else "")
            inner = f"<{tag}{more}>{inner}</{tag}>"
        return inner

    def _headline(self) -> str:
        kind = self._draw("headline_as", ("h1", "h1", "h1", "h2", "header>h1"))
        return self._wrap(kind, self.title, self._names())

    def _own_text(self) -> list[str]:
        style = self._draw("own", ("p", "p", "p", "div", "br", "div>p", "section>p"))
        names = self._names()
        if style == "br":
            return ["<br><br>".join(self.body) + "<br><br>"]
        parts = [self._wrap(style, paragraph, names) for paragraph in self.body]
        if self._draw("quote", ("no", "no", "yes")) == "yes" and len(parts) > 3:
            parts[2] = self._wrap("blockquote", parts[2])
        return parts

    def _furniture(self) -> str:
        comment, share, letter, _ = _FURNITURE[self.lang]
        parts = (
            "", '<div><a href="#f">Facebook</a> <a href="#x">X</a></div>', f"<div><p>{letter}</p><form><input></form></div>",
            f"<section><h3>{comment}</h3><form><textarea></textarea></form></section>", f"<p>{share}</p>",
            "<ul><li><a href='/tag/auto'>auto</a></li><li><a href='/tag/usine'>usine</a></li></ul>", "<hr>",
        )  # fmt: skip
        return "".join(self.rng.sample(parts, self.rng.randint(0, 3)))

    def _cards(self) -> str:
        item = self._draw("item", _ITEMS)
        headline = self._draw("pair", _HEADLINES)
        teaser = self._draw("teaser", _TEASERS)
        if item == "figure":
            headline, teaser = "figcaption>strong", "figcaption>span"
            self.traits.update(pair=headline, teaser=teaser)
        if item == "p":
            headline, teaser = self._draw("pair", ("em", "i", "b", "strong", "span", "cite", "u")), "bare"
            self.traits.update(pair=headline, teaser=teaser)
        link = self._draw("link", ("none", "none", "none", "headline", "headline", "card", "more", "teaser", "image"))
        order = self._draw("order_in_card", ("headline", "headline", "headline", "headline", "teaser"))
        extra = self._draw("extra", ("", "", "date", "category"))
        names, inner_names, teaser_names = self._names(), self._names(), self._names()
        joint = self._draw("joint", ("", "<br>", " – ", " : "), False)
        cards = []
        for number, (head, text) in enumerate(self.related):
            target = f"/{self.rng.choice(_WORDS)}/{number}-{len(head)}.html"
            if link == "headline":
                head = f'<a href="{target}">{head}</a>'
            elif link == "teaser":
                text = f'<a href="{target}">{text}</a>'
            elif link == "more":
                text = f'{text} <a href="{target}">{_FURNITURE[self.lang][3]}</a>'
            head = self._wrap(headline, head, inner_names)
            text = text if teaser == "bare" else self._wrap(teaser, text, teaser_names)
            gap = ""
            if headline in ("strong", "b", "em", "i", "span") and teaser in ("bare", "span"):
                gap = joint or "<br>"
            pair = head + gap + text if order == "headline" else text + gap + head
            pair = {"date": "<span>12/03/2021</span>", "category": "<div>Actu</div>"}.get(extra, "") + pair
            if link == "image":
                pair = f'<a href="{target}"><img src="{number}.jpg" alt=""></a>{pair}'
            elif link == "card":
                pair = f'<a href="{target}">{pair}</a>'
            if not item and teaser == "bare":
                pair += "<br><br>"
            if not item and (teaser == "span" and headline in ("strong", "b", "em", "i", "span")):
                pair = self._wrap("p", pair)
            cards.append(self._wrap(item, pair, names))
        return self._contained(item, headline, "".join(cards))

    def _contained(self, item: str, headline: str, cards: str) -> str:
        if item == "li":
            cards = self._wrap(self.rng.choice(("ul", "ol")), cards, self._names())
        elif item in ("tr>td", "td"):
            cards = f"<table><tr>{cards}</tr></table>" if item == "td" else f"<table>{cards}</table>"
        elif headline == "dt":
            cards = self._wrap("dl", cards)
        heading = self._draw("heading", ("none", "none", "known", "unknown", "unknown"))
        if heading != "none":
            words = _HEADINGS[self.lang][0 if heading == "known" else self.rng.randint(1, 2)]
            cards = self._wrap(self._draw("heading_as", ("h2", "h3", "p", "div", "p>strong", "span")), words) + cards
        return self._wrap(self._draw("container", _CONTAINERS), cards, self._names())
