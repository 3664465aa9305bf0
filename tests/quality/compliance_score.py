"""Scores `facts.compliance` on labelled articles: `python -m tests.quality.compliance_score FILE…`.

A file holds one article a line: `lang`, `published`, `title`, `text`, `types` and the labelled rows in
`co2`. A labelled row is found where a read row has a similar organization and no other year. Articles
of another type are left out; in those of no type every row is false.
"""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations

FIELDS = ("outcome", "year", "target_g_km", "actual_g_km", "gap_g_km", "penalty_eur", "rule")
_FILLERS = frozenset(("le", "la", "les", "l", "de", "du", "des", "d", "au", "aux", "a", "et", "groupe")) | frozenset(
    ("the", "of", "and", "group", "der", "die", "das", "und")
)


def score(articles: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Counts of labelled and found rows, right fields, false rows and milliseconds an article."""
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    seconds = 0.0
    for article in articles:
        typed = "co2_compliance" in article["types"]
        if article["types"] and not typed:
            continue
        document = Document(article["title"], article["text"], article["lang"], article["published"])
        organizations = find_organizations(document)
        started = time.process_time()
        rows = read_compliance(document, organizations)
        if not typed:
            counts["untyped"] += 1
            counts["false"] += len(rows)
            continue
        seconds += time.process_time() - started
        counts["typed"] += 1
        for wanted in article["co2"]:
            counts["labelled"] += 1
            row = next((one for one in rows if _agrees(wanted, one)), None)
            if row:
                rows.remove(row)
                counts["found"] += 1
                right.update(name for name in FIELDS if _close(wanted[name], getattr(row, name)))
        counts["spare"] += len(rows)
    found = max(counts["found"], 1)
    return {
        **counts,
        "recall": counts["found"] / max(counts["labelled"], 1),
        "fields": {name: right[name] / found for name in FIELDS},
        "all_fields": sum(right.values()) / (found * len(FIELDS)),
        "ms": 1000 * seconds / max(counts["typed"], 1),
    }


def _agrees(wanted: dict[str, Any], row: Compliance) -> bool:
    return _similar(wanted["organization"], row.organization or "") and (
        wanted["year"] is None or row.year is None or wanted["year"] == row.year
    )


def _similar(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    common = sum((Counter(first) & Counter(second)).values())
    return common > 0 and (2 * common >= (len(first) + len(second)) / 2 or common == min(len(first), len(second)))


def _words(name: str) -> list[str]:
    plain = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    words = "".join(one if one.isalnum() else " " for one in plain).split()
    return [word for word in words if word not in _FILLERS]


def _close(wanted: object, got: object) -> bool:
    if isinstance(wanted, (int, float)) and isinstance(got, (int, float)):
        return abs(wanted - got) <= 0.005 * abs(wanted)
    return wanted == got


def main(paths: Sequence[str]) -> None:
    """Prints one line a file, and one for each set where a file names them."""
    for path in paths:
        articles = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
        for name in sorted({article.get("set", "") for article in articles}):
            result = score([article for article in articles if article.get("set", "") == name])
            print(Path(path).name, name, json.dumps(result, default=float))


if __name__ == "__main__":
    main(sys.argv[1:])
