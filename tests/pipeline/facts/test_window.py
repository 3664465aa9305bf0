"""The evidence of a fact is one window; what completes it from elsewhere is its context."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.article import Compliance, Facts, Figure, Move, Span
from pipeline.document import Document
from pipeline.fact_reader import FactReader
from pipeline.facts.people import find_people
from pipeline.facts.window import Windows
from pipeline.organizations.find import find_organizations

TYPES = frozenset({"appointment", "sales_figures", "co2_compliance"})
LABELLED = sorted((Path(__file__).parents[2] / "quality").glob("*_unseen_forms*.jsonl"))


def read(document: Document) -> Facts:
    organizations = find_organizations(document)
    return FactReader(document, organizations, find_people(document, organizations)).facts(TYPES)


def quotes(spans: list[Span]) -> list[str]:
    return [span.quote for span in spans]


def test_the_headlines_month_is_context_and_the_number_evidence() -> None:
    document = Document(
        "Marché automobile en mai 2021",
        "Le soleil est revenu. Peugeot a immatriculé 25 000 voitures neuves, soit une hausse de 12 %.",
        "fr",
        "2021-06-01",
    )
    (figure,) = read(document).figures
    assert figure.period == "2021-05"
    assert "25 000 voitures" in " ".join(quotes(figure.evidence))
    assert all(span.field == "text" for span in figure.evidence)
    assert any("mai 2021" in quote for quote in quotes(figure.context))


def test_a_sentence_that_says_all_leaves_no_context() -> None:
    document = Document("", "Paul Girard est nommé président de Kia France. Il fait beau.", "fr", None)
    (move,) = read(document).moves
    assert quotes(move.evidence) == ["Paul Girard est nommé président de Kia France."]
    assert move.context == []


def test_a_table_row_goes_with_its_header() -> None:
    table = ["Marque | Mai 2021 | Évolution", "Skoda | 4 210 | + 2 %", "Seat | 3 100 | - 4 %"]
    text = "\n".join(["Immatriculations en France en mai 2021", *table])
    rows = [row for row in read(Document("", text, "fr", "2021-06-02")).figures if row.value == 3100]
    assert set(quotes(rows[0].evidence)) >= {"Seat", "3 100", "- 4 %", "Mai 2021"}


def test_three_sentences_keep_the_two_that_say_most() -> None:
    text = "Kia sucht einen Chef. Er heißt Jan Voss. Voss leitet Kia Deutschland."
    sentences = [Span("text", 0, 21, text[:21]), Span("text", 22, 40, text[22:40]), Span("text", 41, 69, text[41:69])]
    move = Move("Jan Voss", "appointed", None, "Kia Deutschland", None, None, 0.5, [sentences[1], *sentences])
    placed = Windows(Document("", text, "de")).place(move)
    assert quotes(placed.evidence) == ["Er heißt Jan Voss.", "Voss leitet Kia Deutschland."]
    assert quotes(placed.context) == ["Kia sucht einen Chef."]


def test_a_span_over_the_edge_of_its_window_is_cut_there() -> None:
    text = "Audi 2020. Le constructeur émet 97 g. Sa limite : 95 g."
    whole = Span("text", 0, len(text), text)
    row = Compliance("Audi", 2020, 95.0, 97.0, None, "missed", None, "eu_fleet", 0.8, [whole])
    placed = Windows(Document("", text, "fr")).place(row)
    assert quotes(placed.evidence) == ["Audi 2020.", "Le constructeur émet 97 g."]
    assert quotes(placed.context) == ["Sa limite : 95 g."]


def test_spans_that_begin_together_have_one_order() -> None:
    text = "Afrique et Moyen-Orient : 413 livraisons."
    short, long, count = Span("text", 0, 7, "Afrique"), Span("text", 0, 23, text[:23]), Span("text", 26, 29, "413")
    for spans in ([short, long, count], [count, long, short]):
        row = Figure("Ceyra", "deliveries", 413.0, "vehicles", None, None, None, None, False, 0.9, spans)
        assert Windows(Document("", text, "fr")).place(row).evidence == [short, long, count]


@pytest.mark.no_cover
@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_every_fact_of_the_labelled_articles_has_one_window(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        document = Document(article["title"], article["text"], article["lang"], article["published"])
        facts = read(document)
        for fact in [*facts.moves, *facts.figures, *facts.compliance]:
            assert is_one_window(document, fact), fact
            for span in [*fact.evidence, *fact.context]:
                assert span.quote == getattr(document, span.field)[span.start : span.end]
            assert not set(fact.evidence) & set(fact.context)


def is_one_window(document: Document, fact: Move | Figure | Compliance) -> bool:
    """Told from the words alone: how many sentences the evidence has words of, and how they lie."""
    touched = [
        (number, sentence)
        for number, sentence in enumerate(document.all_sentences)
        if any(
            span.field == sentence.field and span.start < sentence.end and span.end > sentence.start
            for span in fact.evidence
        )
    ]
    if len(touched) != 2:
        return len(touched) == 1
    (first, one), (second, other) = touched
    return (second - first == 1 and one.field == other.field) or (one.is_row and other.is_row)


def test_a_number_is_known_however_its_thousands_are_written() -> None:
    for number in ("1 250 000", "1.250.000", "1\u202f250\u202f000", "1'250'000"):
        text = f"Kia progresse. La marque a livré {number} voitures. Tout va bien."
        figure = Figure(
            "Kia",
            "deliveries",
            1250000.0,
            "vehicles",
            None,
            "2021",
            "World",
            None,
            False,
            0.8,
            [Span("text", 0, len(text), text)],
        )
        placed = Windows(Document("", text, "fr")).place(figure)
        assert quotes(placed.evidence) == ["Kia progresse.", f"La marque a livré {number} voitures."]


def test_the_numbers_of_a_target_are_the_evidence_where_the_headline_only_names_the_maker() -> None:
    text = "La moyenne du groupe est tombée à 127 g en 2014. Sa limite est de 130 g."
    spans = [Span("headline", 0, 7, "PSA fit"), Span("text", 0, 48, text[:48]), Span("text", 49, len(text), text[49:])]
    row = Compliance("PSA", 2014, 130.0, 127.0, None, "met", None, "eu_fleet", 0.8, spans)
    placed = Windows(Document("PSA fit", text, "fr")).place(row)
    assert quotes(placed.evidence) == [text[:48], text[49:]]
    assert quotes(placed.context) == ["PSA fit"]


def test_a_move_told_of_a_pronoun_quotes_the_sentence_with_the_name() -> None:
    text = "Ann Lee joins Kia UK. The sun shone. She was glad. She is named head of sales."
    row = Move("Ann Lee", "appointed", "head of sales", "Kia UK", None, None, 0.5, [Span("text", 51, 78, text[51:78])])
    placed = Windows(Document("", text, "en")).place(row)
    assert quotes(placed.evidence) == ["She is named head of sales."]
    assert quotes(placed.context) == ["Ann Lee joins Kia UK."]
