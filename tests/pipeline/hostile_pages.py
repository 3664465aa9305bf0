"""Bad input, made on demand: everything that was seen to hang, crash or garble an extractor, and its kin.

`HOSTILE` names each with the outcomes that are right for it; `article` stands for a page that is read.
"""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import cramjam

from pipeline.page import RawPage

Outcome = str
ARTICLE = "article"
NOT_HTML, TOO_LARGE, UNDECODABLE, NO_TEXT, NOT_ARTICLE = (
    "not-html",
    "too-large",
    "undecodable",
    "no-text",
    "not-article",
)

SENTENCES = (
    "Le constructeur Valmoret a livré 48 200 véhicules neufs au premier trimestre, soit une hausse de 6,2 %.",
    "La direction attribue cette progression au succès de sa petite citadine électrique, lancée à l'automne.",
    "Les carnets de commandes couvrent désormais quatre mois de production dans l'usine de Sérignac.",
    "En Allemagne, les immatriculations du groupe reculent de 1,4 % dans un marché en léger repli.",
)
PARAGRAPHS = "".join(f"<p>{sentence} {SENTENCES[(number + 1) % 4]}</p>" for number, sentence in enumerate(SENTENCES))
BROKEN_OFF = "Une phrase assez longue pour être un texte de cette page, qui ne finit pas, la"
"""Of a teaser's length; in thousands each may open a row of teasers with those behind it."""
HEADLINE = "Valmoret : les livraisons progressent de 6,2 % au premier trimestre"


@dataclass(frozen=True)
class Hostile:
    """One bad input."""

    name: str
    make: Callable[[], RawPage]
    outcomes: frozenset[Outcome]


def page(content: str = PARAGRAPHS, *, before: str = "", after: str = "", head: str = "") -> str:
    """A small article page around the content."""
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{HEADLINE} | Le Fil</title>{head}</head>'
        f"<body>{before}<article><h1>{HEADLINE}</h1>{content}</article>{after}</body></html>"
    )


def of_bytes(body: bytes, **said: str) -> RawPage:
    return RawPage(body=body, url="https://www.lefil.example/valmoret-livraisons", **said)  # type: ignore[arg-type]


def of_text(text: str, **said: str) -> RawPage:
    return of_bytes(text.encode("utf-8"), **said)


def nested(tag: str, levels: int, *, closed: bool = True) -> RawPage:
    return of_text(page(f"<{tag}>" * levels + PARAGRAPHS + (f"</{tag}>" * levels if closed else "")))


def nested_tables(levels: int) -> RawPage:
    return of_text(page("<table><tr><td>" * levels + PARAGRAPHS + "</td></tr></table>" * levels))


def links(count: int, *, inside: bool) -> RawPage:
    row = "".join(f'<a href="/a/{number}">Une brève du jour {number}</a> ' for number in range(count))
    return of_text(page(PARAGRAPHS + row) if inside else page(after=f"<div>{row}</div>"))


