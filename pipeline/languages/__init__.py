"""What is known of each language, as data: one folder a language, one TOML file a subject.

    languages/fr/sentences.toml    abbreviations that do not end a sentence
    languages/fr/furniture.toml    words of menus, teasers, comment forms
    languages/fr/moves.toml        verbs and roles of appointments
    languages/fr/moves_words.toml  single words that one step of reading them asks for
    …

`united.py` puts the lists of all languages together for those who do not know the language.

A speaker of the language can read and extend the files; the code that uses a
file names its keys in its own docstring.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

LANGUAGES = ("fr", "en", "de", "es", "it")
"""ISO 639-1 codes, in the order in which they came."""


@cache  # bounded by the number of files
def vocabulary(language: str, subject: str) -> dict[str, Any]:
    """The content of `languages/<language>/<subject>.toml`; empty where there is no such file."""
    file = resources.files(__name__) / language / f"{subject}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def every_vocabulary(subject: str) -> dict[str, dict[str, Any]]:
    """The file of that subject in each language that has one, by language."""
    found = {language: vocabulary(language, subject) for language in LANGUAGES}
    return {language: content for language, content in found.items() if content}
