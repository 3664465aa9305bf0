"""Capital words of a title: they are no person and no company, and the title does not end before them."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.reading_moves import moves_of


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Kia UK has named Ana Ruiz head of SME sales.", "head of SME sales"),
        (
            "en",
            "Kia UK has promoted Ana Ruiz to regional vice president, Pacific Northwest, from 1 May.",
            "regional vice president, Pacific Northwest",
        ),
        ("en", "Kia UK has named Ana Ruiz head of Motorsport Communication.", "head of Motorsport Communication"),
        (
            "en",
            "Ana Ruiz has been named Vice President Complete Vehicle Engineering at Kia UK.",
            "Vice President Complete Vehicle Engineering",
        ),
        ("fr", "Kia France a nommé Ana Ruiz responsable des ventes VO.", "responsable des ventes VO"),
        (
            "fr",
            "Ana Ruiz est nommée directrice régionale, Grand Ouest, chez Kia France.",
            "directrice régionale, Grand Ouest",
        ),
        ("fr", "Ana Ruiz est nommée Head of Digital Marketing de Kia France.", "Head of Digital Marketing"),
        ("de", "Ana Ruiz wird Leiterin Ersatzteile bei Kia Deutschland.", "Leiterin Ersatzteile"),
        ("de", "Ana Ruiz wird Head of Global Fleet Sales bei Kia Deutschland.", "Head of Global Fleet Sales"),
        ("es", "Kia España nombra a Ana Ruiz directora de ventas VO.", "directora de ventas VO"),
        ("es", "Kia España nombra a Ana Ruiz Head of Product Marketing.", "Head of Product Marketing"),
        ("es", "Kia España nombra a Ana Ruiz directora regional, Levante.", "directora regional, Levante"),
        ("it", "Kia Italia ha nominato Ana Ruiz responsabile Grandi Clienti.", "responsabile Grandi Clienti"),
        (
            "it",
            "Kia Italia: Ana Ruiz è la nuova head of Motorsport Communication.",
            "head of Motorsport Communication",
        ),
    ],
)
def test_a_title_goes_on_with_capital_words_of_its_field_or_region(language: str, text: str, role: str) -> None:
    assert [(move.person, move.role) for move in moves_of(text, language)] == [("Ana Ruiz", role)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France nomme deux Country Managers. Ana Ruiz sera Country Manager Belgique de Kia France."),
        ("it", "Kia Italia nomina due Country Managers. Ana Ruiz è nominata direttrice vendite di Kia Italia."),
        ("en", "Kia UK appoints Independent Non-Executive Directors. Ana Ruiz becomes sales director of Kia UK."),
    ],
)
def test_titles_in_the_plural_are_nobody(language: str, text: str) -> None:
    assert [move.person for move in moves_of(text, language)] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("language", "text", "role", "organization"),
    [
        ("en", "Ana Ruiz becomes managing director of Delmar Software.", "managing director", "Delmar Software"),
        ("fr", "Ana Ruiz est nommée directrice de Service Pneus.", "directrice", "Service Pneus"),
        ("es", "Kia España nombra a Ana Ruiz directora de Neumáticos Delmar.", "directora", "Neumáticos Delmar"),
    ],
)
def test_a_company_named_after_its_work_is_none_of_the_title(
    language: str, text: str, role: str, organization: str
) -> None:
    (move,) = moves_of(text, language)
    assert (move.role, move.organization) == (role, organization)


def test_a_family_name_may_begin_like_a_field_of_work() -> None:
    (move,) = moves_of("Sales director Yorin Brandt leaves Kia UK.", "en")
    assert (move.person, move.role) == ("Yorin Brandt", "Sales director")


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "en",
            "Sales director Carl Moss leaves Kia UK. Ana Ruiz, currently his deputy, replaces him.",
            "Sales director",
        ),
        (
            "fr",
            "Le directeur financier Carl Moss quitte Kia France. L'intérim sera assuré par son adjointe, Ana Ruiz.",
            "directeur financier",
        ),
        (
            "es",
            "El director financiero Carl Moss deja Kia España. Le sustituye su adjunta, Ana Ruiz.",
            "director financiero",
        ),
        (
            "it",
            "Il direttore finanziario Carl Moss lascia Kia Italia. Gli succede la sua vice, Ana Ruiz.",
            "direttore finanziario",
        ),
    ],
)
def test_a_deputy_takes_up_the_post_of_who_leaves(language: str, text: str, role: str) -> None:
    (move,) = (move for move in moves_of(text, language) if move.event == "appointed")
    assert (move.person, move.role) == ("Ana Ruiz", role)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Kia UK names Ana Ruiz as its deputy chief executive.", "deputy chief executive"),
        ("fr", "Ana Ruiz devient son adjointe chez Kia France.", "adjointe"),
    ],
)
def test_a_deputy_is_a_post_where_somebody_becomes_one(language: str, text: str, role: str) -> None:
    (move,) = moves_of(text, language)
    assert move.role == role


def test_a_nickname_in_quotes_is_part_of_the_name() -> None:
    moves = moves_of('Kia UK has promoted Desmond "Dez" Falk to sales director. "Good" Falk was glad.', "en")
    assert [move.person for move in moves] == ['Desmond "Dez" Falk']
