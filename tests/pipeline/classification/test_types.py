"""Types are folders of data."""

import pytest

from pipeline.classification.classify import classify, score
from pipeline.classification.features import view_of
from pipeline.classification.matching import Matcher
from pipeline.classification.types import Combination, TypeDataError, TypeDefinition, enabled_types, known_types
from pipeline.document import Document

RECALLS = {
    "fr": ("Corvane rappelle 31 000 voitures", "Un défaut des airbags oblige Renault à rappeler 31 000 véhicules."),
    "en": (
        "Halden recalls 61,000 cars",
        "Toyota is recalling 61,000 cars over a defective fuel pump; repairs are free.",
    ),
    "de": ("Rückruf: 48.000 Autos in die Werkstatt", "Opel ruft 48.000 Fahrzeuge wegen defekter Airbags zurück."),
    "es": (
        "Llamada a revisión de 22.000 coches",
        "Seat llama a revisión 22.000 vehículos por un defecto de los frenos.",
    ),
    "it": ("Richiamo per 15.000 auto", "Fiat richiama 15.000 vetture per un difetto ai freni, intervento gratuito."),
}


def test_the_three_types_are_on_and_recall_is_off():
    assert [kind.name for kind in enabled_types()] == ["appointment", "co2_compliance", "sales_figures"]
    assert [kind.name for kind in enabled_types(["recall"])][-2:] == ["recall", "sales_figures"]


def test_the_topic_follows_from_the_name():
    assert known_types()["sales_figures"].topic == "sales-figures"


def test_an_unknown_type_is_named():
    with pytest.raises(TypeDataError, match="no such type: obituary"):
        enabled_types(["obituary"])


@pytest.mark.parametrize("language", RECALLS)
def test_a_type_without_a_model_works_by_its_rules_once_it_is_switched_on(language):
    document = Document(*RECALLS[language], language)
    assert "recall" not in classify(document).names()
    assert classify(document, types=["recall"]).type == "recall"


def test_a_recall_of_cheese_is_none_of_cars():
    document = Document(
        "Rappel de fromages contaminés", "La listeria a été trouvée dans un fromage ; le lait est en cause.", "fr"
    )
    assert "recall" not in classify(document, types=["recall"]).names()


def test_switching_a_type_on_leaves_the_others_as_they_were():
    document = Document(*RECALLS["fr"], "fr")
    alone = {one.kind.name: one.part for one in score(document)[1]}
    together = {one.kind.name: one.part for one in score(document, types=["recall"])[1]}
    assert alone.items() <= together.items()


def test_a_combination_of_an_unknown_concept_is_refused_by_name():
    kind = TypeDefinition("odd", "Odd", "", True, "odd", {}, (), (Combination("pair", ("person", "unicorn")),))
    with pytest.raises(TypeDataError, match="unicorn"):
        view_of(kind, Matcher([], "fr"))
