"""Targets that are set, tightened, eased or put off: rows for those whom they bind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.binding import is_institution
from pipeline.facts.compliance.bodies import Body, Group
from pipeline.facts.compliance.protagonists import Protagonists
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.scope import is_elsewhere
from pipeline.facts.compliance.statement import Statement
from pipeline.facts.compliance.vehicle_policies import opens_with_vehicles
from pipeline.facts.compliance.vocabulary import MARKET

_GENITIVE = 3
"""Characters between a market and its makers."""


def policy_statements(readings: Sequence[Reading], taken: Sequence[Statement], page: Protagonists) -> list[Statement]:
    """The rows of a page, without the sentences that tell of one organization.

    Args:
        readings: the sentences of the page.
        taken: the statements already read from them.
        page: whom the page is about, where a sentence names nobody.
    """
    found = list(_set_targets(readings, taken, page))
    makers = any(one.body.kind == "makers" for one in (*taken, *found))
    single = any(one.body.kind == "organization" for one in taken)
    # A headline on "the makers' CO2 in 2020" announces what follows of each.
    text = [(number, one) for number, one in enumerate(readings) if not (single and one.sentence.field == "headline")]
    return found if makers else [*found, *_at_large(text)]


def _set_targets(readings: Sequence[Reading], taken: Sequence[Statement], page: Protagonists) -> Iterator[Statement]:
    """Each target that a sentence sets, tightens, eases or puts off."""
    spoken = {number for one in taken if one.body.kind == "organization" for number in one.window}
    bound: list[Group] = []
    announced = bool(readings) and readings[0].sentence.field == "headline" and readings[0].has("policy")
    for number, reading in enumerate(readings):
        if is_elsewhere(reading):
            continue
        aims = reading.has("objective", "ceiling", "norm") or any(one.role == "target" for one in reading.grams)
        aims = aims or (reading.has("topic") and reading.has("obligation", "required") and bool(reading.percentages))
        dated = bool(reading.years) and reading.has("makers")
        aims = aims or (reading.has("topic") and reading.has("policy") and dated)
        aims = aims or (reading.has("penalty") and reading.has("waived") and bool(reading.years))
        sets = reading.has("policy") or any(one.role == "target" for one in reading.grams)
        sets = sets or (announced and dated) or reading.has("waived")
        cuts = dated and reading.has("topic") and bool(reading.percentages) and _is_to_come(reading)
        aims, sets = aims or cuts, sets or cuts
        if number in spoken or not (aims and sets):
            continue
        groups = _bound_by(reading)
        if groups and groups[0][0].distributive:
            groups = _all_of_them(readings, number, page.market) or groups
        carried = not groups
        # A page on one maker tells the rule as background.
        near = page.market_near(number)
        market: list[Group] = [(near,)] if near and (page.national or page.maker is None) else []
        if not groups and page.national:
            they = readings[number - 1].groups_of_kind("makers") if number and reading.has("they") else []
            groups = they[:1] or market
        groups = groups or _bound_by(readings[number - 1] if number else reading) or bound or market
        bound = groups or bound
        for group in groups:
            if reading.has("vehicles") and reading.percentages and _only_rules(group, reading, carried=carried):
                continue  # "Parliament wants new lorries to emit 15 % less": the rule binds the lorries
            if carried and group[0].kind == "market" and opens_with_vehicles(reading):
                continue  # "Vans start at 210 grams": a class has a limit of its own
            for place, target in _targets(reading):
                yield Statement(group[0], {number}, place, "policy", target=target, outcome="unknown", carried=carried)


def _only_rules(group: Group, reading: Reading, *, carried: bool) -> bool:
    """Whether a market is none that the sentence names as bound, but who rules it."""
    return group[0].kind == "market" and (carried or is_institution(group, reading))


def _is_to_come(reading: Reading) -> bool:
    """Whether a sentence tells what must, will or would be."""
    return reading.has("obligation", "required", "conditional", "would", "future")


def _at_large(readings: Sequence[tuple[int, Reading]]) -> Iterator[Statement]:
    """The makers of a page that speaks of no single one, with the first year that it sets beside their target."""
    for number, reading in readings:
        makers = reading.groups_of_kind("makers")
        usable = [year for year in reading.years if not year.baseline]
        alone = makers and not makers[0][0].distributive and not reading.groups_of_kind("organization")
        if alone and usable and reading.has("objective", "ceiling", "norm", "topic") and not is_elsewhere(reading):
            yield Statement(makers[0][0], {number}, usable[0].start, "policy", outcome="unknown")
            return


def _bound_by(reading: Reading) -> list[Group]:
    """Makers in general, and the market where it is named first; the makers of a certain kind before the others."""
    makers = reading.groups_of_kind("makers")
    nouns = {(cue.start, cue.end) for cue in reading.cues if cue.label.startswith(MARKET)}
    markets = [group for group in reading.groups_of_kind("market") if (group[0].start, group[0].end) in nouns]
    if makers and markets and markets[0][0].start < makers[0][0].start:
        of_market = makers[0][0].start - markets[0][0].end <= _GENITIVE  # "Britain's carmakers"
        return [makers[0]] if of_market else [makers[0], markets[0]]
    return makers[:1] or markets[:1]


def _all_of_them(readings: Sequence[Reading], number: int, market: Body | None) -> list[Group]:
    """Whom "each maker" stands for: the market of the sentence, else whom the sentence before names."""
    reading, before = readings[number], readings[max(0, number - 1)]
    markets = [group for group in reading.groups_of_kind("market") if reading.is_noun(group)]
    if markets or before.sentence.paragraph != reading.sentence.paragraph:
        return markets[:1]
    of_page = [group for group in before.groups_of_kind("market") if market and group[0].key == market.key]
    named = (before.groups_of_kind("makers") or of_page or _bound_by(before))[:1]
    return [group for group in named if not group[0].distributive and not is_institution(group, before)]


def _targets(reading: Reading) -> list[tuple[int, float | None]]:
    """Places to look for the year, with the grams; each percentage with a year of its own is a target."""
    grams = [(one.end, one.value) for one in reading.grams if one.role == "target"]
    if grams:
        return list(grams)
    usable = [year for year in reading.years if not year.baseline]
    cuts = [
        year.start
        for year in usable
        if any(-40 <= year.start - end <= 25 or 0 <= start - year.end <= 25 for start, end in reading.percentages)
    ]
    if cuts:
        return [(place, None) for place in cuts]
    first = min(usable, key=lambda year: year.year, default=None)
    return [(first.start if first else 0, None)]
