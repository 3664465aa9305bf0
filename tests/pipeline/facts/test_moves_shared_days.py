"""Which day goes with a move that its own clause does not date, and which days are of something else."""

from __future__ import annotations

import pytest

from tests.pipeline.facts.test_moves_by_tenor import told_of


def days_of(text: str, language: str, event: str = "appointed") -> dict[str, str | None]:
    return {move.person: move.effective_date for move in told_of(text, language) if move.event == event}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "À partir du 1er juin, la direction du réseau de Kia France sera partagée entre Ana Ruiz, venue du design, "
            "et Carl Moss.",
        ),
        ("it", "Dal 1° giugno la poltrona di direttore di Kia Italia toccherà ad Ana Ruiz e Carl Moss."),
        ("de", "Bei Kia teilen sich ab 1. Juni Ana Ruiz und Carl Moss die Leitung des Vertriebs."),
        (
            "en",
            "From 1 June, responsibility for Kia UK's dealer network will lie with Ana Ruiz and Carl Moss, each with "
            "the title of network director.",
        ),
    ],
)
def test_who_shares_a_post_shares_its_day(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": "2022-06-01", "Carl Moss": "2022-06-01"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Zum 1. Juni rücken bei Kia mehrere Führungskräfte auf neue Plätze. Ana Ruiz leitet dann den Vertrieb "
            "als Geschäftsführerin.",
        ),
        (
            "it",
            "Il 1° giugno le chiavi di Kia Italia passano di mano. Quel giorno Ana Ruiz diventa direttrice generale.",
        ),
        (
            "es",
            "La fusión de Kia Iberia llega el 1 de junio. Ana Ruiz será directora general a partir de la misma fecha.",
        ),
    ],
)
def test_then_and_the_same_day_point_to_the_day_named_last(language: str, text: str) -> None:
    assert days_of(text, language)["Ana Ruiz"] == "2022-06-01"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Kia France a désigné Ana Ruiz directrice des achats. Elle vient de Lyon. Le poste est à Rueil. "
            "Sa prise de poste est fixée au 1er juin.",
        ),
        (
            "es",
            "Ana Ruiz será directora financiera de Kia Iberia. Viene de Vigo. Conoce la casa. Todo rige desde el "
            "1 de junio de 2022.",
        ),
        (
            "it",
            "Ana Ruiz sarà direttrice commerciale di Kia Italia. Viene da Ivrea. Conosce la rete. "
            "I cambi hanno effetto dal 1° giugno.",
        ),
    ],
)
def test_a_sentence_without_a_name_dates_the_change(language: str, text: str) -> None:
    assert days_of(text, language)["Ana Ruiz"] == "2022-06-01"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ana Ruiz wird Vertriebschefin von Kia. Der Wechsel zum Agenturmodell startet am 1. September."),
        ("en", "Ana Ruiz becomes sales director of Kia UK. The switch to agency contracts starts on 1 September."),
        ("es", "Ana Ruiz será directora de Kia Iberia. El cambio al modelo de agencia empieza el 1 de septiembre."),
    ],
)
def test_the_change_of_something_else_dates_nobody(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Kia Italia ha affidato ad Ana Ruiz la presidenza ad interim, fino all'assemblea di luglio."),
        ("es", "Ana Ruiz asume la presidencia de Kia Iberia de forma interina, hasta la junta del 15 de julio."),
        ("fr", "Ana Ruiz devient présidente par intérim de Kia France, jusqu'à l'assemblée du 18 juillet."),
    ],
)
def test_nobody_starts_on_the_day_until_which_something_lasts(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Ana Ruiz asumió el 2 de mayo la presidencia de Kia Iberia, en reemplazo de Carl Moss, quien dejó el cargo "
            "tras dos mandatos.",
        ),
        ("fr", "Ana Ruiz devient présidente de Kia France le 1er juin et succède à Carl Moss, qui part à la retraite."),
        (
            "de",
            "Am Montag hat die Hauptversammlung der Kögler AG Ana Ruiz in den Aufsichtsrat gewählt. Sie löst Carl Moss "
            "ab, der nach Erreichen der Altersgrenze ausgeschieden ist.",
        ),
    ],
)
def test_who_goes_does_not_have_the_day_of_who_comes(language: str, text: str) -> None:
    assert days_of(text, language, "departed") == {"Carl Moss": None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Deux maisons importent la marque.\nDirectrice générale : Ana Ruiz, en place depuis 2015.\n"
            "Gérant : Carl Moss, depuis le 2 mai, en remplacement de Léa Blanc.",
        ),
        (
            "en",
            "Two houses import the brand.\nManaging director: Ana Ruiz, since 2015.\n"
            "Chairman: Carl Moss, since 2 May, in place of Léa Blanc.",
        ),
    ],
)
def test_a_label_with_a_day_since_long_ago_tells_no_move(language: str, text: str) -> None:
    (move,) = (move for move in told_of(text, language) if move.event == "appointed")
    assert (move.person, move.effective_date, move.predecessor) == ("Carl Moss", "2022-05-02", "Léa Blanc")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France en bref\n• Quitte le conseil : Carl Moss.\n• Prend le relais : Ana Ruiz, cheffe de zone."),
        ("fr", "Kia France en bref\n– Quitte son siège de trésorier : Carl Moss\n– Entre comme présidente : Ana Ruiz"),
    ],
)
def test_a_label_may_be_a_phrase_of_moving(language: str, text: str) -> None:
    moves = {(move.event, move.person): move.role for move in told_of(text, language)}
    assert {("departed", "Carl Moss"), ("appointed", "Ana Ruiz")} <= moves.keys()
    assert moves["appointed", "Ana Ruiz"] != "Prend le relais"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France a désigné Ana Ruiz directrice des achats. Les nouveaux tarifs prennent effet le 1er juin."),
        ("fr", "Kia France a désigné Ana Ruiz directrice des achats. La production du SUV débutera le 5 septembre."),
        ("en", "Kia UK has named Ana Ruiz as sales director. New dealer contracts take effect on 1 July 2022."),
        (
            "en",
            "Kia UK has named Ana Ruiz as sales director. The handover of the first 50 vans takes place on 14 June.",
        ),
        ("de", "Kia hat Ana Ruiz zur Vertriebsleiterin ernannt. Die neuen Händlerverträge treten am 1. Juli in Kraft."),
        ("de", "Kia hat Ana Ruiz zur Vertriebsleiterin ernannt. Die Übergabe des Werks erfolgt am 1. Juli."),
        ("es", "Kia Iberia ha nombrado a Ana Ruiz directora financiera. La nueva norma entra en vigor el 1 de julio."),
        ("it", "Kia Italia ha nominato Ana Ruiz direttrice acquisti. Il nuovo listino entra in vigore il 1° giugno."),
        ("it", "Kia Italia ha nominato Ana Ruiz direttrice acquisti. La produzione del SUV comincerà il 5 settembre."),
    ],
)
def test_the_day_of_a_thing_is_nobodys(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Kia a désigné Ana Ruiz directrice des achats. Les nominations à l'usine prennent effet le 1er juin.",
        ),
        ("en", "Kia UK has named Ana Ruiz as plant manager. The changes at the plant take effect on 1 June."),
        ("de", "Kia hat Ana Ruiz zur Werkleiterin ernannt. Der Wechsel im Werk wird zum 1. Juni wirksam."),
    ],
)
def test_the_day_of_changes_at_a_thing_is_that_of_who_comes(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": "2022-06-01"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kia Deutschland beruft Ana Ruiz zur Vertriebsleiterin und zum 1. Juni Carl Moss zum Marketingleiter."),
        ("it", "Kia Italia ha nominato Ana Ruiz direttrice vendite e, dal 1° giugno, Carl Moss direttore acquisti."),
    ],
)
def test_a_day_behind_and_is_that_of_who_follows(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": None, "Carl Moss": "2022-06-01"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kia France a nommé Ana Ruiz directrice commerciale. Son contrat prend effet le 1er juin."),
        ("en", "Kia UK has named Ana Ruiz as sales director. Her contract takes effect on 1 June."),
        ("de", "Kia Deutschland hat Ana Ruiz zur Vertriebsleiterin ernannt. Ihr Vertrag beginnt am 1. Juni."),
        ("es", "Kia Iberia ha nombrado a Ana Ruiz directora financiera. Su contrato empieza el 1 de junio."),
    ],
)
def test_her_contract_begins_when_she_does(language: str, text: str) -> None:
    assert days_of(text, language) == {"Ana Ruiz": "2022-06-01"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Kia Deutschland öffnet das Werk am 14. Juni. Erst lernte Ana Ruiz Mechanikerin, dann studierte sie Jura, "
            "jetzt wird sie Vertriebsleiterin.",
        ),
        (
            "fr",
            "Kia inaugure le site le 14 juin. Ana Ruiz devient directrice financière alors que les ventes reculent.",
        ),
        (
            "en",
            "Kia UK opens its plant on 14 June. Ana Ruiz, then its longest-serving employee, becomes finance director.",
        ),
        (
            "es",
            "Kia Iberia abre su planta el 14 de junio. Ana Ruiz, desde entonces en la casa, será directora comercial.",
        ),
        (
            "it",
            "Kia Italia apre il sito il 14 giugno. Ana Ruiz, da allora legata alla casa, sarà direttrice commerciale.",
        ),
    ],
)
def test_then_far_from_the_verb_points_to_no_day(language: str, text: str) -> None:
    assert [move.effective_date for move in told_of(text, language, headline="Kia")] == [None]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "Ana Ruiz es la nueva directora comercial de Kia. A final de año llegará el nuevo modelo.", None),
        ("de", "Ana Ruiz ist neue Werkleiterin von Kia. Im neuen Werk startet sie am 1. Juni.", "2022-06-01"),
        ("en", "Ana Ruiz has been named plant manager of Kia UK. At the plant she starts on 1 June.", "2022-06-01"),
    ],
)
def test_a_thing_is_the_subject_where_nobody_is(language: str, text: str, day: str | None) -> None:
    assert days_of(text, language) == {"Ana Ruiz": day}
