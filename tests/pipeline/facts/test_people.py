"""Who counts as a person of the text, and under which name."""

import pytest

from pipeline.document import Document
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def mentions(text, language="fr", headline=""):
    document = Document(headline, text, language)
    people = find_people(document, find_organizations(document))
    for person in people:
        assert getattr(document, person.span.field)[person.span.start : person.span.end] == person.span.quote
    return [(person.name, person.span.quote) for person in people]


def names(text, language="fr", headline=""):
    return list(dict.fromkeys(name for name, _ in mentions(text, language, headline)))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le conseil a nommé hier Jean-Philippe Morvannec à ce poste.", ["Jean-Philippe Morvannec"]),
        ("fr", "Luca de Vanzo succède à Denis Le Garrec.", ["Luca de Vanzo", "Denis Le Garrec"]),
        ("de", "Neu besetzt wurde die Leitung, die Carolin Gruber übertragen worden ist.", ["Carolin Gruber"]),
        ("de", "Man trifft Jolanthe Dürr am ehesten früh, sagt Levke Thorm.", ["Jolanthe Dürr", "Levke Thorm"]),
        ("fr", "La liste compte Anne DUVIVREUX et Carlos A. Tamarindo.", ["Anne DUVIVREUX", "Carlos A. Tamarindo"]),
        ("fr", "L'arrivée d’Élodie Bramesson date de mars.", ["Élodie Bramesson"]),
        ("fr", "Elle rapporte à Xavier O'Donnec, dit-elle.", ["Xavier O'Donnec"]),
        (
            "en",
            "Thanks to Maureen McTavison and Pieter van der Lubbers Jr.",
            ["Maureen McTavison", "Pieter van der Lubbers Jr"],
        ),
        (
            "en",
            "Toyota’s plan was drawn up by Akio Moritake and Zhang Weilin, its chairman.",
            ["Akio Moritake", "Zhang Weilin"],
        ),
        (
            "de",
            "Heinz-Jürgen Löwenbrück folgt auf Sabine von Trauttmann.",
            ["Heinz-Jürgen Löwenbrück", "Sabine von Trauttmann"],
        ),
        (
            "es",
            "José Vicente de los Montes releva a María Fernández de la Cueva.",
            ["José Vicente de los Montes", "María Fernández de la Cueva"],
        ),
        (
            "it",
            "Subentra Giancarlo Della Fonte; saluta Maria Grazia Belluomo.",
            ["Giancarlo Della Fonte", "Maria Grazia Belluomo"],
        ),
    ],
)
def test_full_names_as_written(language, text, expected):
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Gwezhenneg Talarmor, directeur commercial, prend la suite.", "Gwezhenneg Talarmor"),
        ("en", "The company named Torquil Abernock chief executive on Monday.", "Torquil Abernock"),
        ("de", "Der neue Vertriebschef Ubbo Remmersen beginnt im Mai.", "Ubbo Remmersen"),
        ("es", "Ocupará el cargo Aritz Goikolarra, hasta ahora director de ventas.", "Aritz Goikolarra"),
        ("fr", "Elle remplace Gwezhenneg Talarmor, qui part en juin.", "Gwezhenneg Talarmor"),
        ("en", "The news surprised Torquil Abernock, who stays.", "Torquil Abernock"),
        ("it", "Ermete Valsugano (47 anni) guida la rete.", "Ermete Valsugano"),
    ],
)
def test_a_name_of_no_list_counts_where_the_words_around_show_a_person(language, text, expected):
    assert expected in names(text, language)


def test_the_same_pair_without_such_words_is_nobody():
    assert names("Le salon ouvre à Zephyr Talarmor dimanche.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La concession de la rue Jean Moulin et le garage Martin Falk Automobiles ferment."),
        ("fr", "La Renault Zoe Intens et l'Alfa Romeo Giulia Veloce arrivent en Janvier."),
        ("fr", "Le Salon de Paris, le Grand Prix de Monaco et le ministère du Travail"),
        ("en", "New York, San Francisco and Great Britain follow in April."),
        ("en", "Land Rover and General Motors Europe said Sales were down."),
        ("de", "Die Deutsche Umwelthilfe und das Kraftfahrt-Bundesamt in Flensburg"),
        ("de", "Im März hat der Konzern neue Modelle für Europa gezeigt."),
        ("es", "El Ministerio de Industria y la Comisión Europea en San Sebastián"),
        ("it", "Il Gruppo di lavoro di Palazzo Chigi e la Regione Piemonte"),
    ],
)
def test_things_and_places_are_nobody(language, text):
    assert names(text, language) == []


