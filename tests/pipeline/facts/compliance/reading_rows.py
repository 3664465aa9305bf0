"""What the rules read of a passage, for the tests of compliance."""

from __future__ import annotations

from pipeline.article import Compliance
from pipeline.document import Document
from pipeline.facts.compliance import ComplianceReader, read_compliance
from pipeline.facts.compliance.page import CompliancePage, read_page
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def document(language: str, text: str, *, headline: str = "CO2", published: str | None = None) -> Document:
    """A page of that headline and text."""
    return Document(headline, text, language, published)


def rows_of(page: Document) -> dict[str, Compliance]:
    """What the rules read, by name."""
    return {row.organization or "": row for row in read_compliance(page, find_organizations(page))}


def page_of(page: Document) -> CompliancePage:
    """What the rules see on the page."""
    return read_page(page, find_organizations(page))


def names_in(page: Document) -> list[list[str]]:
    """The names of each sentence."""
    return [[body.name for group in one.groups for body in group] for one in page_of(page).readings]


def chosen(page: Document) -> list[Compliance]:
    """The rows that the learned weights choose."""
    organizations = find_organizations(page)
    return ComplianceReader(page, organizations, find_people(page, organizations)).read(about_targets=True)