def paragraphs(total_bytes: int) -> RawPage:
    return of_text(page(PARAGRAPHS * (total_bytes // len(PARAGRAPHS.encode()) + 1)))


def repeated(piece: str, count: int) -> RawPage:
    return of_text(page(PARAGRAPHS + piece * count))


def table(rows: int) -> RawPage:
    cells = "".join(f"<tr><td>Marque {n}</td><td>{n * 7} immatriculations</td></tr>" for n in range(rows))
    return of_text(page(f"{PARAGRAPHS}<table>{cells}</table>"))


def spans(columns: int) -> RawPage:
    cell = f'<td colspan="{columns}" rowspan="{columns}">Valmoret</td><td>4 800</td>'
    return of_text(page(f"{PARAGRAPHS}<table><tr>{cell}</tr><tr>{cell}</tr></table>"))


def json_ld(content: str) -> RawPage:
    return of_text(page(head=f'<script type="application/ld+json">{content}</script>'))


def teasers(count: int) -> RawPage:
    rows = "".join(
        f'<article><h2><a href="/b/{n}">Brève numéro {n} du marché</a></h2><p>Le texte de la brève {n}.</p></article>'
        for n in range(count)
    )
    return of_text(page(after=rows))


def listing() -> RawPage:
    rows = "".join(
        f'<li><h2><a href="/b/{n}">Le distributeur Armandel ouvre sa {n}e concession</a></h2>'
        f"<p>Le groupe poursuit son maillage du territoire…</p></li>"
        for n in range(2, 32)
    )
    body = f"<h1>Distribution</h1><ul>{rows}</ul><p><a href='?page=2'>Page suivante</a></p>"
    return of_text(f'<html lang="fr"><head><title>Distribution | Le Fil</title></head><body>{body}</body></html>')


def consent_wall() -> RawPage:
    words = (
        "<h1>Nous respectons votre vie privée</h1><p>Nos partenaires et nous utilisons des cookies et des traceurs pour"
        " stocker des données personnelles. Votre consentement peut être retiré à tout moment. Certains de nos"
        " partenaires s'appuient sur leur intérêt légitime.</p><p>Vos choix s'appliquent à ce site. Vous pouvez"
        " paramétrer les cookies par finalités ou consulter notre politique de confidentialité.</p>"
        "<button>Tout accepter</button><button>Continuer sans accepter</button>"
    )
    return of_text(f'<html lang="fr"><head><title>Le Fil</title></head><body><div>{words}</div></body></html>')


def soft_404() -> RawPage:
    words = (
        "<h1>Page introuvable</h1><p>La page que vous recherchez n'existe plus ou a été déplacée.</p>"
        "<p>Vous pouvez revenir à l'accueil ou utiliser la recherche.</p>"
    )
    return of_text(f"<html lang='fr'><head><title>Page introuvable | Le Fil</title></head><body>{words}</body></html>")


def login_wall() -> RawPage:
    words = (
        "<h1>Connectez-vous</h1><p>Cet article est réservé aux abonnés. Déjà abonné ?"
        " Connectez-vous pour lire la suite.</p>"
        "<p>Abonnez-vous sans engagement et profitez d'un accès illimité à tous nos articles.</p>"
        "<form><input name=mail><a href='/oubli'>Mot de passe oublié ?</a></form>"
    )
    return of_text(f"<html lang='fr'><head><title>Connexion | Le Fil</title></head><body>{words}</body></html>")


def robot_guard() -> RawPage:
    words = "<h1>Just a moment...</h1><p>Checking your browser. Please enable JavaScript and verify you are human.</p>"
    return of_text(f"<html><head><title>Just a moment...</title></head><body>{words}</body></html>")


def feed() -> RawPage:
    items = "".join(f"<item><title>Brève {n}</title><link>https://lefil.example/{n}</link></item>" for n in range(20))
    return of_text(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Le Fil</title>{items}</channel></rss>')


def atom() -> RawPage:
    entry = "<entry><title>Brève</title><content type='html'>&lt;p&gt;Le texte.&lt;/p&gt;</content></entry>"
    return of_text(
        f'<?xml version="1.0"?>\n<!-- feed -->\n<feed xmlns="http://www.w3.org/2005/Atom">{entry * 9}</feed>'
    )


def billion_laughs() -> RawPage:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return of_text(f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{entities}]>{page()}&l9;')


def random_bytes(count: int) -> bytes:
    return random.Random(7).randbytes(count)


def deep_json(levels: int) -> str:
    return '{"@graph":' * levels + "1" + "}" * levels


def _hostile(name: str, make: Callable[[], RawPage], *outcomes: Outcome) -> Hostile:
    return Hostile(name, make, frozenset(outcomes))


def _bomb(size: int) -> bytes:
    return gzip.compress(b"<p>" + b"a" * size, compresslevel=1)


def _structure() -> Iterable[Hostile]:
    yield _hostile("300 nested div", lambda: nested("div", 300), ARTICLE)
    yield _hostile("2,000 nested div", lambda: nested("div", 2_000), TOO_LARGE)
    yield _hostile("30,000 nested div", lambda: nested("div", 30_000), TOO_LARGE)
    yield _hostile("100,000 nested div", lambda: nested("div", 100_000), TOO_LARGE)
    yield _hostile("480 nested div", lambda: nested("div", 480), ARTICLE)
    yield _hostile("160 nested tables", lambda: nested_tables(160), ARTICLE, TOO_LARGE)
    yield _hostile("5,000 b left open", lambda: nested("b", 5_000, closed=False), ARTICLE)
    yield _hostile("5,000 font left open", lambda: nested("font", 5_000, closed=False), ARTICLE)
    yield _hostile("24,000 a left open", lambda: nested("a", 24_000, closed=False), ARTICLE, NO_TEXT)
    yield _hostile("100,000 p left open", lambda: repeated("<p>", 100_000), TOO_LARGE)
    yield _hostile("2,900 p left open", lambda: repeated("<p>brève", 2_900), ARTICLE)
    yield _hostile("24,000 li left open", lambda: repeated("<li>brève", 24_000), ARTICLE)
    yield _hostile("20 MB of paragraphs", lambda: paragraphs(20_000_000), TOO_LARGE)
    yield _hostile("4.9 MB of paragraphs", lambda: paragraphs(4_900_000), TOO_LARGE)
    yield _hostile("900 KB of paragraphs", lambda: paragraphs(600_000), ARTICLE)
    yield _hostile("100,000 links beside", lambda: links(100_000, inside=False), TOO_LARGE)
    yield _hostile("100,000 links inside", lambda: links(100_000, inside=True), TOO_LARGE)
    yield _hostile("24,000 links beside", lambda: links(24_000, inside=False), ARTICLE)
    yield _hostile("24,000 links inside", lambda: links(24_000, inside=True), ARTICLE)
    yield _hostile("50,000 short p", lambda: repeated("<p>brève</p>", 50_000), TOO_LARGE)
    yield _hostile("2,900 short p", lambda: repeated("<p>brève</p>", 2_900), ARTICLE)
    yield _hostile("24,000 short div", lambda: repeated("<div>brève</div>", 24_000), ARTICLE)
    yield _hostile("700 sentences with every fact", lambda: of_text(page(PARAGRAPHS + _facts(700))), ARTICLE)
    yield _hostile("8,000 texts that break off", lambda: repeated(f"<div>{BROKEN_OFF}</div>", 8_000), ARTICLE)
    yield _hostile("24,000 br lines", lambda: repeated("brève<br>", 24_000), ARTICLE)
    yield _hostile("30,000-row table", lambda: table(30_000), TOO_LARGE)
    yield _hostile("8,000-row table", lambda: table(8_000), ARTICLE)
    yield _hostile("spans of a million", lambda: spans(1_000_000), ARTICLE)
    yield _hostile("2,000 teasers as articles", lambda: teasers(2_000), ARTICLE)
    yield _hostile("50,000 meta", lambda: of_text(page(head='<meta name="a" content="b">' * 50_000)), TOO_LARGE)
    yield _hostile("24,000 meta", lambda: of_text(page(head='<meta name="author" content="b">' * 24_000)), ARTICLE)
    yield _hostile("cut in a tag", lambda: of_text(page()[:-40] + '<p class="lead'), ARTICLE)
    yield _hostile("frameset", lambda: of_text("<html><frameset cols=1,2><frame src=a></frameset></html>"), NO_TEXT)
    broken = f"{PARAGRAPHS}<ul><li>Texte<li><itemprop=author a href=b>Paul Brunet</a></ul>"
    yield _hostile("attributes as elements", lambda: of_text(page(broken)), ARTICLE)
    yield _hostile("only brackets", lambda: of_text("<p>" + "<" * 1_000_000), NO_TEXT, ARTICLE, TOO_LARGE)
    yield _hostile("only closing tags", lambda: of_text(page(PARAGRAPHS + "</div>" * 200_000)), ARTICLE)


def _mass() -> Iterable[Hostile]:
    yield _hostile("appointments by the hundred", lambda: of_text(page(_appointments(450))), ARTICLE)
    yield _hostile("texts that break off by the thousand", lambda: of_text(page(_broken_off(10_000))), ARTICLE)
    giant = "x" * 4_500_000
    yield _hostile("4.5 MB class", lambda: of_text(page(f'<div class="{giant}">{PARAGRAPHS}</div>')), ARTICLE)
    yield _hostile("4.5 MB data attribute", lambda: of_text(page(f'<div data-x="{giant}">{PARAGRAPHS}</div>')), ARTICLE)
    yield _hostile("12 MB attribute", lambda: of_text(page(f'<div data-x="{giant * 3}">{PARAGRAPHS}</div>')), TOO_LARGE)
    yield _hostile(
        "10,000 attributes", lambda: of_text(page(f"<div {_attributes(10_000)}>{PARAGRAPHS}</div>")), ARTICLE
    )
    yield _hostile("4.5 MB script", lambda: of_text(page(head=f"<script>{giant}</script>")), ARTICLE)
    yield _hostile("10 MB text node", lambda: of_text(page(f"<p>{'mot ' * 2_500_000}</p>")), TOO_LARGE)
    yield _hostile("4 MB text node", lambda: of_text(page(f"<p>{'mot ' * 1_000_000}</p>")), TOO_LARGE)
    yield _hostile("900 KB text node", lambda: of_text(page(f"<p>{'mot ' * 225_000}</p>")), ARTICLE)
    yield _hostile("900 KB word", lambda: of_text(page(f"{PARAGRAPHS}<p>{'x' * 900_000}</p>")), ARTICLE)
    yield _hostile("900 KB of digits", lambda: of_text(page(f"{PARAGRAPHS}<p>{'2020' * 225_000}</p>")), ARTICLE)
    yield _hostile("900 KB of spaces", lambda: of_text(page(f"{PARAGRAPHS}<p>{' ' * 900_000}</p>")), ARTICLE)
    yield _hostile("900 KB of full stops", lambda: of_text(page(f"{PARAGRAPHS}<p>{'. ' * 450_000}</p>")), ARTICLE)
    yield _hostile("entity flood", lambda: of_text(page(f"{PARAGRAPHS}<p>{'&amp;' * 900_000}</p>")), ARTICLE)
    yield _hostile("broken entity flood", lambda: of_text(page(f"{PARAGRAPHS}<p>{'&foo' * 200_000}</p>")), ARTICLE)
    yield _hostile("billion laughs", billion_laughs, ARTICLE)
    yield _hostile("JSON-LD 100,000 deep", lambda: json_ld(deep_json(100_000)), ARTICLE)
    yield _hostile("JSON-LD 900 deep", lambda: json_ld(deep_json(900)), ARTICLE)
    body = "mot " * 1_100_000
    yield _hostile("JSON-LD of 4.4 MB", lambda: json_ld(f'{{"@type":"Article","articleBody":"{body}"}}'), ARTICLE)
    broken = '{"@type":"Article","headline":"' + '{"a":"b",' * 150_000
    yield _hostile("broken JSON-LD of 1.4 MB", lambda: json_ld(broken), ARTICLE)
    lists = f'{{"@type":"NewsArticle","headline":["{HEADLINE}","B"],"author":[null,1,{{"name":["Anne Roy"]}}]}}'
    yield _hostile("JSON-LD of wrong kinds", lambda: json_ld(lists), ARTICLE)
    yield _hostile("JSON-LD of 300,000 objects", lambda: json_ld("[" + '{"@type":"A"},' * 300_000 + "1]"), ARTICLE)
    yield _hostile("JSON-LD of spaces", lambda: json_ld('{"author":' + " " * 1_500_000), ARTICLE)
    yield _hostile("giant headline", lambda: of_text(page().replace(HEADLINE, "mot " * 100_000)), ARTICLE)
    yield _hostile("giant title", lambda: of_text(f"<title>{'a - b | ' * 100_000}</title><p>{PARAGRAPHS}"), ARTICLE)
    yield _hostile(
        "date flood", lambda: of_text(page(f"<p>{'11/07/2024 12 mai 2020 ' * 35_000}</p>")), ARTICLE, NOT_ARTICLE
    )


def _bytes() -> Iterable[Hostile]:
    yield _hostile("empty", lambda: of_bytes(b""), NO_TEXT)
    yield _hostile("blank", lambda: of_bytes(b" \r\n\t" * 100), NO_TEXT)
    yield _hostile("byte order mark alone", lambda: of_bytes(b"\xef\xbb\xbf"), NO_TEXT)
    yield _hostile("plain text", lambda: of_text("\n".join(SENTENCES)), NOT_HTML)
    yield _hostile("JSON", lambda: of_text('{"titre": "<p>x</p>", "liste": [1, 2]}'), NOT_HTML)
    yield _hostile("PDF", lambda: of_bytes(b"%PDF-1.7\n%\xe2\xe3\n" + random_bytes(50_000)), NOT_HTML)
    yield _hostile("JPEG", lambda: of_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + random_bytes(9_000)), NOT_HTML)
    yield _hostile("ZIP", lambda: of_bytes(b"PK\x03\x04" + random_bytes(9_000)), NOT_HTML)
    yield _hostile("1 MB of random bytes", lambda: of_bytes(random_bytes(1_000_000)), NOT_HTML, UNDECODABLE)
    yield _hostile("RSS", feed, NOT_HTML)
    yield _hostile("Atom", atom, NOT_HTML)
    yield _hostile("gzip bomb of 200 MB", lambda: of_bytes(_bomb(200_000_000), content_encoding="gzip"), TOO_LARGE)
    yield _hostile("unlabelled gzip bomb", lambda: of_bytes(_bomb(50_000_000)), TOO_LARGE)
    yield _hostile("gzip in gzip bomb", lambda: of_bytes(gzip.compress(_bomb(50_000_000))), TOO_LARGE)
    yield _hostile("gzip eight times", lambda: of_bytes(_layers(page().encode(), 8)), UNDECODABLE)
    big = b"<p>" + b"a" * 50_000_000
    yield _hostile(
        "brotli bomb", lambda: of_bytes(bytes(cramjam.brotli.compress(big, 1)), content_encoding="br"), TOO_LARGE
    )
    yield _hostile("zstd bomb", lambda: of_bytes(bytes(cramjam.zstd.compress(big)), content_encoding="zstd"), TOO_LARGE)
    yield _hostile("deflate bomb", lambda: of_bytes(zlib.compress(big), content_encoding="deflate"), TOO_LARGE)
    yield _hostile("cut gzip", lambda: of_bytes(gzip.compress(page().encode())[:-60]), UNDECODABLE)
    yield _hostile("UTF-16 with mark", lambda: of_bytes(page().encode("utf-16")), ARTICLE)
    yield _hostile("UTF-16 without mark", lambda: of_bytes(page().encode("utf-16-be")), ARTICLE)
    yield _hostile("NULs", lambda: of_text(page().replace("constructeur", "cons\0truc\0teur")), ARTICLE)
    yield _hostile("control characters", lambda: of_text(page().replace("a", "a\x01\x7f")), ARTICLE, NOT_HTML)
    yield _hostile("lone surrogate", lambda: RawPage(body=b"", text=page().replace("livré", "li\ud83dvré")), ARTICLE)
    yield _hostile(
        "XML declaration in characters", lambda: RawPage(body=b"", text=f"<?xml version='1.0'?>{page()}"), ARTICLE
    )
    yield _hostile("letters lost before", lambda: of_text(page().replace("é", "\ufffd") * 3), UNDECODABLE)


def _kinds() -> Iterable[Hostile]:
    yield _hostile("listing", listing, NOT_ARTICLE, NO_TEXT)
    yield _hostile("consent wall", consent_wall, NOT_ARTICLE)
    yield _hostile("soft 404", soft_404, NOT_ARTICLE)
    yield _hostile("login wall", login_wall, NOT_ARTICLE)
    yield _hostile("robot guard", robot_guard, NOT_ARTICLE)
    yield _hostile(
        "menu alone", lambda: of_text(page("<ul><li><a href=a>Accueil</a><li><a href=b>Marchés</a></ul>")), NO_TEXT
    )


def _appointments(count: int) -> str:
    chance = random.Random(1)

    def name() -> str:
        return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(3)).capitalize()

    return "".join(
        f"<p>Anne {name()} est nommée directrice {name().lower()} de {name()} à compter du {number % 28 + 1} mars.</p>"
        for number in range(count)
    )


def _facts(count: int) -> str:
    return "".join(
        f"<div>Anne Vallier{n} est nommée directrice de Renault en mars 2024, et 12 {n:03d} voitures ont été vendues en"
        " France, soit +3 %, à 95 g de CO2.</div>"
        for n in range(count)
    )


def _broken_off(count: int) -> str:
    items = (f"<li><b>Un titre de quatre mots {n}</b> une phrase qui ne finit pas...</li>" for n in range(count))
    own = "".join(
        f"<p>Le constructeur a livré {n}8 200 véhicules à ses clients, qui attendaient depuis mai.</p>"
        for n in range(4)
    )
    return f"{own}<ul>{''.join(items)}</ul>"


def _attributes(count: int) -> str:
    return " ".join(f'data-{number}="{number}"' for number in range(count))


def _layers(body: bytes, count: int) -> bytes:
    for _ in range(count):
        body = gzip.compress(body)
    return body


HOSTILE: tuple[Hostile, ...] = (*_structure(), *_mass(), *_bytes(), *_kinds())
