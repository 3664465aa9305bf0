"""What single passages give, in five languages: distances, traps of polarity, pools, fines, regulations."""

import pytest

from pipeline.document import Document
from pipeline.facts.compliance import read_compliance
from pipeline.organizations.find import find_organizations

PASSAGES = [
    # -- distance from the target in the text's words --------------------------------------
    (
        "fr",
        "2022-02-10",
        "Émissions de CO2 : Ford au-dessus de son objectif",
        "En 2021, Ford a dépassé de 3,2 g son objectif européen de CO2.",
        [{"organization": "Ford", "year": 2021, "gap_g_km": 3.2, "outcome": "missed"}],
    ),
    (
        "fr",
        "2022-02-10",
        "CO2 : bilan 2021 des constructeurs",
        "Le groupe Hyundai termine 2021 à 118 g/km, soit 2 g en dessous de son objectif fixé à 120 g/km.",
        [{"organization": "Hyundai", "actual_g_km": 118, "target_g_km": 120, "gap_g_km": -2, "outcome": "met"}],
    ),
    (
        "en",
        "2022-02-10",
        "EU fleet emissions: who made it in 2021",
        "Jaguar Land Rover missed its CO2 target for 2021 by 5.5 g/km.",
        [{"organization": "Jaguar Land Rover", "year": 2021, "gap_g_km": 5.5, "outcome": "missed"}],
    ),
    (
        "en",
        "2022-02-10",
        "EU fleet emissions: who made it in 2021",
        "Volvo Cars comfortably beat its CO2 target, averaging 93 g/km against a limit of 108 g/km.",
        [{"organization": "Volvo Cars", "target_g_km": 108, "actual_g_km": 93, "outcome": "met"}],
    ),
    (
        "de",
        "2022-02-10",
        "CO2-Bilanz 2021",
        "Toyota lag 2021 mit 103,4 g/km um 1,8 g unter dem Zielwert.",
        [{"organization": "Toyota", "year": 2021, "actual_g_km": 103.4, "gap_g_km": -1.8, "outcome": "met"}],
    ),
    (
        "de",
        "2022-02-10",
        "CO2-Bilanz 2021",
        "Honda hat den CO2-Grenzwert um vier Gramm überschritten.",
        [{"organization": "Honda", "gap_g_km": 4, "outcome": "missed"}],
    ),
    (
        "es",
        "2022-02-10",
        "Balance de emisiones de CO2",
        "Mazda se quedó a finales de 2021 en 115 g/km, 6 gramos por encima de su objetivo.",
        [{"organization": "Mazda", "year": 2021, "actual_g_km": 115, "gap_g_km": 6, "outcome": "missed"}],
    ),
    (
        "it",
        "2022-02-10",
        "Emissioni di CO2, il bilancio",
        "Nel 2021 Suzuki ha chiuso a 116,5 g/km, mezzo grammo sotto il suo obiettivo.",
        [{"organization": "Suzuki", "year": 2021, "actual_g_km": 116.5, "gap_g_km": -0.5, "outcome": "met"}],
    ),
    # -- traps of polarity -----------------------------------------------------------------
    (
        "fr",
        "2021-02-10",
        "CO2 : PSA en avance",
        "Le groupe PSA n'a pas dépassé le plafond d'émissions de CO2 qui lui était fixé pour 2020.",
        [{"organization": "PSA", "year": 2020, "outcome": "met"}],
    ),
    (
        "fr",
        "2021-02-10",
        "CO2 : le bilan",
        "Mitsubishi Motors n'a pas atteint son objectif de CO2 en 2020.",
        [{"organization": "Mitsubishi", "year": 2020, "outcome": "missed"}],
    ),
    (
        "de",
        "2021-02-10",
        "CO2-Flottenziele",
        "Daimler hat die CO2-Vorgabe für 2020 unterboten.",
        [{"organization": "Daimler", "year": 2020, "outcome": "met"}],
    ),
    (
        "de",
        "2021-02-10",
        "CO2-Flottenziele",
        "Volkswagen hat die CO2-Vorgabe für 2020 nicht eingehalten.",
        [{"organization": "Volkswagen", "year": 2020, "outcome": "missed"}],
    ),
    (
        "es",
        "2021-02-10",
        "Emisiones de CO2 de los fabricantes",
        "Renault ha superado el límite de CO2 que le correspondía en 2020.",
        [{"organization": "Renault", "year": 2020, "outcome": "missed"}],
    ),
    (
        "es",
        "2021-02-10",
        "Emisiones de CO2 de los fabricantes",
        "Toyota ha cumplido con su objetivo de emisiones de CO2 de 2020.",
        [{"organization": "Toyota", "year": 2020, "outcome": "met"}],
    ),
    (
        "it",
        "2021-02-10",
        "Emissioni CO2 delle case auto",
        "BMW ha centrato l'obiettivo di CO2 del 2020, mentre Volkswagen lo ha mancato di poco.",
        [
            {"organization": "BMW", "year": 2020, "outcome": "met"},
            {"organization": "Volkswagen", "year": 2020, "outcome": "missed"},
        ],
    ),
    (
        "it",
        "2021-02-10",
        "Emissioni CO2 delle case auto",
        "Nissan non ha rispettato il limite di CO2 fissato per il 2020.",
        [{"organization": "Nissan", "year": 2020, "outcome": "missed"}],
    ),
    (
        "en",
        "2021-02-10",
        "CO2 targets in Europe",
        "Kia did not exceed its CO2 limit in 2020.",
        [{"organization": "Kia", "year": 2020, "outcome": "met"}],
    ),
    # -- at risk, on track, exempt ----------------------------------------------------------
    (
        "en",
        "2024-09-20",
        "Carmakers and the 2025 CO2 target",
        "Volkswagen could miss its 2025 CO2 target and faces a fine of €1.5 billion.",
        [{"organization": "Volkswagen", "year": 2025, "outcome": "at_risk", "penalty_eur": 1.5e9}],
    ),
    (
        "fr",
        "2024-09-20",
        "Norme CAFE 2025 : l'inquiétude monte",
        "Ford risque une amende de 800 millions d'euros en 2025 faute de ventes électriques suffisantes.",
        [{"organization": "Ford", "year": 2025, "outcome": "at_risk", "penalty_eur": 8e8}],
    ),
    (
        "de",
        "2024-09-20",
        "CO2-Flottengrenzwerte 2025",
        "Renault droht 2025 eine Strafe von bis zu zwei Milliarden Euro.",
        [{"organization": "Renault", "year": 2025, "outcome": "at_risk", "penalty_eur": 2e9}],
    ),
    (
        "en",
        "2019-07-01",
        "Small-volume makers and EU CO2 rules",
        "Ferrari is exempt from the EU's 2021 CO2 target because it sells too few cars.",
        [{"organization": "Ferrari", "year": 2021, "outcome": "exempt"}],
    ),
    (
        "de",
        "2019-07-01",
        "Ausnahmen bei den CO2-Vorgaben",
        "Kleinserienhersteller sind bis 2035 von den CO2-Vorgaben der EU befreit.",
        [{"organization": "Kleinserienhersteller", "year": 2035, "outcome": "exempt"}],
    ),
    # -- pools -------------------------------------------------------------------------------
    (
        "en",
        "2020-10-30",
        "Honda joins the pool",
        "Honda has joined the open CO2 pool of Tesla in order to comply with EU fleet rules in 2020.",
        [{"organization": "Honda", "year": 2020, "outcome": "at_risk"}],
    ),
    (
        "fr",
        "2020-10-20",
        "CO2 : Ford s'allie à Volvo",
        "Ford rejoint le pool de Volvo afin d'éviter les pénalités sur le CO2 en 2020.",
        [{"organization": "Ford", "year": 2020, "outcome": "at_risk"}],
    ),
    (
        "es",
        "2025-01-10",
        "Suzuki se une al pool de Volvo",
        "Suzuki se une al pool de CO2 que lidera Volvo para 2025.",
        [{"organization": "Suzuki", "year": 2025, "outcome": "at_risk"}],
    ),
    # -- fines, rates and other currencies -----------------------------------------------------
    (
        "it",
        "2022-03-01",
        "Multe CO2, il conto",
        "Volkswagen ha pagato una multa di 140 milioni di euro per aver sforato il limite di CO2 nel 2020.",
        [{"organization": "Volkswagen", "year": 2020, "outcome": "missed", "penalty_eur": 1.4e8}],
    ),
    (
        "en",
        "2023-06-05",
        "CAFE penalties",
        "The NHTSA said Stellantis paid a $156.6 million CAFE penalty for model year 2017.",
        [{"organization": "Stellantis", "year": 2017, "outcome": "missed", "penalty_eur": None, "rule": "us_cafe"}],
    ),
    # -- several bodies, each with its own value ------------------------------------------------
    (
        "en",
        "2015-04-01",
        "Average CO2 emissions by brand, 2014",
        "Peugeot led the table with an average of 109.3 g/km, ahead of Citroën (109.8 g/km) and Renault (110.0 g/km).",
        [
            {"organization": "Peugeot", "actual_g_km": 109.3},
            {"organization": "Citroën", "actual_g_km": 109.8},
            {"organization": "Renault", "actual_g_km": 110.0},
        ],
    ),
    (
        "de",
        "2020-11-01",
        "CO2-Ziele 2020: der Zwischenstand",
        "Mazda und Honda fehlen noch 18 beziehungsweise 16 Gramm bis zum Zielwert.",
        [
            {"organization": "Mazda", "gap_g_km": 18, "outcome": "at_risk"},
            {"organization": "Honda", "gap_g_km": 16, "outcome": "at_risk"},
        ],
    ),
    (
        "es",
        "2020-11-01",
        "Objetivos de CO2 de 2020",
        "Kia está a 3 gramos de su objetivo de CO2, mientras que a Nissan le faltan 5 gramos.",
        [{"organization": "Kia", "gap_g_km": 3}, {"organization": "Nissan", "gap_g_km": 5, "outcome": "at_risk"}],
    ),
    # -- other regulations -----------------------------------------------------------------------
    (
        "en",
        "2025-01-20",
        "UK carmakers and the ZEV mandate",
        "Nissan met the UK's zero emission vehicle mandate in 2024 thanks to credits.",
        [{"organization": "Nissan", "year": 2024, "outcome": "met", "rule": "uk_zev"}],
    ),
    (
        "en",
        "2021-04-15",
        "China publishes NEV credit results",
        "FAW-Volkswagen failed to meet China's dual-credit NEV requirements in 2020.",
        [{"organization": "FAW-Volkswagen", "year": 2020, "outcome": "missed", "rule": "china_nev"}],
    ),
    (
        "fr",
        "2023-07-10",
        "Suisse : les importateurs et le CO2",
        "En 2022, les importateurs suisses de voitures ont atteint leur objectif de CO2, à 117 "
        "g/km pour une cible de 118 g/km.",
        [
            {
                "organization": "importateurs",
                "year": 2022,
                "target_g_km": 118,
                "actual_g_km": 117,
                "outcome": "met",
                "rule": "other",
            }
        ],
    ),
    # -- targets set and eased -------------------------------------------------------------------
    (
        "en",
        "2025-05-08",
        "EU eases car CO2 rules",
        "MEPs voted to let carmakers average their emissions over 2025-2027 instead of meeting the "
        "CO2 target in 2025 alone.",
        [{"organization": "carmakers", "year": 2025, "outcome": "unknown", "rule": "eu_fleet"}],
    ),
    (
        "de",
        "2025-05-08",
        "EU lockert CO2-Regeln für Autos",
        "Die Autohersteller bekommen für die CO2-Ziele 2025 mehr Zeit: Künftig zählt der "
        "Durchschnitt der Jahre 2025 bis 2027.",
        [{"organization": "Autohersteller", "year": 2025, "outcome": "unknown"}],
    ),
    (
        "es",
        "2018-12-18",
        "La UE endurece los límites de CO2",
        "Los fabricantes deberán reducir sus emisiones de CO2 un 37,5 % en 2030 respecto a 2021, "
        "según el acuerdo alcanzado en Bruselas.",
        [{"organization": "fabricantes", "year": 2030, "outcome": "unknown"}],
    ),
    (
        "it",
        "2018-12-18",
        "CO2, accordo a Bruxelles sui nuovi limiti",
        "Dal 2021 i costruttori dovranno scendere a una media di 95 g/km di CO2.",
        [{"organization": "costruttori", "year": 2021, "target_g_km": 95, "outcome": "unknown"}],
    ),
    # -- windows of two sentences -------------------------------------------------------------------
    (
        "en",
        "2022-05-01",
        "BMW and the EU's CO2 target",
        "In 2021 BMW's new cars emitted an average of 116 g/km in Europe. The company was allowed 126 g/km.",
        [{"organization": "BMW", "year": 2021, "actual_g_km": 116, "target_g_km": 126, "outcome": "met"}],
    ),
    (
        "fr",
        "2021-01-25",
        "CO2 : Jaguar Land Rover provisionne son amende",
        "Jaguar Land Rover a manqué son objectif de CO2 en 2020. La facture s'élève à 39 millions d'euros.",
        [{"organization": "Jaguar Land Rover", "year": 2020, "outcome": "missed", "penalty_eur": 3.9e7}],
    ),
]


