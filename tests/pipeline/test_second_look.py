"""Types in doubt are decided by the facts that can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from pipeline.classification.classify import classify, decide, score
from pipeline.document import Document
from pipeline.explain import explain_page
from pipeline.fact_reader import FactReader
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations
from pipeline.page import RawPage
from pipeline.second_look import likelihoods_of, look_again, stand_beside_words

QUALITY = Path(__file__).parents[1] / "quality"
UNSEEN = QUALITY / "unseen" / "press.jsonl"
TYPES = ("appointment", "co2_compliance", "sales_figures")
# Of 62 with moves, 46 on targets, 47 on sales that nothing was learned from; words alone miss 10, 1, 6. They only fall.
MOST_MISSED = {"appointment": 8, "co2_compliance": 0, "sales_figures": 6}


def final(document: Document):
    organizations = find_organizations(document)
    reader = FactReader(document, organizations, find_people(document, organizations))
    reading, scores = score(document)
    return decide(reading, look_again(scores, reader))


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", TYPES)
def test_articles_that_nothing_was_learned_from_are_missed_no_more_often_than_by_words_alone(kind: str) -> None:
    missed = by_words = 0
    for line in UNSEEN.read_bytes().splitlines():
        article = orjson.loads(line)
        if kind in article["types"]:
            document = Document(article["title"], article["text"], article["lang"], article["published"])
            by_words += kind not in classify(document).names()
            missed += kind not in final(document).names()
    assert missed <= by_words
    assert missed <= MOST_MISSED[kind]


PROMOTED = Document(
    "Valmoret : Claire Dumas aux commandes du réseau",
    "Claire Dumas a été nommée directrice du réseau de Valmoret. Elle prendra ses fonctions le 1er mai et succède à "
    "Luc Ferrand, qui quitte l'entreprise après onze ans.",
    "fr",
    "2024-04-02",
)
NOBODY_MOVES = Document(
    "Valmoret : une direction sereine",
    "Claire Dumas, directrice du réseau de Valmoret, explique comment ses équipes préparent la saison. Le groupe n'a "
    "pas changé d'organisation.",
    "fr",
    "2024-04-02",
)


def in_doubt(document: Document, probability: float, kind: str = "appointment"):
    """What is decided where the words alone leave that type in doubt."""
    organizations = find_organizations(document)
    reader = FactReader(document, organizations, find_people(document, organizations))
    reading, scores = score(document)
    scores = [replace(one, part=probability if one.kind.name == kind else 0.01, lead=probability / 2) for one in scores]
    return decide(reading, scores), decide(reading, look_again(scores, reader))


def test_a_move_in_the_lead_brings_the_type_in_and_is_what_the_article_is_about() -> None:
    by_words, said = in_doubt(PROMOTED, 0.4)
    assert by_words.types == []
    assert (said.type, [one.name for one in said.types]) == ("appointment", ["appointment"])
    for span in said.types[0].evidence:
        assert span.quote == (PROMOTED.headline if span.field == "headline" else PROMOTED.text)[span.start : span.end]


def test_an_article_that_tells_no_move_is_no_appointment_whatever_its_words() -> None:
    by_words, said = in_doubt(NOBODY_MOVES, 0.7)
    assert "appointment" in by_words.names()
    assert said.types == []


def test_registrations_that_can_be_read_make_sales_of_a_type_in_doubt_and_numbers_of_other_things_do_not() -> None:
    sold = Document(
        "Valmoret : mars au beau fixe",
        "Valmoret a immatriculé 12 400 voitures en France en mars 2024, soit 6,2 % de plus qu'un an plus tôt. Sa part "
        "de marché atteint 4,1 %.",
        "fr",
        "2024-04-02",
    )
    stolen = Document(
        "Valmoret : mars sous surveillance",
        "Valmoret a recensé 12 400 voitures volées en France en mars 2024, soit 6,2 % de plus qu'un an plus tôt. Les "
        "voleurs visent les clés sans contact.",
        "fr",
        "2024-04-02",
    )
    assert in_doubt(sold, 0.55, "sales_figures")[1].names() == {"sales_figures"}
    assert in_doubt(stolen, 0.65, "sales_figures")[1].names() == set()


BUILT = {
    "es": "De las plantas de Valmoret salieron en agosto de 2024 12.400 coches en España, un 6,2 % menos que un año "
    "antes. En lo que va de año suman 98.300 unidades (-4,1 %).",
    "it": "Dagli stabilimenti di Valmoret sono uscite in agosto 2024 12.400 vetture, il 6,2% in meno di un anno prima. "
    "I furgoni si fermano a 8.060 unità (-23,9%).",
}
SOLD = {
    "fr": "Valmoret a vendu 12 400 voitures en août 2024, soit 6,2 % de moins qu'un an plus tôt.",
    "en": "Valmoret sold 12,400 cars in August 2024, down 6.2% on a year earlier.",
    "de": "Valmoret hat im August 2024 12.400 Autos verkauft, 6,2 Prozent weniger als im Vorjahr.",
    "es": "Valmoret vendió 12.400 coches en agosto de 2024, un 6,2 % menos que un año antes.",
    "it": "Valmoret ha venduto 12.400 vetture nell'agosto 2024, il 6,2% in meno di un anno prima.",
}


def test_numbers_beside_no_word_of_sales_do_not_make_sales_of_what_the_words_speak_against() -> None:
    document = Document("Valmoret: un agosto tranquilo", BUILT["es"], "es", "2024-09-02")
    _, said = in_doubt(document, 0.35, "sales_figures")
    assert said.names() == set()
    _, said = in_doubt(document, 0.45, "sales_figures")  # where the words leave it open, the numbers may tell
    assert said.names() == {"sales_figures"}


@pytest.mark.parametrize(("language", "stand"), [(each, True) for each in SOLD] + [(each, False) for each in BUILT])
def test_whether_a_fact_stands_beside_words_of_its_type(language: str, stand: bool) -> None:
    document = Document("Valmoret 2024", (SOLD if stand else BUILT)[language], language, "2024-09-02")
    organizations = find_organizations(document)
    reader = FactReader(document, organizations, find_people(document, organizations))
    (one,) = (one for one in score(document)[1] if one.kind.name == "sales_figures")
    figures = reader.of("sales_figures")
    assert figures
    assert stand_beside_words(figures, one.kind, one.found, reader.document) is stand
    assert not stand_beside_words([], one.kind, one.found, reader.document)


def test_a_short_line_over_one_long_paragraph_hides_nothing_from_the_second_look() -> None:
    long = PROMOTED.text + " Le réseau compte des ateliers dans toutes les régions." * 80
    hidden = replace(PROMOTED, text=f"Photo : Valmoret\n{long}")
    assert in_doubt(hidden, 0.4)[1].names() == {"appointment"}


def likeliest(kind: str, headline: str, text: str) -> float:
    """How likely the likeliest possible fact of that type is one."""
    document = Document(headline, text, "fr", "2024-04-02")
    organizations = find_organizations(document)
    reader = FactReader(document, organizations, find_people(document, organizations))
    return max(likelihoods_of(kind, reader), default=0.0)


@pytest.mark.parametrize(
    ("kind", "told", "passing"),
    [
        (
            "appointment",
            "Claire Dumas a été nommée directrice du réseau de Valmoret. Elle succède à Luc Ferrand le 1er mai.",
            "Claire Dumas, directrice du réseau de Valmoret, visitait hier le salon de Lyon. Luc Ferrand l'attendait.",
        ),
        (
            "sales_figures",
            "Valmoret a immatriculé 12 400 voitures en mars, soit 6,2 % de plus qu'un an plus tôt.",
            "Valmoret a produit 12 400 voitures en mars dans son usine, qui emploie 6 200 personnes.",
        ),
        (
            "co2_compliance",
            "Valmoret a respecté son objectif 2024 : ses voitures ont émis 92 g de CO2 par km, 2 g sous la limite.",
            "La citadine de Valmoret émet 92 g de CO2 par km en cycle mixte et coûte 18 400 euros.",
        ),
    ],
)
def test_what_an_article_is_about_is_a_likelier_fact_than_what_it_tells_in_passing(
    kind: str, told: str, passing: str
) -> None:
    assert likeliest(kind, "Valmoret : le point", told) > 0.5 > likeliest(kind, "Valmoret : le point", passing)


def brought_in_by_facts() -> Document:
    """The first article whose words alone do not make it an appointment, and whose moves do."""
    for line in UNSEEN.read_bytes().splitlines():
        record = orjson.loads(line)
        document = Document(record["title"], record["text"], record["lang"])
        if not classify(document).types and final(document).names() == {"appointment"}:
            return document
    raise AssertionError("the second look brings no article in")


def test_what_is_not_in_doubt_stays_as_it_was() -> None:
    text = "Renault a vendu 12 400 voitures en mars, soit une hausse de 4 %. Dacia suit avec 9 800 immatriculations."
    document = Document("Les ventes de Renault en hausse de 4 % en mars", text, "fr", "2024-04-02")
    assert final(document) == classify(document)


def test_explain_tells_of_the_second_look() -> None:
    promoted = brought_in_by_facts()
    paragraphs = "".join(f"<p>{line}</p>" for line in promoted.text.splitlines())
    body = f"<article><h1>{promoted.headline}</h1>{paragraphs}</article>"
    html = f"<html lang={promoted.language}><body>{body}</body></html>"
    explained = explain_page(RawPage(body=html.encode()))
    assert explained.type == "appointment"
    (reason,) = (reason for reason in explained.reasons if reason.name == "appointment")
    assert reason.applies
    assert reason.probability == explained.types[0].score
    assert reason.what_would_change_it.startswith("In doubt by its words (")
    assert "can be read, which makes it" in reason.what_would_change_it
