"""Moves told without a verb of moving: idioms, nouns, lists, labels, brackets, elections, and who leaves by them."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.reading_moves import moves_of, short
from tests.pipeline.facts.test_moves_by_tenor import told_of

COMES, GOES = "appointed", "departed"


def rows(text: str, language: str) -> set[tuple[str, str]]:
    return {(move.person, move.event) for move in told_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "person", "event"),
    [
        ("en", "The finance brief now sits with Lisa Penrose.", "Lisa Penrose", COMES),
        ("en", "Friday is the last day at Halden for sales director Gary Thornbury.", "Gary Thornbury", GOES),
        ("en", "Gary Thornbury has had his contract torn up by Halden.", "Gary Thornbury", GOES),
        ("en", "The chain of office passes from Gary Thornbury to Lisa Penrose.", "Lisa Penrose", COMES),
        ("fr", "Les adhérents ont porté Carole Destang à leur tête.", "Carole Destang", COMES),
        ("fr", "Carole Destang vient épauler Lucien Maravel comme directrice adjointe.", "Carole Destang", COMES),
        ("fr", "Fin de carrière pour Lucien Maravel, chef d’atelier du garage.", "Lucien Maravel", GOES),
        ("de", "Der Vertrag von Vorstand Bernd Osterkamp wird nicht verlängert.", "Bernd Osterkamp", GOES),
        ("de", "Mit Silke Ravensberg an der Spitze startet die Sparte neu.", "Silke Ravensberg", COMES),
        ("es", "A partir de junio las flotas serán cosa de Lucía Ferrándiz.", "Lucía Ferrándiz", COMES),
        ("es", "El viernes fue el último día de Carlos Ibarrondo en Loira.", "Carlos Ibarrondo", GOES),
        ("it", "Ultimo giorno in Lodi per Paolo Bergonzi, storico capo officina.", "Paolo Bergonzi", GOES),
    ],
)
def test_an_idiom_is_enough(language: str, text: str, person: str, event: str) -> None:
    assert rows(text, language) == {(person, event)}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Lisa Penrose: new head of used cars at Halden.", "Lisa Penrose"),
        ("de", "Silke Ravensberg: Neue Leiterin Kundendienst bei Hallmann.", "Silke Ravensberg"),
        ("es", "La red ya tiene responsable de formación: Lucía Ferrándiz.", "Lucía Ferrándiz"),
        ("fr", "Le poste de directeur technique a trouvé preneur : Carole Destang.", "Carole Destang"),
        ("it", "Laura Valmarana (ex Scania) alla direzione vendite di Officine Lodi.", "Laura Valmarana"),
    ],
)
def test_a_headline_names_who_comes_without_a_verb(language: str, text: str, person: str) -> None:
    assert rows(text, language) == {(person, COMES)}


def test_an_election_has_two_sides() -> None:
    assert rows(
        "Die Mitglieder wählten Silke Ravensberg zur Präsidentin, Bernd Osterkamp trat nicht mehr an.", "de"
    ) == {
        ("Silke Ravensberg", COMES),
        ("Bernd Osterkamp", GOES),
    }


def test_who_was_a_candidate_and_is_elected_comes() -> None:
    text = "Leur candidate, Carole Destang, a été élue présidente du syndicat."
    assert rows(text, "fr") == {("Carole Destang", COMES)}


def test_the_name_inside_a_description_is_of_somebody_else() -> None:
    text = "Lisa Penrose, who ran the depot with Gary Thornbury, kept her chair as treasurer."
    assert rows(text, "en") == {("Lisa Penrose", COMES)}


def test_the_clause_of_the_second_name_is_its_own() -> None:
    text = "Silke Ravensberg wird Flottenchefin bei Hallmann, Bernd Osterkamp geht."
    assert rows(text, "de") == {("Silke Ravensberg", COMES), ("Bernd Osterkamp", GOES)}


def test_a_day_of_leaving_is_no_day_of_coming() -> None:
    text = "Am 30. Juni hat Bernd Osterkamp seinen letzten Arbeitstag bei Hallmann."
    assert rows(text, "de") == {("Bernd Osterkamp", GOES)}


def test_the_subject_stands_behind_its_verb_and_an_aside() -> None:
    text = "Paolo Bergonzi lascia Lodi. La eredita, con due furgoni e un cane, Laura Valmarana, da lunedì."
    assert ("Laura Valmarana", COMES) in rows(text, "it")
    text = "Nach Kassel geht dafür am selben Tag Silke Ravensberg, heute noch Chefin in Gera, als Leiterin der Region."
    assert rows(text, "de") == {("Silke Ravensberg", COMES)}


def test_a_list_behind_a_colon_goes_on_behind_semicolons() -> None:
    text = "Ont été élus au bureau : Carole Destang, de Bodin, présidente ; Lucien Maravel, du garage Orme, trésorier."
    assert rows(text, "fr") == {("Carole Destang", COMES), ("Lucien Maravel", COMES)}


def test_an_item_of_a_list_may_name_who_had_the_post() -> None:
    text = (
        "Bodin annonce deux changements dans son équipe :\n"
        "• Carole Destang, responsable de la formation, en remplacement de Lucien Maravel ;\n"
        "• Inès Valdor, directrice des ventes."
    )
    assert {("Carole Destang", COMES), ("Inès Valdor", COMES)} <= rows(text, "fr")


def test_the_first_line_of_labels_is_one_of_them() -> None:
    text = "Der Verband wählte.\nVizepräsident Handel: Quirilo Kasprick, Halle\nVizepräsident Technik: Bernd Osterkamp"
    assert ("Quirilo Kasprick", COMES) in rows(text, "de")


def test_who_had_the_post_and_takes_another_leaves_it() -> None:
    text = (
        "Silke Ravensberg übernimmt die Geschäftsführung von Hallmann. Der bisherige Chef Bernd Osterkamp wechselt {}."
    )
    assert rows(text.format("in den Beirat"), "de") == {
        ("Silke Ravensberg", COMES),
        ("Bernd Osterkamp", GOES),
        ("Bernd Osterkamp", COMES),
    }


def test_a_predecessor_comes_nowhere() -> None:
    text = "Halden hired Lisa Penrose as head of press. Her predecessor, Gary Thornbury, moved to a tourism board."
    assert rows(text, "en") == {("Lisa Penrose", COMES), ("Gary Thornbury", GOES)}


def test_who_goes_on_in_a_relative_clause_is_the_one_described() -> None:
    text = "Carole Destang prend la suite de Lucien Maravel, qui a tenu le poste dix ans et quittera Bodin en juin."
    assert rows(text, "fr") == {("Carole Destang", COMES), ("Lucien Maravel", GOES)}


def test_the_object_before_a_last_verb_counts() -> None:
    text = "Bernd Osterkamp hat sich entschieden, das Unternehmen Ende Juni zu verlassen und auf Reisen zu gehen."
    assert short(moves_of(text, "de")) == [(GOES, "Bernd Osterkamp")]


def test_whom_somebody_reports_to_does_not_come() -> None:
    text = "Silke Ravensberg wird Leiterin Flotte bei Hallmann. Sie wird an Vertriebschef Bernd Osterkamp berichten."
    assert rows(text, "de") == {("Silke Ravensberg", COMES)}


def test_who_has_the_task_no_longer_goes() -> None:
    text = "Les achats ne sont plus entre les mains de Lucien Maravel. Carole Destang en a hérité lundi."
    assert ("Lucien Maravel", COMES) not in rows(text, "fr")


def test_names_run_into_small_words_and_particles() -> None:
    text = "Bodin change. C’est Ysalde Korvec’h, jusqu’ici directrice régionale, qui prend la direction du garage."
    assert rows(text, "fr") == {("Ysalde Korvec’h", COMES)}
    text = "Elisabeth Freifrau von Hohen-Ahlem legt ihr Mandat im Aufsichtsrat der Hallmann AG nieder."
    assert rows(text, "de") == {("Elisabeth Freifrau von Hohen-Ahlem", GOES)}
    text = "Loira suma dos fichajes:\n• Zulema Vilarnau i Comas, directora de personas.\n• Lucía Ruiz, jefa."
    assert ("Zulema Vilarnau i Comas", COMES) in rows(text, "es")


def test_a_surname_behind_a_title_is_of_who_is_listed_in_full() -> None:
    text = (
        "Halden announced an addition to its team.\n- Kwanda-soo Baek, chief strategy officer.\n"
        "Mr. Baek was with Orme Vans and assumed his duties on July 2."
    )
    assert rows(text, "en") == {("Kwanda-soo Baek", COMES)}


def test_towns_as_adjectives_are_no_people() -> None:
    assert not any("Wurzeln" in person for person, _ in rows("Die Chefin mit Hamburger Wurzeln kommt im Mai.", "de"))
