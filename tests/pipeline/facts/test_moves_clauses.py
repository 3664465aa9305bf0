"""Which words of a sentence belong to a move: asides, what stays, who tells it, who shares it, what a pronoun means."""

from __future__ import annotations

import pytest

from pipeline.facts.moves.tellings import are_nearly_one
from tests.pipeline.facts.reading_moves import moves_of, short
from tests.pipeline.facts.test_moves_bound_rightly import of
from tests.pipeline.facts.test_moves_by_tenor import told_of


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Ana Ruiz will become group chief executive of the car importer on 1 July.", "group chief executive"),
        (
            "fr",
            "Ana Ruiz sera directrice générale du premier constructeur mondial le 1er juillet.",
            "directrice générale",
        ),
        (
            "it",
            "Ana Ruiz sarà direttrice generale del primo costruttore al mondo dal 1° luglio.",
            "direttrice generale",
        ),
        ("en", "Ana Ruiz becomes executive chairman of Kia UK.", "executive chairman"),
        ("en", "Ana Ruiz becomes head of sales at the importer.", "head of sales"),
    ],
)
def test_what_describes_the_company_is_no_part_of_the_position(language: str, text: str, role: str) -> None:
    (move,) = moves_of(text, language)
    assert move.role == role


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "de",
            "Ana Ruiz soll am 1. Juli den Vorsitz von Kia Deutschland übernehmen, teilte der Aufsichtsrat mit.",
            "Vorsitz",
        ),
        (
            "fr",
            "Ana Ruiz rejoint Kia France comme directrice des ventes, a annoncé le directeur général.",
            "directrice des ventes",
        ),
        ("de", "Ana Ruiz wechselt in den Aufsichtsrat von Kia Deutschland.", "Aufsichtsrat"),
    ],
)
def test_who_tells_the_news_gives_no_position(language: str, text: str, role: str) -> None:
    assert of("Ana Ruiz", moves_of(text, language)).role == role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Carl Moss devient directeur général de Kia France à la place d'Ana Ruiz, qui lui cède la fonction mais "
            "reste présidente du conseil.",
        ),
        (
            "en",
            "Carl Moss becomes managing director of Kia UK, replacing Ana Ruiz, who gives up that title but keeps her "
            "seat on the board.",
        ),
    ],
)
def test_what_somebody_keeps_is_neither_taken_nor_left(language: str, text: str) -> None:
    moves = told_of(text, language)
    assert {(move.event, move.person) for move in moves} == {("appointed", "Carl Moss"), ("departed", "Ana Ruiz")}
    assert {move.role for move in moves} <= {"directeur général", "managing director"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ana Ruiz, granddaughter of the founder, will step down as chief executive of Kia UK and hand over to "
            "Carl Moss, the engineer in charge of Lexus.",
        ),
        (
            "fr",
            "Ana Ruiz, petite-fille du fondateur, quitte la direction de Kia France et passe le relais à Carl Moss.",
        ),
    ],
)
def test_who_steps_down_and_hands_over_leaves_once(language: str, text: str) -> None:
    assert short(moves_of(text, language)).count(("departed", "Ana Ruiz")) == 1


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Ana Ruiz, wife of the chairman, leaves Kia UK.", None),
        ("fr", "Ana Ruiz, épouse du président, quitte Kia France.", None),
        ("en", "Ana Ruiz, head of the design studio, leaves Kia UK.", "head of the design studio"),
    ],
)
def test_whose_relative_somebody_is_is_no_position(language: str, text: str, role: str | None) -> None:
    (move,) = moves_of(text, language)
    assert move.role == role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Kia France a remercié lundi son directeur, Carl Moss, et lui a aussitôt trouvé un successeur : Ana Ruiz, "
            "qui prendra ses fonctions en octobre.",
        ),
        (
            "es",
            "Kia Iberia ha despedido a su director, Carl Moss, y le ha encontrado ya un sucesor: Ana Ruiz, que asumirá "
            "el cargo en octubre.",
        ),
    ],
)
def test_another_verb_ends_the_list_of_who_is_dismissed(language: str, text: str) -> None:
    moves = short(moves_of(text, language))
    assert ("departed", "Carl Moss") in moves
    assert ("departed", "Ana Ruiz") not in moves


