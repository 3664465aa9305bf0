"""Companies that a sentence calls by what they are, and what a dealer sold of one kind of car."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "headline", "text", "subject"),
    [
        (
            "fr",
            "Les Volvo partent bien à Morlaix",
            "Le garage Quellennec a livré ses derniers breaks. "
            "La concession du port a ainsi casé 412 Volvo en 2017, dit Quellennec.",
            "Quellennec",
        ),
        (
            "en",
            "Qashqai tops the list in the Midlands",
            "Ashcombe Motor Group sells Nissan and Ford. "
            "The Derby-based retailer offloaded 3,410 new cars during May 2017.",
            "Ashcombe Motor Group",
        ),
        (
            "it",
            "Un anno lungo a Vercelli",
            "Brusaschi non si ferma. Si parla di Brusaschi da mesi. "
            "Dalla giovane azienda sono state consegnate 412 vetturette nel 2019.",
            "Brusaschi",
        ),
    ],
)
def test_a_company_called_what_it_is(language: str, headline: str, text: str, subject: str) -> None:
    found = figures(text, headline=headline, language=language)

    assert [one.subject for one in found] == [subject]


def test_a_brand_is_no_retailer() -> None:
    found = figures(
        "Ford sells well here. The brand sold 3,410 cars in the UK in May 2017.",
        headline="Ford climbs",
        language="en",
    )

    assert [one.subject for one in found] == ["Ford"]


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("de", "Brandauer-Gruppe: Das Halbjahr", "Neuwagen: 6.100\nGebrauchtwagen: 4.410\nElektroautos: 604"),
        ("fr", "Groupe Marchandeau : le semestre", "Voitures neuves : 6 100\nOccasion : 4 410\nÉlectriques : 604"),
    ],
)
def test_what_a_dealer_lists_by_kind_is_the_dealers(language: str, headline: str, text: str) -> None:
    opening = {"de": "Der Händler hat im ersten Halbjahr 2021 so viel verkauft:\n",
               "fr": "Le distributeur a vendu au premier semestre 2021 :\n"}[language]  # fmt: skip
    found = figures(opening + text, headline=headline, language=language)

    assert {one.subject for one in found if one.segment in ("used", "bev")} == {headline.partition(":")[0].strip()}


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "Halliard Imports had a fine year. It sold 18,460 new cars in 2024.", "Halliard Imports"),
        ("fr", "Les ventes de Garonne Import ont triplé en 2021, à 2 400 véhicules environ.", "Garonne Import"),
        ("de", "Die Handelsgruppe Obermoser hat 2013 in Österreich 24.610 Neuwagen abgesetzt.", "Obermoser"),
    ],
)
def test_words_that_make_a_name_a_company(language: str, text: str, subject: str) -> None:
    found = figures(text, language=language)

    assert found
    assert subject in (found[0].subject or "")


@pytest.mark.parametrize(
    ("language", "text", "subjects"),
    [
        ("it", "Kia: 3.655 auto. Bene la Sportage.\nOrvelio: 2.204 contro 712. Corre.", ["Kia", "Orvelio"]),
        ("en", "Kia: 3,655 units. Up 9.8%.\nCoachlet, our bus brand: 1,105. Up 22.3%.", ["Kia", "Coachlet"]),
        ("es", "Kia: 3.655 unidades. Sube un 9 %.\nOrvelio: 2.204, frente a 712.", ["Kia", "Orvelio"]),
    ],
)
def test_an_item_of_a_list_may_be_one_that_no_table_holds(language: str, text: str, subjects: list[str]) -> None:
    headline = {"it": "Luglio, marca per marca", "en": "Kia, July in brief", "es": "Julio, marca a marca"}
    opening = {
        "it": "Le vendite di luglio 2022.\n",
        "en": "Sales of July 2022.\n",
        "es": "Las ventas de julio de 2022.\n",
    }
    found = figures(opening[language] + text, headline=headline[language], language=language)

    assert [one.subject for one in found if one.value > 1_000] == subjects


def test_a_word_for_the_whole_is_no_item() -> None:
    found = figures(
        "Le vendite di luglio 2022.\nKia: 3.655 auto. Bene.\nTotale: 109.580 contro 110.292. Piatto.",
        headline="Kia e le altre, luglio",
        language="it",
    )

    assert [one.subject for one in found if one.subject == "Totale"] == []
