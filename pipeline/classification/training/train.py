"""Learn the weights of each type and write them into its folder.

    python -m pipeline.classification.training.train [CORPUS.jsonl …] [--background CORPUS.jsonl …] [--types NAME …]

The project's own articles always count; further labelled corpora may be named, and a background that was labelled
with less care and counts less. The same articles give the same numbers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import orjson

from pipeline.classification.model import Linear
from pipeline.classification.training.corpus import PROJECT_ARTICLES, load
from pipeline.classification.training.crossvalidate import (
    calibrations,
    fit_type,
    held_out_totals,
    learning_rows,
)
from pipeline.classification.types import known_types

TYPES = Path(__file__).parent.parent / "types"

SMALLEST_WEIGHT = 0.005
"""Weights below this are left out of the file: they change no decision."""


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--background", nargs="*", type=Path, default=[], metavar="CORPUS.jsonl")
    parser.add_argument("--types", nargs="*", default=[kind.name for kind in known_types().values() if kind.enabled])
    parser.add_argument("--into", type=Path, default=TYPES, metavar="FOLDER", help="another folder than `types`")
    options = parser.parse_args(arguments)

    articles = load([*PROJECT_ARTICLES, *options.corpora])
    background = load(options.background)
    learned = learning_rows(articles, options.types, background)
    part, lead = calibrations(held_out_totals(learned, options.types)[: len(articles)])
    for name in options.types:
        as_part, as_lead = fit_type(name, learned.rows)
        model = {
            "articles": len(articles),
            "background": len(background),
            "positive": sum(name in article.types for article in articles),
            "part": _plain(part.of(as_part)),
            "lead": _plain(lead.of(as_lead)),
        }
        wording = {"bias": learned.wording[name].bias, "weights": learned.wording[name].weights}
        _write(options.into / name / "model.json", model)
        _write(options.into / name / "wording.json", wording)
        sys.stdout.write(f"{name}: {model['positive']} of {len(articles)} articles are of the type\n")
    return 0


def _write(path: Path, data: dict[str, object]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n")


def _plain(linear: Linear) -> dict[str, object]:
    weights = {name: round(weight, 4) for name, weight in linear.weights.items() if abs(weight) >= SMALLEST_WEIGHT}
    return {"bias": round(linear.bias, 4), "weights": weights}


if __name__ == "__main__":
    raise SystemExit(main())
