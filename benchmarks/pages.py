"""Pages to measure with: real ones from files, or pages made in the sizes and proportions of real ones.

Made pages are for everyone to run; figures to quote come from real ones. What a press page
weighs is scripts, menus and cards; the article is a small part of it.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

SMALLEST, LARGEST = 30_000, 300_000  # bytes; most press pages lie between

SENTENCES = (
    "Le groupe {company} a nommé {person} directrice commerciale de sa filiale française à compter du 1er mars.",
    "Elle succède à {person}, qui quitte l'entreprise après onze ans passés au comité de direction.",
    "Les immatriculations de voitures particulières ont progressé de {percent} % en avril, à {count} unités.",
    "{company} détient {percent} % du marché avec {count} livraisons depuis le début de l'année.",
    "Ses émissions moyennes s'établissent à {grams} g de CO2 par kilomètre, contre {grams} g un an plus tôt.",
    "« Nous avons investi dans l'atelier et dans la formation de nos équipes », explique {person}.",
    "La concession emploie une quarantaine de personnes et a ouvert un second point de vente l'an dernier.",
    "Le constructeur précise que la production du nouveau modèle électrique commencera à l'automne.",
    "Analysts expect {company} to deliver {count} cars in the quarter, {percent} percent more than a year ago.",
    "Der Absatz stieg im Mai um {percent} Prozent auf {count} Fahrzeuge, teilte {company} mit.",
)
PLAIN_SENTENCES = (
    "L'atelier reste ouvert le samedi et les clients peuvent y déposer leur véhicule avant huit heures.",
    "La réunion s'est tenue dans une salle comble, devant des distributeurs venus de toute la région.",
    "Le chantier a pris du retard, mais la nouvelle façade respecte enfin les normes de la marque.",
    "Reste à savoir comment les réseaux s'adapteront à des habitudes d'achat qui changent vite.",
    "Les pièces de réemploi trouvent peu à peu leur place dans les devis des carrossiers.",
    "Dans les allées du salon, les conversations tournaient surtout autour des délais de livraison.",
    "The workshop will keep its present name, and nothing changes for customers who have a contract.",
    "Die Werkstatt bleibt während des Umbaus geöffnet, und die Kunden werden einzeln benachrichtigt.",
)
FACTS_SHARE = 0.12  # of the sentences; the others tell no fact that the line reads
COMPANIES = ("Renault", "Stellantis", "Volkswagen", "Toyota", "Hyundai", "Groupe Vauclair", "Autos Belmonte")
GIVEN = ("Claire", "Marc", "Anne", "Pierre", "Sofia", "Thomas", "Elena", "Karl")
FAMILY = ("Dumas", "Lefort", "Morin", "Garnaud", "Weiler", "Bianchetti", "Ostrava", "Perrichon")


@dataclass(frozen=True, slots=True)
class BenchmarkPage:
    """One page as it would come from a crawler."""

    url: str
    body: bytes


def load_pages(paths: Sequence[Path], limit: int) -> list[BenchmarkPage]:
    """Pages of JSON lines with `url` and `html`, spread evenly over the files' whole lengths.

    Raises:
        ValueError: the files hold no page.
    """
    found: list[BenchmarkPage] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            found += [
                BenchmarkPage(record["url"] or "", record["html"].encode("utf-8", "replace"))
                for record in map(json.loads, lines)
            ]
    if not found:
        raise ValueError("no pages in " + ", ".join(map(str, paths)))
    step = max(1.0, len(found) / limit)
    return [found[int(number * step)] for number in range(min(limit, len(found)))]


def make_pages(count: int, seed: int = 20) -> list[BenchmarkPage]:
    """Pages of 30 to 300 kB, the same for the same seed; sizes lie as real ones do, most of them small."""
    chance = random.Random(seed)
    return [_make(number, chance) for number in range(count)]


def _make(number: int, chance: random.Random) -> BenchmarkPage:
    size = int(SMALLEST * (LARGEST / SMALLEST) ** chance.random())
    headline = _sentence(chance)
    url = f"https://www.presse-auto.example/actualites/{number}-article.html"
    paragraphs = "".join(
        f"<p>{' '.join(_sentence(chance) for _ in range(chance.randint(2, 6)))}</p>"
        for _ in range(chance.randint(5, 20))
    )
    menu = "".join(f'<li class="menu-item"><a href="/rubrique/{i}">Rubrique {i}</a></li>' for i in range(size // 1000))
    cards = "".join(_card(i, chance) for i in range(size // 3000))
    stated = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": headline,
            "datePublished": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}T08:30:00+01:00",
            "author": {"@type": "Person", "name": _person(chance)},
        }
    )
    head = (
        f'<html lang="fr"><head><meta charset="utf-8"><title>{escape(headline)} | Presse Auto</title>'
        f'<link rel="canonical" href="{url}"><meta property="og:title" content="{escape(headline)}">'
        f'<script type="application/ld+json">{stated}</script>'
    )
    body = (
        f'<body><header><nav><ul>{menu}</ul></nav></header><main><article class="article"><h1>{escape(headline)}</h1>'
        f'<p class="chapo">{_sentence(chance)}</p><div class="article-body">{paragraphs}</div></article>'
        f'<aside class="related">{cards}</aside></main><footer><ul>{menu}</ul><p>Mentions légales</p></footer>'
    )
    # The rest of a real page's weight: state of scripts, style sheets.
    rest = max(0, size - len(head) - len(body))
    state = json.dumps([{"id": i, "slug": f"module-{i}", "visible": True} for i in range(rest // 2 // 48)])
    style = "".join(f".c{i}{{margin:0 {i % 9}px;color:#{i % 999:03}}}" for i in range(rest // 2 // 28))
    page = (
        f"<!doctype html>{head}<style>{style}</style></head>{body}<script>window.state={state}</script></body></html>"
    )
    return BenchmarkPage(url, page.encode())


def _card(number: int, chance: random.Random) -> str:
    return (
        f'<div class="card"><a href="/actualites/autre-{number}.html"><img src="/images/{number}.jpg" alt="">'
        f'<span class="card-title">{_sentence(chance)}</span></a><time datetime="2024-02-0{number % 9 + 1}">'
        f'0{number % 9 + 1}/02/2024</time><div class="tags"><span>marché</span><span>réseau</span></div></div>'
    )


def _sentence(chance: random.Random) -> str:
    chosen = SENTENCES if chance.random() < FACTS_SHARE else PLAIN_SENTENCES
    return chance.choice(chosen).format(
        company=chance.choice(COMPANIES),
        person=_person(chance),
        percent=f"{chance.uniform(0.5, 30):.1f}".replace(".", ","),
        count=f"{chance.randint(1, 90)} {chance.randint(100, 999)}",
        grams=chance.randint(85, 130),
    )


def _person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
