"""`rotative explain`: why a page has this type and these facts."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.text import Text

from agents.cli.console import errors, results
from agents.cli.lines import fact_in_words
from agents.cli.marking import Mark, in_context, marked
from agents.harmless import harmless
from agents.inputs import InputPage, read_inputs
from agents.settings import load_settings
from pipeline.article import Span
from pipeline.classification.explain import Reason, TypeExplanation
from pipeline.classification.types import enabled_types
from pipeline.explain import PageExplanation, explain_page
from pipeline.outcomes import PageRejectedError

STYLES = ("bold cyan", "bold green", "bold yellow", "bold magenta", "bold blue", "bold red")
"""Colours of the types, by turns."""

FACTS = {"moves": "appointment", "figures": "sales_figures", "compliance": "co2_compliance"}
"""The type whose colour the facts of each kind take."""


def explain(
    paths: Annotated[
        list[str], typer.Argument(help="HTML, JSONL or WARC files, folders of them, or - for standard input.")
    ],
    json: Annotated[bool, typer.Option("--json", help="One JSON object a page.")] = False,
    types: Annotated[
        str, typer.Option("--types", help="Further types to look for, separated by commas, such as `recall`.")
    ] = "",
) -> None:
    """Shows why a page has its type and its facts: the words that speak for them, marked in the text.

    For each type: how probable it is, what counts for and against it, and what would have to change.
    A page that gives no article is told on standard error; the status is then 1.
    """
    settings = load_settings()
    extra = sorted(settings.extra_types | {name.strip() for name in types.split(",") if name.strip()})
    styles = {kind.name: STYLES[number % len(STYLES)] for number, kind in enumerate(enabled_types(extra))}
    failed = 0
    for found in read_inputs(paths, sys.stdin.buffer):
        if not isinstance(found, InputPage):
            failed += 1
            _tell(found.label, "invalid", found.reason)
            continue
        try:
            explanation = explain_page(found.page, limits=settings.limits, extra_types=extra)
        except PageRejectedError as rejection:
            failed += 1
            _tell(found.label, rejection.outcome.value, rejection.reason)
            continue
        if json:
            sys.stdout.write(orjson.dumps({"label": found.label, **_fields(explanation)}).decode() + "\n")
        else:
            show(explanation, found.label, styles, results)
    if failed:
        raise typer.Exit(1)


def _fields(explanation: PageExplanation) -> dict[str, Any]:
    return {name: getattr(explanation, name) for name in PageExplanation.__dataclass_fields__}


def _tell(label: str, outcome: str, reason: str) -> None:
    errors.print(harmless(f"{label}: {outcome}: {reason}"), markup=False, highlight=False, soft_wrap=True)


def show(explanation: PageExplanation, label: str, styles: dict[str, str], console: Console) -> None:
    """Prints the explanation: the article with the words of each type marked, the types, the facts."""
    colour = console.color_system is not None
    marks = [Mark(span, styles[score.name]) for score in explanation.types for span in score.evidence]

    def say(text: Text) -> None:
        console.print(text, highlight=False, soft_wrap=True)

    say(Text(harmless(f"{label} {explanation.url or ''}".strip()), style="dim"))
    headline = marked(explanation.headline, [mark for mark in marks if mark.span.field == "headline"], colour=colour)
    headline.stylize_before("bold")
    say(headline)
    say(marked(explanation.text, [mark for mark in marks if mark.span.field == "text"], colour=colour))
    say(Text(f"\nType: {explanation.type}", style=styles.get(explanation.type, "bold")))
    for reasons in explanation.reasons:
        for line in _type_lines(reasons, styles[reasons.name]):
            say(line)
    for kind, type_name in FACTS.items():
        for fact in getattr(explanation.facts, kind):
            style = styles.get(type_name, "bold")
            words = Text(f"\nFact, {fact.confidence:.0%} sure: ", style=style)
            say(words + Text(harmless(fact_in_words(kind, {name: getattr(fact, name) for name in _names(fact)}))))
            for before, spans in (("  ", fact.evidence), ("  completed by: ", fact.context)):
                for span in spans:
                    say(Text(before) + in_context(getattr(explanation, span.field), Mark(span, style), colour=colour))
    console.print()


def _names(fact: Any) -> list[str]:
    return [name for name in fact.__dataclass_fields__ if name not in ("evidence", "context")]


def _type_lines(reasons: TypeExplanation, style: str) -> list[Text]:
    verdict = "yes" if reasons.applies else "no"
    by_hand = "" if reasons.trained else ", by weights set by hand"
    lines = [
        Text("\n")
        .append(reasons.name, style=style)
        .append(
            f": {verdict}, {reasons.probability:.1%}; that headline and lead are about it "
            f"{reasons.lead_probability:.1%}{by_hand}"
        )
    ]
    lines += [_reason_line("+", reason, "green") for reason in reasons.reasons_for]
    lines += [_reason_line("-", reason, "red") for reason in reasons.reasons_against]
    return [*lines, Text(f"  {harmless(reasons.what_would_change_it)}", style="italic")]


def _reason_line(sign: str, reason: Reason, style: str) -> Text:
    line = Text(f"  {sign}{abs(reason.weight):5.2f} ", style=style)
    line.append(reason.sign, style="bold").append(f" ({reason.meaning}) in {', '.join(reason.places)}")
    words = "; ".join(_quoted(span) for span in reason.spans)
    return line.append(f": {words}", style="dim") if words else line


def _quoted(span: Span, most: int = 60) -> str:
    words = " ".join(harmless(span.quote).split())
    return f"“{words if len(words) <= most else words[: most - 1] + '…'}”"
