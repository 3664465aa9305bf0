"""Reads `facts.figures` out of a document, sentence by sentence and table by table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Figure
from pipeline.document import Document
from pipeline.facts.figures.acting_names import with_acting_companies
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.forms import figure_forms
from pipeline.facts.figures.neighbouring_values import only_looks_back, told_afterwards
from pipeline.facts.figures.other_measures import tells_other_measures
from pipeline.facts.figures.passage import Passage, neighbours, within
from pipeline.facts.figures.ranking.rankers import Rankers, learned_rankers
from pipeline.facts.figures.read_context import read_context
from pipeline.facts.figures.sentence_rows import sentence_rows
from pipeline.facts.figures.sound_companies import sound_companies
from pipeline.facts.figures.subjects import SubjectFinder
from pipeline.facts.figures.tables import group_rows, read_table
from pipeline.facts.headline_company import with_headline_company
from pipeline.facts.people import PersonMention
from pipeline.facts.periods import find_periods
from pipeline.facts.places import HOME
from pipeline.facts.unlisted_makers import with_unlisted
from pipeline.organizations.mention import OrganizationMention

_LONGEST_HEADING = 60
_LONGEST_PLACE = 30
_ROUND_DIGITS = 3
"""A headline's number with no more digits than these is round."""
_SHARES_REACH = 4
"""How many sentences on a sentence on market shares is still meant."""
_SPOKEN_REACH = 10
"""How many sentences before "the maker" may be named."""
_LABELS = re.compile(r"[ \u00a0]?(?::|[–—])[ \u00a0]")
"""Behind the place that labels a paragraph."""
_LEAST_CONFIDENCE = 0.1
"""Below this a row is wrong more often than right, and is not told."""


def read_figures(
    document: Document,
    organizations: Sequence[OrganizationMention],
    rankers: Rankers | None = None,
    people: Sequence[PersonMention] = (),
) -> list[Figure]:
    """Every row the text states, in the order of the text, each with its evidence.

    A row is read from one sentence, from one and the sentence before it, or from a
    table row with its header. Period, geography and maker may come from headline,
    heading or lead, which stand over every sentence; their words are in the evidence then.

    Args:
        document: headline and text.
        organizations: those the document names.
        rankers: what was learned of numbers and their fields; as in the package where none are given.
        people: those the document names, of whom no figure is told.
    """
    rankers = rankers or learned_rankers()
    known = sound_companies(document, with_headline_company(document, with_unlisted(document, organizations)))
    passages = _passages(document, with_acting_companies(document, known))
    context = read_context(passages, document.published)
    context.people = _names_of(people)
    context.content = f"{document.headline}\n{document.text}"
    tables = dict(group_rows(passages))
    found: list[Figure] = []
    last_share, last_row, counted = -_SHARES_REACH - 1, -1, passages[0] if passages else None
    for index, passage in enumerate(passages):
        _notice_heading(passage, context)
        recent = passages[max(0, index - _SHARES_REACH) : index]
        context.earlier = passages[max(0, index - _SPOKEN_REACH) : index]
        context.speaks_of_shares = index - last_share <= _SHARES_REACH or any(one.speaks_of_shares for one in recent)
        if index in tables:
            caption = passages[index - 1] if index else None
            found.extend(read_table(tables[index], caption, context))
        elif tells_other_measures(passages, index):
            continue
        elif passage.has_numbers and passage.is_readable and not passage.sentence.is_row:
            before = neighbours(passages, index)
            last = found[-1] if found and before and index - 1 == last_row else None
            if last and only_looks_back(passage):
                last_row = index
                continue
            told = told_afterwards(passage, counted, last)
            if told:
                found[-1] = told
                continue
            rows = sentence_rows(passage, before, context, document.published, rankers)
            found.extend(rows)
            if rows:
                last_row, counted = index, passage
            if any(one.metric == "market_share" for one in rows):
                last_share = index
    return _once(found)


def _names_of(people: Sequence[PersonMention]) -> frozenset[str]:
    """Full names and family names."""
    return frozenset(part for one in people for part in (one.name, one.name.rsplit(maxsplit=1)[-1]))


def _passages(document: Document, organizations: Sequence[OrganizationMention]) -> list[Passage]:
    forms = figure_forms(document.language)
    # Headline and text are read together, so that a year in the one dates a month in the other.
    periods = find_periods(f"{document.headline}\n{document.text}", document.language, document.published)
    finder = SubjectFinder(document, organizations, forms)
    passages = []
    for sentence in document.all_sentences:
        shift = 0 if sentence.field == "headline" else len(document.headline) + 1
        inside = within(periods, sentence, shift)
        passages.append(Passage(sentence, forms, document.language, inside, finder))
    return passages


def _notice_heading(passage: Passage, context: Context) -> None:
    """Keeps the maker or model of a heading for the sentences under it."""
    sentence = passage.sentence
    if sentence.field == "headline" or sentence.is_row:
        return
    opening = next((one for one in passage.places if one.start == 0 and not one.adjective), None)
    if opening and opening.code not in (None, HOME, "World") and _LABELS.match(passage.text, opening.end):
        context.place, context.place_span = opening.code, sentence.span(0, opening.end)  # "Pays-Bas – 12 000 …"
        return
    only = passage.places[0] if len(passage.text) <= _LONGEST_PLACE and len(passage.places) == 1 else None
    if (
        only
        and only.code not in (None, HOME)
        and not passage.text.replace(passage.text[only.start : only.end], "").strip(" .:")
    ):
        context.place, context.place_span = only.code, sentence.span(only.start, only.end)  # "Pays-Bas. 12 000 …"
    if len(sentence.text) <= _LONGEST_HEADING and sentence.text[-1] not in ".!?…»":
        actors = [one for one in passage.subjects if one.kind in ("maker", "model")]
        context.heading = actors[0] if len(actors) == 1 and not passage.quantities_of_note else None
        context.heading_span = sentence.span(actors[0].start, actors[0].end) if context.heading else None


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """Each number once: of two rows with the same value the text's before the headline's, then the surer."""
    best: dict[tuple[str, float | None, bool], Figure] = {}
    for figure in figures:
        known = best.get(_key(figure))
        if known is None or _rank(figure) > _rank(known):
            best[_key(figure)] = figure
    kept = [figure for figure in figures if best[_key(figure)] is figure and figure.confidence >= _LEAST_CONFIDENCE]
    return [figure for figure in kept if _stands_in_text(figure) or not any(_rounds(figure, other) for other in kept)]


def _stands_in_text(figure: Figure) -> bool:
    return any(span.field == "text" and any(sign.isdigit() for sign in span.quote) for span in figure.evidence)


def _rounds(title: Figure, exact: Figure) -> bool:
    """Whether a number of the headline alone only rounds one that the text gives exactly: "more than 60,000"."""
    alike = title.unit == exact.unit == "vehicles" and title.forecast == exact.forecast
    if not alike or title.value is None or exact.value is None or title.value == exact.value:
        return False
    marked = f"{title.value:.0f}".rstrip("0")
    return len(marked) <= _ROUND_DIGITS and title.value <= exact.value * 1.005 <= title.value * 1.05


def _key(figure: Figure) -> tuple[str, float | None, bool]:
    return figure.unit, figure.value, figure.forecast


def _rank(figure: Figure) -> tuple[bool, bool, float]:
    in_text = any(span.field == "text" for span in figure.evidence)
    return in_text, figure.change_pct is not None, figure.confidence
