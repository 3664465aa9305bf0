"""The line as a whole, on one page."""

from __future__ import annotations

import time
from datetime import datetime, timezone

from pipeline.limits import Limits
from pipeline.page import RawPage
from pipeline.process import process

HEADLINE = "Vauclair Mobilité change de directrice générale"
MOVE = "Vauclair Mobilité a nommé Hélène Vautrin directrice générale à compter du 1er mars."
OTHER_MOVE = "Vauclair Mobilité a aussi nommé Bruno Lestang directeur financier."
PLAIN = "L'atelier reste ouvert le samedi, et les clients y déposent leur voiture avant huit heures du matin."


def article(max_read_chars: int):
    paragraphs = "".join(f"<p>{words}</p>" for words in (MOVE, PLAIN, PLAIN, OTHER_MOVE))
    html = f'<html lang="fr"><body><article><h1>{HEADLINE}</h1>{paragraphs}</article></body></html>'
    now = datetime(2024, 1, 1, tzinfo=timezone.utc)
    page = RawPage(body=html.encode())
    return process(page, now=now, clock=time.perf_counter, limits=Limits(max_read_chars=max_read_chars))


def test_what_lies_beyond_the_limit_stays_in_the_text_and_gives_no_fact() -> None:
    whole, cut = article(200_000), article(len(MOVE) + len(PLAIN) + 20)
    assert {move.person for move in whole.facts.moves} == {"Hélène Vautrin", "Bruno Lestang"}
    assert cut.text == whole.text
    assert {move.person for move in cut.facts.moves} == {"Hélène Vautrin"}
    assert [person.name for person in cut.people] == ["Hélène Vautrin"]


def test_a_month_of_publication_tells_which_year_a_move_is_of() -> None:
    said = f"<h1>{HEADLINE}</h1><time datetime=2023-02>Février 2023</time><p>{MOVE}</p><p>{PLAIN}</p>"
    page = RawPage(body=f'<html lang="fr"><body><article>{said}</article></body></html>'.encode())
    read = process(page, now=datetime(2024, 1, 1, tzinfo=timezone.utc), clock=time.perf_counter)
    assert read.published is None
    assert [move.effective_date for move in read.facts.moves] == ["2023-03-01"]
