"""The classifier, as the line calls it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.classification.classify import classify
from pipeline.document import Document
from pipeline.languages import LANGUAGES

VOCABULARY = """
Renault nomme Claire Dumont directrice générale immatriculations 12 345 voitures vendues en mars % CO2 objectif amende
95 g/km İstanbul ß . ? « » | Neuzulassungen ernannt sales of 4,000 cars resigned vendite nominato 🚗
"""
words = st.sampled_from([*VOCABULARY.split(), "\n", " "])
texts = st.one_of(st.text(max_size=300), st.lists(words, max_size=60).map(" ".join))


@settings(deadline=None)  # the first call compiles the vocabulary
@given(headline=texts, text=texts, language=st.sampled_from([*LANGUAGES, None, "pt"]))
def test_every_quote_is_what_stands_at_its_span(headline, text, language):
    document = Document(headline, text, language)
    classification = classify(document, types=["recall"])
    for score in classification.types:
        assert 0 <= score.score <= 1
        assert score.evidence
        for span in score.evidence:
            assert span.quote == getattr(document, span.field)[span.start : span.end] != ""
    assert classification.type in {"other", *(score.name for score in classification.types)}


def test_best_first():
    document = Document(
        "Ventes : Corvane livre 412 300 voitures en 2023 et change de patron",
        "Le constructeur Renault a vendu 412 300 véhicules en 2023, en hausse de 8 %.\n"
        "Claire Dumont est nommée directrice générale à compter du 1er mars. "
        "Elle succède à Paul Verne, qui quitte ses fonctions.",
        "fr",
    )
    scores = [score.score for score in classify(document).types]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)


def test_an_empty_document_is_of_no_type():
    assert classify(Document("", "", None)).types == []


def test_a_gallery_of_people_long_in_post_is_no_appointment():
    document = Document(
        "Sept patronnes qui comptent",
        "Claire Dumont, nommée directrice générale de Corvane en 2014. Anne Verne, promue à la tête de Lumora en 2016, "
        "où elle a succédé à Paul Lestrade. Louise Ferrand a pris la direction de l'usine de Loudun en 2015.",
        "fr",
        "2026-03-08",
    )
    assert classify(document).types == []


def test_the_words_of_somebody_lately_appointed_are_no_appointment():
    document = Document(
        "Le cabriolet reçoit un moteur de 400 ch",
        "« Il incarne notre savoir-faire », explique Claire Dumont, nommée directrice du design il y a un an. "
        "Les jantes de 19 pouces sont de série.",
        "fr",
    )
    assert classify(document).types == []


def test_the_volumes_of_a_maker_are_sales_in_words_that_name_no_sale():
    document = Document(
        "Le cru 2025 de Renault",
        "L'an dernier, 611 000 autos ont été remises à leurs acquéreurs, soit 7 % de moins qu'un an auparavant.",
        "fr",
    )
    assert classify(document).type == "sales_figures"
