"""Whom a statement is about: an organization, makers in general, or a market."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.document import Sentence
from pipeline.facts.compliance.no_names import is_no_name, is_written_as_a_name
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.single_makers import is_a_single_one
from pipeline.facts.compliance.vocabulary import DEMONYM, MARKET, MARKET_ADJECTIVE
from pipeline.organizations.mention import OrganizationMention

BodyKind = Literal["organization", "makers", "market"]

_REGULATED = frozenset({"brand", "maker", "group", "importer"})
_JOINED = re.compile(r"[-–/+]|\s[-–/+&]\s")
_ARTICLES = r"(?:the|le|la|les|l['’]|die|der|das|den|el|los|las|il|lo|i|gli|to|zu|al|aux?|à)"
_COORDINATION = re.compile(
    rf"\s*,?\s*(?:(?:et|and|und|y|e|ed|ou|or|oder|o|sowie|&|/|as well as|ainsi que|comme|puis|wie|così come)\b)?"
    rf"\s*(?:{_ARTICLES}\s?)?",
    re.IGNORECASE,
)
LINK = re.compile(
    r"\s*(?:(?:de|of|di|an)\s+CO.?2?\s*)?(?:/\s?km\s*)?"
    r"(?:chez|for|bei|für|para|pour|per|en|in|at|im|nel|por parte de|von|del?|par)"
    r"(?:\s+(?:the|le|la|les|l['’]|die|der|den|dem|el|los|las|il|lo|gli))?\s*",
    re.IGNORECASE,
)
"""Between a number and the body that follows it: "92 g chez Renault"."""
_UNKNOWN_PARTNER = re.compile(r"(?<!\w)[A-Z]\w{2,}-$")
"""The first name of a pool that is not in the table: "Xyz-Tesla"."""
_INSERTED = re.compile(r", [^\d,;:]{2,60}")
_INSERTION_CLOSES = re.compile(r"[^\d,;:.]{0,40},")
UNLISTED = "unlisted-"
_EACH = re.compile(r"(?:each|every|chaque|jede[rsnm]?|cada|ogni|ciascun[oa]?)\b", re.IGNORECASE)
_OF_EUROPE = ("market-EU", "market-Europe")
_NEAR_SOURCE = 12
"""Characters between "according to" and the name that it introduces."""


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
            if is_a_single_one(cue, cues, sentence.text):
                continue
            kind, key = "makers", cue.label
        elif cue.label.startswith((MARKET, MARKET_ADJECTIVE)) and is_written_as_a_name(cue, sentence.text):
            if any(one.start <= cue.start and cue.end <= one.end for one in demonyms):
                continue  # "the German group" is a maker
            kind, key = "market", "market-" + cue.label.partition(":")[2]
        else:
            continue
        if all(cue.end <= start or end <= cue.start for start, end in taken):
            # What a page calls Europe here and the Union there is one body.
            bare = "europe" if key in _OF_EUROPE else ""
            name = sentence.text[cue.start : cue.end]
            each = kind == "makers" and bool(_EACH.match(name))
            found.append(Body(name, kind, cue.start, cue.end, key, bare=bare, distributive=each))
            taken.append((cue.start, cue.end))
    sources = [cue for cue in cues if cue.label == "source"]
    named = sorted(
        (body for body in found if not any(_introduces(cue, body, sentence.text) for cue in sources)),
        key=lambda body: body.start,
    )
    return _without_asides(named, sentence.text)


def _introduces(source: Cue, body: Body, text: str) -> bool:
    """Whether a name is that of the source: "according to X", but not "according to the study, X"."""
    return 0 <= body.start - source.end <= _NEAR_SOURCE and "," not in text[source.end : body.start]


def same_body(one: Body, other: Body) -> bool:
    """Whether two names are of one body."""
    return one.key == other.key or bool(one.bare and one.bare == other.bare)


def groups_of(bodies: Sequence[Body], text: str) -> list[Group]:
    """The bodies, those in one breath together."""
    groups: list[list[Body]] = []
    for body in bodies:
        last = groups[-1][-1] if groups else None
        between = text[last.end : body.start] if last else ""
        if last and last.kind == body.kind and _COORDINATION.fullmatch(between) and between.strip(" -"):
            groups[-1].append(body)
        else:
            groups.append([body])
    return [tuple(group) for group in groups]


def _without_asides(bodies: Sequence[Body], text: str) -> list[Body]:
    """The bodies without names that stand in an insertion behind another: "Stellantis, owner of Jeep, paid"."""
    kept: list[Body] = []
    aside: Body | None = None
    for body in bodies:
        if aside and _COORDINATION.fullmatch(text[aside.end : body.start]):
            aside = body
            continue
        aside = None
        insertion = text[kept[-1].end : body.start] if kept else ""
        if (
            _INSERTED.fullmatch(insertion)
            and kept[-1].kind != "market"
            and not (
                kept[-1].imports or kept[-1].key.startswith(UNLISTED)
            )  # "the importer X, who sells Y": it is Y that has a target
            and not _COORDINATION.fullmatch(insertion)
            and _INSERTION_CLOSES.match(text, body.end)
        ):
            aside = body
        else:
            kept.append(body)
    return kept


def _organizations(sentence: Sentence, cues: Sequence[Cue], mentions: Iterable[OrganizationMention]) -> list[Body]:
    found: list[Body] = []
    for mention in mentions:
        if mention.record.kind not in _REGULATED:
            continue
        start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
        key = mention.record.id
        if key.startswith(UNLISTED) and is_no_name(mention.span.quote, start, end, cues):
            continue
        if found and _JOINED.fullmatch(sentence.text[found[-1].end : start]):  # a pool: "Mazda-Toyota"
            last = found.pop()
            start, key = last.start, f"{last.key}+{key}"
        partner = _UNKNOWN_PARTNER.search(sentence.text[:start])
        if partner:
            start, key = partner.start(), f"{partner[0].casefold()}+{key}"
        start, end = _with_group_words(sentence.text, start, end, cues)
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
                bare=_without_words(sentence.text[start:end], start, inside),
                part=next((cue.label for cue in inside if cue.label == "brand" or cue.label.startswith(MARKET)), ""),
            )
        )
    return found


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
