"""What the fork server loads once, so that every page process is born with everything it needs.

    __init__.py    what all pages need, and how a language is loaded
    fr.py, en.py … one language each: the setting `ROTATIVE_PRELOADED_LANGUAGES` says which
    kept.py        the last: what is there by now stays

The fork server takes names of modules; so a language is a module here. Vocabularies, the matchers' automata and the
language model are read on first use. One small page in a language makes that first use in the process all others are
forked from: a replaced process is ready at once, and the memory is shared.
"""

from __future__ import annotations

from agents.page_process import process_page
from pipeline.document import Document
from pipeline.fact_reader import FactReader
from pipeline.facts.people import find_people
from pipeline.limits import DEFAULT_LIMITS
from pipeline.organizations.find import find_organizations
from pipeline.page import RawPage

SENTENCES = {
    "fr": "Renault a nommé Claire Dumas directrice générale et compté 10 000 immatriculations en mars, soit +3 %.",
    "en": "Renault has appointed Claire Dumas managing director and counted 10,000 registrations in March, up 3%.",
    "de": "Renault hat Claire Dumas zur Geschäftsführerin ernannt und im März 10.000 Neuzulassungen gezählt, plus 3 %.",
    "es": "Renault ha nombrado a Claire Dumas directora general y contado 10.000 matriculaciones en marzo, +3 %.",
    "it": "Renault ha nominato Claire Dumas direttrice generale e contato 10.000 immatricolazioni a marzo, +3%.",
}
GRAMS = "95 g CO2/km."
EVERY_TYPE = frozenset(("appointment", "sales_figures", "co2_compliance"))


def load(language: str) -> None:
    """One small page in the language, and every kind of fact of it, whatever its type."""
    sentence = SENTENCES[language]
    paragraphs = f"<p>{sentence} {GRAMS} {sentence}</p>" * 3
    html = f'<html lang="{language}"><body><article><h1>{sentence}</h1>{paragraphs}</article></body></html>'
    process_page(RawPage(body=html.encode()), DEFAULT_LIMITS)
    document = Document(sentence, f"{sentence} {GRAMS}", language, "2024-04-02")
    organizations = find_organizations(document)
    FactReader(document, organizations, find_people(document, organizations)).facts(EVERY_TYPE)
