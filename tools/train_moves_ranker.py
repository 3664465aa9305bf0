"""Learn who moves, and which position, organization, day and predecessor belong to a move.

    python -m tools.train_moves_ranker dev.jsonl real_dev.jsonl --reported background_moves.jsonl

Reads the project's own labelled articles besides. Those of `press_later.jsonl` ("fresh") are such that no rule was
mended on: they show how far the rules are to be trusted, and count more. Of the others, half of the copies lack some
rows of the rules. Articles on reported moves, on which no rule was mended either ("reported"), keep all rows as the
fresh ones do.
Prints, by set, rows and fields of the rules alone and of the ranking, whose weights were learned
without the article's fold; `--dry-run` writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import orjson

from pipeline.classification.training.corpus import LATER_PRESS, PRESS
from pipeline.document import Document
from pipeline.facts.moves import MovesReader
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.ranking.cases import EVENTS, Cases
from pipeline.facts.moves.ranking.rank import LEAST_OF_ALL, decide
from pipeline.facts.moves.ranking.values import FIELDS
from pipeline.facts.moves.ranking.weights import Weights
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from tests.quality.press_score import KINDS, read_articles
from tools.moves_fitting import Question, fit_choice, fit_yes

ROOT = Path(__file__).parents[1]
OWN = sorted((ROOT / "tests" / "quality").glob("moves*.jsonl"))
WEIGHTS = ROOT / "pipeline" / "facts" / "moves" / "ranking" / "weights.json"
FOLDS = 5
SET_WEIGHT = {"fresh": 3.0, "reported": 0.7, "press": 1.0, "own": 0.7}
"""What an article of a set counts; those of the files given, on events that were reported, `CORPUS_WEIGHT`."""
CORPUS_WEIGHT = 3.0
FRESH = ("fresh", "reported")
DROPPED = {"press": 0.3}
"""Share of the rules' rows that a copy lacks: what the rules miss more of articles that they were not mended on."""
OTHER_DROPPED = 0.3
UNREACHABLE_WEIGHT = 0.5
"""What a row counts whose value the article does not offer: then nothing is the right answer."""
GOLD = {"role": "role", "employer": "organization", "date": "effective_date", "predecessor": "predecessor"}
_, SAME_MOVE, AGREE = KINDS["moves"]


@dataclass(slots=True)
class Article:
    """A labelled article of moves, as rules and ranking see it."""

    source: str
    fold: int
    labels: list[dict[str, Any]]
    cases: Cases
    rows: list[Draft]

    @property
    def weight(self) -> float:
        """What the article counts."""
        return SET_WEIGHT.get(self.source, CORPUS_WEIGHT)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--reported", nargs="*", type=Path, default=[], metavar="FILE.jsonl")
    parser.add_argument("--least", type=float, default=LEAST_OF_ALL, help="probability from which a row is added")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    options = parser.parse_args()
    articles = [*_read("press", [PRESS]), *_read("own", OWN), *_read("fresh", [LATER_PRESS])]
    articles += _read("reported", options.reported)
    for corpus in options.corpora:
        articles += _read(corpus.stem, [corpus])
    _report(articles, options.least)
    if not options.dry_run:
        learned = {question: weights.signs for question, weights in learn(articles).items()}
        WEIGHTS.write_bytes(orjson.dumps(learned, option=orjson.OPT_SORT_KEYS) + b"\n")
        sys.stdout.write(f"{WEIGHTS.stat().st_size // 1000} kB\n")
    return 0


def _read(source: str, paths: Sequence[Path]) -> Iterator[Article]:
    for data in (one for path in paths for one in read_articles(path)):
        if "appointment" not in data["types"]:
            continue
        document = Document(data["title"], data["text"], data["lang"], data.get("published"))
        organizations = find_organizations(document)
        reader = MovesReader(document, organizations, find_people(document, organizations))
        if reader.view is not None:
            fold = crc32(data["id"].encode()) % FOLDS
            rows = reader.rows_by_rules(about_moves=True)
            yield Article(source, fold, data.get("moves") or [], Cases(reader.view), rows)


