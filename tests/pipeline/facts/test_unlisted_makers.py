"""Companies that no table holds are known by what stands beside their names."""

import pytest

from pipeline.document import Document
from pipeline.facts.unlisted_makers import with_unlisted
from pipeline.organizations.find import find_organizations


def names(language: str, text: str, headline: str = "") -> set[str]:
    document = Document(headline, text, language, None)
    mentions = with_unlisted(document, find_organizations(document))
    for one in mentions:
        assert getattr(document, one.span.field)[one.span.start : one.span.end] == one.span.quote
    return {one.span.quote for one in mentions}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le constructeur chinois Zhuying arrive en France.", "Zhuying"),
        ("fr", "Orvane Automobiles se porte bien.", "Orvane Automobiles"),
        ("fr", "Zelmar a vendu 3 000 voitures.", "Zelmar"),
        ("en", "Tarnfield Motors opened a plant.", "Tarnfield Motors"),
        ("en", "Halcomb delivered 3,000 cars.", "Halcomb"),
        ("de", "Die Westmark-Gruppe zog Bilanz.", "Westmark-Gruppe"),
        ("de", "Der Autobauer Sandvolt zog Bilanz.", "Sandvolt"),
        ("es", "El fabricante Ribalta presentó sus cuentas.", "Ribalta"),
        ("it", "Il gruppo Tarvini chiude bene.", "Tarvini"),
    ],
)
def test_company_words_and_verbs_make_a_name(language: str, text: str, name: str) -> None:
    assert name in names(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La firme de Stuttgart a changé de nom."),
        ("fr", "Le diesel recule. Il a vendu sa voiture. L'Europe enregistre une hausse."),
        ("en", "Sales fell. Germany registered more cars. The maker of Oakley lenses moved."),
        ("de", "Elektroautos legten zu. Deutschland verzeichnete ein Plus. Der Absatz lag tiefer."),
    ],
)
def test_other_capitals_make_none(language: str, text: str) -> None:
    assert names(language, text) == set()


def test_every_mention_of_a_known_name_counts() -> None:
    document = Document("Zelmar en forme", "Le constructeur Zelmar va bien. Chez Zelmar, on sourit.", "fr", None)
    assert len(with_unlisted(document, [])) == 3


def test_the_town_of_the_maker_spoken_of_is_no_company() -> None:
    text = "Les batteries de Volmeer séduisent. La start-up de Saint-Maurin a remis 412 exemplaires à ses clients."

    found = with_unlisted(Document("Volmeer avance", text, "fr", "2024-09-24"), [])

    assert "Saint-Maurin" not in {one.record.name for one in found}
