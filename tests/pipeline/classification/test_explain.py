"""Why an article is of its type."""

import orjson

from pipeline.classification.explain import explain
from pipeline.document import Document

MOVE = Document(
    "Corvane : Claire Dumont nommée directrice générale",
    "Claire Dumont prend la tête de Corvane à compter du 1er mars. Elle succède à Paul Verne, qui quitte son poste.",
    "fr",
)


def test_it_gives_reasons_with_their_words():
    explanation = explain(MOVE)
    first = explanation.types[0]
    assert explanation.type == first.name == "appointment"
    assert first.applies
    assert first.reasons_for[0].weight >= first.reasons_for[-1].weight > 0
    spans = [span for reason in first.reasons_for for span in reason.spans]
    assert spans
    assert all(span.quote == getattr(MOVE, span.field)[span.start : span.end] for span in spans)
    assert "stop being appointment" in first.what_would_change_it


def test_it_says_what_a_missing_type_lacks():
    other = next(one for one in explain(MOVE).types if one.name == "sales_figures")
    assert not other.applies
    assert other.probability < 0.5
    assert other.what_would_change_it


def test_reasons_against_are_told():
    obituary = Document("Mort de Jean Verne", "L'ancien président, nommé en 1983, est décédé dimanche à 88 ans.", "fr")
    appointment = next(one for one in explain(obituary).types if one.name == "appointment")
    assert not appointment.applies
    assert any(reason.weight < 0 for reason in appointment.reasons_against)


def test_an_article_on_another_trade_is_told_so():
    shoes = Document("Schuhabsatz steigt", "Im März wurden 12.400 Paar Schuhe verkauft, 8 Prozent mehr als 2019.", "de")
    cars = Document("Autoabsatz steigt", "Im März wurden 12.400 Autos verkauft, 8 Prozent mehr als 2019.", "de")
    first, second = (
        next(one for one in explain(document).types if one.name == "sales_figures") for document in (shoes, cars)
    )
    assert next(reason for reason in first.reasons_against if reason.sign == "foreign").places == ["whole"]
    assert not any(reason.sign == "foreign" for reason in second.reasons_against)
    assert first.probability < second.probability


def test_it_can_be_written_as_json():
    written = orjson.loads(orjson.dumps(explain(MOVE, types=("recall",))))
    assert {one["name"] for one in written["types"]} == {"appointment", "sales_figures", "co2_compliance", "recall"}
    assert not next(one for one in written["types"] if one["name"] == "recall")["trained"]
