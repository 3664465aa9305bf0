"""What speaks for the outcome of a body in a year: the words around its name, whether the year is over, the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Compliance, ComplianceRule
from pipeline.facts.compliance.body_features import RULES, numbers_of
from pipeline.facts.compliance.possible_bodies import IN_TABLE, Place, PossibleBody
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.compliance.year_features import PageYears, tense_of

_MOST_PLACES = 6
_NEAR = 40
_STEM = 6
_OPENING = 2
"""Sentences that say what the page is about."""
_BINDS_FROM: dict[ComplianceRule, int] = {"eu_fleet": 2012, "uk_zev": 2024, "china_nev": 2018}
"""The first year in which a maker could miss the regulation's target."""
_TELLING = frozenset(["policy", "exempt", "waived", "small_makers", "institution"])
"""Signs that tell how things stand, or that a rule is changed."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_CLAUSE_ENDS = re.compile(r"[;:–—|]|, (?=\w+ )|\. ")


def outcome_features(
    signs: PageSigns, years: PageYears, body: PossibleBody, year: int | None, told: Compliance | None
) -> set[str]:
    """The features of an outcome, by name; each sign also beside whether the year is over.

    Args:
        signs: those of the page.
        years: those the page may give its rows.
        body: whose outcome it is.
        year: of which year.
        told: what the rules read of them.
    """
    when = years.when(year)
    tense = tense_of(when)
    found = {f"is {tense}", f"is {body.kind}", f"{body.kind}, {when}", f"is {when}", f"of {signs.page.settings.rule}"}
    found.update(_of_the_rules(body, told, tense))
    found.update(_of_the_page(signs, body, year))
    for place in body.places[:_MOST_PLACES]:
        if place.number == IN_TABLE:
            continue
        for sign in _around(signs, place):
            found.update((sign, f"{sign}, {tense}"))
        found.update(_near(signs, place))
    return found


def stems_of(text: str) -> set[str]:
    """How the words of a text begin, without figures and short words."""
    return {word[:_STEM].lower() for word in _WORD.findall(text)}


def row_of(body: PossibleBody, year: int | None) -> Compliance | None:
    """What the rules read of a body in that year; else what they read of it first."""
    return next((row for row in body.rows if row.year == year), body.rows[0] if body.rows else None)


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends in which a name stands."""
    left, right = 0, len(text)
    for match in _CLAUSE_ENDS.finditer(text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def _of_the_page(signs: PageSigns, body: PossibleBody, year: int | None) -> Iterator[str]:
    """What headline and opening say, and whether the regulation bound anybody by then."""
    readings = signs.page.readings
    for number, reading in enumerate(readings[:_OPENING]):
        part = "headline" if reading.sentence.field == "headline" else "opening"
        yield from (f"{body.kind}, {part}: {sign}" for sign in signs.of_sentence(number) & _TELLING)
    binds = _BINDS_FROM.get(signs.page.settings.rule)
    if binds and year and year < binds:
        yield "before it bound anybody"
    if signs.on_page("exempt"):
        yield "page: exempt"


def _around(signs: PageSigns, place: Place) -> Iterator[str]:
    number, start, end = place
    reading = signs.page.readings[number]
    left, right = clause_of(reading.sentence.text, start, end)
    yield from (f"sentence: {sign}" for sign in signs.of_sentence(number))
    yield from (f"clause: {label}" for label, begins, _ in signs.marks(number) if left <= begins < right)
    yield from (f"word: {word}" for word in stems_of(reading.sentence.text[left:right]))
    yield from (f"sentence word: {word}" for word in stems_of(reading.sentence.text))
    for tone in reading.tones:
        if left <= tone.start < right:
            yield f"clause: tone {tone.outcome}{' expected' if tone.expected else ''}"
    following = number + 1
    if following < len(signs.page.readings):
        behind = signs.page.readings[following]
        same = behind.sentence.paragraph == reading.sentence.paragraph
        if same and not behind.groups_of_kind("organization"):
            yield from (f"sentence behind: {sign}" for sign in signs.of_sentence(following))


def _near(signs: PageSigns, place: Place) -> Iterator[str]:
    for label, left, right in signs.marks(place.number):
        distance, side = (left - place.end, "right") if left >= place.end else (place.start - right, "left")
        if 0 <= distance <= _NEAR:
            yield f"near {side}: {label}"


def _of_the_rules(body: PossibleBody, row: Compliance | None, tense: str) -> Iterator[str]:
    for candidate in body.told:
        yield f"{RULES} saw: {'tenor' if candidate.basis == 'tenor' else 'idiom'} {candidate.row.outcome}"
    if row is None:
        yield from (f"{RULES}: none", f"{RULES}: none, {tense}")
        return
    numbers, outcome = numbers_of(row), row.outcome
    yield from (f"{RULES}: {outcome}", f"{RULES}: {outcome}, {tense}", f"{RULES}: {outcome} of {body.kind}")
    yield from (f"{RULES}: {outcome} {row.confidence:.2f}", f"{RULES}: {outcome}, numbers {len(numbers)}")
    if numbers == ["target_g_km"]:
        yield f"{RULES}: target alone"
    if row.target_g_km is not None and row.actual_g_km is not None:
        side = "over" if row.actual_g_km > row.target_g_km else "under"
        yield from (f"{RULES}: {side} its target", f"{RULES}: {side} its target, {tense}")
    if row.gap_g_km is not None:
        side = "over" if row.gap_g_km > 0 else "under"
        yield from (f"{RULES}: distance {side}", f"{RULES}: distance {side}, {tense}")
    if row.penalty_eur is not None:
        yield f"{RULES}: fine, {tense}"
