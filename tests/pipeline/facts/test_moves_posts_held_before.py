"""Who had the post before, where a sentence on the post names them; and what people lead who have no title."""

from __future__ import annotations

import pytest

from pipeline.article import Move
from pipeline.document import Document
from pipeline.facts.moves import read_moves
from pipeline.facts.people import find_people
from pipeline.organizations.find import find_organizations


def told_of(text: str, language: str, *, headline: str = "", published: str | None = "2022-05-10") -> list[Move]:
    document = Document(headline, text, language, published)
    organizations = find_organizations(document)
    return read_moves(document, organizations, find_people(document, organizations), about_moves=True)


def of(person: str, moves: list[Move], event: str = "appointed") -> Move:
    return next(move for move in moves if (move.person, move.event) == (person, event))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Ana Ruiz est nommée directrice des ventes de Kia France. Le poste était libre depuis le départ, en mars, "
            "de Carl Moss.",
        ),
        ("fr", "Ana Ruiz est nommée directrice de Kia France. L'ancien directeur, Carl Moss, l'avait recrutée."),
        ("en", "Ana Ruiz becomes chair of Kia UK on 1 June. The chair had belonged to Carl Moss."),
        ("de", "Ana Ruiz wird Vertriebsleiterin von Kia Deutschland. Bislang lag die Aufgabe bei Herrn Carl Moss."),
        ("es", "Ana Ruiz es nombrada directora de ventas de Kia España. La silla correspondía hasta mayo a Carl Moss."),
        ("it", "Ana Ruiz è nominata direttrice vendite di Kia Italia. Finora l'incarico spettava a Carl Moss."),
    ],
)
def test_a_sentence_on_the_post_names_who_had_it(language: str, text: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).predecessor == "Carl Moss"


def test_who_will_hold_the_seat_did_not_hold_it() -> None:
    text = "Ana Ruiz est nommée directrice de Kia France. À Lyon, la place sera occupée par Carl Moss."
    assert of("Ana Ruiz", told_of(text, "fr")).predecessor is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Ana Ruiz devient directrice du réseau de Kia France. Carl Moss, qui le dirigeait depuis dix ans, sourit.",
        ),
        ("en", "Ana Ruiz becomes network director of Kia UK. Carl Moss, who held the post for years, was smiling."),
        ("es", "Ana Ruiz será directora de red de Kia España. Carl Moss, que ocupaba el puesto desde 2015, aplaudió."),
    ],
)
def test_who_held_it_is_named_before_the_words_for_it(language: str, text: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).predecessor == "Carl Moss"


def test_a_predecessor_far_behind_is_that_of_the_only_one_who_has_come() -> None:
    text = (
        "Ana Ruiz a été nommée directrice du marketing de Kia France. La marque vend 40 000 voitures par an. "
        "Elle ouvre dix points de vente. Les bornes se multiplient. Le réseau est content. Les prix montent. "
        "Son prédécesseur, Carl Moss, avait ouvert un garage à Nantes. Les ventes seront pilotées par Lena Voss."
    )
    assert of("Ana Ruiz", told_of(text, "fr")).predecessor == "Carl Moss"


@pytest.mark.parametrize(
    ("language", "text", "field"),
    [
        ("en", "Ana Ruiz will lead the new North & Islands region of Kia UK from 1 June.", "North & Islands region"),
        ("en", "Ana Ruiz joins Kia UK. She will look after used cars from 1 June.", "used cars"),
        ("fr", "Ana Ruiz rejoint Kia France le 1er juin. Elle veillera sur les achats.", "achats"),
        ("fr", "Chez Kia France, les achats seront pilotés dès juin par Ana Ruiz, venue de Seat.", "achats"),
        ("de", "Ana Ruiz kommt zu Kia. Die 46-Jährige zeichnet für Vertrieb und Marketing verantwortlich.", "Vertrieb"),
        ("es", "Ana Ruiz se encarga desde el 1 de junio de compras en Kia España.", "compras"),
        ("it", "Ana Ruiz approda a Kia Italia, dove dal 1° giugno reggerà il mercato interno.", "mercato interno"),
    ],
)
def test_what_somebody_leads_stands_for_the_position(language: str, text: str, field: str) -> None:
    assert field in (of("Ana Ruiz", told_of(text, language)).role or "")


def test_what_somebody_led_is_what_they_leave() -> None:
    text = "Ana Ruiz, qui dirigeait depuis quatre ans le développement du réseau de Kia France, quitte l'entreprise."
    assert of("Ana Ruiz", told_of(text, "fr"), "departed").role == "développement du réseau"


