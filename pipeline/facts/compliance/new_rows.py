"""Rows of bodies and years that the rules passed over: name, numbers and evidence from the sentence that says most."""

from __future__ import annotations

from pipeline.article import Compliance, Span
from pipeline.facts.compliance.binding import body_of_number
from pipeline.facts.compliance.body_features import place_features
from pipeline.facts.compliance.body_names import name_of
from pipeline.facts.compliance.grams import Grams
from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.possible_bodies import IN_TABLE, Place, PossibleBody
from pipeline.facts.compliance.regulations import regulation_in
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.compliance.weights import RankerWeights


def new_row(signs: PageSigns, body: PossibleBody, year: int | None, confidence: float, by: RankerWeights) -> Compliance:
    """A row that the rules did not read, from the sentence of its name that speaks most for one."""
    page = signs.page
    places = [place for place in body.places if place.number != IN_TABLE]
    best = max(places, key=lambda one: by.body.total(place_features(signs, body, one)))
    grams = {one.role: one.value for one in reversed(_grams_of(page, best))}
    return Compliance(
        organization=_name_at(page, body, best),
        year=year,
        target_g_km=grams.get("target"),
        actual_g_km=grams.get("actual"),
        gap_g_km=grams.get("gap"),
        outcome="unknown",
        penalty_eur=_fine_of(page, best),
        rule=regulation_in(page.readings[best.number], page.settings.rule),
        confidence=confidence,
        evidence=_evidence(page, best.number, year),
    )


def _name_at(page: CompliancePage, body: PossibleBody, place: Place) -> str:
    """What a body is called; makers in general as the row's own sentence calls them."""
    if body.body is None:
        return body.name
    here = (one for group in page.readings[place.number].groups_of_kind("makers") for one in group)
    makers = next((one for one in here if one.start == place.start), None) if body.kind == "makers" else None
    return name_of(makers or body.body, page.readings, page.book, {place.number})


def _grams_of(page: CompliancePage, place: Place) -> list[Grams]:
    """The grams of a sentence that are tied to the name alone."""
    reading = page.readings[place.number]
    owners = [(one, body_of_number(one, reading)) for one in reading.grams]
    return [one for one, group in owners if group and len(group) == 1 and group[0].start == place.start]


def _fine_of(page: CompliancePage, place: Place) -> float | None:
    """The sum in euro of a sentence that names nobody else."""
    reading = page.readings[place.number]
    alone = sum(map(len, reading.groups_of_kind("organization"))) == 1
    return next((fine.euro for fine in reading.fines), None) if alone else None


def _evidence(page: CompliancePage, number: int, year: int | None) -> list[Span]:
    """The sentence, and the one beside it in its paragraph where only that names the year."""
    sentence = page.readings[number].sentence
    found = [number]
    if not _names(page, number, year):
        beside = (one for one in (number - 1, number + 1) if 0 <= one < len(page.readings))
        near = [one for one in beside if page.readings[one].sentence.paragraph == sentence.paragraph]
        found += [one for one in near if _names(page, one, year)][:1]
    sentences = [page.readings[one].sentence for one in sorted(found)]
    return [one.span(0, len(one.text)) for one in sentences]


def _names(page: CompliancePage, number: int, year: int | None) -> bool:
    return any(year in (one.year, one.last) for one in page.readings[number].years)
