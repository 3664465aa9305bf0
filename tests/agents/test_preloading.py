"""What the fork server loads: every language has its module, and a setting says which are loaded."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from agents.preloading import SENTENCES
from agents.settings import SettingsError, load_settings
from pipeline.languages import LANGUAGES

LOADED = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    import_module(f"agents.preloading.{name}")
import gc
from pipeline.languages import vocabulary
print(vocabulary.cache_info().currsize, gc.get_freeze_count() > 10_000, gc.get_threshold()[0])
"""


def loaded(*names: str) -> tuple[int, bool, int]:
    """How many files of languages are loaded, whether what is there is kept, and when the collector looks next."""
    done = subprocess.run([sys.executable, "-c", LOADED, *names], capture_output=True, text=True, check=True)
    files, kept, threshold = done.stdout.split()
    return int(files), kept == "True", int(threshold)


def test_every_language_has_its_sentence_and_its_module():
    assert tuple(SENTENCES) == LANGUAGES
    assert all(find_spec(f"agents.preloading.{language}") for language in LANGUAGES)


def test_a_language_that_is_not_asked_for_is_not_loaded_with_another():
    one, kept, threshold = loaded("es", "kept")
    two, _, _ = loaded("es", "it", "kept")
    assert one < two
    assert (kept, threshold) == (True, 50_000)


def test_all_are_loaded_unless_told_otherwise():
    assert load_settings().languages_to_preload == LANGUAGES
    assert load_settings(preloaded_languages=" de, fr ,de").languages_to_preload == ("de", "fr")
    assert load_settings(preloaded_languages="").languages_to_preload == ()


def test_a_language_that_nobody_knows_is_named():
    with pytest.raises(SettingsError, match=r"ROTATIVE_PRELOADED_LANGUAGES.*'nl' is none of fr, en, de, es, it"):
        load_settings(preloaded_languages="fr,nl")
