"""Articles that tell the same, whatever their site."""

from __future__ import annotations

import pytest

from agents import stories
from agents.stories import StoryIndex
from pipeline.signature import likeness, signature

COPY = (
    "Le groupe Valmère a immatriculé 12 400 véhicules utilitaires au premier trimestre, selon les chiffres "
    "publiés lundi par la fédération. La hausse atteint 6 % sur un an, tirée par les fourgons électriques. Le "
    "directeur commercial y voit l'effet des nouvelles aides à l'achat, entrées en vigueur en janvier. Les "
    "concessions signalent toutefois des délais de livraison qui s'allongent, et plusieurs loueurs ont reporté"
    " leurs commandes à l'automne."
)
EDITED = COPY.replace("publiés lundi", "diffusés lundi matin").replace("plusieurs loueurs", "certains loueurs")
OTHER = (
    "La marque présentera en octobre une berline électrique dont l'autonomie dépasse 600 kilomètres. Le tarif "
    "n'est pas arrêté, mais la direction promet un prix d'appel sous les 35 000 euros. La production débutera "
    "dans l'usine du Nord, où quatre cents salariés ont été formés depuis le printemps aux nouvelles lignes "
    "d'assemblage des batteries."
)


def test_small_edits_keep_texts_alike_and_other_reports_are_not():
    assert likeness(signature(COPY), signature(COPY)) == 1
    assert likeness(signature(COPY), signature(EDITED)) > 0.7
    assert likeness(signature(COPY), signature(OTHER)) < 0.2


def test_a_text_of_a_few_words_is_not_compared():
    assert signature("Trop court pour être comparé à quoi que ce soit.") is None


def test_agency_copy_on_several_sites_is_one_story():
    index = StoryIndex(limit=100, least_likeness=0.7)
    first, _ = index.place("first", signature(COPY))
    other, _ = index.place("other", signature(OTHER))
    edited, alike = index.place("edited", signature(EDITED))
    third, _ = index.place("third", signature(COPY))
    assert (first.story, other.story) == ("first", "other")
    assert (edited.story, third.story) == ("first", "first")
    assert 0.7 <= alike < 1


def test_an_article_that_comes_again_stays_in_its_story():
    index = StoryIndex(limit=100, least_likeness=0.7)
    index.place("first", signature(COPY))
    index.place("edited", signature(EDITED))
    assert index.place("edited", signature(OTHER))[0].story == "first"  # rewritten, it is still the same article
    assert len(index) == 2


@pytest.mark.parametrize("limit", [1, 3])
def test_the_index_keeps_to_its_bound(limit):
    index = StoryIndex(limit=limit, least_likeness=0.7)
    for number in range(10):
        index.place(str(number), signature(f"{number} {COPY} {number * 7} {OTHER} {number}" if number % 2 else COPY))
    assert len(index) == limit
    assert len(index._bands) <= limit * 16
    assert set(index._bands.values()) <= set(index._members)


def test_what_a_text_costs_does_not_grow_with_its_story(monkeypatch):
    compared = []
    monkeypatch.setattr(stories, "likeness", lambda *pair: compared.append(pair) or likeness(*pair))
    index = StoryIndex(limit=1000, least_likeness=0.7)
    for number in range(200):
        assert index.place(str(number), signature(COPY))[0].story == "0"
    assert len(compared) == 199
