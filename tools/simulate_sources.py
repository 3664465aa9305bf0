"""How often healthy sources are called quiet or drifting: 100 days of made-up traffic, told by its seed.

python -m tools.simulate_sources [--days 100] [--sources 40] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter

from agents.sources import DAY, PageSeen, Source

HOUR = 3600.0
SHORTEST = HOUR


def simulate(days: int, sources: int, seed: int) -> tuple[Counter[str], int, int]:
    """False alarms by kind, pages and source-days."""
    chance = random.Random(seed)
    alarms: Counter[str] = Counter()
    pages = 0
    for number in range(sources):
        source = Source(f"source-{number}")
        a_day = chance.choice([3, 8, 20, 60, 200])
        weekend = chance.choice([0.0, 0.2, 1.0])
        no_article, undated, untyped = chance.uniform(0, 0.3), chance.uniform(0, 0.2), chance.uniform(0.2, 0.95)
        briefs, level, spread = chance.uniform(0, 0.5), chance.uniform(6.5, 8.5), chance.uniform(0.2, 0.8)
        now = 19_000 * DAY
        end = now + days * DAY
        was_drifting = False
        while now < end:
            now += chance.expovariate(a_day / (14 * HOUR))
            hour = now % DAY / HOUR
            share = weekend if int(now // DAY) % 7 in (2, 3) else 1.0
            if not 7 <= hour < 21 or chance.random() >= share:
                continue
            alarms["quiet"] += source.check_silence(now, SHORTEST)
            pages += 1
            if chance.random() < no_article:
                page = PageSeen("not-article", now)
            else:
                mean = level - 1.5 if chance.random() < briefs else level
                name = "other" if chance.random() < untyped else "enriched"
                length = int(2.718281828 ** chance.gauss(mean, spread))
                page = PageSeen(name, now, "id", None, length, chance.random() >= undated)
            source.add(page)
            is_drifting = bool(source.drifting)
            if is_drifting and not was_drifting:
                alarms.update(f"drifting: {what}" for what in source.drifting)
            was_drifting = is_drifting
    return alarms, pages, days * sources


def main() -> None:
    """Prints the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=100)
    parser.add_argument("--sources", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    alarms, pages, source_days = simulate(given.days, given.sources, given.seed)
    print(f"{given.sources} healthy sources, {given.days} days, {pages:,} pages")
    for kind, count in sorted(alarms.items()):
        print(f"  {kind}: {count} false alarms")
    total = sum(alarms.values())
    print(f"false alarms in all: {total}, one in {source_days / total if total else source_days:,.0f} source-days")


if __name__ == "__main__":
    main()
