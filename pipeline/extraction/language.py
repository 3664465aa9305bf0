"""Which language a text is written in: told from the text, with what the page declares as a hint."""

from __future__ import annotations

import mmap
import re
from functools import cache

import numpy
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier
from py3langid.modelio import load_model

from pipeline.languages import LANGUAGES

_SAMPLE_CHARS = 400
# Enough: above 300 characters no press text of four languages was misread, and the cost grows with the length.
_MIN_CHARS = 20
_DECLARED_WEIGHT, _SERVED_WEIGHT = 8.0, 4.0
# Short texts of one language score close to its small neighbours (Spanish to Galician, German to Luxembourgish):
# the declared language and the five that the pipeline serves weigh more, which long texts outweigh.
_MIN_PROBABILITY = 0.2
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
    if sum(map(str.isalpha, sample)) < _MIN_CHARS:
        return hint
    best, best_score, total = hint, 0.0, 0.0
    for language, probability in _identifier().rank(sample):
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
    """The first letters of the text, without figures and cell separators."""
    return re.sub(r"[\d|%.,:;/()\s]+", " ", text[: _SAMPLE_CHARS * 2])[:_SAMPLE_CHARS]


@cache  # one model of 70 MB, loaded in half a second at the first use
def _identifier() -> LanguageIdentifier:
    matrix, priors, classes, moves, rows, output = load_model(MODEL_DIR / MODEL_FILE)
    shared_moves = _shared(memoryview(moves)).cast("B").cast(moves.typecode)
    shared_matrix = numpy.frombuffer(_shared(matrix.data), dtype=matrix.dtype).reshape(matrix.shape)
    return LanguageIdentifier(shared_matrix, priors, classes, shared_moves, output, tk_row=rows, norm_probs=True)


def _shared(table: memoryview) -> memoryview:
    """The bytes of a large table in shared memory: processes forked from this one hold what they use of it, no more."""
    place = mmap.mmap(-1, table.nbytes)
    place[:] = table.cast("B")
    return memoryview(place)