@pytest.mark.parametrize("thing", ["le tout", "les affaires", "l'usine"])
def test_a_company_or_everything_is_no_field_of_work(thing: str) -> None:
    moves = told_of(f"Ana Ruiz, qui chapeautait {thing}, quitte Kia France.", "fr")
    assert of("Ana Ruiz", moves, "departed").role is None


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Kia France a changé de directeur financier. Ana Ruiz a pris la relève de Carl Moss.", None),
        ("es", "Kia España cambia de gerente: Ana Ruiz se puso al frente el 2 de mayo.", "gerente"),
    ],
)
def test_a_company_that_changes_its_head_says_which_post_is_taken(language: str, text: str, role: str | None) -> None:
    assert of("Ana Ruiz", told_of(text, language)).role == (role or "directeur financier")


def test_what_the_predecessor_takes_up_next_is_not_the_post() -> None:
    text = (
        "Il faudra le faire sans Carl Moss. Directeur général depuis cinq ans, ce dernier part le 1er juin et devient "
        "vice-président ventes de Kia Europe. Ana Ruiz lui succédera le même jour."
    )
    moves = told_of(text, "fr", headline="Kia France perd son patron")
    assert of("Ana Ruiz", moves).role == "Directeur général"


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Ana Ruiz a quitté Castorama, où elle était DRH de la logistique.", "DRH de la logistique"),
        ("es", "Ana Ruiz deja Midas, donde era directora comercial, tras seis años.", "directora comercial"),
        ("it", "Ana Ruiz lascia Midas, dove era direttrice commerciale, dopo sei anni.", "direttrice commerciale"),
    ],
)
def test_who_leaves_a_company_leaves_what_they_were_there(language: str, text: str, role: str) -> None:
    assert of("Ana Ruiz", told_of(text, language), "departed").role == role


def test_a_title_in_the_plural_is_that_of_everybody_named_behind() -> None:
    text = "Former regional managers Carl Moss and Ana Ruiz are both leaving Kia UK at the end of the month."
    moves = told_of(text, "en")
    assert {of(person, moves, "departed").role for person in ("Carl Moss", "Ana Ruiz")} == {"regional managers"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ana Ruiz becomes sales director of Kia UK. The former sales director of Ford, Carl Moss, applauded."),
        ("en", "Ana Ruiz becomes managing director of Kia UK. Former managing director Carl Moss came in 1991."),
        ("fr", "Ana Ruiz devient directrice de Kia France. L'actuelle directrice de Seat France, Eva Moss, sourit."),
        ("fr", "Ana Ruiz devient directrice de Kia France. L'ancien directeur de Seat France, Carl Moss, sourit."),
        (
            "de",
            "Ana Ruiz wird Vertriebsleiterin von Kia. Die frühere Vertriebsleiterin von Seat, Eva Moss, gratulierte.",
        ),
        ("it", "Ana Ruiz è la nuova direttrice di Kia Italia. L'ex direttore di Seat Italia, Carl Moss, sorride."),
        ("es", "Ana Ruiz es nombrada directora de Kia España. La anterior directora de Seat España, Eva Moss, ríe."),
        ("fr", "Ana Ruiz est nommée directrice de Kia France. Le réseau, dirigé par Carl Moss, compte 200 sites."),
        ("fr", "Le garage Vauban, dirigé par Carl Moss, recrute Ana Ruiz comme directrice des ventes."),
        (
            "en",
            "Ana Ruiz becomes sales director of Kia UK. The seat on the board that had belonged to Carl Moss is empty.",
        ),
        ("fr", "Ana Ruiz est nommée directrice de Kia France. Son assistante remplace Carl Moss."),
        ("en", "Ana Ruiz becomes sales director of Kia UK. The keynote follows Carl Moss and his speech."),
    ],
)
def test_who_had_another_post_is_no_predecessor(language: str, text: str) -> None:
    assert of("Ana Ruiz", told_of(text, language)).predecessor is None


def test_who_led_another_company_does_not_leave_this_one() -> None:
    text = (
        "Ana Ruiz wird Geschäftsführerin von Kia Deutschland. "
        "Die bisherige Geschäftsführerin von Hyundai, Eva Moss, wechselt zu Ford."
    )
    moves = told_of(text, "de")
    assert of("Ana Ruiz", moves).predecessor is None
    assert not [move for move in moves if move.event == "departed"]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "Ana Ruiz joins Kia UK. She will look after the twins.", "appointed"),
        ("de", "Ana Ruiz kommt zu Kia Deutschland. Sie leitet ehrenamtlich den Chor.", "appointed"),
        ("es", "Ana Ruiz se incorpora a Kia España. Dirige el coro de su pueblo.", "appointed"),
        ("fr", "Ana Ruiz quitte Kia France. Elle pilotait des avions.", "departed"),
        ("en", "Ana Ruiz leaves Kia UK. She ran marathons.", "departed"),
    ],
)
def test_what_somebody_does_at_home_is_no_position(language: str, text: str, event: str) -> None:
    assert of("Ana Ruiz", told_of(text, language), event).role is None