def learn(articles: Sequence[Article]) -> dict[str, Weights]:
    """The weights of every question. Deterministic."""
    learned = {"rows": fit_yes(list(_row_questions(articles)))}
    for field in FIELDS:
        learned[field] = fit_choice(list(_value_questions(articles, field)))
    return learned


def _copies(articles: Sequence[Article]) -> Iterator[tuple[Article, list[Draft], float]]:
    """Each article with the rules' rows, and, unless it is fresh, once more without some of them."""
    chance = Random(1)
    for article in articles:
        if article.source in FRESH:
            yield article, article.rows, article.weight
            continue
        dropped = DROPPED.get(article.source, OTHER_DROPPED)
        fewer = [row for row in article.rows if chance.random() >= dropped]
        yield article, article.rows, article.weight / 2
        yield article, fewer, article.weight / 2


def _row_questions(articles: Sequence[Article]) -> Iterator[Question]:
    for article, rows, weight in _copies(articles):
        for name, signs in article.cases.people():
            for event in EVENTS:
                right = any(label["event"] == event and _is_named(label, name) for label in article.labels)
                yield Question([[*signs, *article.cases.rules_of(name, event, rows)]], [right], event, weight)


def _value_questions(articles: Sequence[Article], field: str) -> Iterator[Question]:
    for article, rows, weight in _copies(articles):
        for label in article.labels:
            name = next((name for name in article.cases.mentions if _is_named(label, name)), None)
            if name is None or (field == "predecessor" and label["event"] == "departed"):
                continue
            offered, signs = article.cases.values_of(field, name, label["event"], rows)
            wanted, agree = label[GOLD[field]], AGREE[GOLD[field]]
            right = [bool(agree(wanted, value.text if value else None)) for value in offered]
            reachable = any(right)
            right[-1] = right[-1] or not reachable
            yield Question(signs, right, label["event"], weight * (1 if reachable else UNREACHABLE_WEIGHT))


def _is_named(label: Mapping[str, Any], name: str) -> bool:
    return label["person"].split()[-1].casefold() in name.casefold()


def _report(articles: Sequence[Article], least: float) -> None:
    folds = {fold: learn([one for one in articles if one.fold != fold]) for fold in range(FOLDS)}
    for source in dict.fromkeys(article.source for article in articles):
        chosen = [article for article in articles if article.source == source]
        for said, ranked in (("rules", False), ("ranking", True)):
            counts: Counter[str] = Counter()
            for article in chosen:
                rows = decide(article.rows, article.cases, folds[article.fold], least) if ranked else article.rows
                _count(article.labels, rows, counts)
            wanted, found = max(1, counts["wanted"]), max(1, counts["found"])
            fields = ", ".join(f"{GOLD[field]} {counts[field] / found:.3f}" for field in FIELDS)
            spare = f"{counts['spare'] / wanted:.3f}"
            right = f"{sum(counts[field] for field in FIELDS) / wanted / len(FIELDS):.3f}"
            wrong = f"{counts['wrong value'] / found:.3f}"
            sys.stdout.write(
                f"{source:9} {said:8} {wanted} rows: found {counts['found'] / wanted:.3f}, spare {spare}, {fields}; "
                f"right fields a labelled row {right}, wrong values a found row {wrong}\n"
            )


def _count(labels: Sequence[Mapping[str, Any]], rows: Sequence[Draft], counts: Counter[str]) -> None:
    left = list(rows)
    for label in labels:
        counts["wanted"] += 1
        row = next((one for one in left if SAME_MOVE(label, one)), None)
        if row is None:
            continue
        left.remove(row)
        counts["found"] += 1
        for field in FIELDS:
            right = bool(AGREE[GOLD[field]](label[GOLD[field]], getattr(row, field)))
            counts[field] += right
            counts["wrong value"] += not right and getattr(row, field) is not None
    counts["spare"] += len(left)


if __name__ == "__main__":
    raise SystemExit(main())
