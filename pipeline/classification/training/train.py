"""Learn the weights of each type and write them into its folder.

    python -m pipeline.classification.training.train [CORPUS.jsonl …] [--types NAME …]

The project's own articles always count; further labelled corpora may be named. The
same articles give the same numbers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import orjson

from pipeline.classification.model import Linear
from pipeline.classification.training.corpus import PROJECT_ARTICLES, load
from pipeline.classification.training.crossvalidate import feature_values
from pipeline.classification.training.fit import Example, fit
from pipeline.classification.types import known_types

SMALLEST_WEIGHT = 0.005
"""Weights below this are left out of the file: they change no decision."""


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--types", nargs="*", default=[kind.name for kind in known_types().values() if kind.enabled])
    options = parser.parse_args(arguments)

    articles = load([PROJECT_ARTICLES, *options.corpora])
    values = feature_values(articles, options.types)
    for name in options.types:
        as_part = fit(
            [Example(row[name], name in article.types) for row, article in zip(values, articles, strict=True)]
        )
        as_lead = fit(
            [Example(row[name], name == article.primary) for row, article in zip(values, articles, strict=True)]
        )
        model = {
            "articles": len(articles),
            "positive": sum(name in article.types for article in articles),
            "part": _plain(as_part),
            "lead": _plain(as_lead),
        }
        path = Path(__file__).parent.parent / "types" / name / "model.json"
        path.write_bytes(orjson.dumps(model, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n")
        sys.stdout.write(f"{path.name} of {name}: {model['positive']} of {len(articles)} articles are of the type\n")
    return 0


def _plain(linear: Linear) -> dict[str, object]:
    weights = {name: round(weight, 4) for name, weight in linear.weights.items() if abs(weight) >= SMALLEST_WEIGHT}
    return {"bias": round(linear.bias, 4), "weights": weights}


if __name__ == "__main__":
    raise SystemExit(main())
