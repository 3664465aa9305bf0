"""Learn which bodies and years of an article on fleet targets are rows, and with which outcome and numbers.

    python -m tools.train_compliance_ranker dev.jsonl real_dev.jsonl

The project's own labelled articles are read besides the files given: an article a line, with `co2` as
`tests.quality.press_score` reads it. Prints by set what the rules read, and what is chosen by weights that were learned
without the articles of the same hand: labelled rows found, spare rows for each of them, fields right.
Then the weights are learned from all of them; with `--only year --only target_g_km` those of these models,
while the others stay. Deterministic.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import orjson

from pipeline.classification.training.corpus import PROJECT_ARTICLES
from pipeline.facts.compliance.ranking import ranked_rows
from pipeline.facts.compliance.weights import PARTS, RankerWeights, learned_weights
from tools.compliance_examples import Example, read_examples
from tools.compliance_fitting import fit_ranker, written
from tools.compliance_table import Table

FOLDS = 10
QUALITY = tuple(sorted(Path("tests/quality").glob("compliance*.jsonl")))
MODELS = ("body", "year", "outcomes", *PARTS)
WEIGHTS = Path("pipeline/facts/compliance/weights.json")


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--only", action="append", choices=MODELS, help="learn this model, and others named so, alone")
    options = parser.parse_args()
    examples = read_examples([*PROJECT_ARTICLES, *QUALITY, *options.corpora])
    _cross_validate(examples)
    weights = fit_ranker(examples)
    if options.only:
        weights = _with_only(options.only, weights)
    data = orjson.dumps(written(weights), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"
    sys.stdout.write(f"{len(data) // 1000} kB of weights\n")
    if not options.dry_run:
        WEIGHTS.write_bytes(data)
    return 0


def _with_only(names: Sequence[str], learned: RankerWeights) -> RankerWeights:
    """The weights of the package, those of the named models from what was learned; each part of the numbers is one."""
    before = learned_weights()
    numbers = {part: (learned if part in names else before).numbers[part] for part in PARTS}
    return replace(
        learned,
        body=(learned if "body" in names else before).body,
        year=(learned if "year" in names else before).year,
        outcomes=(learned if "outcomes" in names else before).outcomes,
        numbers=numbers,
    )


def _cross_validate(examples: Sequence[Example]) -> None:
    by_rules, by_weights = Table("rules"), Table("weights")
    for fold in range(FOLDS):
        weights = fit_ranker([one for one in examples if one.fold(FOLDS) != fold])
        for one in examples:
            if one.fold(FOLDS) == fold:
                by_rules.add(one, one.page.rows)
                by_weights.add(one, ranked_rows(one.page, one.people, weights))
    for table in (by_rules, by_weights):
        sys.stdout.write(table.printed())


if __name__ == "__main__":
    raise SystemExit(main())
