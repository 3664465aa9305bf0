"""Feeds mutated pages to the pipeline for a given time and keeps every input that broke a promise.

    python tools/fuzz_pages.py --minutes 10 --findings findings/ [PAGE.html …]

The promises: a page ends as an article or as a PageRejectedError, within the time limit, and an article's
spans, dates and language are what the schema says. Seeds are the project's own hostile and sample pages
and any given on the command line; each round cuts, repeats, swaps and splices pieces of them.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a script from a checkout

from pipeline.outcomes import PageRejectedError  # noqa: E402
from pipeline.page import RawPage  # noqa: E402
from pipeline.process import process  # noqa: E402
from tests.pipeline.hostile_pages import HOSTILE, page  # noqa: E402

NOW = datetime(2024, 1, 1, tzinfo=timezone.utc)
MAX_SEED_BYTES = 60_000
TOKENS = [
    *(b"<p>", b"</p>", b"<div>", b"</div>", b"<table><tr><td>", b"<td colspan=99999>", b"<!--", b"-->", b"<![CDATA["),
    *(
        b"<script>",
        b"</script>",
        b"<h1>",
        b"<a href=",
        b"</a>",
        b"<br>",
        b"<li>",
        b"<svg>",
        b"<template>",
        b"<base href=x>",
    ),
    *(
        b"&",
        b"&#x110000;",
        b"&#0;",
        b"&nbsp;",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"\xe2\x80",
        b"\xed\xa0\x80",
    ),
    *(b"\x1f\x8b\x08", b'<meta charset="utf-16">', b'<meta charset="utf-7">', b'<meta charset="x">', b"\x81", b"\x9d"),
    *(
        b'<script type="application/ld+json">{"@type":"NewsArticle","headline":[',
        b'"author":{"name":[[[',
        b'"datePublished":"',
    ),
    *(
        b"99/99/9999",
        b"30 f\xc3\xa9vrier 2021",
        b"Par ",
        b"|",
        b" | ",
        b"\n" * 50,
        b" " * 500,
        b"(" * 200,
        b"a" * 5_000,
    ),
    *(
        b"<time datetime=",
        b"itemprop=author ",
        b"lang=zz ",
        b"http://[::1",
        b"content=",
        b"<title>",
        b"</title>",
        b"<html",
    ),
]
CHARSETS = [None, "text/html", "text/html; charset=utf-8", "text/html; charset=iso-8859-1", "text/html; charset=utf-7"]
ENCODINGS = [None, None, None, None, "gzip", "br", "zstd", "deflate", "gzip, br"]
ADDRESSES = [None, "https://lefil.example/2024/02/30/a", "http://[", "https://lefil.example/", "not an address"]


def main() -> int:
    """Runs until the time is up; the exit code is 1 where something was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--findings", type=Path, default=Path("findings"))
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--time-limit", type=float, default=5.0, help="seconds a page may take")
    options.add_argument("pages", nargs="*", type=Path)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    seeds = seed_pages(chosen.pages)
    signal.signal(signal.SIGALRM, _too_slow)
    outcomes: Counter[str] = Counter()
    found: dict[str, Path] = {}
    slowest = 0.0
    end = time.monotonic() + chosen.minutes * 60
    while time.monotonic() < end:
        body = mutated(chance, chance.choice(seeds), seeds)
        raw = addressed(chance, body)
        begun = time.process_time()
        outcome, trace = outcome_of(raw, chosen.time_limit)
        slowest = max(slowest, time.process_time() - begun)
        outcomes[outcome] += 1
        if trace and (place := _place(trace)) not in found:
            found[place] = _keep(chosen.findings, raw, trace)
            print(f"found: {place} -> {found[place]}", flush=True)
    total = sum(outcomes.values())
    print(f"{total} pages, slowest {slowest:.2f} s of CPU, {len(found)} findings: {dict(outcomes.most_common())}")
    return 1 if found else 0


class SlowPageError(Exception):
    """A page took longer than it may."""


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise SlowPageError


