"""Why an article is of a type, or is not: the features that count, with their words, and what would have to change."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import log

from pipeline.article import Span
from pipeline.classification.classify import Scored, classify, score
from pipeline.classification.evidence import spans_of
from pipeline.classification.features import PLACES, WHOLE, SignFound, beside
from pipeline.classification.matching import FOUND, Reading, bits_of
from pipeline.classification.types import SHARED, TypeDefinition, known_types, read_data
from pipeline.classification.wording import LEAD_WORDING, WORDING, telling_spans, wording_for
from pipeline.document import Document

MOST = 8
"""Reasons shown for and against each type; more would not be read."""
MAX_SPANS = 3

_FOUND_MEANINGS = {
    "count": "a number of vehicles, or a large bare number",
    "scale": "a number in millions",
    "percent": "a percentage",
    "money": "a sum of money",
    "grams": "grams",
    "year": "a year",
    "person": "a person's full name",
    "question": "a question",
    "talk": "quotation marks",
    "row": "a table row",
    "past_year": "a year long gone",
    "several_grams": "grams against grams in one sentence",
    "strength": "how much one sentence says at once",
    "short": "a short article",
    "foreign": "not one word of the type's trade",
    WORDING: "the article's words and pairs of words, by what labelled articles showed of them",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign and what it adds to, or takes from, the sum that becomes the probability."""

    sign: str
    meaning: str
    weight: float
    """In log-odds: +0.7 doubles the odds, -0.7 halves them."""
    places: list[str]
    """Where it counts: `headline`, `lead`, `often`, `dense`, or `whole` for the article as a whole."""
    spans: list[Span]
    """Its words; empty where a missing word or a whole sentence is meant."""


@dataclass(frozen=True, slots=True)
class TypeExplanation:
    """Why one type applies or not."""

    name: str
    probability: float
    lead_probability: float
    """That headline and lead are about it."""
    applies: bool
    trained: bool
    """False where the type's weights were set by hand."""
    reasons_for: list[Reason]
    reasons_against: list[Reason]
    what_would_change_it: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the article is of its type."""

    type: str
    types: list[TypeExplanation]


def explain(document: Document, *, types: tuple[str, ...] = ()) -> Explanation:
    """The reasons for and against every type that is on, or named, most probable first.

    Raises:
        TypeDataError: `types` names a type that does not exist.
    """
    reading, scores = score(document, types=types)
    found = [_explain(one, reading) for one in sorted(scores, key=lambda one: -one.part)]
    return Explanation(classify(document, types=types).type, found)


def _explain(one: Scored, reading: Reading) -> TypeExplanation:
    reasons = sorted(_reasons(one, reading), key=lambda reason: -abs(reason.weight))
    applies = one.part >= one.kind.threshold
    return TypeExplanation(
        name=one.kind.name,
        probability=round(one.part, 4),
        lead_probability=round(one.lead, 4),
        applies=applies,
        trained=one.model.trained,
        reasons_for=[reason for reason in reasons if reason.weight > 0][:MOST],
        reasons_against=[reason for reason in reasons if reason.weight < 0][:MOST],
        what_would_change_it=_change(one, reasons, applies=applies),
    )


def _reasons(one: Scored, reading: Reading) -> list[Reason]:
    signs = {sign.name: (sign, sentences) for sign, sentences in one.found}
    weights = one.model.part.weights
    reasons = []
    others = [beside(kind) for kind in known_types() if kind != one.kind.name]
    for name in [*signs, "strength", *others]:
        parts = {
            place: weights.get(f"{place}:{name}", 0.0) * one.values.get(f"{place}:{name}", 0.0) for place in PLACES
        }
        weight = round(sum(parts.values()), 3)
        if weight:
            places = [place for place, part in parts.items() if part]
            reasons.append(Reason(name, _meaning(name, one.kind), weight, places, _spans(signs.get(name), reading)))
    if spoken := round(sum(weights.get(name, 0.0) * one.values.get(name, 0.0) for name in (WORDING, LEAD_WORDING)), 3):
        wording = wording_for(one.kind.name)
        spans = telling_spans(wording, reading, sign=1 if spoken > 0 else -1) if wording else []
        reasons.append(Reason(WORDING, _FOUND_MEANINGS[WORDING], spoken, ["whole"], spans))
    whole = {name: round(weights.get(name, 0.0) * one.values.get(name, 0.0), 3) for name in WHOLE}
    reasons += [Reason(name, _FOUND_MEANINGS[name], weight, ["whole"], []) for name, weight in whole.items() if weight]
    return reasons


def _spans(found: SignFound | None, reading: Reading) -> list[Span]:
    if found is None:
        return []
    sign, sentences = found
    return spans_of(dict.fromkeys(islice(bits_of(sentences), MAX_SPANS), sign.concepts), reading)


def _meaning(name: str, kind: TypeDefinition) -> str:
    for other in known_types():
        if name == beside(other):
            return f"how much the article says of another type, {other}"
    for combination in kind.combinations:
        if combination.name == name:
            together = " + ".join([*combination.all, *([" or ".join(combination.any)] if combination.any else [])])
            without = f", without {', '.join(combination.none)}" if combination.none else ""
            return f"together: {together}{without}"
    shared: dict[str, str] = read_data(SHARED, "type.toml")["concepts"]
    return kind.concepts.get(name) or shared.get(name) or _FOUND_MEANINGS[name]


def _change(one: Scored, reasons: list[Reason], *, applies: bool) -> str:
    """The shortest change that tips the sum: reasons that would have to go, or one that would have to come."""
    needed = log(one.kind.threshold / (1 - one.kind.threshold))
    total = one.model.part.total(one.values) - needed
    pulling = [reason for reason in reasons if (reason.weight > 0) == applies]
    dropped: list[str] = []
    for reason in pulling:
        total -= reason.weight
        dropped.append(f"{reason.sign} ({reason.weight:+.2f})")
        if (total >= 0) != applies:
            verb = "stop being" if applies else "become"
            return f"It would {verb} {one.kind.name} without: {', '.join(dropped)}."
    if applies:
        return "Nothing found speaks for it alone; the article as a whole does."
    missing = [name for name in one.model.sign_weights if name not in {reason.sign for reason in reasons}]
    best = sorted(missing, key=lambda name: -one.model.sign_weights[name])[:3]
    known = {*FOUND, *one.kind.concepts, *(combination.name for combination in one.kind.combinations)}
    named = ", ".join(f"{name} ({_meaning(name, one.kind)})" for name in best if name in known)
    return f"It lacks, above all: {named}." if named else "It lacks words of the type."
