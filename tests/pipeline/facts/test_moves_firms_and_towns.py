"""Firms that bear a family's name, towns that are nobody's employer, fields behind a comma, and who had the post."""

from __future__ import annotations

import pytest

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves import MovesReader, read_moves
from pipeline.facts.moves.ranking.cases import Cases
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def read(headline: str, text: str, language: str) -> list[Move]:
    document = Document(headline, text, language, "2022-05-10")
    organizations = find_organizations(document)
    return read_moves(document, organizations, find_people(document, organizations), about_moves=True)


@pytest.mark.parametrize(
    ("language", "headline", "text", "person", "firm"),
    [
        (
            "de",
            "Stabwechsel in der Führung",
            "Der Bremsenhersteller Wiesinger stellt sich neu auf. Am 1. Januar rückt Werksleiter Lukas Obermann in die "
            "Geschäftsführung auf. Firmenchef Eckhard Wiesinger bleibt Vorsitzender des Beirats.",
            "Lukas Obermann",
            "Wiesinger",
        ),
        (
            "fr",
            "Changement de direction",
            "Le carrossier Delestang change de tête. Le 1er juin, Claire Moulinet en prend la direction générale. "
            "Le fondateur, Robert Delestang, reste au conseil.",
            "Claire Moulinet",
            "Delestang",
        ),
    ],
)
def test_a_firm_may_bear_the_name_of_its_family(
    language: str, headline: str, text: str, person: str, firm: str
) -> None:
    moves = {move.person: move for move in read(headline, text, language)}
    assert moves[person].organization == firm
    assert moves[person].predecessor is None, "who stays on the board has given up nothing"


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("de", "Melsungen. Anna Brodmann führt nun das Autohaus.", "Melsungen"),
        ("fr", "Damien Astruc quitte Figeac en mai.", "Figeac"),
        ("en", "Susan Archer leaves Hebden Bridge in May.", "Hebden Bridge"),
        ("es", "Irene Sola deja Tafalla en mayo.", "Tafalla"),
        ("it", "Corrado Pintus lascia Thiene in maggio.", "Thiene"),
    ],
)
def test_a_town_is_told_apart_from_a_firm(language: str, text: str, town: str) -> None:
    document = Document("", text, language, "2022-05-10")
    organizations = find_organizations(document)
    reader = MovesReader(document, organizations, find_people(document, organizations))
    assert reader.view is not None
    cases = Cases(reader.view)
    values, signs = cases.values_of("employer", next(iter(cases.mentions)), "departed", [])
    own = [sign for value, sign in zip(values, signs, strict=True) if value is not None and value.text == town]
    assert own and all("own town" in sign for sign in own)


def test_a_town_gives_way_to_the_firm() -> None:
    text = "Sellerie Vanneau change de patron. Damien Astruc quitte Figeac ; Lucie Marquet reprend les rênes."
    moves = {move.person: move for move in read("Un retour chez Sellerie Vanneau", text, "fr")}
    assert moves["Damien Astruc"].organization == "Sellerie Vanneau"


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        (
            "en",
            "Lena Brody has been named vice president, fleet sales, at Kessling Motors. "
            "Tom Achter, director, dealer marketing and training, retires in June.",
            ["vice president, fleet sales", "director, dealer marketing and training"],
        ),
        (
            "fr",
            "Lucie Marquet est nommée directrice générale, ventes et logistique, chez Sellerie Vanneau.",
            ["directrice générale, ventes et logistique"],
        ),
        (
            "en",
            "Lena Brody, the vice president, says sales, alas, have fallen. Lena Brody has been named chairman.",
            ["chairman"],
        ),
    ],
)
def test_a_field_between_commas_belongs_to_the_position(language: str, text: str, roles: list[str]) -> None:
    assert [move.role for move in read("People", text, language)] == roles


@pytest.mark.parametrize(
    ("language", "headline", "text", "person", "predecessor"),
    [
        (
            "es",
            "Renting",
            "Autolease Norte se queda sin Fermín Olmedo, que tras quince años como director comercial colgó ayer las "
            "llaves. Recoge el llavero Carlota Benítez.",
            "Carlota Benítez",
            "Fermín Olmedo",
        ),
    ],
)
def test_who_goes_is_the_predecessor_of_whom_only_the_tenor_tells(
    language: str, headline: str, text: str, person: str, predecessor: str
) -> None:
    moves = {move.person: move for move in read(headline, text, language)}
    assert moves[person].predecessor == predecessor
