"""Why a page became this article: the steps run once more, with their reasons kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from pipeline.article import Facts, TypeScore
from pipeline.classification.classify import Scored, decide, score
from pipeline.classification.explain import TypeExplanation
from pipeline.classification.explain import explain as explain_types
from pipeline.dateline import date_of_text
from pipeline.decoding.decode import decode
from pipeline.document import Document
from pipeline.extraction.extract import extract
from pipeline.fact_reader import FactReader
from pipeline.facts.people import find_people
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.organizations.find import find_organizations
from pipeline.page import RawPage
from pipeline.second_look import look_again


@dataclass(frozen=True, slots=True)
class PageExplanation:
    """An article, its type and its facts, and why."""

    url: str | None
    headline: str
    text: str
    language: str | None
    published: str | None
    """What relative dates were counted from."""
    type: str
    types: list[TypeScore]
    """The types it was given, with the words that speak for each."""
    reasons: list[TypeExplanation]
    """Every type that was looked for, most probable first: what counts for and against it."""
    facts: Facts


def explain_page(
    page: RawPage, *, limits: Limits = DEFAULT_LIMITS, extra_types: Collection[str] = ()
) -> PageExplanation:
    """The article on the page, as `process` reads it, with the reasons.

    Args:
        page: the page as fetched.
        limits: how large the page may be.
        extra_types: names of types to look for although they ship disabled.

    Raises:
        PageRejectedError: there is no article; the error carries the outcome and the reason.
        TypeDataError: `extra_types` names a type that does not exist.
    """
    extraction = extract(decode(page, limits), page.url, limits)
    said = extraction.metadata
    dated = date_of_text(said.published, said.published_month, extraction.text)
    document = Document(said.headline or "", extraction.text, extraction.language, dated)
    reading, scores = score(document, types=extra_types)
    organizations = find_organizations(document)
    reader = FactReader(document, organizations, find_people(document, organizations))
    final = look_again(scores, reader)
    classification = decide(reading, final)
    corrected = {one.kind.name: one for first, one in zip(scores, final, strict=True) if first is not one}
    reasons = explain_types(document, types=tuple(extra_types)).types
    return PageExplanation(
        url=page.url,
        headline=document.headline,
        text=document.text,
        language=document.language,
        published=document.published,
        type=classification.type,
        types=classification.types,
        reasons=[_with_second_look(reason, corrected.get(reason.name), reader) for reason in reasons],
        facts=reader.facts(classification.names()),
    )


def _with_second_look(reason: TypeExplanation, corrected: Scored | None, reader: FactReader) -> TypeExplanation:
    """The explanation with what the facts made of a type in doubt."""
    if corrected is None:
        return reason
    found = len(reader.of(reason.name))
    said = (
        f"In doubt by its words ({reason.probability:.0%}), it was looked at again by its facts: {found} can be read, "
        f"which makes it {corrected.part:.0%}. {reason.what_would_change_it}"
    )
    return replace(
        reason,
        probability=round(corrected.part, 4),
        lead_probability=round(corrected.lead, 4),
        applies=corrected.part >= corrected.threshold,
        what_would_change_it=said,
    )
