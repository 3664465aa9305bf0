"""A text is cut into its sentences as a reader would, quotations and abbreviations of five languages among them."""

from __future__ import annotations

import pytest

from pipeline.document import Document


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Er sagte: „Das Ziel ist erreicht.“", "Danach verließ er den Saal."]),
        ("de", ["»Das Ziel ist erreicht.«", "Danach verließ er den Saal."]),
        ("de", ["„Ist das Ziel erreicht?“ fragte er."]),
        ("fr", ["« L'objectif est atteint. »", "Puis il quitta la salle."]),
        ("en", ["“We met the target.”", "He left, said Mr. Harlow of Norvik Ltd. in Leeds."]),
        ("es", ["«Hemos cumplido.»", "El Sr. Robles salió de la sala."]),
        ("it", ["“Obiettivo raggiunto.”", "Poi il dott. Neri lasciò la sala."]),
    ],
)
def test_sentences(language: str, sentences: list[str]) -> None:
    document = Document("", " ".join(sentences), language, None)

    assert [sentence.text for sentence in document.sentences] == sentences
