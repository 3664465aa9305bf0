"""One readable line for a message, whatever its topic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from rich.text import Text

TYPE_STYLES = {"appointment": "cyan", "sales_figures": "green", "co2_compliance": "yellow", "other": "dim"}


def readable_line(record: Any) -> Text:
    """The line: the position, then what the message says. Text of pages is shown as text, never obeyed."""
    line = Text(f"{record.partition}:{record.offset} ", style="dim")
    try:
        value = orjson.loads(record.value) if record.value is not None else None
    except orjson.JSONDecodeError:
        return line + _raw(record)
    if not isinstance(value, dict):
        return line + _raw(record)
    if "outcome" in value:
        return line + _outcome(value)
    if "schema_version" in value and "text" in value:
        return line + article_line(value)
    return line + Text(_one_line(orjson.dumps(value).decode(), 300))


def article_line(article: Mapping[str, Any]) -> Text:
    """Type, headline and main fact of an article."""
    kind = str(article.get("type"))
    line = Text(f"{kind:<15} ", style=TYPE_STYLES.get(kind, ""))
    line.append(_one_line(article.get("headline") or article.get("url") or article.get("id"), 90), style="bold")
    fact = main_fact(article)
    return line + Text(f"  {fact}") if fact else line


def main_fact(article: Mapping[str, Any]) -> str:
    """The first fact of the article's own type, in words; empty where there is none."""
    facts = article.get("facts") or {}
    order = {"appointment": "moves", "sales_figures": "figures", "co2_compliance": "compliance"}
    first = order.get(str(article.get("type")), "moves")
    for kind in (first, "moves", "figures", "compliance"):
        if facts.get(kind):
            return _one_line(fact_in_words(kind, facts[kind][0]), 120)
    return ""


def fact_in_words(kind: str, fact: Mapping[str, Any]) -> str:
    """A fact of `moves`, `figures` or `compliance` as a few words."""
    return {"moves": _move, "figures": _figure, "compliance": _compliance}[kind](fact)


def _move(move: Mapping[str, Any]) -> str:
    where = f" at {move['organization']}" if move["organization"] else ""
    when = f", {move['effective_date']}" if move["effective_date"] else ""
    after = f", after {move['predecessor']}" if move["predecessor"] else ""
    return f"{move['person']} {move['event']}: {move['role'] or 'a position'}{where}{when}{after}"


def _figure(figure: Mapping[str, Any]) -> str:
    value = figure["value"]
    amount = "" if value is None else f"{value:g} %" if figure["unit"] == "percent" else f"{value:,.0f}"
    change = "" if figure["change_pct"] is None else f" ({figure['change_pct']:+g} %)"
    place = ", ".join(str(figure[name]) for name in ("geography", "period") if figure[name])
    forecast = " expected" if figure["forecast"] else ""
    return f"{figure['subject'] or '?'}: {amount} {figure['metric']}{forecast}{change}" + (
        f", {place}" if place else ""
    )


def _compliance(row: Mapping[str, Any]) -> str:
    said = [
        f"{label} {row[name]:g} g/km"
        for name, label in (("actual_g_km", "at"), ("target_g_km", "target"), ("gap_g_km", "gap"))
        if row[name] is not None
    ]
    year = f" {row['year']}" if row["year"] else ""
    return f"{row['organization'] or '?'}{year}: {row['outcome']}" + (f", {', '.join(said)}" if said else "")


def _outcome(outcome: Mapping[str, Any]) -> Text:
    name = str(outcome["outcome"])
    style = "green" if name == "enriched" else "dim" if name == "other" else "yellow"
    line = Text(f"{name:<12} ", style=style)
    line.append(_one_line(outcome.get("url") or outcome.get("article_id") or "", 100))
    if outcome.get("reason"):
        line.append(f"  {_one_line(outcome['reason'], 120)}", style="dim")
    return line


def _raw(record: Any) -> Text:
    headers = {name: (content or b"").decode("utf-8", "replace") for name, content in record.headers}
    what = headers.get("dlq-error") or headers.get("url") or ""
    size = len(record.value or b"")
    return Text(f"{size:>9,} bytes  {headers.get('dlq-reason', '')}  {_one_line(what, 120)}")


def _one_line(text: object, width: int) -> str:
    """The text on one line, without control characters, cut to the width."""
    words = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return words if len(words) <= width else words[: width - 1] + "…"
