"""Learning the weights."""

import gzip
import json
from dataclasses import replace

import orjson
import pytest

pytest.importorskip("sklearn")

from pipeline.classification.features import add_neighbours
from pipeline.classification.training import train
from pipeline.classification.training.background import (
    LABELS,
    Label,
    MissingArticlesError,
    labelled_records,
    read_labels,
)
from pipeline.classification.training.compose import Passage, compose, load_passages
from pipeline.classification.training.corpus import Labelled, group_near_duplicates, load
from pipeline.classification.training.crossvalidate import BACKGROUND_WEIGHT, READ_WEIGHT, cross_validate
from pipeline.classification.training.evaluate import as_markdown, draw, mistakes, reliability, rows
from pipeline.classification.training.fit import Example, calibrate, directions, fit
from pipeline.classification.types import known_types
from pipeline.document import Document
from pipeline.languages import LANGUAGES

TYPES = ["appointment"]


def labelled(number, *, positive):
    text = f"Le conseil a nommé Claire Dumont{number} directrice." if positive else f"La berline {number} roule bien."
    types = frozenset(TYPES if positive else [])
    document = Document(f"Titre {number}", f"{text} Le numéro {number} {number * 7} suit ici.", "fr")
    return Labelled(f"a{number}", "made", document, types, "appointment" if positive else "other", hard=False)


ARTICLES = [labelled(number, positive=number % 2 == 0) for number in range(60)]


def test_the_same_examples_give_the_same_weights():
    examples = [Example({"x": float(number % 3), "y": 1.0}, number % 3 == 2) for number in range(30)]
    assert fit(examples) == fit(examples)
    assert fit(examples).weights["x"] > 0


def test_calibration_makes_a_sum_mean_its_share():
    pairs = [(2.0, index % 10 < 7) for index in range(100)] + [(-2.0, index % 10 < 3) for index in range(100)]
    calibration = calibrate(pairs)
    assert calibration.probability(2.0) == pytest.approx(0.7, abs=0.01)
    linear = fit([Example({"x": 1.0}, True), Example({"x": -1.0}, False)])
    folded = calibration.of(linear)
    assert folded.probability({"x": 1.5}) == pytest.approx(calibration.probability(linear.total({"x": 1.5})))


def test_near_duplicates_share_a_group():
    text = (
        "Le groupe a vendu douze mille voitures en mars et attend un printemps meilleur que l'an passé à la même date."
    )
    first = Labelled("1", "s", Document("A", text, "fr"), frozenset(), "other", hard=False)
    twin = Labelled("2", "s", Document("B", text + " Fin.", "fr"), frozenset(), "other", hard=False)
    far = Document("C", "Un tout autre sujet occupe ce texte du début à la fin.", "fr")
    other = Labelled("3", "s", far, frozenset(), "other", hard=False)
    groups = group_near_duplicates([first, twin, other])
    assert groups[0] == groups[1] != groups[2]


def test_cross_validation_scores_every_article_and_reports():
    results = cross_validate(ARTICLES, TYPES, background=ARTICLES[:4])
    assert [result.article.id for result in results] == [article.id for article in ARTICLES]
    table, bins = rows(results, TYPES), reliability(results, TYPES)
    assert table[0].macro > 0.9
    report = as_markdown(table, bins, TYPES)
    assert "| made | 60 |" in report
    assert draw(bins).startswith("<svg")
    assert list(mistakes(results, TYPES)) == []


def test_the_command_writes_a_model_that_can_be_read(tmp_path, monkeypatch):
    corpus = tmp_path / "made.jsonl"
    lines = [
        {
            "id": article.id,
            "lang": "fr",
            "title": article.document.headline,
            "text": article.document.text,
            "types": sorted(article.types),
            "primary": article.primary,
        }
        for article in ARTICLES
    ]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines))
    monkeypatch.setattr(train, "PROJECT_ARTICLES", [corpus])
    assert train.main(["--types", "appointment", "--into", str(tmp_path)]) == 0
    model = json.loads((tmp_path / "appointment" / "model.json").read_text())
    assert model["articles"] == 60
    assert model["part"]["weights"]
    assert len(load([corpus])) == 60


