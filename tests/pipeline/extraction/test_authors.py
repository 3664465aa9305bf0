"""Names and nothing but names."""

from __future__ import annotations

import pytest

from pipeline.extraction.authors import byline_in, clean_names, looks_like_name, names_an_author


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("Hélène Vautrin", ["Hélène Vautrin"]),
        ("Par Hélène Vautrin", ["Hélène Vautrin"]),
        ("Par Hélène Vautrin et Paul Estienne-Roy", ["Hélène Vautrin", "Paul Estienne-Roy"]),
        ("By Anna Lind, Senior Reporter", ["Anna Lind"]),
        ("Written by: Anna Lind and Tom O'Hara", ["Anna Lind", "Tom O'Hara"]),
        ("Von Jürgen von der Heide und Eva Müller", ["Jürgen von der Heide", "Eva Müller"]),
        ("Por Lucía Núñez y Jorge de la Vega", ["Lucía Núñez", "Jorge de la Vega"]),
        ("di Marco De Santis, redazione", ["Marco De Santis"]),
        ("HÉLÈNE VAUTRIN", ["Hélène Vautrin"]),
        ("hélène vautrin", ["Hélène Vautrin"]),
        ("Anna Lind (anna.lind@lefil.example)", ["Anna Lind"]),
        ("anna.lind@lefil.example", []),
        ("Anna Lind | @annalind | 12 min read", ["Anna Lind"]),
        ("Anna Lind; Tom Hara / Eva Roy & Luc Petit", ["Anna Lind", "Tom Hara", "Eva Roy", "Luc Petit"]),
        ("Anna Lind, Anna Lind", ["Anna Lind"]),
        ("Anna &amp; Tom", ["Anna", "Tom"]),
        ("Dr. Max Holm", ["Dr. Max Holm"]),
        ("La rédaction", []),
        ("admin", []),
        ("Le Fil", []),
        ("lefil.example", []),
        ("Publié le 11 janvier 2021", []),
        ("https://lefil.example/auteur/3", []),
        ("", []),
        ("x" * 5_000, []),
    ],
)
def test_stated_authors(statement: str, names: list[str]) -> None:
    assert clean_names([statement], ["Le Fil", "lefil.example"]) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Par Hélène Vautrin, journaliste à Lyon", ["Hélène Vautrin"]),
        ("Par Hélène Vautrin le 11 janvier 2021", []),
        ("By\nAnna Lind\n11 January", ["Anna Lind"]),
        ("Lire la suite", []),
        ("Vautrin", []),
        ("les ventes progressent", []),
    ],
)
def test_words_of_the_visible_page_must_look_like_names(words: str, names: list[str]) -> None:
    assert clean_names([words], trusted=False) == names


def test_signatures_bylines_and_labels() -> None:
    assert looks_like_name("Paul Estienne-Roy")
    assert not looks_like_name("Paul")
    assert not looks_like_name("Paul Roy.")
    assert not looks_like_name("La Rédaction")
    assert names_an_author("Auteur :")
    assert names_an_author("Autorin: Eva Müller")
    assert not names_an_author("Auteur d'une hausse de 3 %")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Hélène Vautrin", ["Hélène Vautrin"]),
        ("— Von Eva Müller", ["Eva Müller"]),
        ("Von Eva Müller am 3. März 2021", ["Eva Müller"]),
        ("By Anna Lind | March 3, 2021", ["Anna Lind"]),
        ("Publié le 3 mars 2021 par Hélène Vautrin", ["Hélène Vautrin"]),
        ("20 febbraio 2023 – di Marco De Santis", ["Marco De Santis"]),
        ("12/03/2021 | Por Lucía Núñez", ["Lucía Núñez"]),
    ],
)
def test_names_are_read_from_bylines_before_and_behind_a_date(line: str, names: list[str]) -> None:
    assert clean_names([byline_in(line) or ""], trusted=False) == names


@pytest.mark.parametrize(
    "line", ["Parmi les marques", "Les ventes de Hélène Vautrin", "Il 3 marzo torna in testa di nuovo"]
)
def test_other_lines_name_nobody(line: str) -> None:
    assert clean_names([byline_in(line) or ""], trusted=False) == []
