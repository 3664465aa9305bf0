"""Whether characters look like writing, or like bytes read in the wrong encoding.

Reads `languages/<language>/letters.toml`: `letters`, those beyond a to z that the language writes.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.languages import every_vocabulary

_SAMPLE_CHARS = 400_000
_FEW, _MAX_ODD_SHARE = 2, 0.02
# A trademark sign in a name is odd and right; pages in their true encoding have at most one odd pair in a hundred.
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ODD = re.compile(
    r"[\x80-\x9f\ufffd]"  # controls, which no page means
    r"|(?<=[^\W\d_])[¤¦¨´¸¼½¾¹²³×÷±¬§¶¢£¥©®°ª«¡¿](?=[^\W\d_])"  # a sign between two letters
    r"|(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ](?=[a-zß-öø-ÿ])"  # a capital between two small letters
    r"|(?<=\d)\s?¤"  # the euro of ISO-8859-15
    r"|[ÃÂ][\x80-\xbf\u2013-\u2122ŒœŠšŸŽžƒˆ˜€]"  # UTF-8 read as Windows-1252
    r"|(?<=[А-яЁё])[A-Za-zÀ-ÿ](?=[А-яЁё])|(?<=[a-z])[А-яЁё](?=[a-z])"  # two scripts in one word
)
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN_RUN = re.compile(r"[À-ÿ]{4,}")


def implausibility(text: str) -> float:
    """Odd pairs of characters for each character beyond ASCII outside the markup; 0.0 for clean writing."""
    words = _words(text)
    beyond = len(_BEYOND_ASCII.findall(words))
    return len(_ODD.findall(words)) / beyond if beyond else 0.0


def is_plausible(text: str) -> bool:
    """Whether odd pairs are as rare as in real pages: few in number, or few a hundred."""
    words = _words(text)
    return len(_ODD.findall(words)) <= _FEW + _MAX_ODD_SHARE * len(_BEYOND_ASCII.findall(words))


def foreignness(text: str) -> float:
    """Letters that none of the five languages writes, for each letter beyond ASCII."""
    words = _words(text).lower()
    letters = [character for character in _BEYOND_ASCII.findall(words) if character.isalpha()]
    return sum(1 for letter in letters if letter not in _letters()) / len(letters) if letters else 0.0


def is_latin(text: str) -> bool:
    """Whether the words are of a Latin script: Cyrillic or Greek bytes read as Latin are accented letters in rows."""
    words = _words(text)
    letters = len(_LETTER.findall(words))
    accented = len(re.findall(r"[À-ÿ]", words))
    rows = sum(map(len, _FOREIGN_RUN.findall(words)))
    return accented <= 0.3 * letters and rows <= 0.2 * accented + 8


def _words(text: str) -> str:
    """The text outside of tags, scripts and styles, in one pass whatever the page leaves open."""
    words: list[str] = []
    silent = False
    for part in text[:_SAMPLE_CHARS].split("<"):
        name = part[:8].lower()
        if name.startswith(("script", "style")):
            silent = True
        elif name.startswith(("/script", "/style")):
            silent = False
        if not silent:
            words.append(part.partition(">")[2] if words else part)
    return " ".join(words)


@cache
def _letters() -> frozenset[str]:
    return frozenset("".join(data["letters"] for data in every_vocabulary("letters").values()))
