"""Pages to send, each its own, and what came of them, read as a program outside the containers would."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer

from deploy.verification.machine import VerificationFailedError

PAGE = """<!doctype html><html lang="fr"><head><title>Ventes {number} : la marque Vélodor progresse</title></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Ventes {number} : la marque Vélodor progresse</h1>
<p>La marque Vélodor a livré {sold} voitures en France en {year}, soit une hausse de 4 % par rapport à l'année
précédente.</p>
<p>Le constructeur explique ce résultat par le succès de sa citadine, dont la production a commencé à l'automne dans son
usine du Nord, et par un réseau de distribution élargi à vingt nouvelles concessions.</p>
<p>Pour l'année suivante, la direction prévoit une croissance plus lente et un deuxième modèle, présenté au
printemps.</p></article><footer>Mentions légales</footer></body></html>"""


@dataclass(frozen=True, slots=True)
class Received:
    """What stands in the outcomes and articles topics."""

    outcomes: Counter[str]
    pages: frozenset[str]
    """URLs that have an outcome."""
    articles: frozenset[str]
    """URLs that have an article."""


def page_lines(begin: int, count: int) -> tuple[str, set[str]]:
    """Pages as `rotative send -` reads them, and their URLs."""
    lines, urls = [], set()
    for number in range(begin, begin + count):
        url = f"https://presse.example/ventes/{number}"
        html = PAGE.format(number=number, sold=10_000 + number, year=2000 + number % 25)
        lines.append(json.dumps({"id": f"page-{number}", "url": url, "html": html}))
        urls.add(url)
    return "\n".join(lines) + "\n", urls


def wait_for(bootstrap: str, urls: set[str], *, patience: float) -> Received:
    """Reads both topics from their beginning until every page has its outcome and its article.

    A busy machine may take its time; `patience` is how many seconds may pass without anything new.
    """
    return asyncio.run(_wait_for(bootstrap, urls, patience))


async def _wait_for(bootstrap: str, urls: set[str], patience: float) -> Received:
    outcomes: Counter[str] = Counter()
    pages: set[str] = set()
    articles: set[str] = set()
    consumer = AIOKafkaConsumer(
        "news.outcomes", "news.articles", bootstrap_servers=bootstrap, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        deadline = time.monotonic() + patience
        while not (urls <= pages and urls <= articles):
            if time.monotonic() > deadline:
                raise VerificationFailedError(
                    f"{len(urls - pages)} of {len(urls)} pages have no outcome and {len(urls - articles)} no article, "
                    f"and nothing came for {patience:.0f} s; outcomes: {dict(outcomes)}"
                )
            for records in (await consumer.getmany(timeout_ms=500)).values():
                deadline = time.monotonic() + patience
                for record in records:
                    message = json.loads(record.value)
                    if record.topic == "news.outcomes":
                        outcomes[message["outcome"]] += 1
                        pages.add(message["url"])
                    else:
                        articles.add(message["url"])
    finally:
        await consumer.stop()
    return Received(outcomes=outcomes, pages=frozenset(pages), articles=frozenset(articles))
