"""Measure the classifier by cross-validation, and draw its calibration.

    python -m pipeline.classification.training.evaluate [CORPUS.jsonl …] [--background CORPUS.jsonl …]
                                                        [--report FILE.md] [--curve FILE.svg] [--mistakes]

Every article is scored by weights that were learned without it and without its near-duplicates. The background is
learned from but not measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pipeline.classification.training.corpus import PROJECT_ARTICLES, Labelled, load
from pipeline.classification.training.crossvalidate import HeldOut, cross_validate
from pipeline.classification.types import known_types
from pipeline.languages import LANGUAGES

BINS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one set of articles."""

    name: str
    articles: int
    f1: dict[str, float | None]
    """By type; None where no article is of it and none was said to be."""
    primary: float
    of_no_type: int
    false_types: int

    @property
    def macro(self) -> float:
        """The mean of the F1 scores that exist."""
        known = [value for value in self.f1.values() if value is not None]
        return sum(known) / len(known) if known else 1.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores of one range, and how many of them were right."""

    low: float
    high: float
    count: int
    mean_score: float
    share_right: float


def measure(name: str, results: Sequence[HeldOut], types: Sequence[str]) -> Row:
    """The figures of a set."""
    neither = [result for result in results if not result.article.types]
    return Row(
        name=name,
        articles=len(results),
        f1={kind: f1(results, kind) for kind in types},
        primary=sum(result.primary() == result.article.primary for result in results) / max(1, len(results)),
        of_no_type=len(neither),
        false_types=sum(bool(result.types()) for result in neither),
    )


def f1(results: Iterable[HeldOut], kind: str) -> float | None:
    """The F1 score of a type; None where it neither occurs nor was said to."""
    right = wrong = 0
    for result in results:
        said, true = kind in result.types(), kind in result.article.types
        right += said and true
        wrong += said != true
    return 2 * right / (2 * right + wrong) if right or wrong else None


def reliability(results: Iterable[HeldOut], types: Sequence[str]) -> list[Bin]:
    """Scores against the share that was right, over all types together."""
    pairs = [(result.part[kind], kind in result.article.types) for result in results for kind in types]
    bins = []
    for low, high in pairwise(BINS):
        inside = [(value, right) for value, right in pairs if low <= value < high or (high == 1.0 and value == 1.0)]
        if inside:
            mean = sum(value for value, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(right for _, right in inside) / len(inside)))
    return bins


def draw(bins: Sequence[Bin]) -> str:
    """The reliability curve as SVG: on the diagonal, a score of 0.9 is right nine times in ten."""
    size, edge = 320, 40
    points = [(edge + bin_.mean_score * size, edge + (1 - bin_.share_right) * size, bin_.count) for bin_ in bins]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#b3261e"/>'
        f'<text x="{x + 7:.1f}" y="{y + 14:.1f}" font-size="10" fill="#555">{count}</text>'
        for x, y, count in points
    )
    ticks = ""
    for tick in range(6):
        along, value = tick / 5 * size, tick / 5
        ticks += f'<text x="{edge + along:.0f}" y="{edge + size + 16}" text-anchor="middle">{value}</text>'
        ticks += f'<text x="{edge - 6}" y="{edge + size - along + 4:.0f}" text-anchor="end">{value}</text>'
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole + 20}" '
        'font-family="sans-serif" font-size="11">'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#999"/>'
        f'<line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" stroke="#bbb" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="#b3261e" stroke-width="2"/>{dots}{ticks}'
        f'<text x="{whole / 2}" y="{whole + 8}" text-anchor="middle">score</text>'
        f'<text x="{whole / 2}" y="24" text-anchor="middle">share that was right, by score (held out)</text>'
        "</svg>\n"
    )


def rows(results: Sequence[HeldOut], types: Sequence[str]) -> list[Row]:
    """One row a corpus, a language, and the hard ones of each corpus."""
    sources = list(dict.fromkeys(result.article.source for result in results))
    found = []

    def add(name: str, keep: Callable[[Labelled], bool]) -> None:
        chosen = [result for result in results if keep(result.article)]
        if chosen:
            found.append(measure(name, chosen, types))

    for source in sources:
        add(source, lambda article, source=source: article.source == source)  # type: ignore[misc]
        for language in LANGUAGES:
            add(
                f"{source}, {language}",
                lambda article, source=source, language=language: (  # type: ignore[misc]
                    article.source == source and article.language == language
                ),
            )
        add(f"{source}, hard", lambda article, source=source: article.source == source and article.hard)  # type: ignore[misc]
    return found


def as_markdown(table: Sequence[Row], bins: Sequence[Bin], types: Sequence[str]) -> str:
    """Both tables as Markdown."""
    lines = [
        f"| set | articles | macro F1 | {' | '.join(types)} | first type right | false types, of articles of no type |",
        f"| --- | --: | --: | {' | '.join('--:' for _ in types)} | --: | --: |",
    ]
    for row in table:
        by_type = " | ".join("–" if row.f1[kind] is None else f"{row.f1[kind]:.3f}" for kind in types)
        lines.append(
            f"| {row.name} | {row.articles} | {row.macro:.3f} | {by_type} | {row.primary:.3f} "
            f"| {row.false_types} of {row.of_no_type} |"
        )
    lines += ["", "| score | how many | mean score | share right |", "| --- | --: | --: | --: |"]
    lines += [f"| {b.low}–{b.high} | {b.count} | {b.mean_score:.3f} | {b.share_right:.3f} |" for b in bins]
    return "\n".join(lines) + "\n"


def mistakes(results: Sequence[HeldOut], types: Sequence[str]) -> Iterable[str]:
    """One line for each wrong type, worst first."""
    wrong = [
        (abs(result.part[kind] - (kind in result.article.types)), kind, result)
        for result in results
        for kind in types
        if (kind in result.types()) != (kind in result.article.types)
    ]
    for _, kind, result in sorted(wrong, key=lambda entry: (entry[1], -entry[0])):
        article = result.article
        verdict = "missed" if kind in article.types else "false"
        headline = article.document.headline[:80]
        yield f"{kind} {verdict} {result.part[kind]:.2f} {article.source} {article.id} {headline}\n"


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--background", nargs="*", type=Path, default=[], metavar="CORPUS.jsonl")
    parser.add_argument("--mistakes", action="store_true", help="list the articles that were scored wrong")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--curve", type=Path)
    options = parser.parse_args(arguments)

    types = [kind.name for kind in known_types().values() if kind.enabled]
    results = cross_validate(load([*PROJECT_ARTICLES, *options.corpora]), types, background=load(options.background))
    bins = reliability(results, types)
    text = as_markdown(rows(results, types), bins, types)
    sys.stdout.write(text)
    if options.mistakes:
        sys.stdout.write("".join(mistakes(results, types)))
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    if options.curve:
        options.curve.write_text(draw(bins), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
