"""The period of a number where the sentence dates other things besides."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.figures.test_sentences import figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "En 2021, Seat a livré 470 500 voitures. La marque, indépendante depuis 2018, en a placé 24 700 en Italie.",
        ),
        ("es", "En 2021 Seat entregó 470.500 coches. La marca, independiente desde 2018, colocó 24.700 en Italia."),
    ],
)
def test_since_when_a_brand_is_there_is_no_period(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language)] == ["2021", "2021"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat a livré 470 500 voitures en 2020. La marque a livré, depuis janvier, 324 700 voitures."),
        ("es", "Seat entregó 470.500 coches en 2020. La marca ha entregado, desde enero, 324.700 coches."),
    ],
)
def test_a_run_that_dates_the_verb_is_the_period(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2021-09-02")] == ["2020", None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "En 2022, Seat a livré 470 500 voitures. Le record de 2017 tient toujours. "
            "Au quatrième trimestre, Seat a livré 114 300 voitures.",
        ),
        (
            "it",
            "Nel 2022 Seat ha consegnato 470.500 vetture. Bisogna tornare al 2017 per trovare di meglio. "
            "Nel quarto trimestre Seat ha consegnato 114.300 vetture.",
        ),
    ],
)
def test_a_quarter_without_a_year_is_one_of_the_headlines(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language)] == ["2022", None]
    assert [one.period for one in figures(text, language=language, headline="Seat 2022")] == ["2022", "2022-Q4"]
    assert [one.period for one in figures(text, language=language, published="2023-01-20")] == ["2022", "2022-Q4"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le distributeur va bien. Il a été fondé en 1994. Il emploie 200 personnes. Ses clients sont fidèles. "
            "En mars, Seat a livré 2 215 voitures.",
        ),
        (
            "en",
            "The retailer is doing well. A new site will open in 2040. It employs 200 people. Its customers are loyal. "
            "In March, Seat delivered 2,215 cars.",
        ),
    ],
)
def test_a_year_of_another_matter_dates_no_month(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "En marzo, Seat entregó 2.215 coches (1.906 en marzo de 2024)."),
        ("fr", "Le mois de mars fait du bien. En mars, Seat a livré 2 215 voitures. (En mars 2024, 1 906.)"),
    ],
)
def test_a_month_with_a_year_in_brackets_is_the_one_compared_with(language: str, text: str) -> None:
    assert next(one.period for one in figures(text, language=language)) == "2025-03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La Belgique a acheté 366 300 voitures en 2021. La prime de juillet aide. Le diesel a 19,6 % du marché.",
        ),
        ("en", "Belgium registered 366,300 cars in 2021. The grant of July helps. Diesel took 19.6% of the market."),
    ],
)
def test_a_month_that_dates_a_noun_announces_nothing(language: str, text: str) -> None:
    found = figures(text, language=language, published="2022-01-09")

    assert [(one.value, one.period) for one in found] == [(366_300, "2021"), (19.6, "2021")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat ne compte plus vendre que 460 000 voitures en 2022."),
        ("es", "Seat ya no prevé vender más que 460.000 coches en 2022."),
    ],
)
def test_only_so_many_compares_with_nothing(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2022-09-05")] == ["2022"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kia sold 52,600 cars in the fourth quarter of 2021.\n"
            "Skoda sold 180,800 cars in 2021. Kia's volume rose to 157,400 cars.",
        ),
        (
            "fr",
            "Kia a vendu 52 600 voitures au quatrième trimestre 2021.\n"
            "En 2021, Skoda a vendu 180 800 voitures. Kia en a vendu 157 400.",
        ),
    ],
)
def test_a_paragraph_goes_on_in_the_year_that_it_turned_to(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language)] == ["2021-Q4", "2021", "2021"]


def test_another_paragraph_is_in_the_period_of_the_article() -> None:
    found = figures(
        "Kia a vendu 52 600 voitures au quatrième trimestre 2021.\nEn 2021, Skoda a vendu 180 800 voitures.\n"
        "Seat a vendu 15 700 voitures."
    )

    assert [one.period for one in found] == ["2021-Q4", "2021", "2021-Q4"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Der Februar war gut. Nun liegen die Zahlen des Amtes für Juli vor. Demnach wurden 12.000 Autos verkauft.",
        ),
        ("fr", "Février fut bon. Voici les chiffres officiels de juillet. On y lit 12 000 voitures vendues."),
    ],
)
def test_the_figures_of_a_month_are_told_in_the_next_sentence(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2021-08-09")] == ["2021-07"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "En 2021, Seat a livré 470 500 voitures. La maison est née en 1950. "
            "Sur l'ensemble de l'exercice, l'Espagne en a pris 61 200 ventes.",
        ),
        (
            "it",
            "Nel 2021 Seat ha consegnato 470.500 vetture. La casa è nata nel 1950. "
            "Nell'intero anno la Spagna ha preso 61.200 vendite.",
        ),
    ],
)
def test_the_whole_year_is_not_that_of_the_foundation(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language)] == ["2021", "2021"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "On n'avait plus vu pareil creux depuis 2009. À 41 200 livraisons, Seat a perdu 4 % en 2021."),
        ("en", "It was the weakest year for Seat since 2009. Just 41,200 cars were sold in 2021, a fall of 4%."),
        ("de", "So schwach war Seat nicht mehr seit 2009. Im Jahr 2021 wurden 41.200 Autos ausgeliefert."),
    ],
)
def test_how_long_something_had_not_been_so_dates_no_number(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2022-01-12")] == ["2021"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Depuis 2009, Seat a livré 641 200 voitures en Italie. L'Espagne en a pris 910 300."),
        ("en", "Since 2009 Seat has sold 641,200 cars in Italy. Spain took 910,300 vehicles."),
    ],
)
def test_a_number_counted_since_a_year_dates_those_behind_it(language: str, text: str) -> None:
    read = [one.period for one in figures(text, language=language, published="2022-01-12")]

    assert read == [None, None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat a annoncé qu'en 2021 ses concessions ont livré 41 200 voitures."),
        ("es", "Seat informó que en 2021 se vendieron 41.200 coches."),
        ("it", "Seat ha comunicato che nel 2021 ha venduto 41.200 vetture."),
    ],
)
def test_what_somebody_reported_of_a_year_is_of_that_year(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2022-01-12")] == ["2021"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En 2021, Seat a livré 41 200 voitures, 4 % de moins qu'en 2020."),
        ("es", "En 2021 Seat vendió 41.200 coches, un 4% menos que en 2020."),
        ("it", "Nel 2021 Seat ha venduto 41.200 vetture, il 4% in meno che nel 2020."),
    ],
)
def test_a_year_behind_a_comparison_dates_nothing(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2022-01-12")] == ["2021"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En août, Seat a livré 3 100 voitures. La marque compte terminer l'année à 41 200 livraisons."),
        ("en", "In August Seat sold 3,100 cars. It hopes to end the year on 41,200 sales."),
        ("de", "Im August hat Seat 3.100 Autos verkauft. Der Importeur will das Jahr mit 41.200 Zulassungen beenden."),
        ("es", "En agosto Seat vendió 3.100 coches. La previsión para el ejercicio: 41.200 unidades."),
        ("it", "Ad agosto Seat ha venduto 3.100 vetture. Conta di chiudere l'anno a 41.200 immatricolazioni."),
    ],
)
def test_the_year_that_somebody_hopes_to_end_is_the_current_one(language: str, text: str) -> None:
    read = [one.period for one in figures(text, language=language, published="2022-09-05")]

    assert read == ["2022-08", "2022"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat compte terminer l'année 2023 à 41 200 livraisons."),
        ("en", "Seat hopes to end the year 2023 on 41,200 sales."),
        ("de", "Seat will das Jahr 2023 mit 41.200 Zulassungen beenden."),
    ],
)
def test_a_year_that_is_named_is_meant(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2022-09-05")] == ["2023"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat a franchi les 400 000 livraisons : 412 300 exactement, 8 % de plus qu'en 2023."),
        ("en", "Seat passed a mark. Deliveries came to 412,300, up 8 per cent compared with 2023."),
        ("de", "Seat hat genau 412.300 Autos ausgeliefert. Gegenüber 2023 ist das ein Plus von 8 Prozent."),
        ("es", "Seat entregó exactamente 412.300 coches, un 8% más que en 2023."),
        ("it", "Seat ha consegnato esattamente 412.300 auto, l'8% in più rispetto al 2023."),
    ],
)
def test_results_told_soon_after_new_year_are_of_the_year_just_closed(language: str, text: str) -> None:
    found = figures(text, language=language, published="2025-01-14")

    assert [one.period for one in found if one.value == 412_300] == ["2024"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Seat a livré 31 200 voitures en mai. Depuis le 1er janvier, le total est de 140 300 voitures."),
        ("en", "Seat delivered 31,200 cars in May. Since 1 January the brand has delivered 140,300 cars."),
        ("de", "Seat lieferte im Mai 31.200 Autos aus. Seit dem 1. Januar waren es 140.300 Autos."),
        ("es", "Seat entregó 31.200 coches en mayo. Desde el 1 de enero suma 140.300 coches."),
        ("it", "Seat ha consegnato 31.200 auto a maggio. Dal primo gennaio le consegne sono 140.300."),
        ("es", "Seat entregó 31.200 coches en abril. En el cuatrimestre suma 140.300 coches."),
        ("fr", "Seat a livré 31 200 voitures en septembre. Sur trois trimestres, elle en a livré 140 300."),
    ],
)
def test_a_sum_since_new_year_is_not_of_the_month(language: str, text: str) -> None:
    found = {one.value: one.period for one in figures(text, language=language, published="2024-10-02")}

    assert found[140_300] is None
    assert found[31_200] is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En 2023, Seat a livré 412 300 voitures. La marque en a livré, sur douze mois, 31 200 en Italie."),
        ("en", "In 2023 Seat delivered 412,300 cars. Over the twelve months it delivered 31,200 in Italy."),
    ],
)
def test_twelve_months_are_the_year_that_the_article_is_about(language: str, text: str) -> None:
    found = figures(text, language=language, published="2024-01-14")

    assert [one.period for one in found] == ["2023", "2023"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En 2024, Seat a livré 412 300 voitures. 2025 sera difficile. La marque vise 400 000 livraisons."),
        ("de", "2024 lieferte Seat 412.300 Autos aus. 2025 wird schwer. Die Marke peilt 400.000 Autos an."),
        ("it", "Nel 2024 Seat ha consegnato 412.300 auto. Il 2025 sarà difficile. Il marchio punta a 400.000 auto."),
    ],
)
def test_a_target_is_of_the_year_that_the_sentence_before_looks_ahead_to(language: str, text: str) -> None:
    found = figures(text, language=language, published="2025-01-20")

    assert [one.period for one in found] == ["2024", "2025"]


def test_the_quarter_is_not_the_one_compared_with() -> None:
    text = (
        "De janvier à mars, Seat a livré 41 200 voitures, 8 % de moins que sur les trois premiers mois de 2024. "
        "Cupra a livré 12 300 voitures sur le trimestre."
    )

    assert [one.period for one in figures(text, published="2025-04-03")] == ["2025-Q1", "2025-Q1"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Skoda a immatriculé 2 120 voitures au premier semestre 2019. L'objectif annuel reste de 4 100 unités."),
        (
            "de",
            "Skoda hat im ersten Halbjahr 2019 genau 2.120 Autos zugelassen. Das Jahresziel bleibt bei 4.100 Neuwagen.",
        ),
        (
            "es",
            "Skoda matriculó 2.120 coches en el primer semestre de 2019. El objetivo anual sigue en 4.100 unidades.",
        ),
    ],
)
def test_a_target_of_the_year_is_of_the_whole_of_it(language: str, text: str) -> None:
    found = figures(text, language=language, published="2019-08-20")

    assert [one.period for one in found] == ["2019-H1", "2019"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les résultats 2022 sont bons. Skoda a immatriculé 3 120 voitures en Belgique l'an passé."),
        ("en", "The results for 2022 are good. Skoda registered 3,120 cars in Belgium last year."),
    ],
)
def test_last_year_on_a_page_without_a_date_is_that_of_the_results(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language)] == ["2022"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La marque, née en 1950, fête un record. Skoda a immatriculé 3 120 voitures en Belgique."),
        ("en", "The brand, born in 1950, has a record. Skoda registered 3,120 cars in Belgium."),
    ],
)
def test_a_year_of_long_ago_is_no_period_of_the_article(language: str, text: str) -> None:
    assert [one.period for one in figures(text, language=language, published="2022-05-20")] == [None]
