"""Scores the line from a text to its types and facts: `python -m tests.quality.press_score FILE…`.

A file holds one labelled article a line, as `pipeline/classification/training/press.jsonl` does. Types are decided by
words and facts together, as in the line. Facts are read once with the labelled types given, once with those decided. A
labelled row is found where a read row names the same person and event, the same number, or the same body and year.
Rows beside the labelled ones are counted as spare: whether they are false, labels of prominent rows do not tell. Fields
are given twice: right of the rows found, and right of all labelled rows, which finding a hard row never makes worse.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pipeline.article import Facts
from pipeline.classification.classify import decide, score
from pipeline.classification.types import enabled_types
from pipeline.document import Document
from pipeline.fact_reader import FactReader
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from pipeline.second_look import look_again
from tests.quality import compliance_score

Article = dict[str, Any]
Same = Callable[[Any, Any], bool]


def _same_words(wanted: Any, said: Any) -> bool:
    """Half of the words, or one within the other; both silent."""
    if not wanted or not said:
        return not wanted and not said
    first, second = set(str(wanted).casefold().split()), set(str(said).casefold().split())
    return 2 * len(first & second) >= 0.5 * (len(first) + len(second)) or first <= second or second <= first


def _same_value(wanted: Any, said: Any) -> bool:
    return compliance_score._close(wanted, said)


def _same_move(wanted: Article, row: Any) -> bool:
    return bool(wanted["event"] == row.event) and wanted["person"].split()[-1].casefold() in row.person.casefold()


def _same_figure(wanted: Article, row: Any) -> bool:
    return bool(wanted["unit"] == row.unit) and _same_value(wanted["value"], row.value)


KINDS: dict[str, tuple[str, Same, dict[str, Same]]] = {
    # Rows of an article: their name in `Facts`, when two are the same, and when a field is.
    "moves": (
        "moves",
        _same_move,
        dict.fromkeys(("organization", "role", "predecessor"), _same_words) | {"effective_date": _same_value},
    ),
    "figures": (
        "figures",
        _same_figure,
        {"subject": _same_words}
        | dict.fromkeys(("metric", "change_pct", "period", "geography", "segment", "forecast"), _same_value),
    ),
    "co2": ("compliance", compliance_score._agrees, dict.fromkeys(compliance_score.FIELDS, _same_value)),
}


def measure(articles: Sequence[Article]) -> dict[str, float]:
    """Every figure by name: `macro_f1`, `false_types`, and of each kind recall and fields."""
    types: Counter[tuple[str, str]] = Counter()
    rows: Counter[tuple[str, str]] = Counter()
    false = untyped = 0
    for article in articles:
        document = Document(article["title"], article["text"], article["lang"], article["published"])
        organizations = find_organizations(document)
        reader = FactReader(document, organizations, find_people(document, organizations))
        reading, scores = score(document)
        said = decide(reading, look_again(scores, reader)).names()
        for kind in (one.name for one in enabled_types()):
            types[kind, f"{kind in article['types']} {kind in said}"] += 1
        if not article["types"]:
            untyped += 1
            false += bool(said)
        _count(rows, "given", article, reader.facts(frozenset(article["types"])))
        _count(rows, "line", article, reader.facts(said))
    figures = {"macro_f1": _macro(types), "false_types": false / max(1, untyped)}
    for kind, (_, _, fields) in KINDS.items():
        wanted = max(1, rows[kind, "wanted"])
        for way in ("given", "line"):
            figures[f"{kind} rows, {way}"] = rows[kind, f"found {way}"] / wanted
        figures |= {f"{kind} {field}": rows[kind, field] / max(1, rows[kind, "found given"]) for field in fields}
        figures |= {f"{kind} {field}, of all": rows[kind, field] / wanted for field in fields}
        figures[f"{kind} spare rows"] = rows[kind, "spare given"] / wanted
    return figures


def _count(rows: Counter[tuple[str, str]], way: str, article: Article, facts: Facts) -> None:
    for kind, (name, same, fields) in KINDS.items():
        read = list(getattr(facts, name))
        for wanted in article.get(kind, ()):
            rows[kind, "wanted"] += way == "given"
            row = next((one for one in read if same(wanted, one)), None)
            if row is None:
                continue
            read.remove(row)
            rows[kind, f"found {way}"] += 1
            if way == "given":
                rows.update(
                    (kind, field) for field, agree in fields.items() if agree(wanted[field], getattr(row, field))
                )
        rows[kind, f"spare {way}"] += len(read)


def _macro(types: Counter[tuple[str, str]]) -> float:
    scores = []
    for kind in (one.name for one in enabled_types()):
        right, wrong = types[kind, "True True"], types[kind, "True False"] + types[kind, "False True"]
        scores.append(2 * right / (2 * right + wrong) if right or wrong else 1.0)
    return sum(scores) / len(scores)


def read_articles(path: Path) -> list[Article]:
    """The labelled articles of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(paths: Sequence[str]) -> None:
    """Prints the figures of all files together."""
    articles = [article for path in paths for article in read_articles(Path(path))]
    print(f"{len(articles)} articles")
    for name, figure in measure(articles).items():
        print(f"  {name:28} {figure:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
