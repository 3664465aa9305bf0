"""What somebody leaves for, who only comments, brands that are only sold: none of it is the post that is told of."""

from __future__ import annotations

import pytest

from pipeline.facts.dates_of_effect import Published, written_dates
from tests.pipeline.facts.reading_moves import moves_of, short
from tests.pipeline.facts.test_moves_bound_rightly import of
from tests.pipeline.facts.test_moves_by_tenor import told_of

COMES, GOES = "appointed", "departed"


@pytest.mark.parametrize(
    ("language", "text", "leaver", "role"),
    [
        (
            "fr",
            "Anne Roux pilote Kia France depuis le 1er mai. Son prédécesseur, Luc Morel, a quitté la filiale fin avril "
            "pour devenir directeur du commerce de Seat.",
            "Luc Morel",
            "directeur du commerce",
        ),
        (
            "en",
            "Ann Fenby has run Kia UK since 1 May. Her predecessor, Tom Orde, left the importer in April to become "
            "managing director of Seat UK.",
            "Tom Orde",
            "managing director",
        ),
        (
            "es",
            "Eva Solana dirige Kia Iberia desde el 1 de mayo. Su predecesor, Carlos Mora, dejó la filial en abril para "
            "convertirse en director general de Seat.",
            "Carlos Mora",
            "director general",
        ),
        (
            "it",
            "Sara Gallo guida Kia Italia dal 1° maggio. Il suo predecessore, Carlo Mossi, ha lasciato la filiale ad "
            "aprile per diventare direttore vendite di Seat.",
            "Carlo Mossi",
            "direttore vendite",
        ),
    ],
)
def test_what_somebody_leaves_for_is_an_arrival_and_not_the_post_left(
    language: str, text: str, leaver: str, role: str
) -> None:
    moves = told_of(text, language)
    arrival = of(leaver, moves)
    assert arrival.role == role
    assert {move.role for move in moves if move is not arrival} == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tom Orde is leaving Kia UK to run a farm."),
        ("fr", "Luc Morel quitte Kia France pour prendre du recul."),
        ("es", "Carlos Mora deja Kia Iberia para dirigir un hotel familiar."),
    ],
)
def test_leaving_for_no_position_is_no_arrival(language: str, text: str) -> None:
    assert COMES not in {event for event, _ in short(told_of(text, language))}


@pytest.mark.parametrize(
    ("language", "text", "person", "role"),
    [
        ("it", "Carlo Mossi è passato a Maserati in qualità di responsabile.", "Carlo Mossi", "responsabile"),
        ("es", "Carlos Mora ha pasado a Maserati como responsable de flotas.", "Carlos Mora", "responsable de flotas"),
    ],
)
def test_who_passes_to_a_company_arrives_there(language: str, text: str, person: str, role: str) -> None:
    (move,) = moves_of(text, language)
    assert (move.event, move.person, move.role, move.organization) == (COMES, person, role, "Maserati")


def test_what_passes_to_a_person_is_handed_over() -> None:
    (move,) = moves_of("La guida di Kia Italia è passata a Carlo Mossi.", "it")
    assert (move.event, move.person, move.organization) == (COMES, "Carlo Mossi", "Kia Italia")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Kia France a nommé Anne Roux présidente. « Un atout », affirme le président du conseil, Jean Lorin. "
            "Elle succède à Luc Morel.",
            [("Anne Roux", "Luc Morel")],
        ),
        (
            "en",
            "Kia UK has named Ann Fenby managing director. “A fine choice,” said board member Tim Roe. "
            "She succeeds Tom Orde.",
            [("Ann Fenby", "Tom Orde")],
        ),
        (
            "es",
            "Kia Iberia ha nombrado a Eva Solana directora general. «Es un acierto», dijo el presidente, Juan Lasarte. "
            "Sustituye a Carlos Mora.",
            [("Eva Solana", "Carlos Mora")],
        ),
    ],
)
def test_a_pronoun_passes_over_who_only_comments(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(move.person, move.predecessor) for move in moves_of(text, language) if move.event == COMES] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La fédération a une nouvelle présidente, Anne Roux. « Un atout », dit Jean Lorin, concessionnaire Honda.",
        ),
        ("es", "La patronal tiene nueva presidenta, Eva Solana. «Un acierto», dice Juan Lasarte, concesionario Honda."),
        ("it", "L'associazione ha un nuovo presidente, Carlo Mossi. «Bene», dice Marco Neri, concessionario Honda."),
    ],
)
def test_a_brand_that_is_only_sold_is_not_the_organization(language: str, text: str) -> None:
    (move,) = moves_of(text, language)
    assert move.organization is None


