# ruff: noqa: E501 - the markup of a page reads better in its own lines
"""Data tables become lines, layout tables become containers."""

from __future__ import annotations

from lxml import html

from pipeline.extraction.tables import set_tables


def lines_of(table: str) -> list[str]:
    tree = html.fromstring(f"<div>{table}</div>")
    set_tables(tree)
    return [p.text for p in tree.iter("p")]


def rows(*cells: str) -> str:
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row.split(",")) + "</tr>" for row in cells)
        + "</table>"
    )


def test_cells_are_joined_by_bars():
    assert lines_of(rows("Marque,2023,2024", "Norvik,10,12", "Tessaro,7,6")) == [
        "Marque | 2023 | 2024",
        "Norvik | 10 | 12",
        "Tessaro | 7 | 6",
    ]


def test_no_bar_stands_at_either_end_and_columns_keep_their_place():
    assert lines_of(rows(",2023,2024,", "Norvik,,12,", "Tessaro,7,6,")) == [
        "– | 2023 | 2024",
        "Norvik | – | 12",
        "Tessaro | 7 | 6",
    ]


def test_a_cell_over_rows_is_repeated():
    table = "<table><tr><th>Groupe</th><th>Marque</th><th>Ventes</th></tr><tr><td rowspan='2'>Perrin</td><td>Norvik</td><td>12</td></tr><tr><td>Tessaro</td><td>6</td></tr></table>"
    assert lines_of(table)[1:] == ["Perrin | Norvik | 12", "Perrin | Tessaro | 6"]


def test_a_caption_is_a_line_of_its_own():
    table = rows("A,1", "B,2").replace("<table>", "<table><caption>Immatriculations de mars</caption>")
    assert lines_of(table) == ["Immatriculations de mars", "A | 1", "B | 2"]


def test_a_giant_span_is_no_harm():
    table = "<table><tr><th colspan='1000000'>X</th><th>Y</th></tr><tr><td rowspan='99999'>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    assert max(map(len, lines_of(table))) < 500


def test_brands_may_be_linked():
    table = rows("<a href='/n'>Norvik</a>,12 400", "<a href='/t'>Tessaro</a>,9 870", "<a href='/v'>Valdoria</a>,8 100")
    assert lines_of(table)[0] == "Norvik | 12 400"


def test_layout_is_no_data():
    menu = rows(
        "<a href='/1'>Accueil du site</a>,<a href='/2'>Les marchés</a>",
        "<a href='/3'>Les réseaux</a>,<a href='/4'>Les services</a>",
    )
    text = rows(
        "Menu," + "Un paragraphe entier se trouve dans cette cellule et il est bien trop long pour une donnée. " * 2,
        "Pied," + "Un autre paragraphe tout aussi long se trouve dans celle-ci et ferme la page du journal. " * 2,
    )
    assert lines_of(menu) == []
    assert not any("|" in line for line in lines_of(text))


def test_a_long_cell_of_a_layout_table_is_a_paragraph():
    text = "Un paragraphe entier se trouve dans cette cellule, et personne n'y cherche une donnée ni une colonne de chiffres."
    assert lines_of(f"<table><tr><th>1</th><td>{text}</td></tr><tr><th>2</th><td>{text}</td></tr></table>") == [
        text,
        text,
    ]


def test_other_stories_beside_their_figures_are_no_data():
    teaser = (
        "Le constructeur a livré davantage de véhicules au premier trimestre, et la direction attend mieux du second..."
    )
    story = f"<td><a href='/s/1'>Les livraisons progressent encore</a><br><span>{teaser}</span></td><td>12</td><td>claire</td>"
    table = f"<table><tr><th>À lire aussi</th><th>Re</th><th>@</th></tr>{f'<tr>{story}</tr>' * 4}</table>"
    assert not any("|" in line for line in lines_of(table))


def test_other_stories_behind_a_linked_day_are_no_data():
    teaser = (
        "Le constructeur a livré davantage de véhicules au premier trimestre, et la direction attend mieux du second..."
    )
    story = f"<td><a href='/s/1'>12.01.2016</a></td><td><b>Les livraisons progressent encore</b></td><td>{teaser}</td>"
    table = f"<table><tr><th>Date</th><th>Titre</th><th></th></tr>{f'<tr>{story}</tr>' * 4}</table>"
    assert not any("|" in line for line in lines_of(table))
