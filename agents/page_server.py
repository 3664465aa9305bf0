"""What the fork server imports once, so that every page process is born with everything loaded.

Vocabularies, the matchers' automata and the language model are read on first use. One small
page in each language makes that first use here, in the process all others are forked from:
a replaced process is ready at once, and the memory is shared.
"""

from __future__ import annotations

import gc

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
OBJECTS_TO_COLLECT = 50_000
"""New objects after which the collector of a page process looks for rings among them; by default 700."""
EVERY_TYPE = frozenset(("appointment", "sales_figures", "co2_compliance"))


def warm_up() -> None:
    """One small page in each language, and every kind of fact of it, whatever its type."""
    for language, sentence in SENTENCES.items():
        paragraphs = f"<p>{sentence} {GRAMS} {sentence}</p>" * 3
        html = f'<html lang="{language}"><body><article><h1>{sentence}</h1>{paragraphs}</article></body></html>'
        process_page(RawPage(body=html.encode()), DEFAULT_LIMITS)
        document = Document(sentence, f"{sentence} {GRAMS}", language, "2024-04-02")
        organizations = find_organizations(document)
        FactReader(document, organizations, find_people(document, organizations)).facts(EVERY_TYPE)


warm_up()
# What is here stays. A page process whose collector leaves it alone goes on sharing its memory.
gc.collect()
gc.freeze()
# Nearly all of a page's objects die with it, of themselves: one look in so many is enough for those that do not.
gc.set_threshold(OBJECTS_TO_COLLECT, 20, 20)
