"""Which bodies and years of a page are rows, chosen by learned weights among all it names.

The rules' own verdict is one of many features. A row that the rules read keeps its year, its numbers and its evidence,
and its outcome unless another is much likelier; it is dropped where its body is unlikely to have one. One they did not
read has the numbers of its name's sentence.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.article import Compliance
from pipeline.facts.compliance.body_features import body_features, numbers_of
from pipeline.facts.compliance.evidence import holds
from pipeline.facts.compliance.left_numbers import with_left_numbers
from pipeline.facts.compliance.new_rows import new_row
from pipeline.facts.compliance.number_choice import with_numbers
from pipeline.facts.compliance.number_features import PageNumbers
from pipeline.facts.compliance.outcome_bounds import open_outcomes
from pipeline.facts.compliance.outcome_features import outcome_features
from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.possible_bodies import IN_TABLE, PossibleBody, possible_bodies
from pipeline.facts.compliance.ranked_doubles import without_doubles
from pipeline.facts.compliance.signs import PageSigns
from pipeline.facts.compliance.weights import OUTCOMES, RankerWeights, learned_weights, logistic, shares
from pipeline.facts.compliance.year_features import PageYears
from pipeline.facts.people import PersonMention

_OUTCOME_MARGIN, _OF_ITS_WORDS = 0.2, 0.6
"""By how much likelier another outcome must be than that of the rules, and than one that a verb or a pool gives."""
_FITS_LEAST = 0.7
"""How likely the year of a row must be beside the likeliest one."""
_OF_NUMBERS = 0.05
"""The same where a body has several rows, and this one has numbers: they are seldom of another year."""
_OTHER_LEAST, _OTHER_PART, _OTHER_SURE = 0.2, 0.3, 0.15
"""How likely a further year must be, how likely beside the likeliest one, and how likely a row of it. On articles kept
aside such rows cost as many spare ones as a lower threshold does.
"""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A body and year taken for a row."""

    body: PossibleBody
    year: int | None
    probability: float
    told: Compliance | None = None
    """What the rules read of them."""


def ranked_rows(
    page: CompliancePage,
    people: Sequence[PersonMention],
    weights: RankerWeights | None = None,
    *,
    at_least_one: bool = True,
) -> list[Compliance]:
    """The rows of an article known to be about targets, in the order of the text.

    Args:
        page: the article.
        people: the persons named in it; none of them is a maker.
        weights: those to decide by; the learned ones where none are given.
        at_least_one: whether the likeliest row is given where none is likely enough.
    """
    by = weights or learned_weights()
    bodies = possible_bodies(page, people)
    signs = PageSigns(page, bodies)
    years = PageYears(signs)
    chosen = sorted(_choices(signs, years, by, at_least_one=at_least_one), key=lambda one: -one.probability)
    numbers = PageNumbers(signs)
    rows = without_doubles(with_left_numbers(page, [(one.body, _row(years, numbers, one, by)) for one in chosen]))
    return sorted(rows, key=lambda row: (row.evidence[0].field != "headline", row.evidence[0].start))


def _choices(signs: PageSigns, years: PageYears, by: RankerWeights, *, at_least_one: bool) -> list[_Choice]:
    """Those taken for rows; the likeliest one where none is likely enough and the article is known to tell of some."""
    of_the_page = [by.year.total(years.of_the_page(year)) for year in years.possible]
    taken: list[_Choice] = []
    left: list[tuple[bool, float, PossibleBody]] = []
    for body in signs.bodies:
        if not body.rows and all(place.number == IN_TABLE for place in body.places):
            continue  # of a table that the rules do not read
        probability = logistic(by.body.total(body_features(signs, body)))
        told = bool(body.rows)
        if probability >= (by.threshold_of_read if told else by.threshold):
            parts = _shares_of_years(years, body, of_the_page, by)
            # A doubtful year makes a row less sure, but half as much as a doubtful body.
            if told or probability * max(parts.values()) ** 0.5 >= by.threshold:
                taken += _of_body(body, probability, parts)
                continue
        if body.kind != "proposed":
            left.append((told, probability, body))
    if not taken and left and at_least_one:  # what the rules read too is firmer than what is only likely
        _, probability, body = max(left, key=lambda one: one[:2])
        return _of_body(body, probability, _shares_of_years(years, body, of_the_page, by))
    return taken


def _shares_of_years(
    years: PageYears, body: PossibleBody, of_the_page: Sequence[float], by: RankerWeights
) -> dict[int | None, float]:
    """How likely each year is for a body."""
    own = [by.year.total(years.of_the_body(body, year)) for year in years.possible]
    return dict(zip(years.possible, shares([sum(both) for both in zip(of_the_page, own, strict=True)]), strict=True))


