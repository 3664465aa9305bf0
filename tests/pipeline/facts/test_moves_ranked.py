"""Moves weighed by what was learned of labelled articles, beside what the rules read."""

from __future__ import annotations

from itertools import permutations

import pytest

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves import MovesReader, read_moves
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.ranking.cases import Cases
from pipeline.facts.moves.ranking.rank import decide
from pipeline.facts.moves.ranking.weights import Weights, probability, read_weights, shares
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def reader_of(text: str, language: str, headline: str = "", published: str = "2022-05-10") -> MovesReader:
    document = Document(headline, text, language, published)
    organizations = find_organizations(document)
    return MovesReader(document, organizations, find_people(document, organizations))


def ranked(text: str, language: str, headline: str = "") -> list[Move]:
    return reader_of(text, language, headline).read(about_moves=True)


def rows_of(moves: list[Move]) -> list[tuple[str, str]]:
    return [(move.person, move.event) for move in moves]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Claire Morel avait dirigé les achats de Renault de 2009 à 2015. Elle a reçu un prix."),
        ("en", "Emma Walker, chief executive since 2014, opened the new hall. James Parker said the roof leaks."),
        ("de", "Anna Schmidt bleibt Geschäftsführerin. Thomas Berger lobte die Zahlen."),
    ],
)
def test_a_career_or_a_quotation_is_no_move(language: str, text: str) -> None:
    assert ranked(text, language) == []


def test_a_document_not_about_moves_is_read_by_the_rules_alone() -> None:
    reader = reader_of("Emma Walker was appointed chief executive of Kia on 2 May.", "en")
    assert rows_of(reader.read()) == [(row.person, row.event) for row in reader.rows_by_rules()]


def test_it_reads_the_same_twice() -> None:
    reader = reader_of("Emma Walker succeeds James Parker, who retires, as chief executive of Kia.", "en")
    assert reader.read(about_moves=True) == reader.read(about_moves=True)


def test_every_row_quotes_the_sentence_that_names_the_person() -> None:
    for move in ranked("Kia has a new head. Emma Walker succeeds James Parker. She starts on 2 June.", "en"):
        assert move.evidence
        assert any(move.person.split()[-1] in span.quote for span in move.evidence)


def test_a_language_without_a_vocabulary_gives_no_row() -> None:
    document = Document("", "Emma Walker wordt directeur.", "nl", None)
    assert read_moves(document, [], [], about_moves=True) == []


def cases_and_rows(text: str) -> tuple[Cases, list[Draft]]:
    reader = reader_of(text, "en")
    assert reader.view is not None
    return Cases(reader.view), reader.rows_by_rules(about_moves=True)


def test_a_row_of_the_rules_that_all_else_speaks_against_is_dropped() -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive of Kia.")
    assert rows
    assert decide(rows, cases, {"rows": Weights({"bias": (-9.0, -9.0)})}) == []


def test_a_move_that_no_rule_reads_is_told_by_its_sentence() -> None:
    cases, _ = cases_and_rows("The hall is full. Emma Walker twiddles the big knobs.")
    added = decide([], cases, {"rows": Weights({"+1 twiddl": (3.0, -3.0), "bias": (-1.0, -1.0)})}, 0.58)
    assert [(row.person, row.event, row.sentences) for row in added] == [
        ("Emma Walker", "appointed", frozenset({1 + min(one.reading.number for one in cases.shapes)}))
    ]
    assert added[0].certainty == pytest.approx(probability(2.0), abs=0.001)


def test_the_likeliest_position_fills_a_new_row_and_its_sentence_is_quoted() -> None:
    cases, _ = cases_and_rows(
        "The hall is full. Emma Walker twiddles the big knobs. The treasurer left. The chairman sings."
    )
    weights = {"rows": Weights({"+1 twiddl": (3.0, -3.0)}), "role": Weights({"+1 sings": (5.0, 5.0)})}
    (row,) = [one for one in decide([], cases, weights, 0.58) if one.event == "appointed"]
    assert row.role == "chairman"
    assert any("sings" in cases.shapes[number].reading.sentence.text for number in row.sentences)


