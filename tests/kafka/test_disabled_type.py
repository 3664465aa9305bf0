"""A type that ships disabled goes to a topic of its own once a setting names it."""

from __future__ import annotations

import asyncio

import pytest

from agents.administration import create_topics
from pipeline.classification.types import TypeDataError
from tests.kafka.line import Watch, line_settings, produce, running_worker, small_page

pytestmark = pytest.mark.kafka

RECALL = """<html lang="fr"><head><title>Corvane rappelle 12 000 voitures</title></head><body><article>
<h1>Corvane rappelle 12 000 voitures pour un airbag défectueux</h1>
<p>Corvane rappelle 12 000 voitures en raison d'un airbag défectueux, qui risque de se déclencher tout seul.</p>
<p>La campagne de rappel touche des voitures construites entre mai et juillet dans l'usine de Lorvigny.</p>
<p>Les clients recevront un courrier. La pièce sera remplacée gratuitement à l'atelier, en une demi-heure.</p>
</article></body></html>""".encode()


def test_recalls_have_their_topic_where_the_setting_names_them(kafka, topic_prefix, tmp_path):
    settings = line_settings(kafka, topic_prefix, types="recall")
    assert f"{topic_prefix}.recalls" in asyncio.run(create_topics(settings))
    messages = [
        (None, RECALL, [("url", b"https://presse.example/rappel")]),
        (None, small_page(1), [("url", b"https://presse.example/1")]),
    ]
    with running_worker(settings, tmp_path / "worker.log", ROTATIVE_TYPES="recall"):
        asyncio.run(produce(settings, messages))
        published = asyncio.run(Watch(settings).until(len(messages)))
    article = next(article for article in published.articles if article["url"] == "https://presse.example/rappel")
    assert article["type"] == "recall"
    assert [kind["name"] for kind in article["types"]] == ["recall"]
    assert published.typed == {"recalls": 1}


def test_an_unknown_type_is_told_with_those_there_are(kafka, topic_prefix):
    with pytest.raises(TypeDataError, match=r"no such type: recal; there are .*recall"):
        asyncio.run(create_topics(line_settings(kafka, topic_prefix, types="recal")))
