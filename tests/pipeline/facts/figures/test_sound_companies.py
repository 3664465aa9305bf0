"""What only looks like a company of no table: a country, a kind of vehicle, inhabitants, a federation."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.figures.sound_companies import sound_companies
from pipeline.facts.headline_company import with_headline_company
from pipeline.facts.unlisted_makers import with_unlisted


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("fr", "Maroc. Le marché automobile repart", "Les importateurs respirent. Le Maroc a vendu 1 962 voitures."),
        ("it", "Camper, un semestre d'oro", "Tra gennaio e giugno sono stati targati 4.385 Camper nuovi."),
        (
            "fr",
            "Bretons en avance",
            "En 2024, les Bretons ont immatriculé 1 260 voitures. Les Bretons ont vendu le reste.",
        ),
        ("de", "ADVX meldet mehr Wohnmobile", "Der Verband ADVX tagte. ADVX hat 7.055 Neuzulassungen gezählt."),
        (
            "en",
            "Rutland buys again",
            "In Rutland 1,260 cars found buyers. Dealers in Rutland sold out. Rutland sold 300 vans.",
        ),
    ],
)
def test_no_company(language: str, headline: str, text: str) -> None:
    document = Document(headline, text, language, "2021-01-20")

    assert not sound_companies(document, with_headline_company(document, with_unlisted(document, ())))


def test_a_company_stays() -> None:
    document = Document("Orvelio tient bon", "Orvelio a vendu 1 962 voitures. Orvelio gagne.", "fr", "2021-01-20")

    found = sound_companies(document, with_headline_company(document, with_unlisted(document, ())))

    assert {one.record.name for one in found} == {"Orvelio"}


def test_a_german_dealer_of_the_headline_is_one() -> None:
    text = "2020 hat Rosolt 3.210 Fahrzeuge verkauft. Rosolt wuchs damit um 4 Prozent."
    document = Document("Rosolt nimmt die nächste Hürde", text, "de", "2021-01-20")

    assert {one.record.name for one in with_headline_company(document, ())} == {"Rosolt"}