def test_no_value_stands_where_nothing_is_likelier() -> None:
    cases, _ = cases_and_rows("The hall is full. Emma Walker twiddles the big knobs. The chairman sings.")
    weights = {"rows": Weights({"+1 twiddl": (3.0, -3.0)}), "role": Weights({"none": (5.0, 5.0)})}
    (row,) = [one for one in decide([], cases, weights, 0.58) if one.event == "appointed"]
    assert row.role is None


SURE = Weights({"rule": (4.0, 4.0), "bias": (-1.0, -1.0)})
SINGS = Weights({"+1 sings": (9.0, 9.0)})


def test_an_organization_of_the_table_that_a_sure_row_of_the_rules_states_stays() -> None:
    cases, rows = cases_and_rows(
        "Emma Walker was appointed chief executive of Kia on 2 May. The hall sings. Ford sings."
    )
    assert decide(rows, cases, {"rows": SURE, "employer": SINGS}) == rows


def test_what_a_row_states_for_an_organization_gives_way_where_the_table_lacks_it() -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive of Dunmore Mills. Ford sings.")
    assert [(row.employer, row.employer_stated) for row in rows] == [("Dunmore Mills", True)]
    assert [row.employer for row in decide(rows, cases, {"rows": SURE, "employer": SINGS})] == ["Ford"]


@pytest.mark.parametrize(("weight", "role"), [(0.0, "chief executive"), (9.0, "chairman")])
def test_a_position_gives_way_to_one_that_its_sentence_tells_much_better(weight: float, role: str) -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive of Kia. The chairman sings at Ford.")
    sings = Weights({"+1 sings": (weight, weight), "own head chief": (1.0, 1.0)})
    assert [row.role for row in decide(rows, cases, {"rows": SURE, "role": sings})] == [role]


def test_of_several_posts_of_one_person_none_gives_way() -> None:
    cases, rows = cases_and_rows(
        "Emma Walker was appointed chief executive of Kia and chairman of Ford. The treasurer sings."
    )
    assert len(rows) == 2
    assert decide(rows, cases, {"rows": SURE, "role": SINGS}) == rows


@pytest.mark.parametrize(("weight", "date"), [(0.0, "2022-05-02"), (9.0, "2022-06-09")])
def test_a_date_gives_way_to_one_that_its_sentence_tells_much_better(weight: float, date: str) -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive of Kia on 2 May. She sings on 9 June.")
    weights = {
        "rows": Weights({"rule": (4.0, 4.0), "bias": (-1.0, -1.0)}),
        "date": Weights({"-2 sings": (weight, weight)}),
    }
    assert [(row.event, row.date) for row in decide(rows, cases, weights)] == [("appointed", date)]


def test_who_is_told_to_come_is_nobodys_predecessor() -> None:
    rule = Weights({"rule": (4.0, 4.0), "bias": (-1.0, -1.0)})
    sings = {"rows": rule, "predecessor": Weights({"> sings": (9.0, 9.0)})}
    before = "Emma Walker was appointed chief executive of Kia. James Parker"
    cases, rows = cases_and_rows(f"{before} was appointed chairman and sings.")
    assert [row.predecessor for row in decide(rows, cases, sings)] == [None, None]
    cases, rows = cases_and_rows(f"{before} leaves and sings.")
    assert [row.predecessor for row in decide(rows, cases, sings) if row.event == "appointed"] == ["James Parker"]


def test_an_organization_from_the_surroundings_gives_way_to_a_much_likelier_one() -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive. Kia sings.")
    inherited = [row.with_(employer="Hall", employer_stated=False) for row in rows]
    weights = {
        "rows": Weights({"rule": (4.0, 4.0), "bias": (-1.0, -1.0)}),
        "employer": Weights({"+1 sings": (9.0, 9.0)}),
    }
    assert [row.employer for row in decide(inherited, cases, weights)] == ["Kia"]


def test_shares_add_up_to_one() -> None:
    assert sum(shares([800.0, 2.0, -700.0])) == pytest.approx(1.0)


