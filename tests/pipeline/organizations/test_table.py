"""The table is consistent: what a reader of the file may rely on."""

import re

import pytest

from pipeline.organizations.table import Certainty, organization_table, read_table

TABLE = organization_table()
BY_ID = {record.id: record for record in TABLE.records}
COUNTRIES = frozenset(  # two letters each
    re.findall("..", "AEATAUBEBRCACHCNCZDEDKEEESFIFRGBGRHRIEILINIRITJPKRMXMYNLNOPLPTRORSRUSASETRTWUSVN")
)


def test_the_table_is_broad():
    kinds = {record.kind for record in TABLE.records}
    assert len(TABLE.records) >= 350
    assert kinds == set(TABLE.kinds)


def test_ids_are_slugs():
    assert [i for i in BY_ID if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_parents_exist_and_form_no_circle():
    for record in TABLE.records:
        seen = [record.id]
        while (parent := BY_ID[seen[-1]].parent) is not None:
            assert parent in BY_ID, f"{record.id}: no row {parent}"
            assert parent not in seen, f"a circle: {seen}"
            seen.append(parent)


def test_wikidata_ids_are_items_and_stand_once():
    items = [record.wikidata for record in TABLE.records if record.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d+", item) for item in items)
    assert len(items) == len(set(items))


def test_countries_are_iso_codes():
    assert {record.country for record in TABLE.records} <= COUNTRIES


def test_names_and_aliases_have_no_stray_blanks():
    for record in TABLE.records:
        for text in (record.name, *record.aliases):
            assert text == " ".join(text.split())
            assert len(text) >= 2, record.id


def test_no_clear_form_is_a_lower_case_word():
    lower = {
        form.text
        for form in TABLE.forms
        if form.certainty is Certainty.CLEAR and form.text.isalpha() and form.text.islower()
    }
    assert lower <= {"autosphere", "carwow", "edenauto", "heycar", "leboncoin", "webuyanycar"}


ROW = '{{ id = "{}", name = "{}", kind = "brand", country = "FR" }}'
HEAD = 'kinds = ["brand"]\ngroup_forms = []\ncontext_words = ["voiture"]\norganizations = [{}]\n'


def test_two_rows_may_not_share_a_form():
    with pytest.raises(ValueError, match="'Zéphyr' is an alias of 'a' and of 'b'"):
        read_table(HEAD.format(", ".join([ROW.format("a", "Zéphyr"), ROW.format("b", "Zéphyr")])))


def test_two_rows_may_not_share_an_id():
    with pytest.raises(ValueError, match="the id 'a'"):
        read_table(HEAD.format(", ".join([ROW.format("a", "Zéphyr"), ROW.format("a", "Mistral")])))
