"""What the fork server imports once, so that every page process is born with everything loaded.

Vocabularies, the matcher's automata and the language model are read on first use. One small
page in each language makes that first use here, in the process all others are forked from:
a replaced process is ready at once, and the memory is shared.
"""

from __future__ import annotations

from agents.page_process import process_page
from pipeline.limits import DEFAULT_LIMITS
from pipeline.page import RawPage

SENTENCES = {
    "fr": "Le constructeur a nommé une directrice générale et compté dix mille immatriculations en mars.",
    "en": "The carmaker has appointed a managing director and counted ten thousand registrations in March.",
    "de": "Der Hersteller hat eine Geschäftsführerin ernannt und im März zehntausend Neuzulassungen gezählt.",
    "es": "El fabricante ha nombrado a una directora general y ha contado diez mil matriculaciones en marzo.",
    "it": "Il costruttore ha nominato una direttrice generale e contato diecimila immatricolazioni a marzo.",
}


def warm_up() -> None:
    """Processes one small page in each language."""
    for language, sentence in SENTENCES.items():
        paragraphs = f"<p>{sentence} {sentence} {sentence}</p>" * 3
        html = f'<html lang="{language}"><body><article><h1>{sentence}</h1>{paragraphs}</article></body></html>'
        process_page(RawPage(body=html.encode()), DEFAULT_LIMITS)


warm_up()