def test_headlines_in_title_case_do_not_make_people():
    assert names("", "en", "Carmaker Says Electric Van Sales Fall Sharply In March") == []


def test_a_headline_in_title_case_keeps_its_person():
    text = "Zephyr Cars has appointed Maureen Tavison as chief executive. Tavison joins in May."
    assert mentions(text, "en", "Zephyr Cars Names Maureen Tavison Chief Executive")[0] == ("Maureen Tavison",) * 2


def test_family_names_alone_belong_to_the_full_name_even_before_it():
    found = mentions("Irène Falkenberg part en mai. « Merci », dit Mme Falkenberg.", headline="Falkenberg quitte Kia")
    assert found == [("Irène Falkenberg", q) for q in ("Falkenberg", "Irène Falkenberg", "Falkenberg")]


def test_particles_stay_with_the_family_name():
    found = mentions("Luca de Vanzo arrive. De Vanzo remplace Paul Hurteau, que de Vanzo connaît.")
    assert [quote for name, quote in found if name == "Luca de Vanzo"] == ["Luca de Vanzo", "De Vanzo", "de Vanzo"]


def test_of_two_people_of_one_family_the_last_named_is_meant():
    found = mentions("Laurent Bourelle part. Félicie Bourelle lui succède. Mme Bourelle a 40 ans.")
    assert found[-1] == ("Félicie Bourelle", "Bourelle")


def test_a_family_name_within_another_name_is_somebody_else():
    found = mentions("Paul Hurteau salue Marie Hurteau-Blin et la rue Hurteau.")
    assert [quote for _, quote in found] == ["Paul Hurteau", "Marie Hurteau-Blin"]


def test_chinese_names_keep_the_family_name_first():
    found = mentions("Chairman Zhang Weilin spoke. Zhang will stay.", "en")
    assert found == [("Zhang Weilin", "Zhang Weilin"), ("Zhang Weilin", "Zhang")]


def test_german_genitives_and_compounds_belong_to_the_name():
    found = mentions("Ines Falkow geht. Falkows Nachfolger ist offen, viele Falkow-Projekte enden.", "de")
    assert [quote for _, quote in found] == ["Ines Falkow", "Falkow", "Falkow"]


def test_a_genitive_of_the_whole_name_is_the_same_person():
    found = mentions("Ines Falkows Vertrag endet. Nachfolger von Ines Falkow wird Uwe Brandis.", "de")
    assert found[0] == ("Ines Falkow", "Ines Falkow")


def test_models_called_after_a_person_are_nobody():
    found = mentions("Paul Elkott founded the firm. The Elkott-E is late, and Elkott Motors knows it.", "en")
    assert found == [("Paul Elkott", "Paul Elkott")]


def test_a_form_of_address_makes_a_person_of_one_word():
    assert mentions("Herr Lüdenscheidt übernimmt.", "de") == [("Lüdenscheidt", "Lüdenscheidt")]


def test_capitals_are_read_and_small_letters_preferred_for_the_name():
    found = mentions("Luca de Vanzo arrive en juin.", headline="LUCA DE VANZO ARRIVE CHEZ RENAULT")
    assert found == [("Luca de Vanzo", "LUCA DE VANZO"), ("Luca de Vanzo", "Luca de Vanzo")]


def test_an_unknown_language_still_finds_people():
    assert names("Vandaag werd Zwaantje van den Broek benoemd.", None) == []
    assert names("Vandaag werd Pieter van den Broek benoemd.", None) == ["Pieter van den Broek"]


def test_nobody_in_nothing():
    assert mentions("") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le directeur des achats, Gwilherm Ouzdan, part. Le président le remplace.", ["Gwilherm Ouzdan"]),
        ("fr", "Le PDG sortant laisse la main : Xolani Dubreqa a repris le poste de directeur.", ["Xolani Dubreqa"]),
        ("en", "Xolani Dubreqa resigned on Monday.", ["Xolani Dubreqa"]),
        ("es", "Xolani Dubreqa, hasta ahora en la red, asume el cargo de director.", ["Xolani Dubreqa"]),
    ],
)
def test_positions_and_verbs_show_people_whom_no_list_knows(language, text, expected):
    assert names(text, language) == expected


def test_the_name_of_a_federation_is_no_person():
    text = "The president of the Federation of Orrin Carriers met the director of the fund."
    assert names(text, "en") == []
