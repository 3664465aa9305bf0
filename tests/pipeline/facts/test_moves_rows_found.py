"""Rows that were missed or read of the wrong person: lists, families, names like months."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.facts.moves import MovesReader
from pipeline.facts.moves.ranking.cases import Cases
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from tests.pipeline.facts.test_moves_by_tenor import told_of

COMES, GOES = "appointed", "departed"


def rows(text: str, language: str, headline: str = "") -> set[tuple[str, str]]:
    return {(move.person, move.event) for move in told_of(text, language, headline=headline)}


def signs_of(text: str, language: str, published: str | None) -> dict[str, set[str]]:
    document = Document("", text, language, published)
    organizations = find_organizations(document)
    view = MovesReader(document, organizations, find_people(document, organizations)).view
    assert view is not None
    return dict(Cases(view).people())


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("fr", "Trois femmes entrent au conseil : la banquière A, la chimiste B, de Nantes, et la juriste C.", COMES),
        ("en", "Three women join the board: the banker A, the chemist B, of Leeds, and the lawyer C.", COMES),
        ("fr", "Trois administrateurs quittent le conseil de Renault : A, B et C.", GOES),
        ("it", "Decadono i tre consiglieri: A, B e C.", GOES),
    ],
)
def test_everybody_whom_a_colon_lists_moves(language: str, text: str, event: str) -> None:
    names = {"A": "Paula Merten", "B": "Livia Corsetti", "C": "Nora Blanchet"}
    for letter, name in names.items():
        text = text.replace(f" {letter},", f" {name},").replace(f" {letter} ", f" {name} ")
        text = text.replace(f" {letter}.", f" {name}.")
    assert rows(text, language) == {(name, event) for name in names.values()}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au 1er juin, Jean Prunel cédera à sa fille Clara la gérance du garage. Clara Prunel a vendu du bois."),
        ("en", "Jean Prunel will hand the business to his daughter Clara on 1 June. Clara Prunel, 36, ran a shop."),
        ("de", "Ab 1. Juni übergibt Jean Prunel die Geschäftsführung an seine Tochter Clara. Clara Prunel ist 36."),
        ("es", "El 1 de junio Jean Prunel cederá a su hija Clara la gerencia. Clara Prunel dirigía una tienda."),
        ("it", "Dal 1° giugno Jean Prunel cederà alla figlia Clara la guida. Clara Prunel, 36 anni, vendeva legno."),
    ],
)
def test_a_given_name_behind_a_word_of_kin_is_enough(language: str, text: str) -> None:
    assert rows(text, language) == {("Jean Prunel", GOES), ("Clara Prunel", COMES)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La asamblea eligió a Amparo Lledó. Deja el cargo de presidente Ramón Fuster, que lo ocupaba."),
        ("it", "L'assemblea ha eletto Carla Lenzi. Lascia l'incarico di presidente Ramón Fuster, che lo ricopriva."),
    ],
)
def test_a_bare_name_behind_the_verb_of_handing_over_is_its_subject(language: str, text: str) -> None:
    told = rows(text, language)
    assert ("Ramón Fuster", GOES) in told
    assert ("Ramón Fuster", COMES) not in told


def test_a_given_name_that_is_a_month_is_a_name() -> None:
    text = "Elena Pardo ha sido nombrada directora general de Kia, en sustitución de Julio Sanz, que deja la empresa."
    moves = told_of(text, "es")
    assert {(move.person, move.event) for move in moves} == {("Elena Pardo", COMES), ("Julio Sanz", GOES)}
    assert [move.effective_date for move in moves] == [None, None]


@pytest.mark.parametrize(
    ("language", "text", "nobody"),
    [
        ("es", "El nuevo responsable estudió Formación Profesional y llegó a Kia.", "Formación Profesional"),
        ("de", "Jana Roth, Inhaberin einer Werkstatt, wurde mit der Nadel des VDI geehrt.", "Jana Roth"),
    ],
)
def test_a_field_of_study_and_who_is_honoured_do_not_move(language: str, text: str, nobody: str) -> None:
    assert nobody not in {person for person, _ in rows(text, language)}


@pytest.mark.parametrize(
    ("language", "opening", "posts"),
    [
        ("it", "L'associazione ha rinnovato il direttivo. Ne fanno parte:", ("presidente", "tesoriera")),
        ("fr", "La fédération a renouvelé son bureau. En font partie :", ("président", "trésorière")),
        ("en", "The federation has a new committee. Its members are:", ("chairman", "treasurer")),
    ],
)
def test_brackets_between_name_and_post_say_where_somebody_is_from(
    language: str, opening: str, posts: tuple[str, str]
) -> None:
    text = f"{opening}\nSalvo Impelli (Etna Drive, Catania), {posts[0]};\nManuela Rossi (Rossi Rent, Roma), {posts[1]}."
    told = {(move.person, move.role) for move in told_of(text, language)}
    assert told == {("Salvo Impelli", posts[0]), ("Manuela Rossi", posts[1])}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les commandes passeront par Julie Maret, directrice depuis le 6 mai."),
        ("en", "Orders go through Julie Maret, manager since 6 May."),
        ("de", "Die Karte trägt den Namen von Julie Maret, Leiterin seit dem 6. Mai."),
        ("es", "Los pedidos pasan por Julie Maret, directora desde el 6 de mayo."),
        ("it", "Gli ordini passano da Julie Maret, direttrice dal 6 maggio."),
    ],
)
def test_how_fresh_the_days_beside_a_name_are_is_weighed(language: str, text: str) -> None:
    def ages(published: str | None) -> set[str]:
        signs = signs_of(text, language, published)["Julie Maret"]
        return {sign.removesuffix(" since") for sign in signs if sign.startswith("day ") and "beside" not in sign}

    assert ages("2022-05-10") == {"day fresh"}
    assert signs_of(text, language, "2022-05-10")["Julie Maret"] & {"day beside fresh >", "day beside fresh since >"}


def test_old_days_and_days_ahead_are_told_apart() -> None:
    text = "Julie Maret, manager since 2009, opened the hall. Ann Hall becomes manager on 1 September."
    signs = signs_of(text, "en", "2022-05-10")
    assert "day beside year past since >" in signs["Julie Maret"]
    assert "day beside ahead >" in signs["Ann Hall"]
    assert "day beside whole >" in signs_of("Ann Hall became manager on 1 September 2021.", "en", None)["Ann Hall"]
