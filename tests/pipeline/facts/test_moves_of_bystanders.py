"""People whom an article about moves names without their moving, and names that are nobody's."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.reading_moves import moves_of, short
from tests.pipeline.facts.test_moves_by_tenor import told_of

COMES, GOES = "appointed", "departed"


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Clara Fenby was elected chair of the Tyre Federation. She beat Simon Orde by 45 votes.", "Simon Orde"),
        ("en", "Sue Fenby won the vote for dealer manager of the year. Fenby beat Tony Orde.", "Tony Orde"),
        ("fr", "Claire Morvan l'emporte sur Paul Lescot et prend la présidence de Mobilians.", "Paul Lescot"),
        ("fr", "Claire Morvan a été élue présidente de Mobilians, face à Paul Lescot.", "Paul Lescot"),
        (
            "de",
            "Sabine Kern ist Präsidentin. Sie gewann die Wahl gegen Jürgen Oster. Oster erhielt 30.",
            "Jürgen Oster",
        ),
        ("de", "Sabine Kern setzte sich gegen Jürgen Oster durch und ist neue Präsidentin.", "Jürgen Oster"),
        ("es", "Carmen Solana perdió la votación frente a Pedro Lasarte.", "Carmen Solana"),
        ("es", "Ana Ruiz se impuso a Pedro Lasarte en la votación y será presidenta.", "Pedro Lasarte"),
        ("it", "Giulia Ferrini è la nuova presidente. Ha battuto Marco Gallo nelle elezioni.", "Marco Gallo"),
        ("en", "The federation elects its chair in May. Two candidates stand: Ann Poe and Simon Orde.", "Simon Orde"),
    ],
)
def test_who_loses_or_stands_for_a_vote_does_not_move(language: str, text: str, person: str) -> None:
    moves = told_of(text, language)
    assert person not in {move.person for move in moves} | {move.predecessor for move in moves}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Clara Fenby beat the incumbent chair Simon Orde by 45 votes in the election.", "Simon Orde"),
        ("fr", "Claire Morvan a été élue présidente face au président sortant Paul Lescot.", "Paul Lescot"),
        ("en", "Clara Fenby succeeds Simon Orde as chair. She beat Simon Orde by 45 votes.", "Simon Orde"),
    ],
)
def test_a_beaten_incumbent_had_the_post(language: str, text: str, person: str) -> None:
    assert [move.predecessor for move in told_of(text, language) if move.event == COMES] == [person]


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Le mandat d'Anne Morvan a été renouvelé. Elle ne briguera pas d'autre fonction.", "Anne Morvan"),
        ("fr", "Luc Morvan n'a pas l'intention de partir. « Je ne quitte pas le navire ».", "Luc Morvan"),
        ("en", "Ann Fenby has extended her contract at Kia. It had not been renewed in 2020 at Ford.", "Ann Fenby"),
        ("en", "The Rio sells well. Without Ann Fenby, it would have failed, says Tim Roe of Kia UK.", "Ann Fenby"),
        ("it", "Marco Gallo guida Kia Italia. Lo affianca da anni Sara Bianchini.", "Sara Bianchini"),
        ("fr", "Anne Morvan arrive chez Nissan. Elle rendra compte à Hans Kern, président de Nissan.", "Hans Kern"),
        ("fr", "Luc Bonnet prend la tête de Kia France. Anne Morvan complète l'équipe.", "Anne Morvan"),
        ("en", "A Skoda starts at the rally. Co-driver Tim Orde completes the team.", "Tim Orde"),
        ("en", "Ann Fenby joins Kia UK as head of fleet. Her team is led by Tom Orde.", "Tom Orde"),
        ("de", "Ford-Chef Martin Kohlmann muss nicht gehen. Der Rat steht hinter ihm.", "Martin Kohlmann"),
        ("fr", "Anne Morvan est nommée directrice. Elle rend hommage à Luc Bonnet, fondateur.", "Luc Bonnet"),
        ("en", "Amelia Island joins the calendar as a partner.", "Amelia Island"),
        ("en", "Marino Blue joins the range.", "Marino Blue"),
        ("fr", "Heures du Mans : les 24 Heures du Mans prennent la tête du calendrier.", "Heures du Mans"),
    ],
)
def test_idioms_beside_somebody_who_stays(language: str, text: str, person: str) -> None:
    moves = told_of(text, language)
    assert person not in {move.person for move in moves} | {move.predecessor for move in moves}


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat est accompagné de la signature de Luc Morvan, arrivé à la tête de Volvo en 2015.",
        "Volvo vend une usine. L’acte porte la signature de M. Morvan, arrivé à la direction générale.",
    ],
)
def test_an_arrival_told_in_passing_is_no_news(text: str) -> None:
    assert short(moves_of(text, "fr")) == []


def test_a_shared_title_is_not_that_of_the_next_post() -> None:
    moves = told_of(
        "Regional managers Ann Poe and Tim Orde have left Kia UK. Tim Orde, head of fleet, joins Ford UK.", "en"
    )
    assert [move.role for move in moves if move.event == COMES] in ([None], ["head of fleet"])


def test_a_long_list_of_organizations_is_read_to_its_end() -> None:
    makers = ["Ford", "Opel", "Kia", "Fiat", "Seat", "Skoda", "Audi", "BMW", "Volvo", "Mazda"] * 20
    text = f"Ann Fenby joins Halden Motors as head of fleet. The group sells {', '.join(makers)} and Toyota."
    assert ("appointed", "Ann Fenby") in short(told_of(text, "en"))


@pytest.mark.parametrize("title", ["Mitglied des Aufsichtsrats", "Vorsitzender des Vorstands", "Leiter des Vertriebs"])
def test_a_german_genitive_is_no_title_of_several(title: str) -> None:
    text = f"Tesla Deutschland hat Uwe Kern zum {title} bestellt. Er folgt auf Jan Oster, der in den Ruhestand geht."
    assert {(move.event, move.role) for move in told_of(text, "de")} == {(COMES, title), (GOES, title)}