def test_the_background_is_built_from_corpora_by_the_ids_of_its_labels(tmp_path):
    corpus = tmp_path / "corpus.jsonl.gz"
    records = [{"id": f"a-{n}", "lang": "fr", "title": f"Titre {n}", "text": "Un texte."} for n in (3, 2, 1)]
    corpus.write_bytes(gzip.compress(b"".join(orjson.dumps(record) + b"\n" for record in records)))
    built = list(labelled_records([corpus], {"a-1": Label((), "other"), "a-3": Label(("appointment",), "appointment")}))
    assert [(record["id"], record["types"], record["primary"]) for record in built] == [
        ("a-1", [], "other"),
        ("a-3", ["appointment"], "appointment"),
    ]
    path = tmp_path / "background.jsonl"
    path.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in built))
    assert [article.types for article in load([path])] == [frozenset(), frozenset({"appointment"})]


def test_an_article_that_no_corpus_has_is_told(tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_bytes(b'{"id": "a-1", "lang": "fr", "title": "Titre", "text": "Un texte."}\n')
    with pytest.raises(MissingArticlesError, match="a-2"):
        list(labelled_records([corpus], {"a-1": Label((), "other"), "a-2": Label((), "other")}))


def test_every_label_of_the_background_is_a_type_or_none():
    labels = read_labels().values()
    assert {label.primary for label in labels} <= {*known_types(), "other"}
    assert {name for label in labels for name in label.types} <= set(known_types())


def test_a_label_in_passing_is_a_type_that_headline_and_lead_are_not_about(tmp_path):
    path = tmp_path / "labels.json"
    path.write_text('{"other": ["a"], "appointment": ["b"], "in passing": {"appointment": ["c"]}}')
    assert read_labels(path) == {
        "a": Label((), "other"),
        "b": Label(("appointment",), "appointment"),
        "c": Label(("appointment",), "other"),
    }


def test_what_was_read_counts_more(tmp_path):
    path = tmp_path / "labels.json"
    path.write_text('{"other": ["a", "b"], "in passing": {}, "read": ["b"]}')
    assert {id_: label.read for id_, label in read_labels(path).items()} == {"a": False, "b": True}
    assert READ_WEIGHT > BACKGROUND_WEIGHT


def test_every_article_that_was_read_has_a_label():
    labels = orjson.loads(LABELS.read_bytes())
    assert set(labels["read"]) <= set(read_labels())


def test_each_type_sees_the_strength_of_the_others():
    values = {"appointment": {"lead:strength": 2.0}, "sales_figures": {"dense:strength": 1.0}}
    add_neighbours(values)
    assert values["appointment"] == {"lead:strength": 2.0, "dense:beside_sales_figures": 1.0}
    assert values["sales_figures"] == {"dense:strength": 1.0, "lead:beside_appointment": 2.0}


def test_a_sign_never_weighs_against_its_direction():
    examples = [Example({"lead:x": 1.0}, number % 4 == 0) for number in range(40)]
    examples += [Example({"lead:y": 1.0}, number % 4 != 0) for number in range(40)]
    free, held = fit(examples).weights, fit(examples, {"x": 1, "y": -1}).weights
    assert free["lead:x"] < 0 < free["lead:y"]
    assert held == {"lead:x": 0, "lead:y": 0}


def test_the_directions_of_a_type_come_from_its_strength():
    known = directions(known_types()["sales_figures"])
    assert known["registration"] == known["count_registered"] == 1
    assert known["since_launch"] == known["since_launch_count"] == -1
    assert "politics" not in known


def test_a_passage_is_set_into_articles_of_no_type_in_its_language():
    passage = Passage("p", "fr", "En mars, {maker} a livré 900 voitures.", frozenset({"sales_figures"}))
    hosts = [labelled(number, positive=number > 8) for number in range(10)]
    made = list(compose([passage], hosts))
    assert [one.types for one in made] == [frozenset({"sales_figures"})] * 6
    assert {one.primary for one in made} == {"other"}
    assert all("a livré 900 voitures" in one.document.text and "{maker}" not in one.document.text for one in made)
    assert made == list(compose([passage], hosts))
    assert list(compose([replace(passage, language="it")], hosts)) == []


def test_the_passages_are_of_known_types_and_languages():
    passages = load_passages()
    assert {passage.language for passage in passages} == set(LANGUAGES)
    assert {name for passage in passages for name in passage.types} == {
        kind.name for kind in known_types().values() if kind.enabled
    }
    assert len({passage.id for passage in passages}) == len(passages)
