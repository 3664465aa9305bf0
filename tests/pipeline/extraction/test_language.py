"""The language of short press texts, with and without what the page declares."""

from __future__ import annotations

import pytest

from pipeline.extraction.language import detect_language, language_code

TEXTS = {
    "fr": "Les ventes de voitures neuves ont reculé de 4 % en mars, selon le comité.",
    "en": "New car registrations fell by four percent in March, the trade body said.",
    "de": "Die Neuzulassungen gingen im März um vier Prozent zurück, teilte der Verband mit.",
    "es": "Las matriculaciones de coches nuevos cayeron un 4 % en marzo, según la patronal.",
    "it": "Le immatricolazioni di auto nuove sono calate del 4 % a marzo, dice l'associazione.",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("declared", [None, "fr-FR", "en", "de_DE", "es", "it-IT", "xx", "not a language"])
def test_one_sentence_is_enough_whatever_is_declared(language: str, declared: str | None) -> None:
    assert detect_language(TEXTS[language], declared) == language


def test_a_table_of_figures_does_not_hide_the_language() -> None:
    rows = "\n".join(f"Valmoret {n} | {n * 131} | {n},4 %" for n in range(40))
    assert detect_language(f"{TEXTS['fr']}\n{rows}", None) == "fr"


@pytest.mark.parametrize(
    ("text", "declared", "expected"), [("", "fr", "fr"), ("48 200 | 6,2 %", "de-AT", "de"), ("", None, None)]
)
def test_too_short_to_tell_is_as_declared(text: str, declared: str | None, expected: str | None) -> None:
    assert detect_language(text, declared) == expected


def test_other_languages_are_told_too() -> None:
    assert detect_language("Продажи новых легковых автомобилей выросли на десять процентов в марте.", None) == "ru"
    assert detect_language("De verkoop van nieuwe auto's daalde in maart met vier procent, zegt de bond.", "en") == "nl"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("fr-FR", "fr"),
        ("DE_at", "de"),
        ("en,fr", "en"),
        ("Français", "fr"),
        (" it ", "it"),
        ("fra", None),
        ("", None),
        (None, None),
    ],
)
def test_declarations_are_read_in_any_spelling(declared: str | None, code: str | None) -> None:
    assert language_code(declared) == code
