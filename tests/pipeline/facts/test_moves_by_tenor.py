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


def test_who_is_only_replaced_does_not_leave_but_who_retires_does() -> None:
    replaced = told_of("Claire Morel devient directrice des achats de Renault. Elle remplace Luc Perrin.", "fr")
    retired = told_of(
        "Claire Morel devient directrice des achats. Elle remplace Luc Perrin, qui part à la retraite.", "fr"
    )
    assert [move.person for move in replaced if move.event == "departed"] == []
    assert [move.person for move in retired if move.event == "departed"] == ["Luc Perrin"]


def test_a_position_of_another_clause_is_not_the_post() -> None:
    text = "Claire Morel prend les commandes de Renault. Elle remplace Luc Perrin, qui était directeur de Lotus France."
    assert [move.role for move in told_of(text, "fr") if move.person == "Claire Morel"] == [None]


def test_a_list_behind_a_colon_tells_moves_from_the_day_named_before_it() -> None:
    text = "Renault renouvelle sa direction au 1er juillet.\nVoici l'équipe :\n– Claire Morel, directrice générale ;\n"
    moves = told_of(text + "– Luc Perrin, directeur financier.", "fr")
    assert [(move.person, move.effective_date) for move in moves] == [
        ("Claire Morel", "2022-07-01"),
        ("Luc Perrin", "2022-07-01"),
    ]


def test_a_field_of_work_behind_a_name_in_a_list() -> None:
    moves = told_of("Renault remanie son comité.\n– Claire Morel : finances ;\n– Luc Perrin : achats.", "fr")
    assert [(move.person, move.role) for move in moves] == [("Claire Morel", "finances"), ("Luc Perrin", "achats")]


def test_a_surname_in_the_name_of_a_firm_is_nobody() -> None:
    moves = told_of("Emma Walker is leaving Walker Trailers in June. Tom Reed joined it in 2001.", "en")
    assert [(move.person, move.organization) for move in moves] == [("Emma Walker", "Walker Trailers")]


def test_the_organization_before_where() -> None:
    moves = told_of("Emma Walker has left Ford for Nissan, where she becomes finance director.", "en")
    assert ("appointed", "Nissan") in [(move.event, move.organization) for move in moves]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Renault stellt sich neu auf. Emma Walker erhält den Preis der Jury."),
        ("it", "Renault cambia squadra. Giulia Bianchi riceverà il premio della giuria."),
        ("fr", "Un porte-parole du groupe dirigé par Luc Perrin n'a pas commenté la nomination."),
    ],
)
def test_who_gets_a_prize_or_leads_what_is_named_does_not_come(language: str, text: str) -> None:
    assert told_of(text, language) == []


def test_a_german_title_of_nobility_goes_on_with_the_name() -> None:
    moves = told_of("Die Bank hat Mechthild Gräfin Hohenau zur Finanzchefin ernannt.", "de")
    assert [move.person for move in moves] == ["Mechthild Gräfin Hohenau"]
