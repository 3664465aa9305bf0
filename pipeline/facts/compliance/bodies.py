"""Whom a statement is about: an organization, makers in general, or a market."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.document import Sentence
from pipeline.facts.compliance.no_names import is_behind_an_adviser, is_no_name, is_written_as_a_name
from pipeline.facts.compliance.offices import is_of_an_office
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.single_makers import is_a_single_one
from pipeline.facts.compliance.subsidiaries import Subsidiary, subsidiary_at
from pipeline.facts.compliance.vocabulary import DEMONYM, MARKET, MARKET_ADJECTIVE
from pipeline.languages.united import any_of
from pipeline.organizations.mention import OrganizationMention

BodyKind = Literal["organization", "makers", "market"]

_REGULATED = frozenset({"brand", "maker", "group", "importer"})
_JOINED = re.compile(r"[-–/+]|\s[-–/+&]\s")
"""Between the names of a pool or of a joint venture."""
_ARTICLES = any_of("compliance_words", "names", "articles")
COORDINATION = re.compile(
    rf"\s*,?\s*(?:(?:{any_of('compliance_words', 'names', 'and')}|&|/)\b)?\s*(?:{_ARTICLES}\s?)?",
    re.IGNORECASE,
)
LINK = re.compile(
    rf"\s*(?:(?:de|of|di|an)\s+CO.?2?\s*)?(?:/\s?km\s*)?{any_of('compliance_words', 'names', 'whose')}"
    r"(?:\s+(?:the|le|la|les|l['’]|die|der|den|dem|el|los|las|il|lo|gli))?\s*",
    re.IGNORECASE,
)
"""Between a number and the body that follows it: "92 g chez Renault"."""
_UNKNOWN_PARTNER = re.compile(r"(?<!\w)[A-Z]\w{2,}-$")
"""The first name of a pool that is not in the table: "Xyz-Tesla"."""
UNLISTED = "unlisted-"
_EACH = re.compile(rf"{any_of('compliance_words', 'names', 'each')}\b", re.IGNORECASE)
_INTRODUCED_WITHIN = 12
"""Characters between "according to" and the name that it introduces."""
OF_EUROPE = ("market-EU", "market-Europe")


@dataclass(frozen=True, slots=True)
class Body:
    """A name in a sentence."""

    name: str
    kind: BodyKind
    start: int
    end: int
    key: str
    """Id of the organization, or what stands for it: the same for two names of one body."""
    bare: str = ""
    """The name in lower case without words like "group": the group and the maker of one name are one body."""
    country: str | None = None
    """Where the organization has its seat."""
    imports: bool = False
    """Whether it imports the cars of others."""
    part: str = ""
    """What makes it a part of the body: its market ("X France"), or that it is the brand alone."""
    distributive: bool = False
    """Of makers in general: whether each of them is spoken of by itself, "each maker"."""


Group = tuple[Body, ...]
"""Bodies that are named in one breath: "Renault, Fiat and Seat"."""


def find_bodies(sentence: Sentence, cues: Sequence[Cue], mentions: Iterable[OrganizationMention]) -> list[Body]:
    """The bodies of a sentence in order, without those that are only named as a source or a helper."""
    found = _organizations(sentence, cues, mentions)
    taken = [(body.start, body.end) for body in found]
    demonyms = [cue for cue in cues if cue.label.startswith(DEMONYM)]
    for cue in sorted(cues, key=lambda one: one.start - one.end):
        kind: BodyKind
        if cue.label in ("makers", "small_makers"):
            if is_a_single_one(cue, cues, sentence.text) or is_of_an_office(cue, sentence.text):
                continue
            if any(one.start <= cue.start and cue.end <= one.end for one in demonyms):
                continue  # "the Japanese maker" is one
            kind, key = "makers", cue.label
        elif cue.label.startswith((MARKET, MARKET_ADJECTIVE)) and is_written_as_a_name(cue, sentence.text):
            if any(one.start <= cue.start and cue.end <= one.end for one in demonyms):
                continue  # "the German group" is a maker
            kind, key = "market", "market-" + cue.label.partition(":")[2]
        else:
            continue
        if all(cue.end <= start or end <= cue.start for start, end in taken):
            # What a page calls Europe here and the Union there is one body.
            bare = "europe" if key in OF_EUROPE else ""
            name = sentence.text[cue.start : cue.end]
            each = kind == "makers" and bool(_EACH.match(name))
            found.append(Body(name, kind, cue.start, cue.end, key, bare=bare, distributive=each))
            taken.append((cue.start, cue.end))
    sources = [cue for cue in cues if cue.label == "source"]
    return sorted(
        (body for body in found if not any(is_before(cue, body, sentence.text) for cue in sources)),
        key=lambda body: body.start,
    )


def is_before(cue: Cue, body: Body, text: str) -> bool:
    """Whether a phrase introduces a name: "according to X", but not "according to the study, X"."""
    return 0 <= body.start - cue.end <= _INTRODUCED_WITHIN and "," not in text[cue.end : body.start]


def same_body(one: Body, other: Body) -> bool:
    """Whether two names are of one body."""
    return one.key == other.key or bool(one.bare and one.bare == other.bare)


def groups_of(bodies: Sequence[Body], text: str) -> list[Group]:
    """The bodies, those in one breath together."""
    groups: list[list[Body]] = []
    for body in bodies:
        last = groups[-1][-1] if groups else None
        between = text[last.end : body.start] if last else ""
        if last and last.kind == body.kind and COORDINATION.fullmatch(between) and between.strip(" -"):
            groups[-1].append(body)
        else:
            groups.append([body])
    return [tuple(group) for group in groups]


def _organizations(sentence: Sentence, cues: Sequence[Cue], mentions: Iterable[OrganizationMention]) -> list[Body]:
    found: list[Body] = []
    for mention in mentions:
        if mention.record.kind not in _REGULATED:
            continue
        start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
        key = mention.record.id
        if key.startswith(UNLISTED) and (
            is_no_name(mention.span.quote, start, end, cues) or is_behind_an_adviser(start, cues)
        ):
            continue
        between = sentence.text[found[-1].end : start] if found else ""
        listed = bool(found) and not (key.startswith(UNLISTED) or found[-1].key.startswith(UNLISTED))
        if _JOINED.fullmatch(between) or (listed and between in (" ", "\u00a0")):  # "Mazda-Toyota", "GAC Honda"
            last = found.pop()
            start, key = last.start, f"{last.key}+{key}"
        partner = _UNKNOWN_PARTNER.search(sentence.text[:start])
        if partner:
            start, key = partner.start(), f"{partner[0].casefold()}+{key}"
        start, end = _with_group_words(sentence.text, start, end, cues)
        abroad = subsidiary_at(sentence.text, end)
        bare_end, end = end, abroad.end if abroad else end
        inside = [cue for cue in cues if start <= cue.start and cue.end <= end]
        found.append(
            Body(
                sentence.text[start:end],
                "organization",
                start,
                end,
                key,
                country=mention.record.country,
                imports=mention.record.kind == "importer",
                bare=_without_words(
                    sentence.text[start:bare_end], start, [cue for cue in inside if cue.end <= bare_end]
                ),
                part=_part_of(inside, abroad),
            )
        )
    return found


def _part_of(cues: Sequence[Cue], abroad: Subsidiary | None) -> str:
    """What the words inside a name make it: the brand alone, or the company of a country."""
    told = (cue.label for cue in cues if cue.label == "brand" or cue.label.startswith(MARKET))
    return next(told, MARKET + abroad.country if abroad else "")


def _without_words(name: str, start: int, cues: Sequence[Cue]) -> str:
    for cue in sorted(cues, key=lambda one: -one.start):
        if cue.label in ("group", "brand") or cue.label.startswith(MARKET):
            name = name[: cue.start - start] + name[cue.end - start :]
    return " ".join(re.findall(r"\w+", name.casefold()))


def _with_group_words(text: str, start: int, end: int, cues: Sequence[Cue]) -> tuple[int, int]:
    """Takes in the words that belong to the name: "groupe X", "X Group", "X-Konzern", "X France"."""
    for cue in cues:
        if cue.label in ("group", "brand") and text[cue.end : start] == " ":
            start = cue.start
        elif (cue.label in ("group", "brand") or cue.label.startswith(MARKET)) and text[end : cue.start] in (" ", "-"):
            end = cue.end
    return start, end
