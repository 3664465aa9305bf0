"""Reads the context of an article out of its headline and lead."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.figures.chosen import Chosen
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.context_period import read_period
from pipeline.facts.figures.context_place import read_first_market, read_home_market, read_place
from pipeline.facts.figures.context_topic import read_maker, read_topic
from pipeline.facts.figures.headline_region import headline_region
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.percentages import find_percentages
from pipeline.facts.places import find_nationality, readers_country

_LEAD_SENTENCES = 3
_RIVALS = 2
_OPENING_SENTENCES = 8
"""Sentences in which a dealer is called one."""


def read_context(passages: Sequence[Passage], published: str | None) -> Context:
    """The context that headline and lead give; a year after that of publication is the target's alone."""
    context = Context()
    headline = [one for one in passages if one.sentence.field == "headline"]
    lead = [one for one in passages if one.sentence.field == "text" and not one.sentence.is_row][:_LEAD_SENTENCES]
    context.headline, context.lead = next(iter(headline), None), next(iter(lead), None)
    read_maker(context, headline)
    read_topic(context, headline)
    read_place(context, headline, lead)
    read_period(context, headline, lead, published)
    if passages:
        context.home, context.home_towns = readers_country(
            "\n".join(one.text for one in passages), passages[0].language
        )
    context.seat = next(
        (found.code for one in (*headline, *lead) if (found := find_nationality(one.text, one.language))), None
    )
    if context.place is None and context.is_market:
        read_home_market(context, passages)
    _read_change(context, headline)
    read_first_market(context, (*headline, *lead))
    if context.is_market and headline:
        region = headline_region(headline[0], [one for one in passages if one.sentence.field == "text"])
        context.region = Chosen(*region, 0.7, kind="place") if region else None
    context.rivals = _has_rivals(context, passages)
    context.lets = any(one.forms.lessors.search(one.text) for one in (*headline, *lead))
    context.deals = _is_of_a_dealer(context, headline, lead, passages)
    context.auctions = any(one.forms.auctions.search(one.text) for one in (*headline, *lead))
    context.market_lead = _opens_with_a_market(lead)
    for passage in (*headline, *lead):
        if passage.metric_words and not context.metric:
            context.metric = passage.metric_words[0][0]
    if context.metric is None:
        context.counts_otherwise = any(one.forms.excluded.search(one.text) for one in (*headline, *lead))
        context.body_metric = next((one.metric_words[0][0] for one in passages if one.metric_words), None)
    if context.metric is None and any(
        one.kind == "market" and not passage.forms.kinds.fullmatch(one.text)
        for passage in (*headline, *lead)
        for one in passage.subjects
    ):
        context.metric = "registrations"  # what a market is counted in
    return context


def _has_rivals(context: Context, passages: Sequence[Passage]) -> bool:
    """Whether sentences with numbers name two or more makers besides the headline's."""
    topic = context.maker
    if topic is None:
        return False
    counting = [one for one in passages if one.sentence.field == "text" and one.quantities_of_note]
    others = {
        one.name
        for passage in counting
        for one in passage.subjects
        if one.kind in ("maker", "model") and one.name != topic.name
    }
    return len(others) >= _RIVALS


def _is_of_a_dealer(
    context: Context, headline: Sequence[Passage], lead: Sequence[Passage], passages: Sequence[Passage]
) -> bool:
    """Whether a company of no table opens headline and text, which speak of showrooms, used cars or "the dealer"."""
    opening = (*headline, *lead)
    named = [subject for one in opening for subject in one.subjects if subject.kind == "maker"]
    if not named or named[0].listed or (context.maker and context.maker.listed):
        return False
    if any(
        one.forms.dealings.search(one.text) or any(subject.segment == "used" for subject in one.subjects)
        for one in opening
    ):
        return True
    return any(one.forms.the_dealer.search(one.text) for one in passages[:_OPENING_SENTENCES])


def _read_change(context: Context, headline: Sequence[Passage]) -> None:
    for passage in headline:
        changes, _ = find_percentages(passage, shares_expected=False)
        if len(changes) == 1 and not any(one.kind == "count" for one in passage.quantities):
            context.headline_change = changes[0].value, passage.sentence.span(changes[0].start, changes[0].end)


def _opens_with_a_market(lead: Sequence[Passage]) -> bool:
    """Whether what stands up to the first number is about a segment or a market, and names no maker."""
    of_a_market = False
    for passage in lead:
        named = any(one.kind in ("maker", "model") for one in passage.subjects)
        if named or passage.forms.same_maker.search(passage.text):
            return False
        of_a_market = of_a_market or any(one.kind in ("segment", "market") for one in passage.subjects)
        if any(one.kind in ("count", "percent") for one in passage.quantities):
            return of_a_market
    return False