@pytest.mark.parametrize(
    ("language", "text", "company"),
    [
        ("fr", "Le patron de Renault France s'en va. Luc Morel quitte l'entreprise.", "Renault France"),
        ("en", "Renault UK is looking for a boss. Tom Orde has retired.", "Renault UK"),
        ("fr", "L'importateur D'Ieteren change de patron. Luc Morel s'en va.", "D'Ieteren"),
    ],
)
def test_a_maker_that_acts_and_a_seller_called_by_its_name_stay(language: str, text: str, company: str) -> None:
    assert {move.organization for move in told_of(text, language)} == {company}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "takes charge of Kia UK as managing director on Monday", "2022-05-16"),
        ("en", "has been in charge of Kia UK since she took over on Monday", "2022-05-09"),
        ("de", "übernimmt die Leitung der Niederlassung am Montag", "2022-05-16"),
        ("de", "hat die Leitung der Niederlassung am Montag übernommen", "2022-05-09"),
        ("fr", "rejoint le réseau lundi", "2022-05-16"),
        ("fr", "a rejoint lundi le réseau", "2022-05-09"),
    ],
)
def test_the_tense_of_the_verb_tells_which_monday(language: str, text: str, value: str) -> None:
    assert [date.value for date in written_dates(text, language, Published(2022, 5, 10))] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Sara Gallo è la nuova direttrice di Kia Italia. Il cambio decorre dal 1° giugno."),
        ("es", "Eva Solana es la nueva directora de Kia Iberia. El relevo se hará efectivo el 1 de junio."),
        ("fr", "Anne Roux est la nouvelle directrice de Kia France. Le passage de témoin aura lieu le 1er juin."),
        ("de", "Eva Kern ist die neue Leiterin von Kia Deutschland. Der Stabwechsel ist am 1. Juni."),
        ("en", "Ann Fenby is the new head of Kia UK. The switch is on 1 June."),
    ],
)
def test_a_sentence_on_the_change_says_when(language: str, text: str) -> None:
    assert [move.effective_date for move in moves_of(text, language)] == ["2022-06-01"]


@pytest.mark.parametrize(
    ("language", "text", "leaver", "role"),
    [
        (
            "de",
            "Eva Kern wurde zur Präsidentin gewählt. Sie folgt auf Jan Oster, der in den Ruhestand geht. "
            "Der bisherige Präsident Jan Oster dankte den Delegierten.",
            "Jan Oster",
            "Präsident",
        ),
        (
            "fr",
            "Anne Roux est élue présidente de Mobilians. Elle remplace Paul Lescot, qui part à la retraite. "
            "Le président Paul Lescot a remercié ses équipes.",
            "Paul Lescot",
            "président",
        ),
        (
            "fr",
            "Anne Roux est élue présidente de Mobilians. Elle remplace Paul Lescot, qui part à la retraite. "
            "Le président du jury, Luc Lorin, a remercié ses équipes.",
            "Paul Lescot",
            "présidente",
        ),
    ],
)
def test_who_leaves_has_the_title_in_the_own_form(language: str, text: str, leaver: str, role: str) -> None:
    assert of(leaver, told_of(text, language), GOES).role == role


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("de", "Eva Kern wird Chief Restructuring Officer von Kia.", "Chief Restructuring Officer"),
        ("fr", "Anne Roux est nommée Chief Transformation Officer de Kia France.", "Chief Transformation Officer"),
        ("en", "Kia UK said Ann Fenby would head its van unit as managing director from June 1.", "managing director"),
    ],
)
def test_titles_that_were_not_read_before(language: str, text: str, role: str) -> None:
    assert [move.role for move in moves_of(text, language)] == [role]


@pytest.mark.parametrize(
    ("language", "text", "predecessor"),
    [
        ("es", "Eva Solana será presidenta de Kia Iberia. Toma la estafeta de Carlos Mora.", "Carlos Mora"),
        ("fr", "Anne Roux arrive chez Kia France. Elle s'installera dans le bureau de Luc Morel.", "Luc Morel"),
    ],
)
def test_whose_baton_or_office_is_taken_had_the_post(language: str, text: str, predecessor: str) -> None:
    assert of(moves_of(text, language)[0].person, moves_of(text, language)).predecessor == predecessor