def seed_pages(pages: list[Path]) -> list[bytes]:
    """The given pages, the samples and the hostile pages."""
    seeds = [path.read_bytes() for path in pages]
    seeds += [path.read_bytes() for path in sorted((ROOT / "samples").glob("**/*.html"))]
    for hostile in HOSTILE:
        raw = hostile.make()
        body = raw.body or (raw.text or "").encode("utf-8", "surrogatepass")
        if len(body) <= MAX_SEED_BYTES:
            seeds.append(body)
    return [*seeds, page().encode()]


def addressed(chance: random.Random, body: bytes) -> RawPage:
    """The page with an address and declarations drawn by chance."""
    raw = RawPage(
        body=body,
        url=chance.choice(ADDRESSES),
        content_type=chance.choice(CHARSETS),
        content_encoding=chance.choice(ENCODINGS),
    )
    if chance.random() < 0.2:
        return RawPage(body=b"", url=raw.url, text=body.decode("utf-8", "surrogateescape"))
    return raw


def mutated(chance: random.Random, page: bytes, seeds: list[bytes]) -> bytes:
    """The page with pieces cut, repeated, swapped, and spliced in from other seeds."""
    body = bytearray(page[:MAX_SEED_BYTES])
    for _ in range(chance.choice((1, 1, 2, 4, 8, 30))):
        start = chance.randrange(len(body) + 1)
        end = min(len(body), start + chance.choice((1, 5, 50, 500, 5_000)))
        way = chance.randrange(7)
        if way == 0:
            del body[start:end]
        elif way == 1:
            body[start:start] = chance.choice(TOKENS)
        elif way == 2:
            body[start:start] = bytes(body[start:end]) * chance.choice((2, 20, 300))
        elif way == 3:
            other = chance.choice(seeds)
            cut = chance.randrange(len(other) + 1)
            body[start:end] = other[cut : cut + chance.choice((20, 200, 5_000))]
        elif way == 4 and start < len(body):
            body[start] = chance.randrange(256)
        elif way == 5:
            body[start:start] = chance.choice(TOKENS) * chance.choice((10, 300, 3_000))
        else:
            tags = list(re.finditer(rb"<[^<>]{1,80}>", body[:20_000]))
            if tags:
                tag = chance.choice(tags)
                body[start:start] = tag[0] * chance.choice((1, 10, 500))
        del body[2_000_000:]
    return bytes(body)


def outcome_of(raw: RawPage, time_limit: float) -> tuple[str, str | None]:
    """How the page ended, and the traceback where a promise was broken."""
    signal.setitimer(signal.ITIMER_REAL, time_limit * 3)  # wall time, on a machine that does other things
    begun = time.process_time()
    try:
        article = process(raw, now=NOW, clock=time.perf_counter)
        _check(article.text, article.published, article.language, article.headline)
    except PageRejectedError as rejection:
        return rejection.outcome.value, None
    except Exception as error:
        return type(error).__name__, traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if time.process_time() - begun > time_limit:
        return "slow", f'File "slow", line {len(raw.body) // 10_000}'
    return "article", None


def _check(text: str, published: str | None, language: str | None, headline: str | None) -> None:
    for words in (text, headline or ""):
        words.encode("utf-8")
        assert "\x00" not in words
    assert published is None or re.fullmatch(r"\d{4}-\d\d-\d\d", published)
    assert language is None or re.fullmatch(r"[a-z]{2}", language)
    assert headline is None or headline.strip()


def _place(trace: str) -> str:
    """The innermost line of the pipeline's own code, which tells findings apart."""
    lines = re.findall(r'File "([^"]+)", line (\d+)', trace)
    own = [f"{Path(file).name}:{line}" for file, line in lines if "pipeline" in file] or [
        f"{lines[-1][0]}:{lines[-1][1]}"
    ]
    return own[-1]


def _keep(folder: Path, raw: RawPage, trace: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    body = raw.body or (raw.text or "").encode("utf-8", "surrogatepass")
    path = folder / f"{hashlib.sha256(body).hexdigest()[:12]}.bin"
    path.write_bytes(body)
    said = f"{raw.url=} {raw.content_type=} {raw.content_encoding=} {raw.text is not None=}"
    path.with_suffix(".txt").write_text(f"{said}\n\n{trace}", encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
