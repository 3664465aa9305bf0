"""`rotative explain`: why a page has its type and its facts."""

from __future__ import annotations

import io
import sys

import orjson
import pytest
from rich.console import Console
from typer.testing import CliRunner

from agents.cli.explain import STYLES, show
from agents.cli.main import app, main
from agents.cli.marking import CLOSES, OPENS, Mark, in_context, marked
from agents.harmless import harmless
from pipeline.article import Span
from pipeline.explain import explain_page
from pipeline.page import RawPage

FILLER = "<p>Le groupe emploie trois cents personnes dans sa vallée et compte y rester encore longtemps.</p>"


def page(headline, *paragraphs, language="fr"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html lang="{language}"><head><title>{headline}</title></head><body><article><h1>{headline}</h1>'
        f"{body}{FILLER}{FILLER if language == 'fr' else ''}</article></body></html>"
    ).encode()


MOVE = page(
    "Tarnelle : Odile Ferrand nommée directrice générale",
    "Odile Ferrand est nommée directrice générale de Tarnelle à compter du 1er mars. Elle succède à Marc Aubin.",
    "Marc Aubin quitte l'entreprise après six ans, a annoncé le conseil d'administration dans un communiqué.",
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "move.html").write_bytes(MOVE)
    return tmp_path


def explained(*arguments):
    return CliRunner().invoke(app, ["explain", *map(str, arguments)])


def test_it_says_why_and_marks_the_words(folder):
    said = explained(folder / "move.html").output
    assert "Type: appointment" in said
    assert f"{OPENS}Odile Ferrand" in said
    assert "role (a position a person can hold)" in said
    assert "It would stop being appointment without" in said
    assert "sales_figures: no" in said
    assert "Odile Ferrand appointed: directrice générale" in said


def test_the_same_as_json_with_spans_that_hold(folder):
    record = orjson.loads(explained(folder / "move.html", "--json").output)
    assert record["type"] == "appointment"
    assert {reasons["name"] for reasons in record["reasons"]} == {"appointment", "sales_figures", "co2_compliance"}
    spans = [span for kind in record["types"] for span in kind["evidence"]]
    spans += [span for move in record["facts"]["moves"] for span in move["evidence"]]
    assert spans
    assert all(span["quote"] == record[span["field"]][span["start"] : span["end"]] for span in spans)


def test_several_pages_are_told_one_after_the_other(folder):
    lines = explained(folder, folder / "move.html", "--json").output.splitlines()
    assert len(lines) == 2


def test_a_type_that_ships_disabled_is_looked_for_when_named(tmp_path):
    recall = tmp_path / "recall.html"
    recall.write_bytes(
        page(
            "Corvane rappelle 12 000 voitures pour un airbag défectueux",
            "Corvane rappelle 12 000 voitures en raison d'un airbag défectueux qui risque de se déclencher seul.",
            "Les clients seront invités par courrier à se rendre en atelier ; la pièce sera remplacée gratuitement.",
        )
    )
    assert "recall" not in explained(recall).output.replace("recall.html", "").replace("recall_action", "")
    said = explained(recall, "--types", "recall").output
    assert "Type: recall" in said
    assert "by weights set by hand" in said


def test_a_page_without_article_is_told_and_the_others_shown(folder):
    (folder / "empty.html").write_bytes(b"<html><body></body></html>")
    result = explained(folder)
    assert result.exit_code == 1
    assert "empty.html: no-text" in result.stderr
    assert "Type: appointment" in result.stdout


@pytest.mark.parametrize("arguments", [["no-such-file.html"], ["{page}", "--types", "recal"]])
def test_what_a_user_can_mend_is_told_in_one_line(folder, monkeypatch, capsys, arguments):
    told = [argument.format(page=folder / "move.html") for argument in arguments]
    monkeypatch.setattr(sys, "argv", ["rotative", "explain", *told])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("rotative: ")
    assert said.count("\n") == 1


def test_hostile_text_is_shown_as_text():
    hostile = page(
        "[bold red]Tarnelle[/] : Odile Ferrand nommée directrice générale",
        "Odile Ferrand est nommée directrice générale de Tarnelle \x1b]0;owned\x07 \u202eà compter\u202c du 1er mars.",
        "Marc Aubin [link=https://evil.example]quitte l'entreprise[/link] après six ans, a dit le conseil jeudi soir.",
    )
    output = io.StringIO()
    explanation = explain_page(RawPage(body=hostile))
    console = Console(file=output, force_terminal=True, color_system="truecolor", width=200)
    show(explanation, "evil\x1b[2J.html", dict.fromkeys((r.name for r in explanation.reasons), STYLES[0]), console)
    said = output.getvalue()
    assert "[link=https://evil.example]" in said
    assert "[bold red]Tarnelle[/]" in said
    assert "\x1b]0;" not in said
    assert "\x1b[2J" not in said
    assert "\u202e" not in said


def test_marks_stay_on_their_words_behind_a_control_character():
    text = "a\x07\x1b[b cible d"
    start = text.index("cible")
    mark = Mark(Span("text", start, start + 5, "cible"), "green")
    assert f"{OPENS}cible{CLOSES}" in marked(text, [mark], colour=False).plain
    (stretch,) = marked(text, [mark], colour=True).spans
    assert text[stretch.start : stretch.end] == "cible"


def test_context_stays_on_its_line():
    text = "Une ligne avant.\nLe mot cible est ici.\nUne ligne après."
    start = text.index("cible")
    shown = in_context(text, Mark(Span("text", start, start + 5, "cible"), "green"), colour=False)
    assert shown.plain == f"Le mot {OPENS}cible{CLOSES} est ici."


def test_harmless_text_is_as_long_as_before():
    assert harmless("é\u200b\x00\ud800z") == "é   z"
