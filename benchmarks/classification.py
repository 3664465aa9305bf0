"""How long the classifier takes for an article of 3,000 characters, on one core.

    python benchmarks/classification.py

The articles are the project's own, joined up to 3,000 characters each.
"""

from __future__ import annotations

import gc
import sys
from itertools import cycle
from time import process_time

from pipeline.classification.classify import classify
from pipeline.classification.training.corpus import PROJECT_ARTICLES, load
from pipeline.document import Document
from pipeline.languages import LANGUAGES

CHARACTERS = 3_000
ARTICLES = 40
ROUNDS = 15
LIMIT_MS = 1.0


def main() -> int:
    """Print the best round of each language, as timeit does; fail where one is over the limit."""
    own = load(PROJECT_ARTICLES)
    worst = 0.0
    for language in LANGUAGES:
        parts = cycle([article.document for article in own if article.language == language])
        documents = [_of_length(parts, language) for _ in range(ARTICLES)]
        for document in documents:
            classify(document)  # compiles the vocabulary and cuts the sentences, which facts use as well
        gc.collect()
        gc.freeze()  # as in a page process: what is loaded once is kept from the collector
        times = []
        for _ in range(ROUNDS):
            start = process_time()
            for document in documents:
                classify(document)
            times.append((process_time() - start) / ARTICLES * 1000)
        worst = max(worst, min(times))
        sys.stdout.write(f"{language}: {min(times):.2f} ms an article of {CHARACTERS} characters\n")
    return 0 if worst < LIMIT_MS else 1


def _of_length(parts: cycle[Document], language: str) -> Document:
    first = next(parts)
    text = first.text
    while len(text) < CHARACTERS:
        other = next(parts)
        text += f"\n{other.headline}. {other.text}"
    return Document(first.headline, text[:CHARACTERS], language)


if __name__ == "__main__":
    raise SystemExit(main())