def _of_body(body: PossibleBody, probability: float, parts: Mapping[int | None, float]) -> list[_Choice]:
    """The rows of a body: what the rules read of the years it may mean, else the likeliest; and those as likely."""
    year, part = max(parts.items(), key=lambda one: one[1])
    alone = len(body.rows) == 1
    fitting = [
        row
        for row in body.rows  # what the rules read belongs together, its year too
        if parts.get(row.year, 0.0) >= _FITS_LEAST * part
        or (numbers_of(row) and not alone and parts.get(row.year, 0.0) >= _OF_NUMBERS * part)
    ]
    chosen = [_Choice(body, row.year, probability * parts.get(row.year, 0.0), row) for row in fitting]
    if not chosen:
        told = max(body.rows, key=lambda row: row.confidence, default=None)
        chosen = [_Choice(body, year, probability * part, told and replace(told, year=year))]
    return [*chosen, *_of_other_years(body, probability, parts, {one.year for one in chosen})]


def _of_other_years(
    body: PossibleBody, probability: float, parts: Mapping[int | None, float], known: Container[int | None]
) -> list[_Choice]:
    """Rows of further years hardly less likely than the likeliest: "met in 2020 and missed in 2021"."""
    if None in known or all(place.number == IN_TABLE for place in body.places):
        return []
    least = max(_OTHER_LEAST, _OTHER_PART * max(parts.values()))
    return [
        _Choice(body, year, probability * part)
        for year, part in parts.items()
        if year is not None and year not in known and part >= least and probability * part >= _OTHER_SURE
    ]


def _row(years: PageYears, numbers: PageNumbers, choice: _Choice, by: RankerWeights) -> Compliance:
    signs, told = years.signs, choice.told
    confidence = round(max(choice.probability, 0.05), 2)
    features = outcome_features(signs, years, choice.body, choice.year, told)
    likely = dict(zip(OUTCOMES, shares([by.outcomes[one].total(features) for one in OUTCOMES]), strict=True))
    if told is None:
        row = new_row(signs, choice.body, choice.year, confidence, by)
        row = with_numbers(numbers, choice.body, row, None, by.numbers)
        may = open_outcomes(row, signs.page.settings.published)
        return replace(row, outcome=max(may, key=likely.__getitem__))
    settled = _is_settled(signs.page, told)
    before = open_outcomes(told, signs.page.settings.published, settled=settled)
    counted = with_numbers(numbers, choice.body, told, told, by.numbers)
    settled = _is_settled(signs.page, counted)
    may = open_outcomes(counted, signs.page.settings.published, settled=settled)
    unsaid = told.outcome == "unknown" and choice.body.kind == "market"  # its numbers say more
    if told.outcome in may or told.outcome not in before or unsaid:
        told = counted
    else:  # what the rules read as one is not torn apart by a number from elsewhere
        told, may = replace(told, penalty_eur=counted.penalty_eur), before
    outcome = max(may, key=likely.__getitem__)
    kept = told.outcome in may and likely[outcome] - likely[told.outcome] <= _margin_of(choice.body, told)
    if kept and told.outcome == "met" and _only_would_have_cost(signs.page, told):
        told = replace(told, penalty_eur=None)  # the sum is what that spared it: "avoided a fine of 500 million"
    return replace(told, outcome=told.outcome if kept else outcome, confidence=confidence)


def _is_settled(page: CompliancePage, row: Compliance) -> bool:
    """Whether a row tells of a miss, or of a bill to come, and its sentences of nothing that only would have been."""
    own = [one for one in page.readings if any(holds(span, one.sentence) for span in row.evidence)]
    billed = any(one.has("future") and one.has("penalty") for one in own)
    return ((row.gap_g_km or 0) > 0 or billed) and not any(one.has("would") for one in own)


def _only_would_have_cost(page: CompliancePage, row: Compliance) -> bool:
    """Whether the row's sentences with a sum tell what would have been: "avoided a fine that could have reached"."""
    own = [one for one in page.readings if any(holds(span, one.sentence) for span in row.evidence)]
    return any(one.has("would") for one in own if one.fines or one.sums)


def _margin_of(body: PossibleBody, told: Compliance) -> float:
    same = (one for one in body.told if (one.row.year, one.row.outcome) == (told.year, told.outcome))
    return _OF_ITS_WORDS if any(one.basis in ("verdict", "pool") for one in same) else _OUTCOME_MARGIN