def test_who_is_named_with_the_same_verb_is_in_the_list() -> None:
    moves = short(moves_of("Kia UK has dismissed sales director Carl Moss and finance director Ana Ruiz.", "en"))
    assert moves == [("departed", "Carl Moss"), ("departed", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kia UK said that Carl Moss, its chief executive, and Ana Ruiz, chief operating officer, would step down.",
        ),
        ("fr", "Carl Moss, son directeur général, et Ana Ruiz, directrice financière, quittent Kia France."),
    ],
)
def test_a_list_of_people_with_their_posts_shares_the_verb(language: str, text: str) -> None:
    left = [move for move in moves_of(text, language) if move.event == "departed"]
    assert [move.person for move in left] == ["Carl Moss", "Ana Ruiz"]
    assert len({move.role for move in left}) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Carl Moss ayant quitté Kia France, Ana Ruiz, chargée des achats, en devient la directrice générale."),
        ("it", "Carl Moss lascia Kia Italia e Ana Ruiz ne assume la presidenza."),
        ("fr", "Ana Ruiz, qui avait dirigé Kia France de 2008 à 2012, en est désormais la directrice générale."),
    ],
)
def test_a_pronoun_stands_for_the_organization_named_last(language: str, text: str) -> None:
    organization = of("Ana Ruiz", moves_of(text, language)).organization
    assert organization is not None and organization.startswith("Kia")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le conseil de surveillance de Kia France a mis fin aux fonctions de Carl Moss, président du directoire. "
            "Ana Ruiz lui succédera le 1er juin. Elle quittera le fabricant Dunmore. D'ici là, c'est Paul Blanc, "
            "le patron des usines, qui assure l'intérim.",
        ),
    ],
)
def test_who_stands_in_until_the_successor_comes_takes_the_place_of_who_goes(language: str, text: str) -> None:
    interim = of("Paul Blanc", told_of(text, language))
    assert (interim.predecessor, interim.organization) == ("Carl Moss", "Kia France")


def test_who_leaves_a_post_did_not_hold_it_for_a_time_only() -> None:
    text = "Carl Moss has quit as Kia UK's finance chief. Ana Ruiz becomes interim finance chief, replacing Carl Moss."
    moves = told_of(text, "en")
    assert of("Ana Ruiz", moves).role == "interim finance chief"
    assert of("Carl Moss", moves, "departed").role == "finance chief"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("sales director", "director of finance", False),
        ("directrice des achats", "directeur financier", False),
        ("chief executive", "executive chairman", False),
        ("président-directeur général", "président du conseil", True),
        ("directeur", "directrice du site", True),
        ("managing director", "managing director of the group", True),
    ],
)
def test_one_common_word_does_not_make_two_positions_one(one: str, other: str, expected: bool) -> None:
    assert are_nearly_one(one, other) is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Ana Ruiz wird zum 1. Juli Geschäftsführerin von Kia Deutschland. Die 49-Jährige, die seit 1997 hier ist "
            "und zuletzt als Sprecherin die Presse führte, folgt auf Carl Moss.",
        ),
        (
            "fr",
            "Ana Ruiz est nommée directrice générale de Kia France. Cette polytechnicienne de 55 ans, aujourd'hui "
            "chargée des opérations, succède à Carl Moss.",
        ),
    ],
)
def test_a_description_with_an_aside_stands_for_who_has_just_moved(language: str, text: str) -> None:
    arrival = of("Ana Ruiz", moves_of(text, language, headline="Kia"))
    assert arrival.predecessor == "Carl Moss"
    assert arrival.role in ("Geschäftsführerin", "directrice générale")


def test_a_description_of_a_company_stands_for_nobody() -> None:
    text = "Ana Ruiz est nommée directrice générale de Kia France. Le groupe, qui recrute, succède à Carl Moss."
    assert of("Ana Ruiz", moves_of(text, "fr", headline="Kia")).predecessor is None


@pytest.mark.parametrize(
    ("language", "text", "posts"),
    [
        (
            "fr",
            "Ana Ruiz deviendra directrice adjointe de Kia France le 26 mai 2022, puis directrice générale le "
            "26 janvier 2023.",
            [("directrice adjointe", "2022-05-26"), ("directrice générale", "2023-01-26")],
        ),
        (
            "en",
            "Ana Ruiz will become deputy chief executive of Kia UK on 26 May 2022, then chief executive on "
            "26 January 2023.",
            [("deputy chief executive", "2022-05-26"), ("chief executive", "2023-01-26")],
        ),
        ("en", "Ana Ruiz becomes sales director of Kia UK, then as now a small firm.", [("sales director", None)]),
    ],
)
def test_a_second_post_may_follow_the_first(language: str, text: str, posts: list[tuple[str, str | None]]) -> None:
    assert [(move.role, move.effective_date) for move in told_of(text, language)] == posts


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "fr",
            "Ana Ruiz s'installe le 1er juin dans le fauteuil de présidente du conseil de Kia France, que Carl Moss "
            "abandonne en restant simple administrateur.",
            "présidente du conseil",
        ),
        ("en", "Ana Ruiz takes up the chair of Kia UK, which Carl Moss gives up.", "chair"),
    ],
)
def test_a_relative_clause_says_who_leaves_the_post_before_it(language: str, text: str, role: str) -> None:
    moves = told_of(text, language)
    assert (of("Ana Ruiz", moves).role, of("Ana Ruiz", moves).predecessor) == (role, "Carl Moss")
    assert of("Carl Moss", moves, "departed").role == role


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "en",
            "Kia UK changes. Planning, Carl Moss's present job, passes to Ana Ruiz.",
            "Planning",
        ),
        ("it", "Kia Italia cambia. Gli acquisti, finora curati da altri, vanno a Ana Ruiz.", "acquisti"),
        ("fr", "Kia France change. On sait que les achats reviennent à Ana Ruiz.", "achats"),
    ],
)
def test_what_is_handed_over_is_named_before_an_aside(language: str, text: str, role: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).role == role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Carl Moss ayant quitté lundi la présidence de Kia France, Ana Ruiz prend ses fonctions."),
        ("es", "Habiendo dejado Carl Moss la presidencia de Kia Iberia, Ana Ruiz asume el cargo."),
        ("it", "Avendo Carl Moss lasciato la presidenza di Kia Italia, Ana Ruiz assume la carica."),
    ],
)
def test_a_participle_with_a_subject_of_its_own_is_news(language: str, text: str) -> None:
    assert ("departed", "Carl Moss") in short(told_of(text, language))


