"""How long the facts of an article of their type take, on one core.

    python -m benchmarks.facts [FILE.jsonl...]

The articles are the project's own labelled ones, or those of the files given: an article a line,
with `title`, `text`, `lang`, `published` and `types`. Sentences, organizations and people are found
before: the whole line finds them for every article.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from pipeline.document import Document
from pipeline.facts.compliance import ComplianceReader
from pipeline.facts.figures import read_figures
from pipeline.facts.moves import read_moves
from pipeline.facts.people import PersonMention, find_people
from pipeline.organizations.find import find_organizations
from pipeline.organizations.mention import OrganizationMention

OWN = sorted((Path(__file__).parents[1] / "tests" / "quality").glob("*.jsonl"))
ROUNDS = 6
LIMIT_MS = 5.0

Prepared = tuple[Document, list[OrganizationMention], list[PersonMention]]
READERS: dict[str, Callable[[Prepared], object]] = {
    "appointment": lambda one: read_moves(*one, about_moves=True),
    "sales_figures": lambda one: read_figures(one[0], one[1]),
    "co2_compliance": lambda one: ComplianceReader(*one).read(about_targets=True),
}


def main(files: Sequence[Path]) -> int:
    """Print the best round of each type, as timeit does; fail where one is over the limit."""
    articles = [json.loads(line) for file in files or OWN for line in file.read_text("utf-8").splitlines()]
    worst = 0.0
    for name, reader in READERS.items():
        typed = [one for one in articles if name in one["types"]]
        if not typed:
            continue
        # Each round reads documents that were never read; the first compiles the vocabulary.
        best = min([_milliseconds(reader, typed) for _ in range(ROUNDS)][1:])
        worst = max(worst, best)
        characters = sum(len(one["text"]) for one in typed) // len(typed)
        sys.stdout.write(f"{name}: {best:.2f} ms an article, {len(typed)} of {characters} characters\n")
    return 0 if worst < LIMIT_MS else 1


def _milliseconds(reader: Callable[[Prepared], object], articles: Sequence[dict[str, Any]]) -> float:
    prepared = [_prepared(one) for one in articles]
    start = process_time()
    for one in prepared:
        reader(one)
    return (process_time() - start) / len(prepared) * 1000


def _prepared(article: dict[str, Any]) -> Prepared:
    document = Document(article["title"], article["text"], article["lang"], article.get("published"))
    _ = document.all_sentences  # cut for the classifier
    organizations = find_organizations(document)
    return document, organizations, find_people(document, organizations)


if __name__ == "__main__":
    raise SystemExit(main([Path(name) for name in sys.argv[1:]]))
