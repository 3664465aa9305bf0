"""Profiles of single sources on their way from the settings to the page, and what the doctor says of them."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from agents.checks import check_sources
from agents.page_process import process_page
from agents.settings import Settings
from agents.workers import PagePool
from pipeline.limits import DEFAULT_LIMITS
from pipeline.page import RawPage
from pipeline.sources.load import ProfileError

URL = "https://auto.gazette.example/a"
TEXT = "La marque Valdoria a confié son réseau à Hélène Marchetti, qui arrive de Lyon en septembre avec son équipe."
PAGE = (
    "<html lang='fr'><head><title>Valdoria change de tête en France</title></head><body>"
    f"<h1>Valdoria change de tête en France</h1><div class='corps'><p>{TEXT}</p><p>{TEXT[::-1]}.</p></div>"
    "<p>Un bloc que la maison ajoute au bas de chacune de ses pages, en phrases entières et sans fin.</p></body></html>"
).encode()
GOOD = 'host = "*.gazette.example"\n[text]\nkeep = ["//div[@class=\'corps\']"]\nprune = ["//p[@class=\'parti\']"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gazette.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def settings(folder: Path) -> Settings:
    return Settings(sources_dir=str(folder))


def test_a_page_process_uses_the_profiles(folder):
    result = process_page(RawPage(body=PAGE, url=URL), DEFAULT_LIMITS, (), str(folder))
    article = orjson.loads(result.article or b"{}")
    assert article["text"].startswith(TEXT)
    assert article["provenance"]["extractor"].endswith("profile gazette")


def test_the_doctor_finds_nothing_to_mend(folder):
    assert [finding.state for finding in check_sources(settings(folder))] == ["ok"]
    assert check_sources(Settings()) == []


@pytest.mark.parametrize(
    ("content", "state", "said"),
    [
        ('host = "x.example"\n[text]\nkep = []', "error", "unknown key text.kep"),
        ('host = "x.example"', "warning", "other changes nothing"),
        ('host = "x.example"\nvalid_from = 2999-01-01\n[text]\nkeep = ["//p"]', "warning", "unused until 2999-01-01"),
    ],
)
def test_the_doctor_names_failing_and_unused_profiles(folder, content, state, said):
    (folder / "other.toml").write_text(content, encoding="utf-8")
    assert [(f.state, said in f.found) for f in check_sources(settings(folder))] == [(state, True)]


def test_the_doctor_names_selectors_that_find_nothing_on_a_page(folder):
    (finding,) = check_sources(settings(folder), PAGE, URL)
    assert "//p[@class='parti'] finds nothing" in finding.found
    (stranger,) = check_sources(settings(folder), PAGE, "https://other.example/")
    assert "no profile is for" in stranger.found


def test_a_profile_that_is_wrong_stops_the_worker_before_its_first_page(folder):
    (folder / "other.toml").write_text("host = 7", encoding="utf-8")
    with pytest.raises(ProfileError, match=r"other\.toml"):
        PagePool(settings(folder))
    with pytest.raises(ProfileError, match="no such folder"):
        PagePool(settings(folder / "nowhere"))
