# ruff: noqa: E501 - texts read better in their own lines
"""Profiles of single sources: what they override, and what is said of files that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from pipeline.extraction.extract import extract
from pipeline.page import DecodedPage
from pipeline.sources.load import ProfileError, load_profile, load_profiles
from tests.pipeline.extraction.invented import LONG, TITLE

PROFILE = """
host = "*.gazette.example"
valid_from = 2020-01-01
[text]
keep = ["//div[@class='corps']"]
prune = ["//p[@class='encart']"]
[date]
selector = "//span[@class='jour']"
format = "%d_%m_%Y"
"""
PAGE = (
    f"<html lang='fr'><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><span class='jour'>07_03_2021</span><div class='corps'>"
    + "".join(f"<p>{line}</p>" for line in LONG)
    + "<p class='encart'>Cet encadré de la maison n'est pas du texte de l'article.</p></div>"
    "<div><p>Un bloc que la maison ajoute au bas de chacune de ses pages, en phrases entières.</p></div></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gazette.toml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def test_a_profile_decides_what_is_text(folder):
    found = extract(DecodedPage(PAGE, "utf-8"), "https://auto.gazette.example/a", profiles=load_profiles(folder))
    assert found.text.split("\n") == list(LONG)
    assert found.metadata.published == "2021-03-07"
    assert found.extractor.endswith("profile gazette")


@pytest.mark.parametrize(
    ("url", "published", "fits"),
    [
        ("https://www.auto.gazette.example/a", "2021-03-07", True),
        ("https://auto.gazette.example/a", None, True),
        ("https://auto.gazette.example/a", "2019-12-31", False),
        ("https://gazette.autre.example/a", "2021-03-07", False),
        (None, None, False),
    ],
)
def test_a_profile_is_for_its_host_and_its_days(folder, url, published, fits):
    assert (load_profiles(folder).find(url, published) is not None) is fits


def test_a_selector_that_finds_nothing_is_named(folder):
    profile = load_profile(folder / "gazette.toml")
    assert profile.unused(html.fromstring(PAGE)) == []
    assert profile.unused(html.fromstring("<html><body><p>x</p></body></html>")) == [
        "//div[@class='corps']",
        "//p[@class='encart']",
        "//span[@class='jour']",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("host = ", "no TOML"),
        ("[text]\nkeep = []", "host is missing"),
        ('host = "a.example"\nprune = []', "unknown key prune"),
        ('host = "a.example"\n[text]\nkeep = ["//div["]', "is no XPath"),
        ('host = "a.example"\n[text]\nkeep = "//div"', "in quotes"),
        ('host = "a.example"\n[date]\nformat = "%d"', "need each other"),
        ('host = "a.example"\nvalid_from = "2020"', "a day without quotes"),
        ('host = "a.example"\nvalid_from = 2021-01-01\nvalid_until = 2020-01-01', "after valid_until"),
    ],
)
def test_a_wrong_file_is_explained(tmp_path, content, message):
    path = tmp_path / "wrong.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ProfileError, match=message) as raised:
        load_profile(path)
    assert "wrong.toml" in str(raised.value)
