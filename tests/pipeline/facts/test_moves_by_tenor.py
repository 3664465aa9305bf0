"""Moves that no phrase of moving tells, in an article known to be about moves."""

from __future__ import annotations

import pytest

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves import read_moves
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from tests.pipeline.facts.reading_moves import moves_of


def told_of(text: str, language: str, *, headline: str = "", published: str | None = "2022-05-10") -> list[Move]:
    document = Document(headline, text, language, published)
    organizations = find_organizations(document)
    return read_moves(document, organizations, find_people(document, organizations), about_moves=True)


@pytest.mark.parametrize(
    ("language", "text", "person", "event"),
    [
        ("fr", "Directrice générale : Claire Morel. Entrée en fonction : 2 juin.", "Claire Morel", "appointed"),
        ("fr", "Les achats échoient à Claire Morel.", "Claire Morel", "appointed"),
        ("fr", "Depuis lundi, Claire Morel mène les achats de Renault.", "Claire Morel", "appointed"),
        ("en", "Purchasing goes to Emma Walker.", "Emma Walker", "appointed"),
        ("en", "Emma Walker holds the reins for now.", "Emma Walker", "appointed"),
        ("en", "Out goes finance director James Parker.", "James Parker", "departed"),
        ("de", "Den Anfang machte der Abschied von Thomas Berger.", "Thomas Berger", "departed"),
        ("es", "El taller recae en Carmen Ortega.", "Carmen Ortega", "appointed"),
        ("es", "Sale Carmen Ortega, directora financiera.", "Carmen Ortega", "departed"),
        ("it", "Esce di scena Marco Rossi, direttore commerciale.", "Marco Rossi", "departed"),
        ("it", "Gli acquisti vanno a Giulia Bianchi.", "Giulia Bianchi", "appointed"),
    ],
)
def test_a_weak_sign_is_enough(language: str, text: str, person: str, event: str) -> None:
    assert (person, event) in [(move.person, move.event) for move in told_of(text, language)]


def test_it_is_less_sure() -> None:
    assert all(move.confidence < 0.6 for move in told_of("Purchasing goes to Emma Walker.", "en"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Emma Walker stays on as chief executive."),
        ("en", '"The plan is sound," says Emma Walker, an analyst at Kia.'),
        ("fr", "Claire Morel reste directrice générale de Renault."),
        ("fr", "Claire Morel, ancienne directrice des achats, est décédée à 84 ans."),
        ("de", "Anna Schmidt bleibt Geschäftsführerin."),
        ("es", "Carmen Ortega sigue como directora general."),
        ("it", "Giulia Bianchi resta direttrice generale."),
    ],
)
def test_who_stays_or_is_only_quoted_does_not_move(language: str, text: str) -> None:
    assert told_of(text, language) == []


def test_without_the_type_nothing_is_read_from_the_tenor() -> None:
    assert moves_of("Purchasing goes to Emma Walker.", "en") == [] or all(
        move.confidence >= 0.6 for move in moves_of("Purchasing goes to Emma Walker.", "en")
    )


def test_the_sentence_behind_says_as_what_and_when() -> None:
    moves = told_of(
        "Kia looks after its parts again. Emma Walker will run the stores. On her card: head of warehousing. "
        "She begins on 16 June.",
        "en",
    )
    assert [(move.role, move.effective_date) for move in moves] == [("head of warehousing", "2022-06-16")]


def test_all_start_on_one_day() -> None:
    text = "Consejera delegada: Carmen Ortega. Director técnico: Luis Moreno. Ambos empiezan el 7 de junio."
    assert {(move.person, move.effective_date) for move in told_of(text, "es")} == {
        ("Carmen Ortega", "2022-06-07"),
        ("Luis Moreno", "2022-06-07"),
    }


def test_a_table_of_former_and_new_holders() -> None:
    text = (
        "Renault change ses têtes.\nPoste | Jusqu'ici | Désormais\n"
        "Directeur des achats | Marc Petit | Claire Morel\nDirecteur des ventes | Luc Martin | Anne Roux"
    )
    moves = told_of(text, "fr")
    assert {(move.person, move.event, move.predecessor) for move in moves} == {
        ("Claire Morel", "appointed", "Marc Petit"),
        ("Marc Petit", "departed", None),
        ("Anne Roux", "appointed", "Luc Martin"),
        ("Luc Martin", "departed", None),
    }


def test_who_goes_and_who_comes_are_one_succession() -> None:
    moves = told_of("James Parker quits as finance director of Kia. Emma Walker takes charge for now.", "en")
    arrived = next(move for move in moves if move.event == "appointed")
    assert (arrived.person, arrived.predecessor, arrived.role) == ("Emma Walker", "James Parker", "finance director")


def test_the_organization_is_the_one_the_article_comes_back_to() -> None:
    moves = told_of(
        "Voltessa has a new team. The board of Voltessa met on Friday. Purchasing goes to Emma Walker, who was at Kia.",
        "en",
        headline="New names at Voltessa",
    )
    assert [move.organization for move in moves] == ["Voltessa"]