def test_the_weights_name_both_events() -> None:
    for weights in read_weights().values():
        assert all(len(pair) == 2 for pair in weights.signs.values())


def test_the_order_of_signs_changes_no_sum() -> None:
    """A set's order differs from process to process, and a row may stand right at the bound."""
    weights = Weights({"a": (0.1, 0.3), "b": (0.2, 0.1), "c": (0.3, 0.2), "d": (-0.6, -0.6), "e": (1e-17, 1e-17)})
    orders = list(permutations(weights.signs))
    assert len({weights.total(order, "appointed") for order in orders}) == 1
    assert len({weights.totals(order) for order in orders}) == 1


@pytest.mark.parametrize(
    ("text", "added"), [("The chairman Emma Walker hums.", 1), ("In came Emma Walker, humming.", 0)]
)
def test_beside_a_position_a_little_less_is_enough(text: str, added: int) -> None:
    cases, _ = cases_and_rows(f"The hall is full. {text}")
    weights = {"rows": Weights({"bias": (-0.1, -9.0)})}
    assert len(decide([], cases, weights)) == added


def test_more_has_to_speak_for_what_only_the_tenor_tells() -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive of Kia. James Parker leaves Kia.")
    unsure = {"rows": Weights({"bias": (-0.9, -0.9), "rule other event": (-9.0, -9.0)})}
    assert decide(rows, cases, unsure) == rows
    first, second = rows
    assert decide([first.with_(frame="tenor"), second], cases, unsure) == [second]


def test_of_an_article_about_moves_the_likeliest_is_not_dropped_for_want_of_others() -> None:
    cases, rows = cases_and_rows("Emma Walker was appointed chief executive of Kia.")
    only = [row.with_(frame="tenor") for row in rows]
    assert decide(only, cases, {"rows": Weights({"bias": (-0.9, -9.0)})}) == only


def signs_of(field: str, text: str, language: str, person: str) -> dict[str, set[str]]:
    view = reader_of(text, language, "News").view
    assert view is not None
    values, signs = Cases(view).values_of(field, person, "appointed", [])
    return {value.text: set(own) for value, own in zip(values, signs, strict=True) if value is not None}


@pytest.mark.parametrize(
    ("language", "text", "person", "so_far", "new"),
    [
        (
            "en",
            "Emma Walker, sales director, was appointed treasurer of Kia.",
            "Emma Walker",
            "sales director",
            "treasurer",
        ),
        ("fr", "Claire Morel, directrice, a été nommée trésorière de Kia.", "Claire Morel", "directrice", "trésorière"),
    ],
)
def test_what_labels_a_name_is_told_from_what_stands_behind_the_verb(
    language: str, text: str, person: str, so_far: str, new: str
) -> None:
    signs = signs_of("role", text, language, person)
    assert {"path R by none", "path R parted 1"} <= signs[so_far]
    assert {"path R by frame:appoint", "path R parted 2"} <= signs[new]


def test_what_heads_the_paragraph_of_a_person_is_told_from_what_heads_another() -> None:
    text = "Dunmore Mills: a new hall opens.\nKia: a new treasurer. Emma Walker starts soon."
    signs = signs_of("employer", text, "en", "Emma Walker")
    assert "heads paragraph True own True" in signs["Kia"]
    assert "heads paragraph True own False" in signs["Dunmore Mills"]


def test_who_comes_does_not_take_what_who_goes_takes_up_elsewhere() -> None:
    text = "James Parker left Kia to become chairman of Ford. Emma Walker leads Kia. The chairman sings."
    cases, rows = cases_and_rows(text)
    comes = Draft("Emma Walker", "appointed", "take_up", frozenset({1}), employer="Kia", predecessor="James Parker")
    told = [*(row for row in rows if row.person == "James Parker"), comes]
    assert [row.role for row in told if row.event == "appointed"] == ["chairman", None]
    decided = decide(told, cases, {"rows": SURE, "role": SINGS})
    assert [row.role for row in decided if row.person == "Emma Walker"] == [None]
