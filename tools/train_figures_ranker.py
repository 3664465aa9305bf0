"""Learn which numbers of an article on sales are figures, and which of the values near them fill their fields.

    python -m tools.train_figures_ranker dev.jsonl real_dev.jsonl

The files hold labelled articles, one a line, as `tests/quality` does; the project's own are read besides. Those of
`press_later.jsonl` are such that few rules were mended on: they show best how far the rules are to be trusted,
count more, and have rows of their own in the table ("fresh"). Printed, by set: rows found with the type given, spare
rows a labelled row, and fields right, by the rules alone and with weights learned without the article's tenth.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import orjson

from pipeline.classification.training.corpus import LATER_PRESS, PRESS
from pipeline.facts.figures import read_figures
from pipeline.facts.figures.ranking.ranker import Ranker
from pipeline.facts.figures.ranking.rankers import FIELDS, NUMBERS, Rankers
from tests.quality.press_score import KINDS
from tools.figures_examples import FOLDS, Example, once, read_examples, record
from tools.figures_fitting import fit_choices, fit_verdicts

OWN = sorted(Path("tests/quality").glob("figures*.jsonl"))
WEIGHTS = {"press": 1.0, "own": 2.0, "corpora": 3.0, "fresh": 1.5}
"""What an article counts: those by other hands more than those of the rules' author, on which the rules were mended."""
STRENGTH = {"subject": 0.2, "metric": 0.2, "period": 0.2, "geography": 0.2, "segment": 0.2, "count": 0.2, "share": 0.2}
"""The inverse of the penalty on the square of a weight; by cross-validation, flat around these."""
HEAD_START = {"subject": 0.3, "metric": 0.3, "period": 0.3, "geography": 0.6, "segment": 0.3}
"""Log-odds by which an option must be better than that of the rules."""
THRESHOLD = {"count": 0.47, "share": 0.5}
"""The probability from which on a number is a figure; rows and spare rows are flat around these."""
FOLDER = Path("pipeline/facts/figures/ranking/weights")
_, _SAME, _AGREE = KINDS["figures"]


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    options = parser.parse_args()
    examples = once(
        one
        for paths, weight, fresh in (
            ([LATER_PRESS], WEIGHTS["fresh"], True),
            ([PRESS], WEIGHTS["press"], False),
            (OWN, WEIGHTS["own"], False),
            (options.corpora, WEIGHTS["corpora"], False),
        )
        for path in paths
        for one in read_examples(path, weight, fresh=fresh)
    )
    for one in examples:
        record(one)
    folds = [learn([one for one in examples if one.fold != fold]) for fold in range(FOLDS)]
    report("rules", examples, lambda _: {})
    report("learned", examples, lambda one: folds[one.fold])
    if not options.dry_run:
        write(learn(examples))
    return 0


def learn(examples: Sequence[Example]) -> dict[str, Ranker]:
    """The weights of every question."""
    found = {
        name: fit_choices(
            [each for one in examples for each in one.choices.get(name, ())], STRENGTH[name], HEAD_START[name]
        )
        for name in FIELDS
    }
    for name in NUMBERS:
        verdicts = [each for one in examples for each in one.verdicts.get(name, ())]
        found[name] = fit_verdicts(verdicts, STRENGTH[name], THRESHOLD[name])
    return found


def report(title: str, examples: Sequence[Example], rankers: Callable[[Example], Mapping[str, Ranker]]) -> None:
    """Prints what is read with those rankers, by set."""
    counts: dict[str, Counter[str]] = {}
    for one in examples:
        count = counts.setdefault("fresh" if one.fresh else one.source.split("_")[0], Counter())
        rows = read_figures(one.document, one.organizations, Rankers(rankers(one)))
        for wanted in one.labelled:
            count["wanted"] += 1
            row = next((row for row in rows if _SAME(wanted, row)), None)
            if row is None:
                continue
            rows.remove(row)
            count["found"] += 1
            count.update(name for name, agree in _AGREE.items() if agree(wanted[name], getattr(row, name)))
        count["spare"] += len(rows)
    for source, count in counts.items():
        fields = " ".join(f"{name} {count[name] / max(1, count['found']):.3f}" for name in _AGREE)
        wanted = max(1, count["wanted"])
        sys.stdout.write(
            f"{title:8} {source:8} rows {count['found'] / wanted:.3f} spare {count['spare'] / wanted:.3f} {fields}\n"
        )


def write(rankers: Mapping[str, Ranker]) -> None:
    """Puts the weights into the package."""
    FOLDER.mkdir(exist_ok=True)
    for name, ranker in rankers.items():
        data = {"bias": ranker.bias, "threshold": ranker.threshold, "weights": dict(sorted(ranker.weights.items()))}
        (FOLDER / f"{name}.json").write_bytes(orjson.dumps(data, option=orjson.OPT_INDENT_2) + b"\n")


if __name__ == "__main__":
    raise SystemExit(main())
