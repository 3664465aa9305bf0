"""What speaks for a body having a row: who it is, where it stands, what stands around it, what the rules say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.article import Compliance
from pipeline.facts.compliance.binding import is_helper, is_institution
from pipeline.facts.compliance.bodies import Group, same_body
from pipeline.facts.compliance.possible_bodies import IN_TABLE, Place, PossibleBody, is_unlisted
from pipeline.facts.compliance.protagonists import is_market_of
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.signs import PageSigns, step

MOST_PLACES = 8
"""Places of a name that are looked at."""
NUMBERS = ("target_g_km", "actual_g_km", "gap_g_km", "penalty_eur")
RULES = "rules"
"""Begins every feature that tells what the rules say."""
_NEAR, _BESIDE = 60, 3
"""Characters between a name and what stands near it, or right beside it."""
_SUBJECT, _OPENS = 40, 3
"""Characters of a sentence in which its subject stands."""


def body_features(signs: PageSigns, body: PossibleBody) -> set[str]:
    """The features of a body, by name."""
    found = {*_of_the_page(signs, body), *_of_the_rules(signs, body)}
    places = body.places[:MOST_PLACES]
    counts: Counter[str] = Counter()
    for place in places:
        counts.update(place_features(signs, body, place))
    found.update(counts)
    if body.kind != "organization":
        found.update(f"{body.kind}, {name}" for name in counts)
    if len(places) > 1:
        found.update(f"everywhere: {name}" for name, count in counts.items() if count == len(places))
    return found


def place_features(signs: PageSigns, body: PossibleBody, place: Place) -> set[str]:
    """What one place of a name shows."""
    number, start, end = place
    if number == IN_TABLE:
        return {"in a table"}
    reading = signs.page.readings[number]
    found = {*signs.of_surroundings(number)}
    for label, left, right in signs.marks(number):
        distance, side = (left - end, "right") if left >= end else (start - right, "left")
        if 0 <= distance <= _NEAR:
            found.add(f"near {side}: {label}")
            if distance <= _BESIDE:
                found.add(f"beside {side}: {label}")
    found.add("headline" if reading.sentence.field == "headline" else f"text from sentence {step(number, 1, 2, 4, 8)}")
    if start <= _SUBJECT:
        found.add("subject")
    if start <= _OPENS:
        found.add("opens the sentence")
    found.add(f"names {step(sum(map(len, reading.groups)), 1, 2, 3, 5)}")
    if body.kind != "organization" and reading.groups_of_kind("organization"):
        found.add("beside an organization")
    if body.kind == "organization" and reading.groups_of_kind("market"):
        found.add("beside a market")
    for group in reading.groups:
        if any(one.start == start for one in group):
            found.update(_of_group(group, reading))
    return found


def _of_group(group: Group, reading: Reading) -> Iterator[str]:
    yield f"in a list of {step(len(group), 1, 2, 3)}"
    if is_helper(group, reading):
        yield "helper"
    if is_institution(group, reading):
        yield "institution"
    if group[0].kind == "market":
        yield "noun" if reading.is_noun(group) else "adjective"


def _of_the_page(signs: PageSigns, body: PossibleBody) -> Iterator[str]:
    kind, settings, meant = body.kind, signs.page.settings, signs.page.meant
    places = step(len(body.places), 0, 1, 2, 3, 5)
    organizations = step(signs.organizations, 0, 1, 2, 3, 5, 8)
    yield from (f"is {kind}", f"places {places}", f"{kind}, places {places}", f"organizations {organizations}")
    yield f"of {settings.rule}"
    if is_unlisted(body):
        yield "unlisted"
    if body.body is not None and body.body.part:
        yield "a part"
    if any(
        number != IN_TABLE and signs.page.readings[number].sentence.field == "headline" for number, *_ in body.places
    ):
        yield f"{kind} in the headline"
    if len(body.places) == signs.most_places[kind]:
        yield f"most named {kind}"
    if signs.first_of_kind[kind] is body:
        yield f"first {kind}"
    if signs.number_of_kind[kind] == 1:
        yield f"only {kind}"
    if (
        kind == "organization"
        and body.body is not None
        and meant.maker is not None
        and same_body(meant.maker, body.body)
    ):
        yield "the page's only maker"
    if kind != "organization":
        yield f"{kind}, organizations {organizations}"
    if kind == "market" and body.body is not None:
        union = is_market_of(body.body, "eu_fleet")
        yield f"market of {'the' if is_market_of(body.body, settings.rule) else 'another'} rule"
        yield f"{'union' if union else 'nation'}, of {settings.rule}"
        if meant.market is not None and meant.market.key == body.body.key:
            yield "the page's market"
    if not signs.page.speaks_of_fleets:
        yield "the page hardly speaks of fleets"


def _of_the_rules(signs: PageSigns, body: PossibleBody) -> Iterator[str]:
    kind, rows = body.kind, body.rows
    if kind != "organization":
        yield f"{RULES}: {kind}, organizations with rows {step(signs.organizations_with_rows, 0, 1, 2, 3)}"
        yield f"{RULES}: {kind}, others with rows {step(signs.with_rows - bool(rows), 0, 1, 2, 3)}"
    on_page = step(len(signs.page.rows), 0, 1, 2, 3, 4, 6)
    for candidate in body.told:
        seen = "saw" if rows else "dropped"
        by = "tenor" if candidate.basis == "tenor" else "idiom"
        yield f"{RULES} {seen}: {by}"
        yield f"{RULES} {seen}: {by} {candidate.row.outcome}"
    if not rows:
        yield from (f"{RULES}: none", f"{RULES}: none of {kind}", f"{RULES}: none, on the page {on_page}")
        return
    row = max(rows, key=lambda one: one.confidence)
    numbers = numbers_of(row)
    yield from (f"{RULES}: row", f"{RULES}: row of {kind}", f"{RULES}: confidence {row.confidence:.2f}")
    yield from (f"{RULES}: {row.outcome}", f"{RULES}: {kind} {row.outcome}", f"{RULES}: numbers {len(numbers)}")
    yield from (f"{RULES}: {name}" for name in numbers)
    if numbers == ["target_g_km"]:
        yield f"{RULES}: target alone"
    if not numbers:
        yield f"{RULES}: {row.outcome} without numbers"
    yield from (f"{RULES}: rows {step(len(rows), 1, 2)}", f"{RULES}: on the page {on_page}")
    yield f"{RULES}: place {step(signs.page.rows.index(row), 0, 1, 2, 3, 5)}"


def numbers_of(row: Compliance) -> list[str]:
    """Which numbers a row has."""
    return [name for name in NUMBERS if getattr(row, name) is not None]
