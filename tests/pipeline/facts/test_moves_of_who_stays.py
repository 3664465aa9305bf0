"""People named beside a move who stay where they are, and those whom a line of a list lets go."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.moves import read_moves
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from tests.pipeline.facts.reading_moves import short
from tests.pipeline.facts.test_moves_by_tenor import told_of


def told(text: str, language: str) -> list[tuple[str, str]]:
    """The moves of an article known to be about moves."""
    document = Document("", text, language, "2022-05-10")
    organizations = find_organizations(document)
    return short(read_moves(document, organizations, find_people(document, organizations), about_moves=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Ana Ruiz est nommée directrice des ventes de Kia France. La filiale est toujours présidée par Carl Moss.",
        ),
        ("en", "Ana Ruiz has been named sales director of Kia UK. The subsidiary is still led by Carl Moss."),
        (
            "es",
            "Ana Ruiz ha sido nombrada directora de ventas de Kia España. La filial sigue presidida por Carl Moss.",
        ),
        (
            "it",
            "Ana Ruiz è stata nominata direttrice vendite di Kia Italia. La filiale è tuttora guidata da Carl Moss.",
        ),
        ("de", "Ana Ruiz wird Vertriebschefin von Kia Deutschland. Die Tochter leitet weiterhin Carl Moss."),
    ],
)
def test_who_still_leads_something_does_not_move(language: str, text: str) -> None:
    assert told(text, language) == [("appointed", "Ana Ruiz")]


def test_a_verb_of_leaving_may_be_part_of_one_of_announcing() -> None:
    moves = told(
        "Ana Ruiz wird Präsidentin von Kia Deutschland. Carl Moss kündigte Gespräche mit der Regierung an.", "de"
    )
    assert moves == [("appointed", "Ana Ruiz")]


def test_who_gives_notice_leaves() -> None:
    assert ("departed", "Carl Moss") in told("Carl Moss kündigte am Montag bei Kia Deutschland.", "de")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "it",
            "Nomine della settimana:\n"
            "• Kia Italia: Carl Moss, direttore vendite, lascia l'azienda il 31 maggio.\n"
            "• Ford Italia: Ana Ruiz, direttrice marketing.",
        ),
        (
            "fr",
            "Nominations de la semaine :\n"
            "• Kia France : Carl Moss, directeur des ventes, quitte l'entreprise le 31 mai.\n"
            "• Ford France : Ana Ruiz, directrice marketing.",
        ),
    ],
)
def test_a_line_of_a_list_may_tell_who_leaves(language: str, text: str) -> None:
    assert told(text, language) == [("departed", "Carl Moss"), ("appointed", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Kia France change d'organigramme : nominations.\nPoste | Nom | Situation\n"
            "Directeur financier | Carl Moss | inchangé\nDirectrice des ventes | Ana Ruiz | nouvelle",
        ),
        (
            "es",
            "Nombramientos en Kia Iberia.\nCargo | Nombre | Situación\n"
            "Director financiero | Carl Moss | sin cambios\nDirectora de ventas | Ana Ruiz | nueva",
        ),
        (
            "fr",
            "Ana Ruiz devient directrice de la Fédération des garages. Le président, Carl Moss, dont le mandat court "
            "jusqu'en 2024, a salué son arrivée.",
        ),
    ],
)
def test_a_row_or_a_mandate_that_goes_on_is_no_move(language: str, text: str) -> None:
    assert {move.person for move in told_of(text, language)} == {"Ana Ruiz"}
