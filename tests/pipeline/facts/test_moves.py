"""Who took up and who left what, in five languages."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.moves import read_moves
from tests.pipeline.facts.reading_moves import moves_of, short

APPOINTED, DEPARTED = "appointed", "departed"


@pytest.mark.parametrize(
    ("language", "text", "person", "role", "organization"),
    [
        (
            "fr",
            "Renault a nommé Claire Dumas directrice des achats.",
            "Claire Dumas",
            "directrice des achats",
            "Renault",
        ),
        (
            "fr",
            "Paul Girard est promu directeur commercial de Kia France.",
            "Paul Girard",
            "directeur commercial",
            "Kia France",
        ),
        ("fr", "Anne Morel devient présidente de la société Gruau.", "Anne Morel", "présidente", "Gruau"),
        (
            "fr",
            "Valeo annonce la nomination de Marc Petit au poste de directeur financier.",
            "Marc Petit",
            "directeur financier",
            "Valeo",
        ),
        ("en", "Lookers has named Helen Marsh as finance director.", "Helen Marsh", "finance director", "Lookers"),
        (
            "en",
            "Robert Dale will be chief executive of Vertu Motors.",
            "Robert Dale",
            "chief executive",
            "Vertu Motors",
        ),
        ("en", "Ford promotes Laura Finch to sales director.", "Laura Finch", "sales director", "Ford"),
        ("de", "Thomas Keller wird Vertriebschef von Opel.", "Thomas Keller", "Vertriebschef", "Opel"),
        ("de", "BMW hat Petra Lang zur Einkaufsleiterin ernannt.", "Petra Lang", "Einkaufsleiterin", "BMW"),
        ("es", "Seat ha nombrado a Carmen Ruiz directora comercial.", "Carmen Ruiz", "directora comercial", "Seat"),
        ("es", "Javier Soto será presidente de Toyota España.", "Javier Soto", "presidente", "Toyota España"),
        ("it", "Pirelli ha nominato Marco Bassi direttore generale.", "Marco Bassi", "direttore generale", "Pirelli"),
        (
            "it",
            "Lucia Ferri è la nuova responsabile marketing di Fiat.",
            "Lucia Ferri",
            "responsabile marketing",
            "Fiat",
        ),
    ],
)
def test_who_takes_up_which_position_where(language: str, text: str, person: str, role: str, organization: str) -> None:
    (move,) = moves_of(text, language)
    assert (move.event, move.person, move.role, move.organization) == (APPOINTED, person, role, organization)


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Le directeur financier de Faurecia, Luc Bernard, a démissionné.", "Luc Bernard"),
        ("fr", "Le conseil a révoqué Hugo Lemaire, président de Norauto.", "Hugo Lemaire"),
        ("fr", "Sylvie Roux n'est plus directrice générale de Peugeot.", "Sylvie Roux"),
        ("en", "Peter Hall is stepping down as chairman of Pendragon.", "Peter Hall"),
        ("en", "The departure of Susan Bell, chief executive of Inchcape, was announced today.", "Susan Bell"),
        ("de", "Stefan Kurz verlässt Audi und geht in den Ruhestand.", "Stefan Kurz"),
        ("es", "Miguel Campos, presidente de Nissan, presentó su dimisión.", "Miguel Campos"),
        ("it", "Andrea Conti lascia la carica di amministratore delegato di Brembo.", "Andrea Conti"),
    ],
)
def test_who_leaves(language: str, text: str, person: str) -> None:
    assert (DEPARTED, person) in short(moves_of(text, language))


@pytest.mark.parametrize(
    ("language", "text", "successor", "predecessor"),
    [
        ("fr", "Julie Martin remplace Pierre Leroy à la tête de Citroën.", "Julie Martin", "Pierre Leroy"),
        (
            "fr",
            "Julie Martin est nommée présidente de Citroën, en remplacement de Pierre Leroy.",
            "Julie Martin",
            "Pierre Leroy",
        ),
        ("fr", "Pierre Leroy, président de Citroën, cède son fauteuil à Julie Martin.", "Julie Martin", "Pierre Leroy"),
        ("en", "Emma Stone takes over from Brian Cole as managing director of Sytner.", "Emma Stone", "Brian Cole"),
        ("de", "Bei Opel löst Karin Vogt im März Ralf Braun ab.", "Karin Vogt", "Ralf Braun"),
        ("de", "Karin Vogt folgt auf Ralf Braun als Chefin von Opel.", "Karin Vogt", "Ralf Braun"),
        ("es", "Ana Torres sustituye a Luis Vega como directora de Iveco.", "Ana Torres", "Luis Vega"),
        ("it", "Sara Galli subentra a Paolo Riva come presidente di Unrae.", "Sara Galli", "Paolo Riva"),
    ],
)
def test_whose_place_it_is(language: str, text: str, successor: str, predecessor: str) -> None:
    moves = [move for move in moves_of(text, language) if move.event == APPOINTED]
    assert [(move.person, move.predecessor) for move in moves] == [(successor, predecessor)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Avant de rejoindre Renault, Claire Dumas avait été nommée directrice des ventes de Toyota en 2009."),
        ("fr", "Marc Petit pourrait devenir directeur général de Valeo, selon la rumeur."),
        ("fr", "Luc Bernard est pressenti pour la présidence de Renault."),
        ("fr", "Sylvie Roux reste directrice générale de Peugeot."),
        ("fr", "Georges Blanc est décédé lundi. Il avait dirigé Simca."),
        ("fr", "La Peugeot 208 a été élue voiture de l'année et remplace la 207."),
        ("en", "Susan Bell is among the candidates to become chief executive of Inchcape."),
        ("en", "Brian Cole will not step down as chairman of Sytner."),
        ("en", "Helen Marsh, finance director of Lookers, said demand was strong."),
        ("de", "Ralf Braun wird als Nachfolger von Karin Vogt bei Opel gehandelt."),
        ("de", "Thomas Keller bleibt Vertriebschef von Opel."),
        ("es", "Luis Vega podría ser el nuevo presidente de Seat."),
        ("it", "Paolo Riva era stato nominato direttore generale della Lancia nel 1975."),
    ],
)
def test_careers_rumours_and_people_who_stay_are_no_moves(language: str, text: str) -> None:
    assert moves_of(text, language) == []


def test_a_chain_gives_a_row_for_each_link() -> None:
    moves = moves_of(
        "Elle remplace Denis Faure, qui a été nommé directeur de Skoda France.",
        "fr",
        headline="Nadia Benali prend les commandes de Citroën",
    )
    assert short(moves) == [(APPOINTED, "Nadia Benali"), (APPOINTED, "Denis Faure")]
    assert moves[0].predecessor == "Denis Faure"
    assert (moves[1].role, moves[1].organization) == ("directeur", "Skoda France")


def test_a_successor_who_leaves_is_told_of_too() -> None:
    moves = moves_of("Julie Martin remplace chez Kia France Pierre Leroy, qui quitte l'entreprise.", "fr")
    assert short(moves) == [(APPOINTED, "Julie Martin"), (DEPARTED, "Pierre Leroy")]


def test_people_named_together_share_the_position() -> None:
    moves = moves_of("Ana Torres et Miguel Ferrer ont été nommés codirecteurs de Renault Trucks.", "fr")
    assert [(move.person, move.role) for move in moves] == [
        ("Ana Torres", "codirecteurs"),
        ("Miguel Ferrer", "codirecteurs"),
    ]


def test_two_posts_of_one_person_are_two_rows() -> None:
    moves = moves_of("Marc Petit a été nommé directeur général de Valeo et président de Gruau.", "fr")
    assert [(move.role, move.organization) for move in moves] == [
        ("directeur général", "Valeo"),
        ("président", "Gruau"),
    ]


def test_a_list_behind_a_colon_is_read_line_by_line() -> None:
    text = "Sont élus au bureau du CNPA :\n- Claire Dumas, vice-présidente aux métiers ;\n- Paul Girard, trésorier."
    assert [(move.person, move.role) for move in moves_of(text, "fr")] == [
        ("Claire Dumas", "vice-présidente aux métiers"),
        ("Paul Girard", "trésorier"),
    ]


def test_a_line_of_a_digest_names_its_organization_first() -> None:
    text = "Hyundai France. Claire Dumas devient directrice du réseau.\nFord France. Paul Girard est nommé président."
    assert [(move.person, move.organization) for move in moves_of(text, "fr")] == [
        ("Claire Dumas", "Hyundai France"),
        ("Paul Girard", "Ford France"),
    ]


def test_an_interim_head_follows_who_just_left() -> None:
    moves = moves_of("Luc Bernard, directeur général de Faurecia, a démissionné. Claire Dumas assure l'intérim.", "fr")
    interim = next(move for move in moves if move.person == "Claire Dumas")
    assert (interim.event, interim.predecessor) == (APPOINTED, "Luc Bernard")


def test_a_surname_is_completed_from_elsewhere_in_the_article() -> None:
    moves = moves_of("Girard quittera Peugeot en juin.", "fr", headline="Paul Girard, président de Peugeot, s'en va")
    assert {move.person for move in moves} == {"Paul Girard"}


def test_headline_and_text_tell_one_move_once_with_the_best_fields() -> None:
    moves = moves_of(
        "Thomas Keller übernimmt zum 1. Juli die Leitung des Vertriebs bei Opel. Er folgt auf Ralf Braun.",
        "de",
        headline="Thomas Keller wird Vertriebschef bei Opel",
    )
    (move,) = (move for move in moves if move.event == APPOINTED)
    assert (move.effective_date, move.predecessor, move.organization) == ("2022-07-01", "Ralf Braun", "Opel")


def test_evidence_quotes_the_sentences_the_row_was_read_from() -> None:
    headline, text = "Chez Kia France", "Le marché recule. Paul Girard est nommé président de Kia France."
    document = Document(headline, text, "fr", "2022-05-10")
    (move,) = read_moves(document, [], [])
    assert [span.quote for span in move.evidence] == ["Paul Girard est nommé président de Kia France."]
    for span in move.evidence:
        assert span.quote == getattr(document, span.field)[span.start : span.end]


def test_a_plain_appointment_is_surer_than_one_by_pronoun() -> None:
    (plain,) = moves_of("Renault a nommé Claire Dumas directrice des achats.", "fr")
    by_pronoun = moves_of("Claire Dumas vient de Valeo. Elle devient directrice des achats de Renault.", "fr")
    assert 0.9 < plain.confidence <= 1
    assert by_pronoun[0].confidence < plain.confidence


def test_people_and_organizations_nobody_found_are_read_from_the_syntax() -> None:
    document = Document("", "Zoltan Brakovic est nommé directeur général de Transmeca.", "fr", None)
    (move,) = read_moves(document, [], [])
    assert (move.person, move.organization) == ("Zoltan Brakovic", "Transmeca")


@pytest.mark.parametrize("language", [None, "pl"])
def test_a_language_without_vocabulary_gives_no_moves(language: str | None) -> None:
    assert read_moves(Document("", "Renault has named Jane Doe chairman.", language, None), [], []) == []


@pytest.mark.parametrize(
    "text", ["", " ", "…", "(", "Nommé", "a nommé", "Renault : ", "| a | b |", "qui quitte , et remplace"]
)
def test_scraps_of_text_are_read_without_harm(text: str) -> None:
    for language in ("fr", "en", "de", "es", "it"):
        assert read_moves(Document(text, text, language, "2022"), [], []) == []


@pytest.mark.parametrize("headline", ["Nordwagen tauscht Finanz- und Vertriebsvorstand aus", "Kia tauscht Chef aus"])
def test_a_headline_that_ends_with_its_verb_is_read(headline: str) -> None:
    """The word that introduces an organization elsewhere has nothing behind it here."""
    assert [move.person for move in moves_of("Jan Voss wird Vorstand.", "de", headline=headline)] == ["Jan Voss"]


@pytest.mark.timeout(60)
@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [
        "a nommé Jean Dupont directeur de Kia, " * 3000,
        "Renault a nommé Jean Dupont directeur de Kia. " * 2000,
        "Jean Dupont " * 10_000,
    ],
)
def test_absurdly_long_texts_are_read_in_time(text: str) -> None:
    assert len(read_moves(Document("", text, "fr", "2022"), [], [])) <= 1


@pytest.mark.parametrize(
    ("language", "text", "gone"),
    [
        ("es", "Ana Ruiz ha sido nombrada directora de Seat. Sustituye a Gil Parra, que deja la firma.", "Gil Parra"),
        ("en", "Seat has named Ana Ruiz director. She replaces Gil Parra, who will retire on 31 March.", "Gil Parra"),
        ("de", "Seat hat Ana Ruiz zur Chefin ernannt. Sie folgt auf Gil Parra, der die Firma verlässt.", "Gil Parra"),
    ],
)
def test_whom_a_relative_clause_lets_leave_departs(language: str, text: str, gone: str) -> None:
    moves = moves_of(text, language)
    assert (gone, DEPARTED) in [(move.person, move.event) for move in moves]
    assert [move.predecessor for move in moves if move.event == APPOINTED] == [gone]


def test_a_noun_shows_which_name_is_the_company() -> None:
    (move,) = moves_of("Orlane Pneus a recruté Gwilherm Ouzdan comme directeur commercial.", "fr")
    assert (move.person, move.organization) == ("Gwilherm Ouzdan", "Orlane Pneus")
