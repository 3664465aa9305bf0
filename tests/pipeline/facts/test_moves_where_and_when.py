"""At which organization, and from which day: what the text around a move says of both, and what it does not say."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.test_moves_posts_held_before import of, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Zelda, la red de recarga de Soria, ficha a Ana Ruiz como directora de Expansión para Francia."),
        ("es", "Zelda acaba de crear una dirección de Recuperaciones, y se la ha encomendado a Ana Ruiz."),
        ("it", "Zelda, la rete di ricarica di Pavia, nomina Ana Ruiz responsabile Acquisti per la Francia."),
    ],
)
def test_a_department_with_a_capital_is_no_company(language: str, text: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).organization == "Zelda"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Voters threw out the leadership of the Northern Garages Association on Friday. A recount took place at a "
            "Kia garage. Also elected was Ana Ruiz as vice president.",
        ),
        (
            "de",
            "Der Landesverband Reifenhandel Sachsen hielt Neuwahlen ab. Gastgeber war das Autohaus Moss. "
            "Zur Präsidentin wurde Ana Ruiz gewählt.",
        ),
    ],
)
def test_an_association_elects_and_the_company_named_nearer_does_not(language: str, text: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).organization in (
        "Northern Garages Association",
        "Landesverband Reifenhandel Sachsen",
    )


def test_behind_a_label_and_a_name_stands_where_the_elected_come_from() -> None:
    text = (
        "Auf der Versammlung des Landesverbandes Reifenhandel Sachsen standen Wahlen an.\n"
        "Präsidentin: Ana Ruiz, Autohaus Ruiz, Plauen\n"
        "Schatzmeister: Carl Moss, Autohaus Moss, Zwickau"
    )
    assert "Autohaus" not in (of("Ana Ruiz", told_of(text, "de")).organization or "")


def test_a_car_called_by_its_maker_is_nobodys_employer() -> None:
    text = "Ana Ruiz prend lundi la direction générale. Elle est venue dans une vieille Skoda. Le voyage fut long."
    assert of("Ana Ruiz", told_of(text, "fr")).organization is None


def test_somebody_comes_from_where_they_are_until_now() -> None:
    text = (
        "Chez Kia France, le fauteuil de directeur de la communication échoit à Ana Ruiz, jusque-là chez l'agence Orvo."
    )
    assert of("Ana Ruiz", told_of(text, "fr")).organization == "Kia France"


def test_the_place_of_a_report_heads_nothing() -> None:
    text = "NOVI, Mich. -- The company said Friday that treasurer Ana Ruiz has resigned. Lomond Tyres sells wheels."
    assert of("Ana Ruiz", told_of(text, "en"), "departed").organization != "NOVI, Mich"


def test_capitals_head_the_paragraphs_of_a_column() -> None:
    text = (
        "GRUPO ALTAMAR. El distribuidor cambia de gerente: Ana Ruiz se puso al frente el 2 de mayo.\n"
        "ZELDA RECAMBIOS. Carl Moss deja de ser director comercial el 30 de junio."
    )
    moves = told_of(text, "es", headline="Movimientos en la distribución")
    assert of("Ana Ruiz", moves).organization == "GRUPO ALTAMAR"
    assert of("Carl Moss", moves, "departed").organization == "ZELDA RECAMBIOS"


def test_a_german_noun_that_opens_a_headline_is_no_name() -> None:
    text = "Seit Montag steht es fest: Die Kia Deutschland hat Ana Ruiz zur Werkleiterin berufen."
    moves = told_of(text, "de", headline="Reifenwerk bekommt eine Chefin, die hier gelernt hat")
    assert of("Ana Ruiz", moves).organization == "Kia Deutschland"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Members of the Northern Garages Association on Friday elected Ana Ruiz as chair. Lena Voss was voted in "
            "as treasurer. Both take office on June 1.",
        ),
        (
            "es",
            "Kia España ficha a Ana Ruiz como directora financiera. Lena Voss será directora de ventas. "
            "Llegan de Seat. Ruiz y Voss se incorporarán el 1 de junio.",
        ),
    ],
)
def test_a_day_of_several_is_that_of_each(language: str, text: str) -> None:
    moves = told_of(text, language)
    assert {of(person, moves).effective_date for person in ("Ana Ruiz", "Lena Voss")} == {"2022-06-01"}


def test_a_list_has_the_day_of_its_opening_also_where_publication_is_unknown() -> None:
    text = (
        "La filiale annonce deux changements, effectifs au 1er septembre 2023 :\n"
        "• Ana Ruiz, directrice des ventes, venue de Seat ;\n"
        "• Carl Moss, responsable de la formation."
    )
    moves = told_of(text, "fr", headline="Kia France", published=None)
    assert of("Ana Ruiz", moves).effective_date == "2023-09-01"


def test_the_day_of_the_confirmation_is_not_that_of_the_departure() -> None:
    text = "Ieri la conferma: Carl Moss lascia Kia Italia dopo due anni."
    assert of("Carl Moss", told_of(text, "it"), "departed").effective_date is None


def test_a_month_inside_a_surname_is_no_date() -> None:
    text = "Carl Escoffier-Mars, directeur du négoce depuis 2008, a préféré s'en aller de Kia France."
    assert of("Carl Escoffier-Mars", told_of(text, "fr", published="2021-10-06"), "departed").effective_date is None


@pytest.mark.parametrize(
    ("language", "text", "organization"),
    [
        ("de", "Der Aufsichtsrat von VW wählte Ana Ruiz zur Chefin. Der Verband VDA lobte die Wahl.", "VW"),
        ("fr", "Le conseil de Kia France a élu Ana Ruiz présidente. Le Syndicat FO regrette ce vote.", "Kia France"),
    ],
)
def test_an_association_that_comments_elects_nobody(language: str, text: str, organization: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).organization == organization


def test_who_has_just_been_hired_is_no_employer() -> None:
    text = "Human Resources hired Carl Moss. Procurement will be led by Ana Ruiz."
    assert of("Ana Ruiz", told_of(text, "en")).organization is None