@pytest.mark.parametrize(
    ("language", "published", "headline", "text", "expected"),
    PASSAGES,
    ids=[f"{one[0]}: {one[3][:60]}" for one in PASSAGES],
)
def test_passage(language, published, headline, text, expected):
    document = Document(headline, text, language, published)
    rows = read_compliance(document, find_organizations(document))
    for wanted in expected:
        name = wanted["organization"].casefold()
        same = [row for row in rows if name in (row.organization or "").casefold()]
        assert same, f"no row of {wanted['organization']} among {[row.organization for row in rows]}"
        assert any(
            all(getattr(row, key) == value for key, value in wanted.items() if key != "organization") for row in same
        ), same


TABLES = [
    (
        "fr",
        "Constructeur | Émissions moyennes 2020 (g/km) | Objectif 2020 | Écart\nRenault | 93,4 | "
        "92,1 | +1,3\nToyota | 92,0 | 94,9 | -2,9",
        [("Renault", 2020, 92.1, 93.4, 1.3, "missed"), ("Toyota", 2020, 94.9, 92.0, -2.9, "met")],
    ),
    (
        "en",
        "Manufacturer | 2019 | 2020 | Target\nFord | 131.0 | 101.2 | 96.6\nHonda | 123.9 | 92.5 | 98.0",
        [("Ford", 2020, 96.6, 101.2, None, "missed"), ("Honda", 2020, 98.0, 92.5, None, "met")],
    ),
    (
        "de",
        "Hersteller | CO2-Ausstoß 2020 | Zielwert | Abstand\nBMW | 99,1 g/km | 102,5 g/km | −3,4 g/km",
        [("BMW", 2020, 102.5, 99.1, -3.4, "met")],
    ),
]


@pytest.mark.parametrize(("language", "table", "expected"), TABLES, ids=[one[0] for one in TABLES])
def test_each_row_of_a_table_is_read_by_the_heads_of_its_columns(language, table, expected):
    headline = {
        "fr": "CO2 : les constructeurs face à leur objectif",
        "en": "Carmakers and their CO2 targets",
        "de": "Hersteller und ihre CO2-Ziele",
    }[language]
    document = Document(headline, table, language, "2021-11-02")
    rows = read_compliance(document, find_organizations(document))
    assert [
        (r.organization, r.year, r.target_g_km, r.actual_g_km, r.gap_g_km, r.outcome)
        for r in rows
        if r.evidence[0].field == "text"
    ] == expected
    assert all(
        [span.quote for span in row.evidence] == [table.split("\n")[0], line]
        for row, line in zip(rows, table.split("\n")[1:], strict=True)
    )