def test_a_participle_on_what_somebody_did_before_is_none() -> None:
    text = "Ana Ruiz, ayant quitté Seat en 2012, devient directrice générale de Kia France."
    assert short(moves_of(text, "fr")) == [("appointed", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France a remercié Carl Moss et lui a trouvé un successeur chez un rival : Ana Ruiz."),
        ("en", "Kia UK has dismissed Carl Moss and has found a successor at a rival firm: Ana Ruiz."),
    ],
)
def test_the_successor_is_named_behind_a_colon(language: str, text: str) -> None:
    assert of("Ana Ruiz", moves_of(text, language)).predecessor == "Carl Moss"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ana Ruiz succède à Carl Moss à la tête de Kia France. Elle quittera le sidérurgiste Dunmore."),
        ("it", "Ana Ruiz succede a Carl Moss alla guida di Kia Italia. Lascia l'editore Dunmore."),
    ],
)
def test_who_comes_leaves_another_company_that_a_noun_describes(language: str, text: str) -> None:
    assert of("Ana Ruiz", moves_of(text, language), "departed").organization == "Dunmore"


def test_a_sportsman_who_changes_teams_takes_up_nothing() -> None:
    assert moves_of("Le coureur Paul Blanc rejoint l'équipe Dunmore. Il quittera Decathlon en juin.", "fr") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nominations chez Kia France. La personnalité de l'année est Ana Ruiz, élue devant des designers."),
        ("en", "Moves at Kia UK. The World Car Person of the Year is Ana Ruiz, elected ahead of designers."),
    ],
)
def test_a_title_that_is_won_is_no_position(language: str, text: str) -> None:
    assert told_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "field"),
    [
        ("de", "Bei Kia Deutschland leitet Ana Ruiz ab 1. Juni das Marketing.", None),
        ("de", "Neues von Kia Deutschland. Ana Ruiz leitet künftig die Technik.", "Technik"),
        ("it", "Novità in Kia Italia. Da giugno Ana Ruiz guida il marketing.", "marketing"),
        ("es", "Cambios en Kia Iberia. Ana Ruiz dirigirá la logística.", "logística"),
        ("fr", "Du neuf chez Kia France. La logistique échoit à Ana Ruiz, jusque-là contrôleuse.", "logistique"),
        ("en", "Changes at Kia UK. Ana Ruiz will run the company.", None),
    ],
)
def test_a_field_of_work_is_the_position_where_none_is_named(language: str, text: str, field: str | None) -> None:
    moves = told_of(text, language)
    assert field is None or of("Ana Ruiz", moves).role == field
    assert all(move.role in (field, "Marketing") for move in moves)


@pytest.mark.parametrize(
    ("language", "text", "organization"),
    [
        (
            "it",
            "Il Consorzio Trasporti Nord è stato fondato da Fiat. Fiat tace. Ana Ruiz è stata nominata direttrice del "
            "consorzio.",
            "Consorzio Trasporti Nord",
        ),
        (
            "en",
            "The National Tyre Council met in Leeds. Ford paid for lunch. Ana Ruiz was elected chair of the council.",
            "National Tyre Council",
        ),
        (
            "en",
            "The Tyre Council met the Glass Council in Leeds. Ana Ruiz of Ford was elected chair of the council.",
            None,
        ),
    ],
)
def test_a_common_noun_stands_for_the_one_company_that_is_called_so(
    language: str, text: str, organization: str | None
) -> None:
    found = of("Ana Ruiz", told_of(text, language)).organization
    assert organization is None or found == organization


def test_what_heads_a_paragraph_is_where_somebody_moves() -> None:
    text = (
        "Dunmore Pneus. Depuis lundi, Carl Moss en est le directeur. Dunmore Pneus vend à Dunmore Pneus Sud.\n"
        "Lubritec. Ana Ruiz, directrice marketing, quitte ses fonctions."
    )
    assert of("Ana Ruiz", told_of(text, "fr"), "departed").organization == "Lubritec"


def test_a_pronoun_does_not_reach_back_over_a_heading() -> None:
    text = "Kia Italia. Ana Ruiz è la nuova presidente.\nLubritec. Promozione per Carl Moss: guiderà lo stabilimento."
    assert ("appointed", "Carl Moss") in short(told_of(text, "it"))


def test_who_chairs_the_board_that_decides_takes_nothing_up() -> None:
    text = "Carl Moss quitte Kia France. Sa démission, acceptée par le conseil que préside Ana Ruiz, date du 3 mai."
    assert "Ana Ruiz" not in [move.person for move in told_of(text, "fr")]
