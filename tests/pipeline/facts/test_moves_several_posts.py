"""Somebody who takes several posts, and names that are no person's or that a verb seems to make a firm's."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.reading_moves import short
from tests.pipeline.facts.test_moves_by_tenor import told_of


@pytest.mark.parametrize(
    ("language", "text", "posts"),
    [
        (
            "fr",
            "Ana Ruiz est nommée directrice des essais et, dans le même mouvement, secrétaire générale de Kia France.",
            {"directrice des essais", "secrétaire générale"},
        ),
        (
            "it",
            "Dal 1° luglio Ana Ruiz sarà direttore marketing e, allo stesso tempo, direttore della comunicazione "
            "di Kia Italia.",
            {"direttore marketing", "direttore della comunicazione"},
        ),
        (
            "en",
            "Kia UK has named Ana Ruiz chief operations officer and, at the same time, head of sustainability.",
            {"chief operations officer", "head of sustainability"},
        ),
        (
            "es",
            "Ana Ruiz será directora general de Kia Iberia y, además, directora de recursos humanos.",
            {"directora general", "directora de recursos humanos"},
        ),
        (
            "de",
            "Ana Ruiz wird Geschäftsführerin von Kia. Ruiz übernimmt überdies den Vorsitz der Stiftung.",
            {"Geschäftsführerin", "Vorsitz der Stiftung"},
        ),
    ],
)
def test_a_post_on_top_of_another_is_a_row_of_its_own(language: str, text: str, posts: set[str]) -> None:
    assert {move.role for move in told_of(text, language)} == posts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle hérite du fauteuil d'administratrice que quitte Martin Vialard, atteint par la limite d'âge."),
        ("it", "Lascia l'azienda Ottavio Sereni, da nove anni direttore del marchio."),
        ("es", "El hueco lo deja Martín Castañer, que presentó su renuncia."),
        ("fr", "Le tribunal a révoqué le mandat de gérant de Bruno Deswart, fondateur de la maison."),
    ],
)
def test_a_given_name_behind_an_inverted_verb_is_no_firm(language: str, text: str) -> None:
    names = {"fr": ("Martin Vialard", "Bruno Deswart"), "it": ("Ottavio Sereni",), "es": ("Martín Castañer",)}
    assert any(("departed", name) in short(told_of(text, language)) for name in names[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "La firma barcelonesa Ruda Motocicletas lo ha nombrado director de marketing; se incorpora el 2 de mayo.",
        ),
        ("fr", "Cet ancien de Ganci Autoroutes, 51 ans, prend la suite d'Ana Ruiz, qui abandonne ses mandats."),
        ("de", "Ana Ruiz wird Finanzchefin von Kia. Sie war zuletzt Sprecherin von Borussia Dortmund."),
        ("en", "Ana Ruiz becomes finance director of Kia UK. She joins from Leeds United as the first woman."),
    ],
)
def test_companies_and_clubs_are_nobody(language: str, text: str) -> None:
    named = {move.person for move in told_of(text, language)}
    named |= {move.predecessor for move in told_of(text, language) if move.predecessor}
    assert named <= {"Ana Ruiz"}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Cessation des fonctions de Mme Ana Ruiz, admise à la retraite, chez Kia France.", "Ana Ruiz"),
        ("de", "Die Freistellung des Geschäftsführers Carl Moss erfolgte nach einer Prüfung bei Kia.", "Carl Moss"),
    ],
)
def test_nouns_of_leaving(language: str, text: str, person: str) -> None:
    assert ("departed", person) in short(told_of(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France a nommé Ana Ruiz directrice financière et cherche également un directeur commercial."),
        (
            "fr",
            "Ana Ruiz devient directrice des achats de Kia et reste par ailleurs présidente du club des dirigeants.",
        ),
        ("en", "Kia UK has appointed Ana Ruiz as finance director and, in addition, is looking for a sales director."),
        ("en", "Ana Ruiz becomes finance director of Kia UK and will also report to the group chairman."),
        ("de", "Ana Ruiz wird Geschäftsführerin von Kia Deutschland und berichtet zugleich an den Europachef."),
        ("es", "Ana Ruiz será directora general de Kia Iberia y dependerá también del presidente europeo."),
        ("it", "Kia Italia ha nominato Ana Ruiz direttrice finanziaria e cerca inoltre un direttore commerciale."),
    ],
)
def test_what_another_verb_tells_is_no_further_post(language: str, text: str) -> None:
    assert len(told_of(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Den Preis teilen sich Ana Ruiz und Jens Kolbe, Geschäftsführer der Autohaus Kolbe GmbH."),
        ("de", "Ana Ruiz und Jens Kolbe teilen sich bei Kia ein Büro."),
        ("es", "Ana Ruiz y Luis Soto comparten la visión del presidente de la patronal."),
        ("it", "Ana Ruiz e Paolo Bassi condividono la passione per le auto d'epoca di Kia."),
    ],
)
def test_who_shares_something_else_than_a_post_does_not_move(language: str, text: str) -> None:
    assert told_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The release of Tom Byrne's book is due in June. Kia UK has appointed Carl Moss as sales director."),
        (
            "it",
            "Il ritiro di Paolo Bassi dalla corsa ha sorpreso. Kia Italia ha nominato Carl Moss direttore acquisti.",
        ),
    ],
)
def test_nouns_that_are_as_often_of_something_else_need_a_position(language: str, text: str) -> None:
    assert short(told_of(text, language)) == [("appointed", "Carl Moss")]


@pytest.mark.parametrize("person", ["Hertha Kolbe", "Frank Dortmund", "Peter Werder", "Anna Bielefeld"])
def test_clubs_and_their_towns_do_not_hide_people(person: str) -> None:
    text = f"Kia Deutschland hat {person} in die Geschäftsführung berufen."
    assert short(told_of(text, "de")) == [("appointed", person)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The new line-up at Kia UK:\n– Chair: Ana Ruiz, since 2009\n– Finance: Carl Moss (new)"),
        ("es", "La nueva cúpula de Kia Iberia:\n– Presidenta: Ana Ruiz, desde 2009\n– Finanzas: Carl Moss (nuevo)"),
    ],
)
def test_a_line_of_who_has_long_had_the_post_is_no_move(language: str, text: str) -> None:
    assert "Ana Ruiz" not in {move.person for move in told_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Meisterschaft ging an Ana Ruiz. Kia Deutschland hat Carl Moss zum Vertriebsleiter ernannt."),
        ("it", "Il premio va ad Ana Ruiz. Kia Italia ha nominato Carl Moss direttore commerciale."),
        ("es", "El premio va para Ana Ruiz. Kia Iberia ha nombrado a Carl Moss director comercial."),
    ],
)
def test_who_gets_a_prize_gets_no_post(language: str, text: str) -> None:
    assert short(told_of(text, language)) == [("appointed", "Carl Moss")]


def test_a_company_may_open_with_the_noun_of_a_part() -> None:
    rows = told_of("Secteur Plus, loueur lyonnais, a nommé Ana Ruiz directrice générale.", "fr")
    assert [move.organization for move in rows] == ["Secteur Plus"]
