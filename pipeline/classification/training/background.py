"""Build the background that the weights are learned with: public articles, by the labels given to them once.

    python -m pipeline.classification.training.background CORPUS.jsonl.gz … --into background.jsonl \\
        --moves-into background_moves.jsonl

The corpora (Reuters-21578, OrangeSum, 10kGNAD, German Wikinews, the Spanish fake news corpus, push-evs.com) are not
part of the project; the labels in `background_labels.json` name their articles by id. They were given by patterns on
the headline and checked by hand where the patterns or an earlier model were in doubt, so they count less than others.
Those that were read for their label (the beginning, and what a model found telling behind it) stand under `read`, and
count more. `background_moves.json` has the moves of those that were read whole.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from pipeline.article import OTHER

LABELS = Path(__file__).with_name("background_labels.json")
"""By type, or `other` for none, the ids of the articles; under `in passing`, by type, those that have a paragraph of
the type while headline and lead are about something else; under `read` those that were read for it."""

MOVES = Path(__file__).with_name("background_moves.json")
"""By id, the labelled moves of the appointments that were read whole; of what day they are is not known."""

IN_PASSING = "in passing"
READ = "read"


@dataclass(frozen=True, slots=True)
class Label:
    """What an article is."""

    types: tuple[str, ...]
    primary: str
    read: bool = False
    """Given by reading, not by a pattern."""


class MissingArticlesError(ValueError):
    """Articles that have a label stand in none of the corpora."""


def read_labels(path: Path = LABELS) -> dict[str, Label]:
    """The label of each article, by id."""
    written = orjson.loads(path.read_bytes())
    passing = written.pop(IN_PASSING, {})
    read = set(written.pop(READ, ()))
    labels = {
        id_: Label(() if kind == OTHER else (kind,), kind, id_ in read) for kind, ids in written.items() for id_ in ids
    }
    return labels | {id_: Label((kind,), OTHER, id_ in read) for kind, ids in passing.items() for id_ in ids}


def labelled_records(corpora: Iterable[Path], labels: dict[str, Label]) -> Iterator[dict[str, Any]]:
    """The labelled articles of the corpora, in order of their ids, so that the order of the files does not matter.

    Raises:
        MissingArticlesError: an article that has a label stands in no corpus.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in corpora:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                record = orjson.loads(line)
                if record["id"] in labels:
                    found[record["id"]] = record
    if missing := sorted(set(labels) - set(found)):
        raise MissingArticlesError(f"{len(missing)} labelled articles are in none of the corpora, such as {missing[0]}")
    for id_ in sorted(found):
        record, label = found[id_], labels[id_]
        yield {
            "id": id_,
            "lang": record["lang"],
            "title": record["title"],
            "text": record["text"],
            "types": list(label.types),
            "primary": label.primary,
            "read": label.read,
        }


def with_moves(records: Iterable[dict[str, Any]], path: Path = MOVES) -> Iterator[dict[str, Any]]:
    """Those of the records whose moves are labelled, with them."""
    moves = orjson.loads(path.read_bytes())
    for record in records:
        if "appointment" in record["types"] and (rows := moves.get(record["id"])):
            yield record | {"published": None, "moves": rows}


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl.gz")
    parser.add_argument("--into", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument(
        "--moves-into", type=Path, metavar="FILE.jsonl", help="those whose moves are labelled, with them"
    )
    options = parser.parse_args(arguments)
    try:
        records = list(labelled_records(options.corpora, read_labels()))
    except MissingArticlesError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _write(records, options.into)
    if options.moves_into:
        _write(list(with_moves(records)), options.moves_into)
    return 0


def _write(records: list[dict[str, Any]], into: Path) -> None:
    into.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
    sys.stdout.write(f"{into.name}: {len(records)} articles\n")


if __name__ == "__main__":
    raise SystemExit(main())
