"""Statements become rows: the year and the regulation are settled, the outcome is drawn, doubles fall away."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Compliance, ComplianceOutcome, ComplianceRule, Span
from pipeline.document import Document
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.regulations import regulation_in, regulation_of
from pipeline.facts.compliance.statements import Statement
from pipeline.facts.compliance.target_years import nearest_year, page_year
from pipeline.facts.compliance.vocabulary import MARKET

_CONFIDENCE = {"verdict": 0.85, "grams": 0.8, "fine": 0.75, "pool": 0.65, "policy": 0.6, "table": 0.85}
"""How often a row on that basis is right as a whole."""
_CARRIED, _UNSURE = 0.15, 0.2


def rows_of(document: Document, readings: Sequence[Reading], statements: Sequence[Statement]) -> list[Compliance]:
    """The rows of a page in the order of the text."""
    if not _speaks_of_fleets(readings):
        return []
    published = int(document.published[:4]) if document.published else None
    page_rule = regulation_of([one.cues for one in readings], has_headline=bool(document.headline))
    page = page_year([(one.years, one.cues) for one in readings], published)
    provisional = any(one.has("provisional") for one in readings)
    rows: list[Compliance] = []
    ordered = sorted(statements, key=lambda one: (min(one.window), one.body.start))
    for statement in ordered:
        reading = readings[min(statement.window)]
        year = _year(statement, readings, page)
        outcome = _outcome(statement, readings, year, published, provisional=provisional)
        if _says_nothing(statement, outcome):
            continue
        rows.append(
            Compliance(
                organization=_name(statement, readings),
                year=year,
                target_g_km=statement.target,
                actual_g_km=statement.actual,
                gap_g_km=statement.gap,
                outcome=outcome,
                penalty_eur=statement.euro,
                rule=_rule(reading, page_rule),
                confidence=_confidence(statement),
                evidence=_evidence(statement, readings),
            )
        )
    return without_doubles(rows)


def without_doubles(rows: Sequence[Compliance]) -> list[Compliance]:
    """The rows without those that say nothing beyond another of the same body and year."""
    return [
        row
        for place, row in enumerate(rows)
        if not any(
            other is not row and _covers(other, row) and (not _covers(row, other) or before < place)
            for before, other in enumerate(rows)
        )
    ]


def _covers(more: Compliance, less: Compliance) -> bool:
    return (
        _same_body(more, less)
        and (more.year == less.year or less.year is None)
        and (less.outcome in (more.outcome, "unknown"))
        and all(
            getattr(less, name) in (None, getattr(more, name))
            for name in ("target_g_km", "actual_g_km", "gap_g_km", "penalty_eur")
        )
    )


def _same_body(one: Compliance, other: Compliance) -> bool:
    first, second = (one.organization or "").casefold(), (other.organization or "").casefold()
    return first == second or f" {first} " in f" {second} " or f" {second} " in f" {first} "


def _year(statement: Statement, readings: Sequence[Reading], page: int | None) -> int | None:
    if statement.year:
        return statement.year
    settled = statement.outcome in ("met", "missed") or statement.fined
    for number in sorted(statement.window, reverse=True):
        found = nearest_year(readings[number].years, statement.place, latest=settled)
        if found:
            return found
    first = min(statement.window)
    if first and readings[first - 1].sentence.paragraph == readings[first].sentence.paragraph:
        years = [one for one in readings[first - 1].years if not one.baseline]
        if years:
            return years[-1].last if settled else years[-1].year
    return page


def _outcome(
    statement: Statement, readings: Sequence[Reading], year: int | None, published: int | None, *, provisional: bool
) -> ComplianceOutcome:
    open_year = bool(year and published and year >= published) or (not published and provisional)
    outcome = statement.outcome
    if outcome is None or (outcome == "unknown" and statement.basis == "grams"):
        outcome = _from_numbers(statement, readings, year)
    if outcome == "missed" and open_year and not statement.fined:
        return "at_risk"
    return outcome


def _from_numbers(statement: Statement, readings: Sequence[Reading], year: int | None) -> ComplianceOutcome:
    if statement.body.kind == "market":
        return "unknown"
    if statement.gap is not None:
        return "missed" if statement.gap > 0 else "met"
    if statement.fined:
        return "missed"
    if statement.target is None or statement.actual is None:
        return "unknown"
    if statement.actual <= statement.target:
        return "met"
    measured = [one.year for number in statement.window for one in readings[number].years if not one.baseline]
    return "at_risk" if year and measured and min(measured) < year else "missed"


def _says_nothing(statement: Statement, outcome: ComplianceOutcome) -> bool:
    if statement.basis == "policy" or outcome != "unknown" or statement.outcome == "unknown":
        return False
    return statement.target is None and statement.actual is None and statement.gap is None


def _speaks_of_fleets(readings: Sequence[Reading]) -> bool:
    return any(one.has("norm", "objective", "ceiling", "pool") for one in readings) or any(
        one.has("fleet") and one.grams for one in readings
    )


def _name(statement: Statement, readings: Sequence[Reading]) -> str:
    """The name as written; a market named by an adjective takes the noun where the page has it."""
    body = statement.body
    if body.kind != "market":
        return body.name
    label = MARKET + body.key.removeprefix("market-")
    nouns = [
        reading.sentence.text[cue.start : cue.end] for reading in readings for cue in reading.cues if cue.label == label
    ]
    return body.name if body.name in nouns or not nouns else nouns[0]


def _rule(reading: Reading, page: ComplianceRule) -> ComplianceRule:
    return regulation_in(reading.cues, page)


def _confidence(statement: Statement) -> float:
    value = _CONFIDENCE[statement.basis]
    value -= _CARRIED if statement.carried else 0.0
    value -= 0.0 if statement.sure else _UNSURE
    return round(max(value, 0.05), 2)


def _evidence(statement: Statement, readings: Sequence[Reading]) -> list[Span]:
    return [
        readings[number].sentence.span(0, len(readings[number].sentence.text)) for number in sorted(statement.window)
    ]
